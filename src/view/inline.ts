import { element } from "../html/markup.ts";
import { htmlTokens } from "../html/tokens.ts";
import { pointersIn } from "../time/pointers.ts";

/** A stretch of a line: words, a reference to another post, or the mark of a link that the dump lost. */
export type Inline = Linked | { readonly lostLink: true };

type Linked = { readonly text: string } | { readonly text: string; readonly href: string };

/** References such as `(see 11:45)`, as printed, and the addresses of the posts that they lead to. */
export type Pointers = ReadonlyMap<string, string>;

/**
 * A line of a dump as templates print it. BBC pages mark the end of a link with `, external` (dialects.md 1: it can
 * follow other punctuation and stand in mid-sentence); the address is gone, so the mark becomes a mark again.
 *
 *     Read the report here., external   →   «Read the report here.» «lost link»
 */
export function inline(text: string, pointers: Pointers = new Map()): readonly Inline[] {
  return text
    .split(/, external(?![\p{L}\p{N}])/u)
    .flatMap((part, index): Inline[] => [
      ...(index === 0 ? [] : [{ lostLink: true } as const]),
      ...linked(part, pointers),
    ])
    .filter((part) => "lostLink" in part || part.text !== "");
}

/** `(see 11:45)` becomes a link where a post answers to it. */
function linked(text: string, pointers: Pointers): Linked[] {
  const parts: Linked[] = [];
  let done = 0;
  for (const { index, printed } of pointersIn(text)) {
    const href = pointers.get(printed);
    if (href === undefined) continue;
    parts.push({ text: text.slice(done, index) }, { text: printed, href });
    done = index + printed.length;
  }
  return [...parts, { text: text.slice(done) }];
}

/** Where prose has links already, or shows something letter by letter. */
const LETTER_BY_LETTER: ReadonlySet<string> = new Set(["a", "code", "pre"]);

/** The same in rendered prose, in its text alone. */
export function linkedProse(html: string, pointers: Pointers): string {
  if (pointers.size === 0) return html;
  let [markup, done, closed] = ["", 0, 0];
  for (const token of htmlTokens(html)) {
    if (token.kind !== "text") {
      if (LETTER_BY_LETTER.has(token.name)) closed += token.kind === "open" ? 1 : -1;
      continue;
    }
    if (closed > 0) continue;
    const parts = linked(html.slice(token.start, token.end), pointers).map((part) =>
      "href" in part ? element("a", { href: part.href }, part.text).markup : part.text,
    );
    markup += html.slice(done, token.start) + parts.join("");
    done = token.end;
  }
  return markup + html.slice(done);
}
