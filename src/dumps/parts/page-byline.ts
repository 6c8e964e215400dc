import { readDate } from "../../time/dates.ts";
import { readClock } from "./clock.ts";
import type { Row } from "./page-rows.ts";
import { isReadingTime, isResidue } from "./residue.ts";
import { isPersonName } from "./shapes.ts";
import { leadingName } from "./sightings.ts";

/** `The Guardian - UK` over the section, the authors and the title: a collector of papers prints it so. */
export const PAPER = /^The \p{Lu}\p{L}+ - \p{L}{2,12}$/u;

/** Who wrote a page, and the rows of its top that say so. */
export interface Byline {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
}

/** The first rows of a page's top that say who wrote it: one, or names behind bullets, line under line. */
export function bylineOf(rows: readonly Row[], title: Row | null): Byline {
  for (let at = 0; at < rows.length; ) {
    const run = runFrom(rows, at);
    const around = { above: rows.slice(Math.max(at - 2, 0), at), below: rows[at + run.length], title };
    const said = run.filter((row) => row !== title && !isResidue(row.text));
    const names = said.flatMap((row) => namesOn(row, around) ?? []);
    if (names.length > 0) return { names, rows: said };
    at += run.length;
  }
  return { names: [], rows: [] };
}

/** The names behind bullets that start at a row, or that row alone. */
function runFrom(rows: readonly Row[], from: number): readonly Row[] {
  let end = from;
  while (rows[end]?.bullet === true && isPersonName(rows[end]?.text ?? "")) end++;
  return rows.slice(from, Math.max(end, from + 1));
}

/** Whether a row says who wrote it by its words alone. */
export const isByline = (text: string): boolean => dated(text) !== null || bylineWords(text) !== null;

/** A row that is a date, with a clock time or without. */
export function isDateRow(text: string): boolean {
  const clock = readClock(text);
  const length = Math.max(readDate(text)?.length ?? 0, clock !== null && clock.form !== "bare" ? clock.length : 0);
  return length > 0 && /^[\s.,|)]*$/.test(text.slice(length, length + 20));
}

/** `Ines Barrow Wed, Jul 11`: the name, or null. */
function dated(text: string): string | null {
  const name = text.length > 90 ? null : leadingName(text.split(/ (?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|\d))/)[0] ?? "");
  if (name === null || name.rest !== "" || !isPersonName(name.name)) return null;
  const behind = text.slice(name.name.length).replace(/^[ ,|–—-]{1,4}/, "");
  return behind !== "" && isDateRow(behind) ? name.name : null;
}

/** Longer than any line of names. */
const LONGEST = 200;
const SHIFT = / ?\((?:now|earlier|later|until [^()]{1,12}|from [^()]{1,12}|and earlier)\)/g;

/** Names behind `By`, before it, or with the shifts they worked: `Ines Barrow (now) and Nell Tewke (earlier)`. */
function bylineWords(text: string): readonly string[] | null {
  if (text.length > LONGEST) return null;
  const by = /^[Bb]y (?=\p{Lu})/u.exec(text)?.[0].length ?? 0;
  const after = by === 0 && / [Bb]y$/.test(text) ? 3 : 0;
  const inShifts = text.replace(SHIFT, "") !== text;
  if (by === 0 && after === 0 && !inShifts) return null;
  const names = namesIn(text.slice(by, text.length - after).replace(SHIFT, ""));
  return names.length === 0 ? null : names;
}

/** `Ines Barrow, Nell T and Josh Tarrant, CNN`: an outlet in capitals or behind a bar is nobody's name; nor is a place or a job. */
function namesIn(text: string): readonly string[] {
  const parts = (text.split(" | ", 1)[0] ?? "").split(/,? and |, ?| & /).map((part) => part.trim());
  const names = parts.filter((part) => {
    const name = leadingName(part);
    return name !== null && name.rest === "" && part.split(" ").length > 1 && part !== part.toUpperCase();
  });
  const first = parts[0] === undefined ? null : leadingName(parts[0]);
  return first === null || (first.rest !== "" && names.length === 0) ? [] : names;
}

/** `Ines Barrow, Nell Tewke and Josh Tarrant`: names and nothing else. */
const isNames = (text: string): boolean => text.length <= LONGEST && text.split(/,? and |, ?| & /).every(isPersonName);

interface Around {
  /** The two rows above, the nearest last. */
  readonly above: readonly Row[];
  readonly below: Row | undefined;
  readonly title: Row | null;
}

const HANDLE = /^@\w{2,20}$/;

/**
 * The names on a row of the page's top that says who wrote it; null where it does not. Names and nothing else do so over a date,
 * a handle or how long the reading takes, under `By`, right under the title if they are several, and right over it where a
 * collector prints the paper and the section above them.
 */
function namesOn(row: Row, { above, below, title }: Around): readonly string[] | null {
  const words = row.bullet ? null : bylineWords(row.text);
  if (words !== null) return words;
  const name = dated(row.text);
  if (name !== null) return [name];
  if (!isNames(row.text)) return null;
  const over = below !== undefined && (isDateRow(below.text) || HANDLE.test(below.text) || isReadingTime(below.text));
  const [first, nearest] = above.length < 2 ? [undefined, above[0]] : above;
  const under = nearest !== undefined && (/^by$/i.test(nearest.text) || (nearest === title && !isPersonName(row.text)));
  const between = below !== undefined && below === title && PAPER.test(first?.text ?? "");
  return over || under || between ? namesIn(row.text) : null;
}
