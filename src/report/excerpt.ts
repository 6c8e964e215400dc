import { visible } from "./visible.ts";
import { textWidth } from "./width.ts";

/** A line fits into a terminal beside another window. */
const MAX_WIDTH = 100;

/** Of a line that does not, this much is shown before the place. */
const WIDTH_BEFORE = 40;

const TAB_STOP = 4;

/** One character of the line as it is printed. */
interface Cell {
  readonly text: string;
  readonly width: number;
  /** Where it stands in the line, in UTF-16 code units. */
  readonly offset: number;
}

/** A line with a place on it, ready to print: the caret belongs below the cell `caret`, counted from 0. */
export interface Excerpt {
  readonly text: string;
  readonly caret: number;
}

function toCells(text: string, start: number): readonly Cell[] {
  const cells: Cell[] = [];
  let offset = start;
  let at = 0;
  for (const character of text) {
    const shown = character === "\t" ? " ".repeat(TAB_STOP - (at % TAB_STOP)) : visible(character);
    const width = textWidth(shown);
    cells.push({ text: shown, width, offset });
    offset += character.length;
    at += width;
  }
  return cells;
}

/** The part of a line around a place. Code units outside it are not looked at: a line can have a million. */
function around(line: string, place: number): { readonly text: string; readonly start: number } {
  let start = Math.max(0, place - 2 * MAX_WIDTH);
  // Not between the halves of one character.
  if (start > 0 && /[\udc00-\udfff]/.test(line.charAt(start))) start -= 1;
  return { text: line.slice(start, place + 2 * MAX_WIDTH), start };
}

/** How many cells of `cells`, from the first, fit into a width. */
function fitting(cells: readonly Cell[], width: number): number {
  let used = 0;
  const over = cells.findIndex((cell) => {
    used += cell.width;
    return used > width;
  });
  return over === -1 ? cells.length : over;
}

/**
 * What to print of a source line, and where the caret goes.
 * Tabs become spaces, characters that a terminal would obey become visible, a long line is clipped around the place.
 * @param column from 1, in UTF-16 code units; one past the end is the line's end
 */
export function excerptAt(line: string, column: number): Excerpt {
  const place = Math.min(Math.max(column - 1, 0), line.length);
  const { text, start } = around(line, place);
  const cells = toCells(text, start);
  const found = cells.findIndex((cell) => place < cell.offset + codeUnits(line, cell.offset));
  const index = found === -1 ? cells.length : found;

  const whole = start === 0 && text.length === line.length && fitting(cells, MAX_WIDTH) === cells.length;
  const before = whole ? index : fitting(cells.slice(0, index).reverse(), WIDTH_BEFORE);
  const first = index - before;
  const rest = cells.slice(first);
  const shown = rest.slice(0, whole ? rest.length : fitting(rest, MAX_WIDTH));

  const isCutBefore = start > 0 || first > 0;
  const isCutAfter = start + text.length < line.length || shown.length < rest.length;
  const caret = shown.slice(0, before).reduce((sum, cell) => sum + cell.width, isCutBefore ? 1 : 0);
  const words = shown.map((cell) => cell.text).join("");
  return { text: `${isCutBefore ? "…" : ""}${words}${isCutAfter ? "…" : ""}`, caret };
}

function codeUnits(line: string, offset: number): number {
  return (line.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}
