import type { Claim, Dialect, Page, Reading } from "../dialect.ts";
import { rowsOf } from "../parts/page-rows.ts";
import { namesItself } from "../parts/residue.ts";
import { readUntimed, untimedLayout } from "../parts/untimed-layout.ts";

/**
 * A page that calls itself live, but of which no time is left. Headlines over paragraphs show where posts start, or blank
 * lines where there are no headlines, so every boundary is a judgement.
 */
export const untimed: Dialect = { name: "untimed", general: true, claim, read };

const TOP_ROWS = 20;

function claim(page: Page): Claim | null {
  const top = rowsOf(page.inked).slice(0, TOP_ROWS);
  if (!top.some(({ text }) => namesItself(text))) return null;
  const { why, cuts, enough } = untimedLayout(page);
  return enough ? { why: `${why}, on a page that calls itself live`, lines: cuts.length } : null;
}

function read(page: Page): Reading {
  return readUntimed(page, untimedLayout(page));
}
