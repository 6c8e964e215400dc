import type { EmbedRef, Provider } from "../../model/embed.ts";
import { feedsweep, isHost, ownPolicy, PLAYER, parameter, ref, segments, simorgh, USUAL, WIDE } from "./common.ts";

const HOSTS = ["youtube.com", "youtube-nocookie.com", "youtube.googleapis.com"];
const ID = /^[\w-]{11}$/;
const LIST = /^[\w-]{2,64}$/;
/** Words of the player's own addresses that look like ids. */
const NO_IDS = new Set(["videoseries", "live_stream"]);
const BEFORE_ID = new Set(["shorts", "live", "embed", "v", "e", "vi"]);

/** `90`, `90s`, `1m30s`, `1h2m3s` → seconds as text; null where it is none of these. */
function startSecond(text: string | null): string | null {
  const parts = /^(?:(\d{1,3})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(text ?? "");
  if (parts === null || text === "") return null;
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3]].map((part) => Number(part ?? 0));
  const total = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return total > 0 ? String(total) : null;
}

/** `/watch?v=ID`, `/attribution_link?u=/watch?v=ID`, `youtu.be/ID`, `/shorts/ID`, … → ID, where it is one. */
function videoId(url: URL): string | null {
  const [first = "", second = ""] = segments(url);
  if (first === "attribution_link") {
    const inner = url.searchParams.get("u") ?? "";
    return inner.startsWith("/watch?") ? parameter(new URL(inner, "https://www.youtube.com"), "v", ID) : null;
  }
  const id = isHost(url, "youtu.be")
    ? first
    : BEFORE_ID.has(first)
      ? second
      : (url.searchParams.get("v") ?? url.searchParams.get("vi") ?? "");
  return ID.test(id) && !NO_IDS.has(id) ? id : null;
}

function video(url: URL): EmbedRef | null {
  const id = videoId(url);
  if (id === null) return null;
  const at = url.searchParams.get("t") ?? url.searchParams.get("start") ?? /^#t=(\w{1,12})$/.exec(url.hash)?.[1];
  const start = startSecond(at ?? null);
  return ref("video", id, start === null ? {} : { start });
}

/** YouTube. Its player refuses to play without a referrer (its "Error 153"), so the bare origin is sent. */
export const youtube: Provider = {
  ...USUAL,
  key: "youtube",
  name: "YouTube",
  printed: ["YouTube", "Google YouTube"],
  kind: "video",
  policies: {
    company: ownPolicy("YouTube/Privacy Policy.md", "2026-06")("Google Ireland Limited"),
    cookies: simorgh("https://policies.google.com/technologies/cookies"),
    privacy: simorgh("https://policies.google.com/privacy"),
  },
  behaviour: feedsweep("youtube"),
  match(url) {
    if (!isHost(url, ...HOSTS, "youtu.be")) return null;
    const one = video(url);
    if (one !== null) return one;
    const list = parameter(url, "list", LIST);
    const isList = url.pathname === "/playlist" || url.pathname === "/embed/videoseries";
    return isList && list !== null ? ref("playlist", list) : null;
  },
  frame({ kind, id, options }) {
    if (kind === "playlist") return `https://www.youtube-nocookie.com/embed/videoseries?list=${id}`;
    const start = options["start"] === undefined ? "" : `start=${options["start"]}&`;
    return `https://www.youtube-nocookie.com/embed/${id}?${start}rel=0&playsinline=1`;
  },
  original({ kind, id, options }) {
    if (kind === "playlist") return `https://www.youtube.com/playlist?list=${id}`;
    const start = options["start"] === undefined ? "" : `&t=${options["start"]}s`;
    return `https://www.youtube.com/watch?v=${id}${start}`;
  },
  frameOrigins: ["https://www.youtube-nocookie.com"],
  size: () => WIDE,
  allow: PLAYER,
  referrer: "strict-origin-when-cross-origin",
};
