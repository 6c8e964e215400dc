import type { PrintedStamp } from "../../model/stamp.ts";
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

/** `3h ago06.30 BST` */
const AGO = /^\d{1,3} ?(?:[smhd]|secs?|mins?|hrs?|hours?|days?) ago ?(?=\d{1,2}[.:]\d{2})/i;

/**
 * `5.20pm GMT17:20` → `5.20pm GMT`, `3h ago06.30 BST` → `06.30 BST`: one time in two ways, the second glued to the first.
 */
export function withoutGluedTwin(text: string): string {
  const ago = text.length > 40 ? null : AGO.exec(text);
  if (ago !== null) return text.slice(ago[0].length);
  const printed = text.length > 40 ? null : (HALF_DAY_TIME.exec(text)?.[0] ?? null);
  if (printed === null) return text;
  const [first, second] = [readClock(printed), readClock(text.slice(printed.length).trimStart())];
  return first?.stamp.time === second?.stamp.time && first?.length === printed.length ? printed : text;
}

/**
 * The same rows without one of two that print one time in two ways: `11.08am BST` over `11:08`, of which the second goes;
 * `2 hours ago` over `(13:20 GMT)`, of which the clock's stays.
 */
export function withoutTwins(rows: readonly Row[]): { readonly rows: readonly Row[]; readonly twins: readonly Row[] } {
  const twins = rows.flatMap((row, at): readonly Row[] => {
    const above = rows[at - 1];
    if (above === undefined || row.text.length > 30 || above.text.length > 30) return [];
    const [first, second] = [aloneOn(above.text), aloneOn(row.text)];
    if (first === null || second?.time == null) return [];
    if (first.relative !== null && first.time === null) return [above];
    return /^\d/.test(row.text) && first.time === second.time && row.text !== above.text ? [row] : [];
  });
  const dropped = new Set(twins);
  // The room over a row that goes is the room over the next.
  const kept = rows.flatMap((row, at): readonly Row[] => {
    const above = rows[at - 1];
    if (dropped.has(row)) return [];
    return above !== undefined && dropped.has(above) ? [{ ...row, blanks: row.blanks + above.blanks }] : [row];
  });
  return { rows: kept, twins };
}

/** The time that is all a row says, in brackets or without; null where it says more. */
function aloneOn(text: string): PrintedStamp | null {
  if (!/^\(?\d/.test(text)) return null;
  const words = text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1) : text;
  const reading = readClock(words);
  return reading?.length === words.length ? reading.stamp : null;
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

/** Shorter ends that repeat a row's start are chance. */
const FEWEST_DOUBLED = 5;
/** Longer rows would cost more to try than they are worth. */
const LONGEST_DOUBLED = 4000;

/** The same for a dump's last row, whose second half was cut off: `10.25am BST10.25am B` → `10.25am BST`. */
export function undoubledCut(text: string): string {
  if (text.length > LONGEST_DOUBLED) return text;
  const start = text.slice(0, FEWEST_DOUBLED);
  for (let at = Math.ceil(text.length / 2); at + FEWEST_DOUBLED <= text.length; at++) {
    if (text.startsWith(start, at) && text.startsWith(text.slice(at))) return text.slice(0, at);
  }
  return text;
}
