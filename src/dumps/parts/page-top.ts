import type { DumpBlock } from "../../model/block.ts";
import { readDate } from "../../time/dates.ts";
import type { Account } from "./account.ts";
import { readClock } from "./clock.ts";
import { bylineOf, isByline, isDateRow, PAPER } from "./page-byline.ts";
import type { Row } from "./page-rows.ts";
import { readPostBody } from "./post-body.ts";
import { isHeadlineShaped } from "./post-headline.ts";
import { namesItself } from "./residue.ts";
import { isPersonName } from "./shapes.ts";

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
  const byline = bylineOf(rows, title);
  if (title !== null) account.claim(title.line, title.line, "title");
  for (const { line } of byline.rows) account.claim(line, line, "byline");
  const told = new Set([title, ...byline.rows]);
  const rest = rows.filter((row) => !told.has(row));
  const preamble = readPostBody(rest, account, "preamble");
  return { date: dateOf(rows), title: title?.text ?? null, byline: byline.names, preamble };
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
  !isByline(text);
