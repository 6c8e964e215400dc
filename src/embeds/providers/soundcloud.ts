import type { EmbedRef, Provider } from "../../model/embed.ts";
import { embedPrivacy, feedsweep, hostOf, isHost, PLAYER, parameter, ref, segments, USUAL } from "./common.ts";

const NAME = /^[\w-]{1,100}$/;
const TOKEN = /^s-\w{1,40}$/;
const PAGES = new Set(["discover", "pages", "search", "stream", "upload", "you", "charts", "jobs"]);

function withToken(found: EmbedRef, token: string | undefined): EmbedRef {
  return token !== undefined && TOKEN.test(token) ? { ...found, options: { ...found.options, token } } : found;
}

function match(url: URL): EmbedRef | null {
  if (isHost(url, "w.soundcloud.com")) {
    const inner = url.searchParams.get("url") ?? "";
    return URL.canParse(inner) && !isHost(new URL(inner), "w.soundcloud.com") ? match(new URL(inner)) : null;
  }
  const [first = "", second = "", third = "", fourth] = segments(url);
  if (isHost(url, "api.soundcloud.com", "api-v2.soundcloud.com")) {
    if (!/^\d{1,15}$/.test(second) || (first !== "tracks" && first !== "playlists")) return null;
    const found = ref(first === "tracks" ? "track" : "playlist", `${first}/${second}`, { api: "1" });
    return withToken(found, parameter(url, "secret_token", TOKEN) ?? undefined);
  }
  const isSite = ["soundcloud.com", "www.soundcloud.com", "m.soundcloud.com"].includes(hostOf(url));
  if (!isSite || !NAME.test(first) || PAGES.has(first)) return null;
  if (second === "sets" && NAME.test(third)) return withToken(ref("playlist", `${first}/sets/${third}`), fourth);
  return NAME.test(second) && second !== "sets" ? withToken(ref("track", `${first}/${second}`), third) : null;
}

function address({ id, options }: EmbedRef): string {
  return `https://${options["api"] === undefined ? "" : "api."}soundcloud.com/${id}`;
}

function player(found: EmbedRef): string {
  return `https://w.soundcloud.com/player/?url=${encodeURIComponent(address(found))}&auto_play=false&visual=false`;
}

/** Its API's address is a page for programs only: people are led to the player instead. */
function original(found: EmbedRef): string {
  return found.options["api"] === undefined ? address(found) : player(found);
}

/** SoundCloud. A private track's token opens it for everyone: the frame needs it, the public link never shows it. */
export const soundcloud: Provider = {
  ...USUAL,
  key: "soundcloud",
  name: "SoundCloud",
  printed: ["SoundCloud"],
  kind: "track",
  policies: { company: null, cookies: null, privacy: embedPrivacy("https://soundcloud.com/pages/privacy") },
  behaviour: feedsweep("soundcloud"),
  match,
  frame(found) {
    const token = found.options["token"] === undefined ? "" : `&secret_token=${found.options["token"]}`;
    return `${player(found)}${token}`;
  },
  original,
  frameOrigins: ["https://w.soundcloud.com"],
  size: ({ kind }) => ({ height: kind === "track" ? 166 : 450 }),
  allow: PLAYER,
};
