import Handlebars, { type HelperOptions } from "handlebars";
import type { Inline } from "../../view/inline.ts";
import { pageWords } from "./page-words.ts";

const { escapeExpression } = Handlebars;

function lostLink(words: string): string {
  const mark = '<span aria-hidden="true">↗</span>';
  return `<span class="lost-link">${mark}<span class="vh"> ${escapeExpression(words)}</span></span>`;
}

/** `{{inline text}}`: the stretches of a line, words escaped, references as links, lost links as their mark. */
export function inline(parts: readonly Inline[], { data }: HelperOptions): Handlebars.SafeString {
  const html = parts.map((part) => {
    if ("lostLink" in part) return lostLink(pageWords(data).say("block.lost-link"));
    const words = escapeExpression(part.text);
    return "href" in part ? `<a href="${escapeExpression(part.href)}">${words}</a>` : words;
  });
  return new Handlebars.SafeString(html.join(""));
}
