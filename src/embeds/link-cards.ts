import type { EmbedKind } from "../model/embed.ts";
import { isHost } from "./providers/common.ts";

/** Something that is known for what it is, and can only be linked to. */
export interface LinkCard {
  readonly key: string;
  readonly name: string;
  readonly kind: EmbedKind;
}

interface Row extends LinkCard {
  readonly hosts: readonly string[];
  readonly path: RegExp;
}

/**
 * What is pasted like an embed and is not loaded: because how its frame behaves is not known well enough (Threads, maps,
 * clips), because it can only be looked up by its author's handle (Bluesky), or because a short link says nothing until
 * it is followed, which a build does not do.
 */
const ROWS: readonly Row[] = [
  { key: "threads", name: "Threads", kind: "post", hosts: ["threads.net", "threads.com"], path: /^\/(?:@|t\/)/ },
  { key: "bluesky", name: "Bluesky", kind: "post", hosts: ["bsky.app"], path: /^\/profile\/[^/]+\/post\/\w/ },
  {
    key: "google-maps",
    name: "Google Maps",
    kind: "page",
    hosts: ["maps.app.goo.gl", "maps.google.com"],
    path: /^\/./,
  },
  { key: "google-maps", name: "Google Maps", kind: "page", hosts: ["google.com", "google.co.uk"], path: /^\/maps\// },
  {
    key: "bbc",
    name: "BBC",
    kind: "clip",
    hosts: ["bbc.com", "bbc.co.uk"],
    path: /^\/news\/(?:av|av-embeds)\/(?:[a-z-]{1,60}-)?\d/,
  },
  { key: "x", name: "X", kind: "post", hosts: ["t.co", "pic.twitter.com", "pic.x.com"], path: /^\/\w/ },
  { key: "instagram", name: "Instagram", kind: "post", hosts: ["instagram.com"], path: /^\/share\// },
  { key: "facebook", name: "Facebook", kind: "video", hosts: ["fb.watch"], path: /^\/\w/ },
  { key: "facebook", name: "Facebook", kind: "post", hosts: ["facebook.com"], path: /^\/share\// },
  { key: "facebook", name: "Facebook", kind: "page", hosts: ["facebook.com"], path: /^\/events\/\d{1,20}(?:\/|$)/ },
  { key: "tiktok", name: "TikTok", kind: "video", hosts: ["vm.tiktok.com", "vt.tiktok.com"], path: /^\/\w/ },
  { key: "tiktok", name: "TikTok", kind: "video", hosts: ["tiktok.com"], path: /^\/t\/\w/ },
  { key: "youtube", name: "YouTube", kind: "clip", hosts: ["youtube.com"], path: /^\/clip\/\w/ },
  { key: "spotify", name: "Spotify", kind: "track", hosts: ["spotify.link", "link.tospotify.com"], path: /^\/\w/ },
  { key: "soundcloud", name: "SoundCloud", kind: "track", hosts: ["on.soundcloud.com"], path: /^\/\w/ },
  { key: "reddit", name: "Reddit", kind: "post", hosts: ["redd.it"], path: /^\/\w/ },
  { key: "reddit", name: "Reddit", kind: "post", hosts: ["reddit.com"], path: /^\/r\/\w+\/s\/\w/ },
  { key: "giphy", name: "Giphy", kind: "image", hosts: ["gph.is"], path: /^\/\w/ },
];

/** What a URL is known for that cannot be loaded here, or null. Never throws. */
export function linkCard(text: string): LinkCard | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const web = url.protocol === "https:" || url.protocol === "http:";
  if (!web || url.username !== "" || url.password !== "") return null;
  return ROWS.find(({ hosts, path }) => isHost(url, ...hosts) && path.test(url.pathname)) ?? null;
}
