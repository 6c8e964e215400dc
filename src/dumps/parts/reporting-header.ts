import type { DumpBlock } from "../../model/block.ts";
import type { SummaryBullet } from "../../model/dump.ts";
import { dateExists } from "../../time/zones.ts";
import type { Account, Role } from "./account.ts";
import { isTight, type Row } from "./reporting-rows.ts";
import {
  bylineNames,
  isFurniture,
  isGetInvolved,
  isLicenceQuestion,
  isReportingHeading,
  isSummaryHeading,
  isTimesNote,
} from "./reporting-words.ts";
import { isPersonName, wordCount } from "./shapes.ts";

/** The top of a page headed `Live Reporting`, up to its posts. */
export interface ReportingHeader {
  readonly title: string | null;
  /** ISO date, where the dump opens with one. */
  readonly date: string | null;
  readonly summary: readonly SummaryBullet[];
  readonly byline: readonly string[];
  readonly preamble: readonly DumpBlock[];
  /** Index of the row where the posts start. */
  readonly body: number;
}

/** Further down than this no header goes. */
const LONGEST_HEADER = 80;

/** What is longer at the top is a standfirst. */
const LONGEST_TITLE = 160;

/** `Find out more`, `I don't have a TV Licence.`: the block has four lines, question included. */
const LICENCE_LINES = 4;

const DATE = /^date (\d{4}-\d{2}-\d{2})(?= |$)/;
const NUMBERED = /^\d{1,3}\. /;
const BULLET = /^[•◦▪‣·]\s/;
const ITEM = /^(?:\d{1,3}\.|[•◦▪‣·])\s/;

/** `Send a text to +44 7700 900123`: how to get involved. */
const ADDRESS = /\d{5}|\d{3,4} \d{3}|@|\b(?:send|text|tweet|e-?mail|whatsapp|comment|post|contact|facebook|twitter)\b/i;

/** Where the parts of a header start; -1 for a part that is not there. */
interface Parts {
  readonly licence: number;
  readonly heading: number;
  readonly times: number;
}

/** How many marks of such a page these rows hold, the date at the very start included. */
export function headerMarks(rows: readonly Row[]): number {
  const { licence, heading, times } = findParts(rows);
  return [licence, heading, times].filter((at) => at >= 0).length + (dateOf(rows) === null ? 0 : 1);
}

function findParts(rows: readonly Row[]): Parts {
  const top = rows.slice(0, LONGEST_HEADER);
  return {
    licence: top.findIndex(({ text }) => isLicenceQuestion(text)),
    heading: top.findIndex(({ text }) => isReportingHeading(text)),
    times: top.findIndex(({ text }) => isTimesNote(text)),
  };
}

/** ` date 2019-09-16 Live`: the day of the page, glued in front of its first words. */
function dateOf(rows: readonly Row[]): string | null {
  const date = DATE.exec(rows[0]?.text.slice(0, 20) ?? "")?.[1];
  return date !== undefined && dateExists(date) ? date : null;
}

/**
 * Reads
 *
 *      date 2019-09-16 Live                  the day, and the page's section or title
 *
 *     Harwell Live: local stories            title
 *
 *     Got a TV Licence?                      four lines
 *     …
 *       1. Updates on Friday                 summary: numbered like the posts, without blanks
 *       2. Rain stops play
 *
 *     Live Reporting
 *
 *     By Ines Barrow and Tam Rossway         byline
 *
 *     All times stated are UK
 *
 *     Get involved
 *       • Text us on 81111
 *
 * Every part may be missing. Claims all of it; what is none of these is preamble.
 */
export function readReportingHeader(rows: readonly Row[], account: Account): ReportingHeader {
  const parts = findParts(rows);
  const marked = parts.licence >= 0 || parts.heading >= 0 || parts.times >= 0;
  const date = dateOf(rows);
  const licenceEnd = licenceBlock(rows, parts);
  const items = findSummary(rows, licenceEnd, parts);
  const topEnd = marked
    ? firstOf([parts.licence, items[0] ?? -1, parts.heading, parts.times])
    : unmarkedTop(rows, date);
  const bylines = findBylines(rows, parts);
  const end = Math.max(topEnd, licenceEnd, parts.heading + 1, parts.times + 1, (items.at(-1) ?? -1) + 1);
  const body = skipInvitation(rows, Math.max(end, (bylines.at(-1) ?? -1) + 1), marked);

  const top = readTop(rows.slice(0, topEnd), date);
  const preamble: DumpBlock[] = [];
  const itemSet = new Set(items);
  const bylineSet = new Set(bylines);
  rows.slice(0, body).forEach(({ line, text }, at) => {
    const role = top[at]?.role ?? roleIn(at, text, parts, licenceEnd, itemSet, bylineSet, end);
    account.claim(line, line, role);
    if (role === "preamble") preamble.push({ kind: "paragraph", text: top[at]?.text ?? text, start: line, end: line });
  });
  return {
    title: top.find(({ role }) => role === "title")?.text ?? null,
    date,
    summary: items.flatMap((at) => summaryBullet(rows[at])),
    byline: bylines.flatMap((at) => bylineNames(rows[at]?.text ?? "", isPersonName)),
    preamble,
    body,
  };
}

