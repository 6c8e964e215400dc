import type { EmbedKind, EmbedRef, Provider } from "../../model/embed.ts";
import { embedPrivacy, feedsweep, isHost, PLAYER, ref, segments, USUAL } from "./common.ts";

const KINDS: Readonly<Record<string, EmbedKind>> = {
  track: "track",
  album: "album",
  artist: "artist",
  playlist: "playlist",
  episode: "episode",
  show: "show",
};
const ID = /^[\dA-Za-z]{22}$/;
/** One thing plays in a row, several stand in a list. */
const ONE = new Set<EmbedKind>(["track", "episode", "show"]);

/** `/track/ID`, `/intl-de/track/ID`, `/embed/track/ID`, `/user/NAME/playlist/ID`, `?uri=spotify:track:ID`. */
function match(url: URL): EmbedRef | null {
  if (!isHost(url, "open.spotify.com", "play.spotify.com", "embed.spotify.com")) return null;
  const uri = url.searchParams.get("uri") ?? "";
  const parts = uri.startsWith("spotify:") ? uri.split(":") : segments(url);
  const [type = "", id = ""] = parts.slice(-2);
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  return kind !== undefined && ID.test(id) ? ref(kind, id) : null;
}

/** Spotify. */
export const spotify: Provider = {
  ...USUAL,
  key: "spotify",
  name: "Spotify",
  printed: ["Spotify"],
  kind: "track",
  policies: { company: null, cookies: null, privacy: embedPrivacy("https://www.spotify.com/privacy/") },
  behaviour: feedsweep("spotify"),
  match,
  frame: ({ kind, id }) => `https://open.spotify.com/embed/${kind}/${id}`,
  original: ({ kind, id }) => `https://open.spotify.com/${kind}/${id}`,
  frameOrigins: ["https://open.spotify.com"],
  size: ({ kind }) => ({ height: ONE.has(kind) ? 152 : 352 }),
  allow: PLAYER,
};
