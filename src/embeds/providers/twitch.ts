import type { EmbedRef, Provider } from "../../model/embed.ts";
import { hostOf, isHost, ownPolicy, PLAYER, parameter, ref, segments, tarteaucitron, USUAL, WIDE } from "./common.ts";

const VIDEO = /^v?\d{5,12}$/;
const CHANNEL = /^\w{3,25}$/;
const CLIP = /^[\w-]{4,100}$/;
const PAGES = new Set(["directory", "videos", "p", "settings", "search", "downloads", "jobs", "turbo", "store"]);

function recording(id: string): EmbedRef | null {
  return VIDEO.test(id) ? ref("video", id.replace(/^v/, "")) : null;
}

function match(url: URL): EmbedRef | null {
  if (!isHost(url, "twitch.tv")) return null;
  const [first = "", second = "", third = ""] = segments(url);
  if (hostOf(url) === "clips.twitch.tv") {
    const slug = first === "embed" ? (url.searchParams.get("clip") ?? "") : first;
    return CLIP.test(slug) ? ref("clip", slug) : null;
  }
  if (hostOf(url) === "player.twitch.tv") {
    const video = parameter(url, "video", VIDEO);
    const channel = parameter(url, "channel", CHANNEL);
    return video !== null ? recording(video) : channel !== null ? ref("stream", channel) : null;
  }
  if (first === "videos") return recording(second);
  if (!CHANNEL.test(first) || PAGES.has(first)) return null;
  if (second === "v" || second === "video") return recording(third);
  if (second === "clip") return CLIP.test(third) ? ref("clip", third) : null;
  return second === "" ? ref("stream", first) : null;
}

/** Twitch. Its player wants to know the embedding page's host, and is refused by pages without HTTPS. */
export const twitch: Provider = {
  ...USUAL,
  key: "twitch",
  name: "Twitch",
  printed: ["Twitch"],
  kind: "video",
  policies: {
    company: ownPolicy("Twitch/Privacy Policy.md", "2026-08")("Twitch Interactive, Inc."),
    cookies: null,
    privacy: tarteaucitron("https://www.twitch.tv/p/en/legal/privacy-notice"),
  },
  behaviour: { source: "https://dev.twitch.tv/docs/embed", asOf: "2026-11" },
  match,
  frame: ({ kind, id }) =>
    kind === "clip"
      ? `https://clips.twitch.tv/embed?clip=${id}&autoplay=false`
      : `https://player.twitch.tv/?${kind === "video" ? "video" : "channel"}=${id}&autoplay=false`,
  original: ({ kind, id }) =>
    kind === "clip"
      ? `https://clips.twitch.tv/${id}`
      : `https://www.twitch.tv/${kind === "video" ? "videos/" : ""}${id}`,
  frameOrigins: ["https://player.twitch.tv", "https://clips.twitch.tv"],
  size: () => WIDE,
  allow: PLAYER,
  hostParameter: "parent",
  referrer: "strict-origin-when-cross-origin",
};
