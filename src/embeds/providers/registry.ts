import type { Provider, Recognised } from "../../model/embed.ts";
import { appleMusic, applePodcasts } from "./apple.ts";
import { bluesky } from "./bluesky.ts";
import { dailymotion } from "./dailymotion.ts";
import { datawrapper } from "./datawrapper.ts";
import { facebook } from "./facebook.ts";
import { flourish } from "./flourish.ts";
import { giphy } from "./giphy.ts";
import { instagram } from "./instagram.ts";
import { mastodon } from "./mastodon.ts";
import { reddit } from "./reddit.ts";
import { soundcloud } from "./soundcloud.ts";
import { spotify } from "./spotify.ts";
import { telegram } from "./telegram.ts";
import { tiktok } from "./tiktok.ts";
import { twitch } from "./twitch.ts";
import { vimeo } from "./vimeo.ts";
import { x } from "./x.ts";
import { youtube } from "./youtube.ts";

/** Every provider with hosts of its own that can be loaded on a reader's click. A new one: its file, and its line here. */
export const providers: readonly Provider[] = [
  ...[x, instagram, youtube, facebook, tiktok, vimeo, spotify, bluesky],
  ...[soundcloud, reddit, giphy, datawrapper, flourish, twitch, dailymotion],
  ...[appleMusic, applePodcasts, telegram],
];

/** The provider with that key, or null. */
export function providerOf(key: string): Provider | null {
  return providers.find((provider) => provider.key === key) ?? null;
}

/**
 * What a URL points at, if it is a thing of a known provider. Only http and https URLs without credentials or a port count.
 * Null for everything else, text that is no URL included.
 * @param mastodonHosts Mastodon instances: by its address alone nothing tells one from any other site
 */
export function recognise(text: string, mastodonHosts: readonly string[] = []): Recognised | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const web = url.protocol === "https:" || url.protocol === "http:";
  if (!web || url.username !== "" || url.password !== "" || url.port !== "") return null;
  for (const provider of providers) {
    const ref = provider.match(url);
    if (ref !== null) return { provider, ref };
  }
  return mastodonHosts.includes(url.hostname) ? mastodon(url) : null;
}

/** What a piece of pasted code points at. Mastodon's is known by its own wrapper or frame, whose address ends in `/embed`. */
export function recognisePasted(text: string): Recognised | null {
  const known = recognise(text);
  if (known !== null || !URL.canParse(text)) return known;
  const url = new URL(text);
  return /\/embed\/?$/.test(url.pathname) ? mastodon(url) : null;
}

/** What an embed points at: as its address says, or as the code said that it was pasted with. */
export function recogniseEmbed(
  embed: { readonly provider: string; readonly url: string },
  mastodonHosts: readonly string[] = [],
): Recognised | null {
  const pasted = embed.provider.startsWith("mastodon:") ? recognisePasted(embed.url) : null;
  return recognise(embed.url, mastodonHosts) ?? (pasted?.provider.key === embed.provider ? pasted : null);
}

/**
 * The registry key for a name that a dump prints: `Twitter` → `x`, `Google YouTube` → `youtube`.
 * A provider that nobody here knows keeps its name, lower case with hyphens: `Audio Boom` → `audio-boom`.
 */
export function providerKey(printed: string): string {
  const known = providers.find((provider) =>
    provider.printed.some((name) => name.toLowerCase() === printed.trim().toLowerCase()),
  );
  return (
    known?.key ??
    printed
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
  );
}
