import { element, escaped, fragment, type Markup } from "../html/markup.ts";
import { htmlTokens } from "../html/tokens.ts";
import type { Words } from "../model/strings.ts";
import type { BlockView, ListItemView } from "./blocks.ts";
import type { QuoteView } from "./embed.ts";
import type { Inline } from "./inline.ts";

/** Makes an address that is relative to the live blog's page one that holds wherever the feed is read. */
export type Resolve = (href: string) => string;

const ADDRESSES = ["href", "src", "cite"];

/** HTML that was made safe before, with its addresses resolved; what feed readers have no use for is left out. */
function resolved(html: string, resolve: Resolve): Markup {
  let markup = "";
  let done = 0;
  for (const token of htmlTokens(html)) {
    if (token.kind !== "open") continue;
    const kept = [...token.attributes].filter(
      ([name]) => name !== "class" && name !== "id" && !name.startsWith("aria-"),
    );
    const shown = kept.map(
      ([name, value]) => ` ${name}="${escaped(ADDRESSES.includes(name) ? resolve(value) : value)}"`,
    );
    markup += `${html.slice(done, token.start)}<${token.name}${shown.join("")}>`;
    done = token.end;
  }
  return { markup: markup + html.slice(done) };
}

function inlineHtml(parts: readonly Inline[], words: Words, resolve: Resolve): Markup {
  const shown = parts.map((part) => {
    if ("lostLink" in part) return ` ${words.say("feed.lost-link")}`;
    return "href" in part ? element("a", { href: resolve(part.href) }, part.text) : part.text;
  });
  return fragment(...shown);
}

function listHtml(items: readonly ListItemView[], words: Words, resolve: Resolve): Markup {
  const shown = items.map(({ text, items: inner }) =>
    element("li", {}, inlineHtml(text, words, resolve), inner.length === 0 ? null : listHtml(inner, words, resolve)),
  );
  return element("ul", {}, ...shown);
}

function quoteHtml({ html, by, cite }: QuoteView, resolve: Resolve): Markup {
  const speaker = by === null ? null : element("p", {}, `— ${by}`);
  return element("blockquote", { cite: cite === "" ? null : cite }, resolved(html, resolve), speaker);
}

/** `A picture stood here: two boats · Picture: Ines Barrow · not preserved` */
function gone(what: string, left: readonly (string | null)[], credit: string | null, words: Words): Markup {
  const told = left.filter((part) => part !== null).join(". ");
  const parts = [
    told === "" ? what : `${what}: ${told}`,
    ...(credit === null ? [] : [words.say("block.credit", { credit })]),
    words.say("block.not-preserved"),
  ];
  return element("p", {}, parts.join(" · "));
}

/** One block as a feed reader can show it: plain elements, nothing that loads from elsewhere by itself. */
function blockHtml(block: BlockView, words: Words, resolve: Resolve): Markup {
  switch (block.kind) {
    case "paragraph":
    case "unparsed":
      return element("p", {}, inlineHtml(block.text, words, resolve));
    case "list":
      return listHtml(block.items, words, resolve);
    case "quote":
      return element(
        "blockquote",
        {},
        element("p", {}, inlineHtml(block.text, words, resolve)),
        block.speaker === null ? null : element("p", {}, `— ${block.speaker}`),
      );
    case "picture": {
      const { caption, credit } = block.words;
      const left = [caption, credit === null ? null : words.say("block.credit", { credit })].filter(
        (part) => part !== null,
      );
      return fragment(
        element("p", {}, element("img", { src: resolve(block.src), alt: block.alt })),
        left.length === 0 ? null : element("p", {}, left.join(" · ")),
      );
    }
    case "lost-picture":
      return gone(words.say("block.picture-gone"), [block.words.alt, block.words.caption], block.words.credit, words);
    case "video":
      return element(
        "p",
        {},
        `${words.say("block.video-gone")}: `,
        inlineHtml(block.caption, words, resolve),
        ` · ${words.say("block.not-preserved")}`,
      );
    case "table":
      return element(
        "table",
        {},
        ...block.rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, cell)))),
      );
    case "prose":
      return resolved(block.html, resolve);
    case "embed":
      return embedHtml(block.name, block.quote, block.original, resolve);
    case "lost-embed":
      return embedHtml(block.sentence, block.quote, block.link, resolve);
  }
}

/** What is left of an embed where nothing may be loaded: its own words where a source kept them, and the plain link. */
function embedHtml(
  name: string,
  quote: QuoteView | null,
  link: { readonly href: string; readonly label: string } | null,
  resolve: Resolve,
): Markup {
  const anchor = link === null ? null : element("a", { href: link.href }, link.label);
  const words =
    link === null || quote === null
      ? element("p", {}, name, anchor === null ? null : " ", anchor)
      : element("p", {}, anchor);
  return fragment(quote === null ? null : quoteHtml(quote, resolve), words);
}

/** A body as HTML for feed readers. */
export function feedHtml(blocks: readonly BlockView[], words: Words, resolve: Resolve): Markup {
  return fragment(...blocks.map((block) => blockHtml(block, words, resolve)));
}
