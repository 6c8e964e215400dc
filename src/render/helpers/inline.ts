import Handlebars from "handlebars";
import type { Inline } from "../../view/inline.ts";

const LOST_LINK =
  '<span class="lost-link"><span aria-hidden="true">↗</span><span class="vh"> (external link, not preserved)</span></span>';

/** `{{inline text}}`: the stretches of a line, words escaped, references as links, lost links as their mark. */
export function inline(parts: readonly Inline[]): Handlebars.SafeString {
  const html = parts.map((part) => {
    if ("lostLink" in part) return LOST_LINK;
    const words = Handlebars.escapeExpression(part.text);
    return "href" in part ? `<a href="${Handlebars.escapeExpression(part.href)}">${words}</a>` : words;
  });
  return new Handlebars.SafeString(html.join(""));
}
