import type { Provider, Recognised } from "../model/embed.ts";
import { isPublicHost, NO_POLICIES, ref, USUAL } from "./providers/common.ts";

/**
 * A frame of a host that the site's owner allows: `embeds.frames` of the configuration. Its address is taken as it was
 * pasted, https only. Null for a host that is not on the list: hosts are compared whole, as parsed.
 */
export function allowedFrame(text: string, hosts: readonly string[]): Recognised | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bare = url.protocol === "https:" && url.username === "" && url.password === "" && url.port === "";
  if (!bare || !hosts.includes(url.hostname) || !isPublicHost(url.hostname)) return null;
  return { provider: frameOf(url.hostname), ref: ref("page", url.href) };
}

function frameOf(host: string): Provider {
  return {
    ...USUAL,
    key: `frame:${host}`,
    name: host,
    kind: "page",
    policies: NO_POLICIES,
    behaviour: { source: "the site's own configuration", asOf: "2026-11" },
    match: (url) => (url.hostname === host ? ref("page", url.href) : null),
    frame: ({ id }) => id,
    original: ({ id }) => id,
    frameOrigins: [`https://${host}`],
    size: () => ({ height: 480 }),
  };
}
