import type { Provider } from "../../model/embed.ts";
import { feedsweep, isHost, PLAYER, parameter, ref, segments, tarteaucitron, USUAL, WIDE } from "./common.ts";

const ID = /^\d{1,12}$/;
const HASH = /^[\da-f]{6,20}$/;
/** What may stand before a video's id: `/channels/NAME/ID`, `/showcase/ID/video/ID`. */
const SHELVES = new Set(["channels", "groups", "showcase", "album", "ondemand", "video", "videos"]);

/**
 * Vimeo. The hash of an unlisted video opens it for everyone who has it: the frame needs it, the public link never shows it.
 */
export const vimeo: Provider = {
  ...USUAL,
  key: "vimeo",
  name: "Vimeo",
  printed: ["Vimeo"],
  kind: "video",
  policies: { company: null, cookies: null, privacy: tarteaucitron("https://vimeo.com/privacy") },
  behaviour: feedsweep("vimeo"),
  match(url) {
    if (!isHost(url, "vimeo.com")) return null;
    const parts = segments(url);
    const clip = url.pathname === "/moogaloop.swf" ? parameter(url, "clip_id", ID) : null;
    if (clip !== null) return ref("video", clip);
    const [first = ""] = parts;
    if (!ID.test(first) && !SHELVES.has(first)) return null;
    const at = ID.test(first) ? 0 : parts.findLastIndex((part) => ID.test(part));
    const id = parts[at];
    // `/showcase/123` is a shelf, not a video: only what follows a name or `video` is one.
    if (id === undefined || (at === 1 && first !== "video" && first !== "videos")) return null;
    const next = parts[at + 1] ?? "";
    const hash = parameter(url, "h", HASH) ?? (HASH.test(next) ? next : null);
    const start = /^#t=(\d{1,6})s?$/.exec(url.hash)?.[1];
    return ref("video", id, { ...(hash === null ? {} : { hash }), ...(start === undefined ? {} : { start }) });
  },
  frame({ id, options }) {
    const hash = options["hash"] === undefined ? "" : `&h=${options["hash"]}`;
    const start = options["start"] === undefined ? "" : `#t=${options["start"]}s`;
    return `https://player.vimeo.com/video/${id}?dnt=1${hash}${start}`;
  },
  original: ({ id }) => `https://vimeo.com/${id}`,
  frameOrigins: ["https://player.vimeo.com"],
  size: () => WIDE,
  allow: PLAYER,
  // Owners may limit their videos to certain sites, which needs the page's origin.
  referrer: "strict-origin-when-cross-origin",
};
