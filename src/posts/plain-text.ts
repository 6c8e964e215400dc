import type { MarkedToken, Token } from "marked";
import { decodeEntities } from "./entities.ts";

/** The words of inline tokens, on one line. */
export function inlineText(tokens: readonly Token[]): string {
  return tokens
    .map(words)
    .join("")
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
}

/** Marked's `Token` also holds a catch-all, which would hide its own kinds from the compiler. */
function words(any: Token): string {
  const token = any as MarkedToken;
  switch (token.type) {
    case "text":
      return token.tokens === undefined ? decodeEntities(token.text) : inlineText(token.tokens);
    case "escape":
    case "codespan":
    case "html":
    case "image":
      return token.text;
    case "br":
      return " ";
    case "checkbox":
      return token.checked ? "☑ " : "☐ ";
    case "strong":
    case "em":
    case "del":
    case "link":
      return inlineText(token.tokens);
    default:
      return block(any);
  }
}

function block(any: Token): string {
  const token = any as MarkedToken;
  switch (token.type) {
    case "paragraph":
    case "heading":
      return inlineText(token.tokens);
    case "blockquote":
      return plainText(token.tokens);
    case "list":
      return token.items.map((item) => plainText(item.tokens)).join("\n");
    case "table":
      return [token.header, ...token.rows]
        .map((row) => row.map((cell) => inlineText(cell.tokens)).join(" "))
        .join("\n");
    case "code":
      return token.text;
    case "space":
    case "hr":
    case "def":
      return "";
    default:
      return "url" in any && typeof any["url"] === "string" ? any["url"] : words(any);
  }
}

/** The words of a body without markup, for search, feeds and data: a line for each paragraph, list item and table row. */
export function plainText(tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) {
    const shown = words(token).trim();
    // A task's box stands on the line of its words.
    if (shown !== "") text += shown + (token.type === "checkbox" ? " " : "\n");
  }
  return text.trimEnd();
}
