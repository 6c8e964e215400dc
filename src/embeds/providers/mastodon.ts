import type { Provider, Recognised } from "../../model/embed.ts";
import { NO_POLICIES, ref, USUAL } from "./common.ts";

/** `/@user/ID/embed`, `/users/user/statuses/ID/embed`; `/@user@elsewhere/…` refuses to be framed: use the home instance. */
const EMBED = /^\/(?:@(\w{1,60})|users\/(\w{1,60})\/statuses)\/(\d{10,25})\/embed\/?$/;
const HOST = /^[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}$/;

/** One instance. Each is a party of its own: yes to one is not yes to another. */
function instance(host: string): Provider {
  return {
    ...USUAL,
    key: `mastodon:${host}`,
    name: `Mastodon (${host})`,
    kind: "post",
    policies: NO_POLICIES,
    match: (url) => mastodon(url)?.ref ?? null,
    frame: ({ id, options }) => `https://${host}/@${options["user"] ?? ""}/${id}/embed`,
    original: ({ id, options }) => `https://${host}/@${options["user"] ?? ""}/${id}`,
    frameOrigins: [`https://${host}`],
    size: () => ({ height: 300 }),
    maxWidth: 540,
    height: () => ({ path: ["height"], when: [["type"], "setHeight"] }),
    ask: '{"type":"setHeight","id":0}',
  };
}

/** A post on any Mastodon instance. Any host can be one, so only the address of its own frame is taken for it. */
export function mastodon(url: URL): Recognised | null {
  const [, handle, name, id] = EMBED.exec(url.pathname) ?? [];
  const user = handle ?? name;
  if (
    user === undefined ||
    id === undefined ||
    url.protocol !== "https:" ||
    url.port !== "" ||
    !HOST.test(url.hostname)
  )
    return null;
  return { provider: instance(url.hostname), ref: ref("post", id, { user }) };
}
