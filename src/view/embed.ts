import { allowedFrame } from "../embeds/allowed-frame.ts";
import { linkCard } from "../embeds/link-cards.ts";
import { providerOf, recogniseEmbed } from "../embeds/providers/registry.ts";
import type { Block, Embed } from "../model/block.ts";
import type { EmbedsConfig } from "../model/config.ts";
import type { EmbedKind, Recognised } from "../model/embed.ts";
import type { Words } from "../model/strings.ts";
import { type FrameFacts, frameFacts } from "./embed-frame.ts";
import { type LabelledLink, partyTold } from "./embed-party.ts";

/** What a post said, kept by the source: shown whether or not anything is loaded. */
export interface QuoteView {
  readonly html: string;
  readonly by: string | null;
  readonly cite: string;
}

/** An embed that loads on the reader's click. */
export interface GatedEmbed {
  readonly kind: "embed";
  readonly partial: "block-embed";
  /** Unique on the page. */
  readonly id: string;
  /** Tongue of the embed's own words, where it is not the page's. */
  readonly lang: string | null;
  readonly dir: string | null;
  /** `X post`, `YouTube video`; with a number where the page has several. */
  readonly name: string;
  /** The same with its author: `X post by @ines`. */
  readonly label: string;
  readonly title: string;
  readonly explanation: string;
  readonly policies: readonly LabelledLink[];
  readonly quote: QuoteView | null;
  readonly original: LabelledLink;
  readonly facts: FrameFacts;
  readonly frameOrigins: readonly string[];
  readonly say: {
    readonly skip: string;
    readonly end: string;
    readonly once: string;
    /** Null where the page has only this one. */
    readonly page: string | null;
    readonly always: string;
    readonly hide: string;
    readonly stop: string;
  };
  /** How it is loaded without JavaScript; null where the site or the provider does not allow it. */
  readonly noscript: { readonly summary: string; readonly link: string; readonly src: string } | null;
}

/** An embed that only a link can lead to, or of which nothing but the place is left. */
export interface LostEmbed {
  readonly kind: "lost-embed";
  readonly partial: "block-lost-embed";
  readonly sentence: string;
  readonly quote: QuoteView | null;
  readonly link: LabelledLink | null;
}

/** What the embeds of one page share. */
export interface EmbedSurroundings {
  readonly config: EmbedsConfig;
  readonly words: Words;
  /** The live blog's own language. */
  readonly lang: string;
  /** How many things of each provider the page has. */
  readonly totals: ReadonlyMap<string, number>;
  /** How many of them have been given a number. */
  readonly seen: Map<string, number>;
}

/** What an embed can be loaded as on this site, or null: what its owner has switched off stays a link. */
export function loadable(
  embed: { readonly provider: string; readonly url: string | null },
  { off, frames, mastodon, own }: EmbedsConfig,
): Recognised | null {
  const { provider, url } = embed;
  if (url === null) return null;
  const known = recogniseEmbed({ provider, url }, mastodon) ?? allowedFrame(url, frames);
  // A frame of the site's own pages would be no third party's, and could do with the page what it likes.
  if (known === null || known.provider.frameOrigins.some((origin) => new URL(origin).hostname === own)) return null;
  return off.includes(known.provider.key.split(":")[0] ?? "") ? null : known;
}

/** Counts the embeds of a page's blocks, so that names tell them apart. */
export function embedSurroundings(
  blocks: readonly Block[],
  config: EmbedsConfig,
  words: Words,
  lang: string,
): EmbedSurroundings {
  const totals = new Map<string, number>();
  for (const block of blocks) {
    const key = block.kind === "embed" ? loadable(block, config)?.provider.key : undefined;
    if (key !== undefined) totals.set(key, (totals.get(key) ?? 0) + 1);
  }
  return { config, words, lang, totals, seen: new Map() };
}

/** `X (Twitter when this was printed)` where the dump printed another name. */
function printedName(name: string, printed: string | null, words: Words): string {
  const formerly = printed !== null && printed !== name && !printed.includes(name);
  return formerly ? words.say("embeds.formerly", { provider: name, printed }) : name;
}

