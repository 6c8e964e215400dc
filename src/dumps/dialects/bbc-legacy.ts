import type { Claim, Dialect, InkedLine, Page, Reading } from "../dialect.ts";
import { readFields, relabelledPosts } from "../parts/legacy-fields.ts";
import { isAsItHappened, isLegacyMark } from "../parts/legacy-header.ts";
import { readInline } from "../parts/legacy-inline.ts";
import { numberedClocks, readNumbered } from "../parts/legacy-numbered.ts";
import { inlineClocks } from "../parts/legacy-times.ts";
import { headerMarks } from "../parts/reporting-header.ts";
import type { Row } from "../parts/reporting-rows.ts";
import { hasGluedStamp } from "../parts/stamp.ts";

/**
 * BBC pages that are older than `bbc-live-reporting`, and one that a copyist put into fields. Their posts have a time of
 * four digits: behind the number (2012 and 2013), or in front of the words (2008 to 2011).
 */
export const bbcLegacy: Dialect = { name: "bbc-legacy", claim, read, begins };

interface Layout {
  readonly why: string;
  /** How many lines speak for it; 0 where it is not this layout. */
  readonly evidence: (rows: readonly Row[]) => number;
  readonly read: (page: Page, rows: readonly Row[]) => Reading;
}

/** One line with a time may be chance where no mark of such a page stands beside it. */
const ENOUGH = 2;

const LAYOUTS: readonly Layout[] = [
  {
    why: "posts in the fields `Update:`, `Date:`, `Title:` and `Content:`",
    evidence: relabelledPosts,
    read: readFields,
  },
  {
    why: "numbered lines with a time of four digits",
    evidence: (rows) => {
      const clocks = numberedClocks(rows);
      return clocks >= ENOUGH || rows.some(({ text }) => isAsItHappened(text)) ? clocks : 0;
    },
    read: readNumbered,
  },
  {
    why: "times of four digits in front of paragraphs, and marks of a BBC page",
    evidence: (rows) => {
      const clocks = inlineClocks(rows);
      const marks = rows.filter(isLegacyMark).length;
      return clocks >= ENOUGH && marks > 0 ? clocks + marks : 0;
    },
    read: readInline,
  },
];

function claim(page: Page): Claim | null {
  if (hasGluedStamp(page.inked)) return null;
  const rows = page.inked;
  if (headerMarks(rows) > 0) return null;
  const found = layoutOf(rows);
  return found === null ? null : { why: found.layout.why, lines: found.lines };
}

/** The mark over its posts, or the first time, in front of the words or behind the number. */
function begins({ text }: InkedLine): boolean {
  return isAsItHappened(text) || /^(?:Page last updated at |Update: |(?:1\. )?\d{4}(?::|$))/.test(text);
}

function layoutOf(rows: readonly Row[]): { layout: Layout; lines: number } | null {
  const best = LAYOUTS.map((layout) => ({ layout, lines: layout.evidence(rows) })).sort((a, b) => b.lines - a.lines)[0];
  return best === undefined || best.lines === 0 ? null : best;
}

function read(page: Page): Reading {
  const rows = page.inked;
  return (layoutOf(rows)?.layout.read ?? readInline)(page, rows);
}
