import type { Provider } from "../../model/embed.ts";
import { hostOf, isHost, NO_POLICIES, ref, segments, USUAL, WIDE } from "./common.ts";

const ID = /^[\dA-Za-z]{8,40}$/;
const PAGES = new Set(["gifs", "clips", "videos", "stickers", "embed"]);

/** Giphy: `/gifs/any-title-ID`, `media.giphy.com/media/ID/giphy.gif`, `i.giphy.com/ID.gif`. */
export const giphy: Provider = {
  ...USUAL,
  key: "giphy",
  name: "Giphy",
  printed: ["Giphy"],
  kind: "image",
  policies: NO_POLICIES,
  behaviour: { source: "s9e/TextFormatter: giphy", asOf: "2026-11" },
  match(url) {
    if (!isHost(url, "giphy.com")) return null;
    const [first = "", second = "", third = ""] = segments(url);
    if (hostOf(url) === "i.giphy.com") {
      const id = first.replace(/\.(?:gif|webp|mp4)$/, "");
      return ID.test(id) ? ref("image", id) : null;
    }
    if (/^media\d?\.giphy\.com$/.test(hostOf(url))) {
      // `/media/ID/giphy.gif`, or with a version before the id: `/media/v1.abc/ID/giphy.gif`.
      const id = [second, third].find((part) => ID.test(part));
      return first === "media" && id !== undefined ? ref("image", id) : null;
    }
    const id = second.slice(second.lastIndexOf("-") + 1);
    if (!PAGES.has(first) || !ID.test(id)) return null;
    return first === "clips" || first === "videos" ? ref("clip", id) : ref("image", id);
  },
  frame: ({ kind, id }) => `https://giphy.com/embed/${id}${kind === "clip" ? "/video" : ""}`,
  original: ({ kind, id }) => `https://giphy.com/${kind === "clip" ? "clips" : "gifs"}/${id}`,
  frameOrigins: ["https://giphy.com"],
  size: () => WIDE,
};
