import type { Claim, Dialect, Page, Reading } from "../dialect.ts";
import { openAccount } from "../parts/account.ts";
import { type Row, rowsOf } from "../parts/page-rows.ts";
import { type Cut, cutByBlanks, cutByHeadlines } from "../parts/post-cuts.ts";
import { readPublisherPage } from "../parts/publisher-page.ts";
import { namesItself } from "../parts/residue.ts";

/**
 * A page that calls itself live, but of which no time is left. Headlines over paragraphs show where posts start, or blank
 * lines where there are no headlines, so every boundary is a judgement.
 */
export const untimed: Dialect = { name: "untimed", general: true, claim, read };

/** Fewer headlines are an article's. */
const ENOUGH_HEADLINES = 2;
/** Fewer blocks between blanks are a note's. */
const ENOUGH_BLOCKS = 4;
const TOP_ROWS = 20;

interface Layout {
  readonly why: string;
  readonly cuts: readonly Cut[];
  /** Posts with headlines stand newest first; a text without any reads on downwards. */
  readonly usual: Reading["order"];
}

function layoutOf(rows: readonly Row[]): Layout {
  const headed = cutByHeadlines(rows);
  return headed.length >= ENOUGH_HEADLINES
    ? { why: "headlines over paragraphs", cuts: headed, usual: "newest-first" }
    : { why: "paragraphs between blank lines", cuts: cutByBlanks(rows), usual: "oldest-first" };
}

function claim({ inked }: Page): Claim | null {
  const rows = rowsOf(inked);
  if (!rows.slice(0, TOP_ROWS).some(({ text }) => namesItself(text))) return null;
  const { why, cuts, usual } = layoutOf(rows);
  const enough = usual === "newest-first" ? ENOUGH_HEADLINES : ENOUGH_BLOCKS;
  return cuts.length < enough ? null : { why: `${why}, on a page that calls itself live`, lines: cuts.length };
}

function read(page: Page): Reading {
  const rows = rowsOf(page.inked);
  const { cuts, usual } = layoutOf(rows);
  return readPublisherPage({ page, rows, pattern: null, cut: () => cuts, usual, account: openAccount(page) });
}
