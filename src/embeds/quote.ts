import { escapeText } from "../html/references.ts";
import type { Token } from "../html/tokens.ts";
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

/**
 * A post's own words, from the HTML that its provider hands out for pasting. Nothing of that HTML is kept: paragraphs,
 * line breaks, links, emphasis are written anew, and everything else becomes its text. What stands outside paragraphs
 * (`— Ines Barrow (@ines) 3 May 2024`) is the byline. Null where there are no words.
 */
export function quoteOf(tokens: readonly Token[]): EmbedQuote | null {
  const paragraphs: string[] = [];
  let html = "";
  let words = "";
  let outside = "";
  const open: string[] = [];
  let inside = false;
  const endParagraph = (): void => {
    html += open
      .splice(0)
      .reverse()
      .map((name) => `</${name}>`)
      .join("");
    if (flat(words) !== "") paragraphs.push(html.trim());
    html = "";
    inside = false;
  };
  let text = "";
  for (const token of tokens) {
    if (token.kind === "text") {
      if (inside) {
        html += escapeText(token.text.replaceAll(/\s+/g, " "));
        words += token.text;
      } else outside += token.text;
      continue;
    }
    const { name, kind, attributes } = token;
    if (name === "p") {
      if (inside) {
        text += ` ${words}`;
        endParagraph();
      }
      words = "";
      inside = kind === "open";
    } else if (inside && name === "br") {
      html += "<br>";
      words += " ";
    } else if (inside && (Object.hasOwn(MARKS, name) || name === "a")) {
      const tag = MARKS[name] ?? "a";
      if (kind === "close") {
        if (open.at(-1) === tag) html += `</${open.pop()}>`;
        continue;
      }
      const href = name === "a" ? link(attributes.get("href")) : null;
      if (name === "a" && (href === null || open.includes("a"))) continue;
      html += href === null ? `<${tag}>` : `<a href="${escapeText(href)}" rel="noopener noreferrer external">`;
      open.push(tag);
    }
  }
  if (inside) {
    text += ` ${words}`;
    endParagraph();
  }
  const by = flat(outside).replace(/^[—–-]\s*/, "");
  if (paragraphs.length === 0) return null;
  return {
    html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(""),
    text: flat(text),
    by: by === "" || by.length > LONGEST_BYLINE ? null : by,
  };
}
