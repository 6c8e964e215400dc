import type { Claim, Dialect, Page, Reading } from "../dialect.ts";
import { openAccount } from "../parts/account.ts";
import { rowsOf } from "../parts/page-rows.ts";
import { type Cut, cutByHeadlines } from "../parts/post-cuts.ts";
import { readPublisherPage } from "../parts/publisher-page.ts";
import { namesItself } from "../parts/residue.ts";

/**
 * A page that calls itself live and heads its posts, but of which no time is left. Headlines over paragraphs are all that shows
 * where posts start, so every boundary is a judgement.
 */
export const untimed: Dialect = { name: "untimed", general: true, claim, read };

/** Fewer headlines are an article's. */
const ENOUGH = 2;
const TOP_ROWS = 20;

function claim({ lines }: Page): Claim | null {
  const rows = rowsOf(lines);
  if (!rows.slice(0, TOP_ROWS).some(({ text }) => namesItself(text))) return null;
  const cuts = cutByHeadlines(rows);
  return cuts.length < ENOUGH
    ? null
    : { why: "headlines over paragraphs, on a page that calls itself live", lines: cuts.length };
}

function read(page: Page): Reading {
  const rows = rowsOf(page.lines);
  const account = openAccount(page.lines);
  const cut = (): readonly Cut[] => cutByHeadlines(rows);
  return readPublisherPage({ page, rows, pattern: null, cut, usual: "newest-first", account });
}
