import type { Provider } from "../../model/embed.ts";
import { feedsweep, isHost, ownPolicy, ref, simorgh, USUAL } from "./common.ts";

/** `/p/CODE`, `/reel/CODE`, `/tv/CODE`, `/USER/p/CODE`; not `/share/…`, which must be resolved, nor `/reels/audio/…`. */
const POST = /^\/(?:[\w.]{1,30}\/)?(p|reel|reels|tv)\/([\w-]{5,50})(?:\/|$)/;

/** Instagram. The kind stays in the frame's address: a photo below `/reel/` is not found. */
export const instagram: Provider = {
  ...USUAL,
  key: "instagram",
  name: "Instagram",
  printed: ["Instagram"],
  kind: "post",
  policies: {
    company: ownPolicy("Instagram/Privacy Policy.md", "2026-08")("Meta Platforms Ireland Limited"),
    cookies: simorgh("https://privacycenter.instagram.com/policies/cookies/"),
    privacy: simorgh("https://privacycenter.instagram.com/policy"),
  },
  behaviour: feedsweep("instagram"),
  match(url) {
    if (!isHost(url, "instagram.com", "instagr.am")) return null;
    const [, kind, id] = POST.exec(url.pathname) ?? [];
    if (kind === undefined || id === undefined || id === "audio" || url.pathname.startsWith("/share/")) return null;
    return ref("post", id, { in: kind === "reels" ? "reel" : kind });
  },
  frame: ({ id, options }) => `https://www.instagram.com/${options["in"] ?? "p"}/${id}/embed/captioned/`,
  original: ({ id, options }) => `https://www.instagram.com/${options["in"] ?? "p"}/${id}/`,
  frameOrigins: ["https://www.instagram.com"],
  size: () => ({ height: 542 }),
  maxWidth: 540,
  height: () => ({ path: ["details", "height"], when: [["type"], "MEASURE"] }),
};
