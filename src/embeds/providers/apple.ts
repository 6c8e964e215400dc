import type { EmbedKind, EmbedRef, Provider } from "../../model/embed.ts";
import { feedsweep, isHost, NO_POLICIES, PLAYER, parameter, ref, segments, USUAL, WIDE } from "./common.ts";

const KINDS: Readonly<Record<string, EmbedKind>> = {
  album: "album",
  song: "track",
  playlist: "playlist",
  podcast: "show",
  "music-video": "video",
};
const COUNTRY = /^[a-z]{2}$/;
const ID = /^(?:id)?(?:\d{5,12}|pl\.[\w-]{5,60})$/;
const SLUG = /^[\w.~-]{1,200}$/;

/** `/us/album/any-title/1440857781?i=1440857795`: a country, a shelf, a title that may lack, an id, one piece of it. */
function match(url: URL, site: string): EmbedRef | null {
  if (!isHost(url, `${site}.apple.com`)) return null;
  const parts = segments(url);
  const [country = "", type = "", slug = ""] = parts;
  const id = parts[parts.length - 1] ?? "";
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kind === undefined || !COUNTRY.test(country) || !ID.test(id) || parts.length > 4) return null;
  // The title is for people; one in other letters comes encoded, and is left out.
  const path = (parts.length === 4 && !SLUG.test(slug) ? [country, type, id] : parts).join("/");
  const piece = parameter(url, "i", /^\d{5,15}$/);
  if (piece === null) return ref(kind, id, { path });
  return ref(kind === "show" ? "episode" : "track", piece, { path, piece });
}

function apple(site: "music" | "podcasts", name: string, kind: EmbedKind): Provider {
  const address = (host: string, { options }: EmbedRef): string =>
    `https://${host}/${options["path"] ?? ""}${options["piece"] === undefined ? "" : `?i=${options["piece"]}`}`;
  return {
    ...USUAL,
    key: `apple-${site}`,
    name,
    printed: [name],
    kind,
    policies: NO_POLICIES,
    behaviour: feedsweep("apple"),
    match: (url) => match(url, site),
    frame: (found) => address(`embed.${site}.apple.com`, found),
    original: (found) => address(`${site}.apple.com`, found),
    frameOrigins: [`https://embed.${site}.apple.com`],
    size: (found) =>
      found.kind === "video" ? WIDE : { height: found.kind === "track" || found.kind === "episode" ? 175 : 450 },
    maxWidth: 660,
    allow: PLAYER,
  };
}

export const appleMusic = apple("music", "Apple Music", "album");
export const applePodcasts = apple("podcasts", "Apple Podcasts", "show");