function quoteView({ quote, url }: Embed, cite: string | null): QuoteView | null {
  return quote === undefined ? null : { html: quote.html, by: quote.by, cite: cite ?? url ?? "" };
}

/** The words for an embed whose link nobody kept, or that can only be linked to. */
function lost(embed: Embed, { words, config }: EmbedSurroundings): LostEmbed {
  const { url, printed } = embed;
  const known = url === null ? null : recogniseEmbed({ provider: embed.provider, url }, config.mastodon);
  const card = url === null || known !== null ? null : linkCard(url);
  const provider = known?.provider ?? providerOf(embed.provider);
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : embed.provider;
  const name = card?.name ?? provider?.name ?? printed ?? host;
  const kind: EmbedKind = card?.kind ?? known?.ref.kind ?? provider?.kind ?? (url === null ? "post" : "page");
  const one = words.say(`embeds.one.${kind}`);
  const from = printedName(name, printed, words);
  const original = known === null ? url : known.provider.original(known.ref);
  const thing = words.say(`embeds.thing.${kind}`);
  const label =
    card === null && known === null
      ? words.say("embeds.open-page", { provider: name })
      : words.say("embeds.original", { thing, provider: name });
  const sentence = words.say(url === null ? "embeds.lost" : "embeds.card", { one, provider: from });
  const isOff = known !== null && config.off.includes(known.provider.key.split(":")[0] ?? "");
  return {
    kind: "lost-embed",
    partial: "block-lost-embed",
    sentence: isOff ? `${sentence} ${words.say("embeds.off")}` : sentence,
    quote: quoteView(embed, original),
    // Whatever let it in: a link leads to the web, or there is none.
    link: original === null || !/^https?:/i.test(original) ? null : { href: original, label },
  };
}

function gated(embed: Embed, found: Recognised, on: EmbedSurroundings): GatedEmbed {
  const { words, config, totals, seen } = on;
  const { provider, ref } = found;
  const number = (seen.get(provider.key) ?? 0) + 1;
  seen.set(provider.key, number);
  const total = totals.get(provider.key) ?? 1;
  const say = (key: string, values: Readonly<Record<string, string>> = {}): string =>
    words.say(`embeds.${key}`, { provider: provider.name, ...values });

  const thing = say(`thing.${ref.kind}`);
  const things = say(`things.${provider.kind}`);
  const plain = say("name", { thing });
  const name = total > 1 ? say("numbered", { name: plain, number: String(number) }) : plain;
  const by =
    embed.quote?.by ?? (ref.options["user"] === undefined ? null : `@${ref.options["user"].replace(/^@/, "")}`);
  const original = provider.original(ref);
  const facts = frameFacts(found, embed.height);
  const { explanation, policies } = partyTold(provider, words);
  return {
    kind: "embed",
    partial: "block-embed",
    id: `_em-${[...seen.values()].reduce((sum, count) => sum + count, 0)}`,
    lang: words.lang === on.lang ? null : words.lang,
    dir: words.lang === on.lang ? null : words.dir,
    name,
    label: by === null ? name : say("by", { name, by }),
    title: words.say("embeds.title", { thing, provider: printedName(provider.name, embed.printed, words) }),
    explanation,
    policies,
    quote: quoteView(embed, original),
    original: { href: original, label: say(ref.kind === "page" ? "open-page" : "original", { thing }) },
    facts,
    frameOrigins: provider.frameOrigins,
    say: {
      skip: say("skip", { name }),
      end: say("end", { name }),
      once: say("once", { thing }),
      page: total > 1 ? say("page", { things, count: String(total) }) : null,
      always: say("always", { things }),
      hide: say("hide"),
      stop: say("stop"),
    },
    noscript:
      config.noscriptFrame && provider.hostParameter === null
        ? {
            summary: say("load-here", { thing }),
            link: say("load-from", { host: new URL(facts.src).hostname }),
            src: facts.src,
          }
        : null,
  };
}

/** An embed as a template prints it: gated where it can be loaded, else in words, with a plain link if there is one. */
export function embedView(embed: Embed, on: EmbedSurroundings): GatedEmbed | LostEmbed {
  const found = loadable(embed, on.config);
  return found === null ? lost(embed, on) : gated(embed, found, on);
}
