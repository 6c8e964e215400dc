import { htmlTokens, type Tag, type Token } from "../html/tokens.ts";
import type { EmbedQuote } from "../model/block.ts";
import { recognise } from "./providers/registry.ts";
import { quoteOf } from "./quote.ts";

/** What a pasted piece of HTML was made to show. */
export interface Pasted {
  /** A provider's address where it is one's; else the frame's own address. */
  readonly url: string;
  readonly quote: EmbedQuote | null;
  /** The frame's own height in CSS pixels, where it states one. */
  readonly height: number | null;
}

/** A provider's own wrapper: an element of that class, and how its address is found. */
interface Wrapper {
  readonly classes: readonly string[];
  readonly url: (tag: Tag, inner: readonly Token[]) => string | null;
  /** Whether its paragraphs are the post's own words. */
  readonly speaks: boolean;
}

const attribute =
  (...names: readonly string[]) =>
  ({ attributes }: Tag): string | null =>
    names.map((name) => attributes.get(name)).find((value) => value !== undefined && value !== "") ?? null;

/** The last link that is a provider's: before it come links that the post itself has. */
function lastLink(_: Tag | null, inner: readonly Token[]): string | null {
  const links = inner.flatMap((token) => (token.kind === "open" ? [token.attributes.get("href") ?? ""] : []));
  return links.findLast((href) => recognise(href) !== null) ?? null;
}

/** `at://did:plc:…/app.bsky.feed.post/RKEY` as the address of its page. */
function bluesky(tag: Tag): string | null {
  const [, did, id] =
    /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)$/.exec(tag.attributes.get("data-bluesky-uri") ?? "") ?? [];
  return did === undefined || id === undefined ? null : `https://bsky.app/profile/${did}/post/${id}`;
}

function flourish(tag: Tag): string | null {
  const [, path] = /^((?:visualisation|story)\/\d{1,12})(?:$|[?/])/.exec(tag.attributes.get("data-src") ?? "") ?? [];
  return path === undefined ? null : `https://flo.uri.sh/${path}/embed`;
}

const WRAPPERS: readonly Wrapper[] = [
  { classes: ["twitter-tweet", "twitter-video"], url: lastLink, speaks: true },
  { classes: ["instagram-media"], url: attribute("data-instgrm-permalink"), speaks: false },
  { classes: ["tiktok-embed"], url: attribute("cite"), speaks: true },
  { classes: ["bluesky-embed"], url: bluesky, speaks: true },
  { classes: ["mastodon-embed"], url: attribute("data-embed-url", "src"), speaks: false },
  { classes: ["text-post-media"], url: attribute("data-text-post-permalink"), speaks: false },
  { classes: ["reddit-embed-bq", "reddit-card"], url: lastLink, speaks: false },
  { classes: ["fb-post", "fb-video"], url: attribute("data-href"), speaks: false },
  { classes: ["flourish-embed"], url: flourish, speaks: false },
];

/** What AMP pages write for a provider's thing: the address that an attribute names, or the id that one is made of. */
const AMP: Readonly<Record<string, readonly (readonly [key: string, start: string, end?: string])[]>> = {
  "amp-twitter": [["data-tweetid", "https://x.com/i/status/"]],
  "amp-instagram": [["data-shortcode", "https://www.instagram.com/p/", "/"]],
  "amp-youtube": [["data-videoid", "https://www.youtube.com/watch?v="]],
  "amp-facebook": [["data-href", ""]],
  "amp-tiktok": [["data-src", ""]],
  "amp-vimeo": [["data-videoid", "https://vimeo.com/"]],
  "amp-dailymotion": [["data-videoid", "https://www.dailymotion.com/video/"]],
  "amp-reddit": [["data-src", ""]],
  "amp-soundcloud": [
    ["data-trackid", "https://api.soundcloud.com/tracks/"],
    ["data-playlistid", "https://api.soundcloud.com/playlists/"],
  ],
  "amp-iframe": [["src", ""]],
};

/** The address of an AMP element; an id that would make another address than one of the provider's is none. */
function amp({ name, attributes }: Tag): string | null {
  const rows = Object.hasOwn(AMP, name) ? (AMP[name] ?? []) : [];
  for (const [key, start, end = ""] of rows) {
    const value = attributes.get(key);
    if (value === undefined || value === "") continue;
    return start !== "" && !/^[\w-]{1,60}$/.test(value) ? null : `${start}${value}${end}`;
  }
  return null;
}

function telegram({ attributes }: Tag): string | null {
  const post = attributes.get("data-telegram-post");
  return post === undefined ? null : `https://t.me/${post}`;
}

function frameAddress({ attributes }: Tag): string | null {
  return attributes.get("src") ?? attributes.get("data-src") ?? null;
}

/** An address of the web, made whole (`//host/path` is https); null for scripts, data and what is no address at all. */
function webAddress(text: string | null): string | null {
  const address = text?.trim() ?? "";
  const whole = address.startsWith("//") ? `https:${address}` : address;
  return /^https?:/i.test(whole) && URL.canParse(whole) ? new URL(whole).href : null;
}

/** Between which heights a frame may state its own, in CSS pixels: those of the page's script. */
const LOWEST = 80;
const HIGHEST = 4000;

function statedHeight({ attributes }: Tag): number | null {
  const height = /^\d{2,4}$/.exec(attributes.get("height") ?? attributes.get("data-embed-height") ?? "")?.[0];
  return height === undefined ? null : Math.min(HIGHEST, Math.max(LOWEST, Number(height)));
}

function addressOf(tag: Tag): string | null {
  if (tag.name === "iframe") return frameAddress(tag);
  return tag.name === "script" ? telegram(tag) : amp(tag);
}

/** SoundCloud's frame names its thing by number only; the links below it lead to the thing's page, which is the better address. */
function forPeople(url: string, after: readonly Token[]): string {
  const isNumber = recognise(url)?.ref.options["api"] !== undefined;
  return (isNumber ? lastLink(null, after) : null) ?? url;
}

function wrapperOf({ attributes }: Tag): Wrapper | undefined {
  const classes = (attributes.get("class") ?? "").split(/\s+/);
  return WRAPPERS.find((row) => row.classes.some((name) => classes.includes(name)));
}

/**
 * What somebody pasted from a provider's "embed" button: its blockquote, its iframe, its script. The HTML itself is read for
 * the address and for the post's words, and then forgotten. Null for any other HTML.
 */
export function readPasted(html: string): Pasted | null {
  const tokens = htmlTokens(html);
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "open") continue;
    const wrapper = wrapperOf(token);
    if (wrapper !== undefined) {
      const inner = tokens.slice(at + 1, endOf(tokens, at));
      const url = webAddress(wrapper.url(token, inner));
      return url === null ? null : { url, quote: wrapper.speaks ? quoteOf(inner) : null, height: statedHeight(token) };
    }
    const url = webAddress(addressOf(token));
    if (url !== null) return { url: forPeople(url, tokens.slice(at + 1)), quote: null, height: statedHeight(token) };
  }
  return null;
}

/** The index of the closing tag that belongs to an opening one; the end where there is none. */
function endOf(tokens: readonly Token[], opening: number): number {
  const first = tokens[opening];
  let depth = 0;
  for (let at = opening; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "text" || first?.kind !== "open" || token.name !== first.name) continue;
    depth += token.kind === "open" ? 1 : -1;
    if (depth === 0) return at;
  }
  return tokens.length;
}
