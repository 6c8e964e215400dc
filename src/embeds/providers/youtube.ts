import type { Provider } from "../../model/embed.ts";

const HOSTS = new Set([
  "youtube.com",
  "www.youtube.com",
  "m.youtube.com",
  "music.youtube.com",
  "youtube-nocookie.com",
  "www.youtube-nocookie.com",
]);
const SHORT_HOST = "youtu.be";
const ID = /^[\w-]{11}$/;

/** `/shorts/ID`, `/live/ID`, `/embed/ID`, `/v/ID`, `/e/ID` */
const ID_IN_PATH = /^\/(?:shorts|live|embed|v|e)\/([\w-]{11})(?:\/|$)/;

/** `90`, `90s`, `1m30s`, `1h2m3s` → seconds as text; null where it is none of these. */
function startSecond(text: string | null): string | null {
  const parts = /^(?:(\d{1,3})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(text ?? "");
  if (parts === null || text === "") return null;
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3]].map((part) => Number(part ?? 0));
  const total = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return total > 0 ? String(total) : null;
}

function videoId(url: URL): string | null {
  const id =
    url.hostname === SHORT_HOST
      ? url.pathname.slice(1)
      : (url.searchParams.get("v") ?? ID_IN_PATH.exec(url.pathname)?.[1] ?? "");
  return ID.test(id) ? id : null;
}

/** YouTube. Its player refuses to play without a referrer (its "Error 153"), so the bare origin is sent. */
export const youtube: Provider = {
  key: "youtube",
  name: "YouTube",
  printed: ["YouTube", "Google YouTube"],
  noun: "video",
  policies: {
    cookies: "https://policies.google.com/technologies/cookies",
    privacy: "https://policies.google.com/privacy",
    source: "the policy links of the BBC's consent notices (bbc/simorgh)",
    asOf: "2026-11",
  },
  match(url) {
    if (!HOSTS.has(url.hostname) && url.hostname !== SHORT_HOST) return null;
    const id = videoId(url);
    if (id === null || id === "videoseries") return null;
    const start = startSecond(url.searchParams.get("t") ?? url.searchParams.get("start"));
    return { provider: "youtube", kind: "video", id, options: start === null ? {} : { start } };
  },
  frame({ id, options }) {
    const start = options["start"] === undefined ? "" : `start=${options["start"]}&`;
    return `https://www.youtube-nocookie.com/embed/${id}?${start}rel=0&playsinline=1`;
  },
  original: ({ id, options }) =>
    `https://www.youtube.com/watch?v=${id}${options["start"] === undefined ? "" : `&t=${options["start"]}s`}`,
  frameOrigins: ["https://www.youtube-nocookie.com"],
  size: { ratio: 16 / 9 },
  allow: ["fullscreen", "picture-in-picture", "encrypted-media"],
  referrer: "strict-origin-when-cross-origin",
};