const firstOf = (places: readonly number[]): number => Math.min(...places.filter((at) => at >= 0));

const summaryBullet = (row: Row | undefined): readonly SummaryBullet[] =>
  row === undefined ? [] : [{ text: row.text.replace(ITEM, ""), line: row.line }];

/** What a row below the top and above the posts is. */
function roleIn(
  at: number,
  text: string,
  { licence, heading, times }: Parts,
  licenceEnd: number,
  items: ReadonlySet<number>,
  bylines: ReadonlySet<number>,
  end: number,
): Role {
  if (items.has(at)) return "summary";
  if (bylines.has(at)) return "byline";
  if (at === heading || at === times || (at >= licence && at < licenceEnd)) return "boilerplate";
  if (at >= end) return BULLET.test(text) && !ADDRESS.test(text.slice(0, 200)) ? "preamble" : "boilerplate";
  if (isSummaryHeading(text)) return "summary-heading";
  return isFurniture(text) || isGetInvolved(text) ? "boilerplate" : "preamble";
}

/** Where the lines about the licence end: after four, or where another part starts. */
function licenceBlock(rows: readonly Row[], { licence, heading, times }: Parts): number {
  if (licence < 0) return 0;
  let end = licence + 1;
  while (end < licence + LICENCE_LINES && end < rows.length) {
    if (end === heading || end === times || NUMBERED.test(rows[end]?.text ?? "")) break;
    end++;
  }
  return end;
}

/**
 * The numbered lines above the heading; where a dump lost their numbers, those between the licence and the heading that are
 * no sentences. Without a heading, the numbered lines under the licence without a blank between them.
 */
function findSummary(rows: readonly Row[], from: number, { heading, times }: Parts): readonly number[] {
  const end = heading >= 0 ? heading : times;
  if (end >= 0) {
    const numbered = indices(from, end).filter((at) => ITEM.test(rows[at]?.text ?? ""));
    if (numbered.length > 0 || from === 0) return numbered;
    return indices(from, end).filter((at) => isBulletText(rows[at]?.text ?? ""));
  }
  let at = from;
  while (ITEM.test(rows[at]?.text ?? "") && (at === from || isTight(rows[at]))) at++;
  return from > 0 && at - from > 1 ? indices(from, at) : [];
}

const isBulletText = (text: string): boolean => !text.endsWith(".") && !isSummaryHeading(text) && !isFurniture(text);

const indices = (from: number, end: number): readonly number[] =>
  Array.from({ length: Math.max(end - from, 0) }, (_, offset) => from + offset);

/** The top of a page without any of the parts: the line with the date, or a title that is printed twice. */
function unmarkedTop(rows: readonly Row[], date: string | null): number {
  const doubled = rows.length > 2 && rows[0]?.text === rows[1]?.text;
  if (doubled) return 2;
  return date === null ? 0 : 1;
}

/** `Midlands Live: local stories`: what a title has and the name of a section or a region hasn't. */
const TITLED = /: \S|\S ?\blive\b|\blive\b ?\S/i;

/** Parts of the site, over a page's title. */
const SECTION = /^(?:live|news|sport|uk|world|england|scotland|wales|northern ireland)$/i;

/**
 * The page's title: the first line that is no sentence and has a colon or the word `live`, else the first that is no
 * sentence; one word in front (`Live`) is the section. Words behind a date are the page's even where they are a
 * sentence. What is printed twice counts once.
 */
function readTop(top: readonly Row[], date: string | null): readonly { readonly text: string; readonly role: Role }[] {
  const texts = top.map((row, at) => (at === 0 && date !== null ? row.text.replace(DATE, "").trim() : row.text));
  const seen = new Set<string>();
  const idle = texts.map((text, at) => {
    const section = at === 0 && top.length > 1 && SECTION.test(text);
    const again = seen.has(text);
    seen.add(text);
    return text === "" || section || again || isFurniture(text);
  });
  const candidates = texts.filter(
    (text, at) =>
      idle[at] === false &&
      (wordCount(text) > 1 || top.length === 1) &&
      text.length <= LONGEST_TITLE &&
      !text.endsWith("."),
  );
  const title = candidates.find((text) => TITLED.test(text)) ?? candidates[0];
  return texts.map((text, at) => ({ text, role: idle[at] ? "boilerplate" : text === title ? "title" : "preamble" }));
}

/** Between the heading and the note on times; without that note, the line under the heading. */
function findBylines(rows: readonly Row[], { heading, times }: Parts): readonly number[] {
  if (heading < 0) return [];
  const between = indices(heading + 1, times > heading ? times : Math.min(heading + 2, rows.length));
  return between.filter((at) => bylineNames(rows[at]?.text ?? "", isPersonName).length > 0);
}

/** `Get involved`, the addresses below it, and other buttons. */
function skipInvitation(rows: readonly Row[], from: number, marked: boolean): number {
  const text = (at: number): string => rows[at]?.text ?? "";
  let at = from;
  if (!marked) return at;
  while (isFurniture(text(at))) at++;
  if (isGetInvolved(text(at))) {
    at++;
    while (BULLET.test(text(at))) at++;
  }
  while (isFurniture(text(at))) at++;
  return at;
}
