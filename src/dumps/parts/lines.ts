import type { Place } from "../../model/diagnostic.ts";
import type { Line, Source } from "../../model/source.ts";

/**
 * The lines of a text, numbered from 1 and otherwise untouched: indentation and trailing spaces mean something to a dialect.
 * A line ends at `\n`, `\r\n` or a lone `\r` and at nothing else; an end at the very end of the file starts no further line.
 */
export function linesOf(text: string): readonly Line[] {
  const texts = text.split(/\r\n|\n|\r/);
  if (texts.at(-1) === "") texts.pop();
  return texts.map((line, index) => ({ number: index + 1, text: line }));
}

/** Whether a line holds nothing but white space, no-break spaces included. */
export function isBlank(line: Line): boolean {
  return line.text.trim() === "";
}

/** The words of a line as a block keeps them: trimmed, each run of white space (no-break spaces too) one plain space. */
export function words(text: string): string {
  // Only what is not already one plain space is matched: most lines need no change.
  return text.trim().replaceAll(/ \s+|[^\S ]\s*/g, " ");
}

/** How far a line is indented: white space counts one each, a tab four. */
export function indentOf(text: string): number {
  const width = text.length - text.trimStart().length;
  let tabs = 0;
  for (let at = 0; at < width; at++) if (text[at] === "\t") tabs++;
  return width + 3 * tabs;
}

const EXCERPT_LENGTH = 160;

/** Where a line stands, for a diagnostic. The caret goes under its first word. */
export function placeOf(source: Source, line: Line): Place {
  return {
    file: source.file,
    line: line.number,
    column: line.text.length - line.text.trimStart().length + 1,
    excerpt: line.text.length > EXCERPT_LENGTH ? `${line.text.slice(0, EXCERPT_LENGTH)}…` : line.text,
  };
}
