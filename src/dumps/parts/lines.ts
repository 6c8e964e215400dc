import type { Place } from "../../model/diagnostic.ts";
import type { Line, Source } from "../../model/source.ts";
import type { InkedLine, Page } from "../dialect.ts";

/**
 * The lines of a text, numbered from 1 and otherwise untouched: indentation and trailing spaces mean something to a dialect.
 * A line ends at `\n`, `\r\n` or a lone `\r` and at nothing else; an end at the very end of the file starts no further line.
 */
export function linesOf(text: string): readonly Line[] {
  const texts = text.includes("\r") ? text.split(/\r\n|\n|\r/) : text.split("\n");
  if (texts.at(-1) === "") texts.pop();
  return texts.map((line, index) => ({ number: index + 1, text: line }));
}

const TAB = 0x09;
const SPACE = 0x20;
const DELETE = 0x7f;

/** Index of a text's first character that is no white space; its length where all is. */
function firstInk(text: string): number {
  let at = 0;
  while (text.charCodeAt(at) === SPACE) at++;
  // Nearly always what stands there is a plain letter or mark; of all else, `trimStart` knows what is white space.
  const code = text.charCodeAt(at);
  return code > SPACE && code < DELETE ? at : text.length - text.trimStart().length;
}

/** Whether a line holds nothing but white space, no-break spaces included. */
export function isBlank({ text }: Line): boolean {
  return firstInk(text) === text.length;
}

/** The words of a line as a block keeps them: trimmed, each run of white space (no-break spaces too) one plain space. */
export function words(text: string): string {
  const trimmed = text.trim();
  // Nearly every line is in order already: two quick looks spare it the replacing.
  return trimmed.includes("  ") || /[^\S ]/.test(trimmed) ? trimmed.replaceAll(/\s+/g, " ") : trimmed;
}

/** How far a line is indented: white space counts one each, a tab four. */
export const indentOf = (text: string): number => widthOf(text, firstInk(text));

function widthOf(text: string, ink: number): number {
  let tabs = 0;
  for (let at = 0; at < ink; at++) if (text.charCodeAt(at) === TAB) tabs++;
  return ink + 3 * tabs;
}

/** The lines with words. Each line is measured and collapsed here once, whatever a dialect asks of it later. */
export function inkedLines(lines: readonly Line[]): readonly InkedLine[] {
  const inked: InkedLine[] = [];
  let ink = firstInk(lines[0]?.text ?? "");
  lines.forEach(({ number, text }, index) => {
    const below = lines[index + 1]?.text ?? "";
    const next = firstInk(below);
    if (ink < text.length) {
      inked.push({ line: number, text: words(text), indent: widthOf(text, ink), tight: next < below.length });
    }
    ink = next;
  });
  return inked;
}

const EXCERPT_LENGTH = 160;

/** A dump as dialects see it. */
export function pageOf(source: Source): Page {
  const lines = linesOf(source.text);
  return { source, lines, inked: inkedLines(lines) };
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
