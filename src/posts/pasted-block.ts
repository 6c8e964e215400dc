import { linkCard } from "../embeds/link-cards.ts";
import { type Pasted, readPasted } from "../embeds/pasted.ts";
import { recognisePasted } from "../embeds/providers/registry.ts";

/** Providers' embed code is a few hundred to a few thousand characters; more is something else. */
const LONGEST = 20_000;
const LONGEST_TAG = 1000;

/** The element that a paste begins with. Which of them are a provider's, `readPasted` knows. */
const OPENING = /^ {0,3}<(blockquote|iframe|div|script|amp-[a-z]+)\b[^>]{1,1000}>/i;
/** What shows that it may be one, so that other HTML costs nothing. */
const LIKELY = /\bsrc=|class=|\bdata-[a-z]+=|data-telegram-post=/i;
/** The providers' own scripts, which often follow; they are dropped. */
const TRAILING = /^\s{0,20}<(script|noscript)\b[^>]{0,500}>[^<]{0,200}(?:<(?:img|a)\b[^>]{0,500}>)?<\/\1>/i;

/** The line of links that SoundCloud's code ends with. */
const CREDITS = /^\s{0,20}<div\b[^>]{0,500}>(?:[^<]|<\/?a\b[^>]{0,500}>){0,2000}<\/div>/i;

/** A pasted embed at the start of a text, and how much of the text it is. */
export interface PastedBlock extends Pasted {
  readonly raw: string;
  readonly provider: string;
  /** Whether only the site's configuration can tell if it may be loaded; `provider` is then its host. */
  readonly unknown: boolean;
}

/** The embed code that a text begins with, to the end of its last line; null where it begins with anything else. */
export function pastedAt(src: string): PastedBlock | null {
  const opening = OPENING.exec(src.slice(0, LONGEST_TAG));
  const [tag = "", name = ""] = opening ?? [];
  if (opening === null || !LIKELY.test(tag)) return null;
  const text = src.slice(0, LONGEST);
  const closing = `</${name.toLowerCase()}>`;
  const close = text.toLowerCase().indexOf(closing, tag.length);
  if (close === -1) return null;
  let end = close + closing.length;
  for (let more = TRAILING.exec(text.slice(end)); more !== null; more = TRAILING.exec(text.slice(end)))
    end += more[0].length;
  if (name.toLowerCase() === "iframe") end += CREDITS.exec(text.slice(end))?.[0].length ?? 0;
  const rest = /^[ \t]*(?:\n|$)/.exec(text.slice(end));
  const pasted = rest === null ? null : readPasted(text.slice(0, end));
  if (rest === null || pasted === null) return null;
  const known = recognisePasted(pasted.url)?.provider.key ?? linkCard(pasted.url)?.key;
  const provider = known ?? new URL(pasted.url).hostname;
  return { ...pasted, raw: text.slice(0, end + rest[0].length), provider, unknown: known === undefined };
}
