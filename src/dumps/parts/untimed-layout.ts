import type { Page, Reading } from "../dialect.ts";
import { openAccount } from "./account.ts";
import { type Row, rowsOf } from "./page-rows.ts";
import { behindTop, type Cut, cutByBlanks, cutByHeadlines } from "./post-cuts.ts";
import { BY } from "./post-headline.ts";
import { readPublisherPage } from "./publisher-page.ts";
import { isResidue } from "./residue.ts";

/** A single headline is an article's, unless the page calls itself live and prints it where its posts start, or signed. */
const ENOUGH_HEADLINES = 2;
/** Fewer blocks between blanks are a note's. */
const ENOUGH_BLOCKS = 4;

/** Where the posts of a page without times start, as far as anyone can tell. */
export interface UntimedLayout {
  readonly why: string;
  readonly cuts: readonly Cut[];
  /** Posts with headlines stand newest first; a text without any reads on downwards. */
  readonly usual: Reading["order"];
  /** Whether that is enough to take the page for one of several posts. */
  readonly enough: boolean;
}

/** By headlines over paragraphs, or by blank lines where there are no headlines. */
export function untimedLayout({ inked }: Page): UntimedLayout {
  const rows = rowsOf(inked);
  const headed = cutByHeadlines(rows);
  if (headed.length >= ENOUGH_HEADLINES) {
    return { why: "headlines over paragraphs", cuts: headed, usual: "newest-first", enough: true };
  }
  const cuts = cutByBlanks(rows);
  const [only] = headed;
  const live = behindTop(rows, rows.length) > 0;
  if (live && only !== undefined && (opensPosts(rows, only) || cuts.length < ENOUGH_BLOCKS)) {
    return { why: "a headline over paragraphs", cuts: headed, usual: "newest-first", enough: true };
  }
  return {
    ...{ why: "paragraphs between blank lines", cuts, usual: "oldest-first" },
    enough: cuts.length >= ENOUGH_BLOCKS,
  };
}

/** Whether a headline stands where the posts of a page start, or with an author above or below it. */
function opensPosts(rows: readonly Row[], { start }: Cut): boolean {
  const top = behindTop(rows, rows.length);
  if (rows.slice(top, start).every(({ text }) => isResidue(text))) return true;
  return rows[start]?.bullet === true || BY.test(rows[start + 1]?.text ?? "");
}

/** Reads a page without times by such a layout. */
export function readUntimed(page: Page, { cuts, usual }: UntimedLayout): Reading {
  const account = openAccount(page);
  return readPublisherPage({ page, rows: rowsOf(page.inked), pattern: null, cut: () => cuts, usual, account });
}
