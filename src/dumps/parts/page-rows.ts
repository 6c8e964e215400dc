import type { InkedLine } from "../dialect.ts";
import { readClock } from "./clock.ts";

/** A line with words, as publishers' dialects see it. */
export interface Row {
  readonly line: number;
  /** Collapsed, bullet and aggregator's date prefix taken off. */
  readonly text: string;
  readonly indent: number;
  /** How many blank lines stand above it. */
  readonly blanks: number;
  readonly bullet: boolean;
}

const BULLET = /^[•◦▪‣·*] (?=\S)/;

/** ` date 2019-05-23 Counting begins`: collectors of pages glue the day in front of the first line. */
const DATE_PREFIX = /^date ((?:19|20)\d{2}-\d{2}-\d{2})(?: |$)/;

/** The lines that hold words. What stood in front of the first line as its date is no words of the page. */
export function rowsOf(inked: readonly InkedLine[]): readonly Row[] {
  return inked.map(({ line, text: whole, indent, blanks }, at) => {
    const text = at === 0 ? whole.replace(DATE_PREFIX, "") : whole;
    const bullet = BULLET.test(text);
    return { line, text: bullet ? text.slice(2) : text, indent, blanks, bullet };
  });
}

/** The day that stands glued in front of a dump's first words, ISO, or null. */
export function prefixedDate([first]: readonly InkedLine[]): string | null {
  return first === undefined ? null : (DATE_PREFIX.exec(first.text)?.[1] ?? null);
}

const HALF_DAY_TIME = /^\d{1,2}[.:]\d{2} ?[ap]m(?: [A-Z]{2,5}(?:[+-]\d{1,2})?)?(?= ?\d{1,2}:\d{2}$)/i;

/** `5.20pm GMT17:20` → `5.20pm GMT`: one time in two ways, the second glued to the first. */
export function withoutGluedTwin(text: string): string {
  const printed = text.length > 40 ? null : (HALF_DAY_TIME.exec(text)?.[0] ?? null);
  if (printed === null) return text;
  const [first, second] = [readClock(printed), readClock(text.slice(printed.length).trimStart())];
  return first?.stamp.time === second?.stamp.time && first?.length === printed.length ? printed : text;
}

/** The same rows without the second of two that print one time in two ways: `11.08am BST` over `11:08`. */
export function withoutTwins(rows: readonly Row[]): { readonly rows: readonly Row[]; readonly twins: readonly Row[] } {
  const twins = rows.filter((row, at) => {
    const above = rows[at - 1];
    if (above === undefined || row.blanks > 0 || row.text.length > 30 || above.text.length > 30) return false;
    if (!/^\d/.test(row.text) || !/^\d/.test(above.text)) return false;
    const [first, second] = [readClock(above.text), readClock(row.text)];
    if (first?.length !== above.text.length || second?.length !== row.text.length) return false;
    return first.stamp.time !== null && first.stamp.time === second.stamp.time && row.text !== above.text;
  });
  const dropped = new Set(twins);
  return { rows: rows.filter((row) => !dropped.has(row)), twins };
}

/**
 * `10:2510:25` → `10:25`. A comparison of two versions prints a line that did not change twice, without a space between,
 * its headline with one.
 */
export function undoubled(text: string): string {
  for (const gap of [0, 1]) {
    const half = (text.length - gap) / 2;
    if (!Number.isInteger(half) || half < 2) continue;
    if (text.slice(0, half) === text.slice(half + gap) && (gap === 0 || text[half] === " ")) return text.slice(0, half);
  }
  return text;
}
