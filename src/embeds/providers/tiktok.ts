import type { Provider } from "../../model/embed.ts";
import { isHost, ownPolicy, PLAYER, ref, simorgh, TALL, USUAL } from "./common.ts";

/** `/@user/video/ID`, `/v/ID`, `/embed/ID`, `/embed/v2/ID`, `/player/v1/ID`; short `vm.` and `/t/` links must be resolved. */
const VIDEO = /^\/(?:(@[\w.]{1,40})\/(?:video|photo)|v|embed(?:\/v2)?|player\/v1)\/(\d{5,25})(?:\.html)?\/?$/;

/** TikTok's player; `/embed/v2/`, which pages used before, is announced as deprecated. */
export const tiktok: Provider = {
  ...USUAL,
  key: "tiktok",
  name: "TikTok",
  printed: ["TikTok"],
  kind: "video",
  policies: {
    company: ownPolicy("TikTok/Privacy Policy.md", "2026-08")("TikTok Technology Limited"),
    cookies: simorgh("https://www.tiktok.com/legal/cookie-policy"),
    privacy: simorgh("https://www.tiktok.com/legal/privacy-policy"),
  },
  behaviour: { source: "https://developers.tiktok.com/ (Embed Player)", asOf: "2026-10" },
  match(url) {
    if (!isHost(url, "tiktok.com")) return null;
    const [, user, id] = VIDEO.exec(url.pathname) ?? [];
    return id === undefined ? null : ref("video", id, user === undefined ? {} : { user });
  },
  frame: ({ id }) => `https://www.tiktok.com/player/v1/${id}`,
  original: ({ id, options }) => `https://www.tiktok.com/${options["user"] ?? "@"}/video/${id}`,
  frameOrigins: ["https://www.tiktok.com"],
  size: () => TALL,
  maxWidth: 325,
  allow: PLAYER,
};
