import type { DumpBlock } from "../../model/block.ts";
import { readDate } from "../../time/dates.ts";
import type { Account } from "./account.ts";
import { readClock } from "./clock.ts";
import type { Row } from "./page-rows.ts";
import { readPostBody } from "./post-body.ts";
import { isHeadlineShaped } from "./post-headline.ts";
import { isResidue, namesItself } from "./residue.ts";
import { isPersonName } from "./shapes.ts";
import { leadingName } from "./sightings.ts";

/** What stands above the first post. */
export interface PageTop {
  /** ISO day that it prints, with its year; null where it prints none. */
  readonly date: string | null;
  readonly title: string | null;
  readonly byline: readonly string[];
  readonly preamble: readonly DumpBlock[];
}

/** Breadcrumbs and section names are shorter. */
const SHORTEST_TITLE = 3;

/** `The Guardian - UK` over the section, the authors and the title: a collector of papers prints it so. */
const PAPER = /^The \p{Lu}\p{L}+ - \p{L}{2,12}$/u;
const TOP_ROWS = 20;

/** Index of the row right below the title of a page that a collector of papers printed; -1 where none did. */
export function belowCollectedTitle(rows: readonly Row[]): number {
  const paper = rows.slice(0, TOP_ROWS).findLastIndex(({ text }) => PAPER.test(text));
  const title = paper < 0 ? -1 : rows.slice(0, TOP_ROWS).findIndex(({ text }, at) => at > paper && namesItself(text));
  return title < 0 ? -1 : title + 1;
}

/** Reads the rows above the first post: the page's title, who wrote it, and the rest as it stands. */
export function readTop(rows: readonly Row[], account: Account): PageTop {
  const candidates = rows.filter(({ text, bullet }) => !bullet && isTitleShaped(text));
  const title = candidates.find(({ text }) => namesItself(text)) ?? candidates[0] ?? null;
  const byline: string[] = [];
  const rest: Row[] = [];
  for (const [at, row] of rows.entries()) {
    if (row === title) {
      account.claim(row.line, row.line, "preamble");
      continue;
    }
    const isUnderPaper = rows[at + 1] === title && PAPER.test(rows[at - 2]?.text ?? "");
    const names = isUnderPaper && isNames(row.text) ? namesIn(row.text) : bylineOn(row, rows[at - 1], rows[at + 1]);
    if (names === null || byline.length > 0) rest.push(row);
    else {
      byline.push(...names);
      account.claim(row.line, row.line, "byline");
    }
  }
  return { date: dateOf(rows), title: title?.text ?? null, byline, preamble: readPostBody(rest, account, "preamble") };
}

/** The first full date on a row that is a date, or that says when the page was updated. */
function dateOf(rows: readonly Row[]): string | null {
  for (const { text } of rows) {
    const words = text.replace(/^(?:Last )?updated ?:?(?: at)? ?/i, "");
    if (!isDateRow(words)) continue;
    const date = readDate(words)?.date ?? readClock(words)?.stamp.date ?? null;
    if (date !== null && !date.startsWith("--")) return date;
  }
  return null;
}

const isTitleShaped = (text: string): boolean =>
  isHeadlineShaped(text) &&
  text.split(" ").length >= SHORTEST_TITLE &&
  !isPersonName(text) &&
  !isDateRow(text) &&
  dated(text) === null &&
  bylineWords(text) === null;

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

/** The names on a row of the page's top that says who wrote it; null where it does not. */
function bylineOn(row: Row, above: Row | undefined, below: Row | undefined): readonly string[] | null {
  if (isResidue(row.text)) return null;
  const words = row.bullet ? null : bylineWords(row.text);
  if (words !== null) return words;
  const name = dated(row.text);
  if (name !== null) return [name];
  const isSigned = below !== undefined && (isDateRow(below.text) || /^@\w{2,20}$/.test(below.text));
  if (isSigned && isNames(row.text)) return namesIn(row.text);
  return isPersonName(row.text) && above !== undefined && /^by$/i.test(above.text) ? [row.text] : null;
}
