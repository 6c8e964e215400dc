import type { Provider, Recognised } from "../../model/embed.ts";
import { feedsweep, isPublicHost, NO_POLICIES, ref, USUAL } from "./common.ts";

/**
 * `/@user/ID`, `/web/@user/ID`, `/users/user/statuses/ID`, each with `/embed` where it is the frame's own address.
 * `/@user@elsewhere/…` refuses to be framed: use the home instance.
 */
const POST = /^\/(?:(?:web\/)?@(\w{1,60})|users\/(\w{1,60})\/statuses)\/(\d{10,25})(?:\/embed)?\/?$/;

/** One instance. Each is a party of its own: yes to one is not yes to another. */
function instance(host: string): Provider {
  return {
    ...USUAL,
    key: `mastodon:${host}`,
    name: `Mastodon (${host})`,
    kind: "post",
    policies: NO_POLICIES,
    behaviour: feedsweep("mastodon"),
    match: (url) => (url.hostname === host ? (mastodon(url)?.ref ?? null) : null),
    frame: ({ id, options }) => `https://${host}/@${options["user"] ?? ""}/${id}/embed`,
    original: ({ id, options }) => `https://${host}/@${options["user"] ?? ""}/${id}`,
    frameOrigins: [`https://${host}`],
    size: () => ({ height: 300 }),
    maxWidth: 540,
    height: () => ({ path: ["height"], when: [["type"], "setHeight"] }),
    ask: '{"type":"setHeight","id":0}',
  };
}

/**
 * A post on a Mastodon instance, by the shape of its address alone. Any site can have such addresses, so who calls this
 * must know by other means that the host is one: its owner's configuration, or the code that an instance hands out.
 */
export function mastodon(url: URL): Recognised | null {
  const [, handle, name, id] = POST.exec(url.pathname) ?? [];
  const user = handle ?? name;
  const bare = url.protocol === "https:" && url.port === "" && url.username === "" && url.password === "";
  if (user === undefined || id === undefined || !bare || !isPublicHost(url.hostname)) return null;
  return { provider: instance(url.hostname), ref: ref("post", id, { user }) };
}
