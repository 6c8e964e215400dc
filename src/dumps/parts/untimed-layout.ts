import type { Page, Reading } from "../dialect.ts";
import { openAccount } from "./account.ts";
import { rowsOf } from "./page-rows.ts";
import { type Cut, cutByBlanks, cutByHeadlines } from "./post-cuts.ts";
import { readPublisherPage } from "./publisher-page.ts";

/** Fewer headlines are an article's. */
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
export function untimedLayout({ lines }: Page): UntimedLayout {
  const rows = rowsOf(lines);
  const headed = cutByHeadlines(rows);
  if (headed.length >= ENOUGH_HEADLINES) {
    return { why: "headlines over paragraphs", cuts: headed, usual: "newest-first", enough: true };
  }
  const cuts = cutByBlanks(rows);
  return {
    ...{ why: "paragraphs between blank lines", cuts, usual: "oldest-first" },
    enough: cuts.length >= ENOUGH_BLOCKS,
  };
}

/** Reads a page without times by such a layout. */
export function readUntimed(page: Page, { cuts, usual }: UntimedLayout): Reading {
  const account = openAccount(page.lines);
  return readPublisherPage({ page, rows: rowsOf(page.lines), pattern: null, cut: () => cuts, usual, account });
}
