import type { Provider } from "../../model/embed.ts";
import { embedPrivacy, isHost, ownPolicy, ref, USUAL } from "./common.ts";

const DID = "did:(?:plc:[a-z2-7]{10,40}|web:[\\w.-]{3,200})";
/** `/profile/did:plc:…/post/RKEY` on the site, `/embed/did:plc:…/app.bsky.feed.post/RKEY` in a frame. */
const POST = new RegExp(`^/profile/(${DID})/post/(\\w{1,30})/?$`);
const EMBED = new RegExp(`^/embed/(${DID})/app\\.bsky\\.feed\\.post/(\\w{1,30})/?$`);

/**
 * Bluesky, by DID: its frame refuses a post that is named by its author's handle, and a handle can move to somebody else.
 * Links with a handle become link cards.
 */
export const bluesky: Provider = {
  ...USUAL,
  key: "bluesky",
  name: "Bluesky",
  printed: ["Bluesky"],
  kind: "post",
  policies: {
    company: ownPolicy("Bluesky/Privacy Policy.md", "2026-01")("Bluesky Social, PBC"),
    cookies: null,
    privacy: embedPrivacy("https://bsky.social/about/support/privacy-policy"),
  },
  behaviour: { source: "bluesky-social/social-app: bskyembed/snippet/embed.ts", asOf: "2026-11" },
  match(url) {
    if (!isHost(url, "bsky.app", "main.bsky.dev")) return null;
    const [, did, id] = POST.exec(url.pathname) ?? EMBED.exec(url.pathname) ?? [];
    return did === undefined || id === undefined ? null : ref("post", id, { did });
  },
  frame: ({ id, options }) =>
    `https://embed.bsky.app/embed/${options["did"] ?? ""}/app.bsky.feed.post/${id}?id=1&colorMode=auto`,
  original: ({ id, options }) => `https://bsky.app/profile/${options["did"] ?? ""}/post/${id}`,
  frameOrigins: ["https://embed.bsky.app"],
  size: () => ({ height: 600 }),
  maxWidth: 600,
  height: () => ({ path: ["height"], when: [["id"], "1"] }),
};
