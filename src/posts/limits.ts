import type { Problem } from "../schema/problem.ts";

/** Far deeper than anybody writes; the markdown package's stack ends at about a thousand. */
const DEEPEST = 32;
const LONGEST_BODY = 131_072;
const LONGEST_RUN = 20_000;
const MOST_MARKS = 1_000;

/** A body, a paragraph or a nesting past what the markdown package reads in reasonable time. */
export const TOO_LONG: Problem = {
  code: "markdown-too-long",
  message: `The text is longer than ${LONGEST_BODY} characters, which is a book rather than a post.`,
  hint: "Divide it into several posts.",
};

export const RUN_TOO_LONG: Problem = {
  code: "markdown-too-long",
  message: `This paragraph is longer than ${LONGEST_RUN} characters, or holds more than ${MOST_MARKS} marks such as * _ [ and \`.`,
  hint: "Divide it with blank lines; text that is not markdown belongs between lines of ```.",
};

export const TOO_DEEP: Problem = {
  code: "markdown-too-deep",
  message: `Quotes and lists are nested more than ${DEEPEST} deep here.`,
  hint: "Take out > and list marks; text that is not markdown belongs between lines of ```.",
};

/** Whether a body is too long to read. */
export function isTooLong(body: string): boolean {
  return body.length > LONGEST_BODY;
}

/** Whether a run of inline text is too long, or holds so many marks that matching them would take minutes. */
export function isRunTooLong(run: string): boolean {
  if (run.length > LONGEST_RUN) return true;
  let marks = 0;
  for (const character of run) if ("*_~`[<!".includes(character)) marks++;
  return marks > MOST_MARKS;
}

/** The list mark at the beginning of a text: `- `, `12. `. Empty where there is none. */
const LIST_MARK = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;

/** A line across the page: `* * *`, which looks like marks and is none. */
function isRule(line: string): boolean {
  const bare = line.replaceAll(/[ \t]/g, "");
  return bare.length > 2 && "-*_".includes(bare[0] ?? "") && bare === (bare[0] ?? "").repeat(bare.length);
}

/**
 * The first line (from 0) at which quotes and lists nest too deep, or null. One pass over the lines, before markdown is read:
 *
 *     > > - a        two quotes and a list on one line
 *     >     - b      a list inside the list above: deeper than where that one's text may begin
 *
 * It may count a little too many, never too few.
 */
export function tooDeepLine(body: string): number | null {
  // Columns from which text belongs to the lists that are open, outermost first.
  let open: number[] = [];
  for (const [index, line] of body.split("\n").entries()) {
    if (line.trim() === "" || isRule(line)) continue;
    let quotes = 0;
    let column = 0;
    let at = 0;
    let placed = false;
    for (; at < line.length; ) {
      const character = line[at];
      if (character === " " || character === "\t") column += character === "\t" ? 4 - (column % 4) : 1;
      else if (character === ">") [quotes, column] = [quotes + 1, column + 1];
      else {
        if (!placed) open = open.filter((start) => start <= column);
        placed = true;
        const mark = LIST_MARK.exec(line.slice(at, at + 12))?.[0];
        if (mark === undefined) break;
        [column, at] = [column + mark.length, at + mark.length];
        open.push(column);
        if (open.length + quotes > DEEPEST) return index;
        continue;
      }
      at++;
      if (open.length + quotes > DEEPEST) return index;
    }
  }
  return null;
}
