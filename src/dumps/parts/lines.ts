import type { Place } from "../../model/diagnostic.ts";
import type { Line, Source } from "../../model/source.ts";
import type { InkedLine, Page } from "../dialect.ts";

/**
 * The lines of a text, numbered from 1 and otherwise untouched: indentation and trailing spaces mean something to a dialect.
 * A line ends at `\n`, `\r\n` or a lone `\r` and at nothing else; an end at the very end of the file starts no further line.
 */
export function linesOf(text: string): readonly Line[] {
  const texts = withPlainEnds(text).split("\n");
  if (texts.at(-1) === "") texts.pop();
  return texts.map((line, index) => ({ number: index + 1, text: line }));
}

const withPlainEnds = (text: string): string => (text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text);

const TAB = 0x09;
const SPACE = 0x20;
const DELETE = 0x7f;

/** Index of the first character from there on that is no white space; the end where all is. */
function firstInk(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === SPACE) at++;
  // Nearly always what stands there is a plain letter or mark; of all else, `trimStart` knows what is white space.
  const code = at === end ? DELETE : text.charCodeAt(at);
  return at === end || (code > SPACE && code < DELETE) ? at : end - text.slice(at, end).trimStart().length;
}

/** The words of a line as a block keeps them: trimmed, each run of white space (no-break spaces too) one plain space. */
export function words(text: string): string {
  const trimmed = text.trim();
  // Nearly every line is in order already: two quick looks spare it the replacing.
  return trimmed.includes("  ") || /[^\S ]/.test(trimmed) ? trimmed.replaceAll(/\s+/g, " ") : trimmed;
}

/** How far in a line's words stand: white space counts one each, a tab four. */
function widthOf(text: string, start: number, ink: number): number {
  let tabs = 0;
  for (let at = start; at < ink; at++) if (text.charCodeAt(at) === TAB) tabs++;
  return ink - start + 3 * tabs;
}

/**
 * The lines with words, and how many lines there are in all. Each is measured and collapsed here once, straight from the
 * text, whatever a dialect asks of it later: lines without words, most of a long dump, cost nothing.
 */
function measured(source: string): Pick<Page, "count" | "inked"> {
  const text = withPlainEnds(source);
  const inked: { -readonly [Key in keyof InkedLine]: InkedLine[Key] }[] = [];
  let count = 0;
  let last = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    const ink = firstInk(text, start, end);
    count++;
    if (ink < end) {
      const above = inked.at(-1);
      if (above !== undefined && last === count - 1) above.tight = true;
      const indent = widthOf(text, start, ink);
      inked.push({ line: count, text: words(text.slice(ink, end)), indent, tight: false, blanks: count - last - 1 });
      last = count;
    }
    start = end + 1;
  }
  return { count, inked };
}

const EXCERPT_LENGTH = 160;

/** A dump as dialects see it. */
export function pageOf(source: Source): Page {
  let lines: readonly Line[] | null = null;
  return {
    source,
    ...measured(source.text),
    get lines() {
      lines ??= linesOf(source.text);
      return lines;
    },
  };
}

/** The same page with nothing but these lines on it, both included; every line keeps its number. */
export function partOf(page: Page, start: number, end: number): Page {
  const kept = page.inked.filter(({ line }) => line >= start && line <= end);
  const [first, last] = [kept[0], kept.at(-1)];
  const edged = kept.map((each) => ({
    ...each,
    blanks: each === first ? each.line - 1 : each.blanks,
    tight: each !== last && each.tight,
  }));
  return { source: page.source, count: page.count, inked: edged, lines: page.lines };
}

/** Where a line stands, for a diagnostic. The caret goes under its first word. */
export function placeOf(source: Source, line: Line): Place {
  return {
    file: source.file,
    line: line.number,
    column: line.text.length - line.text.trimStart().length + 1,
    excerpt: line.text.length > EXCERPT_LENGTH ? `${line.text.slice(0, EXCERPT_LENGTH)}…` : line.text,
  };
}
