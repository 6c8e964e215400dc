import { escapeText } from "../html/references.ts";
import type { Tag, Token } from "../html/tokens.ts";
import type { EmbedQuote } from "../model/block.ts";

const MARKS: Readonly<Record<string, string>> = { em: "em", i: "em", strong: "strong", b: "strong" };
const LONGEST_BYLINE = 200;

function flat(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function link(href: string | undefined): string | null {
  if (href === undefined || !URL.canParse(href)) return null;
  const url = new URL(href);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}

/** A paragraph that is being written. */
interface Paragraph {
  html: string;
  words: string;
  /** Elements whose closing tags are still to come, innermost last; of links at most one. */
  readonly open: string[];
  linked: boolean;
}

function closeLast(paragraph: Paragraph): void {
  const tag = paragraph.open.pop();
  paragraph.html += `</${tag}>`;
  if (tag === "a") paragraph.linked = false;
}

/** Writes a tag anew if it is one of the few that are kept. */
function writeTag(paragraph: Paragraph, { name, kind, attributes }: Tag): void {
  if (name === "br") {
    paragraph.html += "<br>";
    paragraph.words += " ";
    return;
  }
  const tag = name === "a" ? "a" : Object.hasOwn(MARKS, name) ? MARKS[name] : undefined;
  if (tag === undefined) return;
  if (kind === "close") {
    if (paragraph.open.at(-1) === tag) closeLast(paragraph);
    return;
  }
  const href = tag === "a" ? link(attributes.get("href")) : null;
  if (tag === "a" && (href === null || paragraph.linked)) return;
  paragraph.html += href === null ? `<${tag}>` : `<a href="${escapeText(href)}" rel="noopener noreferrer external">`;
  paragraph.open.push(tag);
  paragraph.linked ||= tag === "a";
}

/**
 * A post's own words, from the HTML that its provider hands out for pasting. Nothing of that HTML is kept: paragraphs,
 * line breaks, links, emphasis are written anew, and everything else becomes its text. What stands outside paragraphs
 * (`— Ines Barrow (@ines) 3 May 2024`) is the byline. Null where there are no words.
 */
export function quoteOf(tokens: readonly Token[]): EmbedQuote | null {
  const all: Paragraph[] = [];
  let paragraph: Paragraph | null = null;
  let outside = "";
  for (const token of tokens) {
    if (token.kind !== "text" && token.name === "p") {
      paragraph = token.kind === "open" ? { html: "", words: "", open: [], linked: false } : null;
      if (paragraph !== null) all.push(paragraph);
    } else if (token.kind !== "text") {
      if (paragraph !== null) writeTag(paragraph, token);
    } else if (paragraph === null) {
      outside += token.text;
    } else {
      paragraph.html += escapeText(token.text.replaceAll(/\s+/g, " "));
      paragraph.words += token.text;
    }
  }
  const spoken = all.filter(({ words }) => flat(words) !== "");
  if (spoken.length === 0) return null;
  for (const one of spoken) while (one.open.length > 0) closeLast(one);
  const by = flat(outside).replace(/^[—–-]\s*/, "");
  return {
    html: spoken.map(({ html }) => `<p>${html.trim()}</p>`).join(""),
    text: flat(spoken.map(({ words }) => words).join(" ")),
    by: by === "" || by.length > LONGEST_BYLINE ? null : by,
  };
}
