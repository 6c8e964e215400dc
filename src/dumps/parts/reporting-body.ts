import type { DumpBlock } from "../../model/block.ts";
import type { Contributor } from "../../model/dump.ts";
import type { Account } from "./account.ts";
import { leaderboardAt } from "./leaderboard.ts";
import { BULLET, type Draft, type Habits, type Opener, put } from "./reporting-draft.ts";
import { credit, embed, isSubheading, lonelyCaption, looseImage, quote, tightImage, video } from "./reporting-media.ts";
import { contributor, label } from "./reporting-people.ts";
import { isTight, type Row } from "./reporting-rows.ts";
import { isFurniture } from "./reporting-words.ts";

/** What stands under a head. */
export interface ReportingBody {
  readonly labels: readonly string[];
  readonly contributor: Contributor | null;
  readonly blocks: readonly DumpBlock[];
}

/** Buttons and notes of the page. */
const furniture: Opener = ({ account }, row) => {
  if (!isFurniture(row.text)) return 0;
  account.claim(row.line, row.line, "boilerplate");
  return 1;
};

/** How many rows from here on are numbered from 1, line under line. */
function numberedFrom1({ rows }: Draft, at: number): number {
  let count = 0;
  for (let row = rows[at]; row?.text.startsWith(`${count + 1}. `) === true; row = rows[at + count]) {
    if (count > 0 && !isTight(row)) break;
    count++;
  }
  return count > 1 ? count : 0;
}

/** Bullets, or results with their places, line under line. */
const list: Opener = (draft, first, at) => {
  let count = numberedFrom1(draft, at);
  while (BULLET.test(draft.rows[at + count]?.text ?? "") && !isFurniture(draft.rows[at + count]?.text ?? "")) count++;
  const items = draft.rows.slice(at, at + count);
  if (items.length === 0) return 0;
  const block: DumpBlock = {
    kind: "list",
    items: items.map(({ text }) => ({ text: text.replace(BULLET, ""), items: [] })),
    start: first.line,
    end: items.at(-1)?.line ?? first.line,
  };
  put(draft, block, "list");
  return count;
};

/** Leaderboard lines that follow one another are one table. */
const table: Opener = (draft, first, at) => {
  const board = leaderboardAt(draft.rows, at);
  if (board === null) return 0;
  put(draft, { kind: "table", rows: board.rows, start: first.line, end: board.end }, "table");
  return board.count;
};

const ENDS_QUOTATION = /["”]\.?$/;

/** Below somebody's words, on a page that sets no pictures there, a line says whose they are: `Harwell coach Nell Tewke`. */
const attribution: Opener = (draft, row, at) => {
  const above = draft.said === null ? "" : (draft.rows[at - 1]?.text ?? draft.said);
  return ENDS_QUOTATION.test(above.slice(-2)) ? paragraph(draft, row, at) : 0;
};

/** What nothing else takes. */
const paragraph: Opener = (draft, row) => {
  put(draft, { kind: "paragraph", text: row.text, start: row.line, end: row.line }, "paragraph");
  return 1;
};

/** In this order: marks before layout, layout before shapes, and a paragraph where nothing else will do. */
const OPENERS: readonly Opener[] = [
  furniture,
  embed,
  video,
  quote,
  list,
  contributor,
  tightImage,
  lonelyCaption,
  credit,
  label,
  attribution,
  looseImage,
  table,
  paragraph,
];

/** How a body stands among the others. */
export interface Standing {
  readonly habits: Habits;
  /** Whether the next head follows the last row without a blank. */
  readonly closesTight?: boolean;
  /** Whether the post has words already, so that labels and contributors are past. */
  readonly begun?: boolean;
  /** What the post says before these rows, on a page that sets below somebody's words whose they are. */
  readonly said?: string;
}

/** Reads the rows under a head and claims them, but for those without words. */
export function readReportingBody(rows: readonly Row[], standing: Standing, account: Account): ReportingBody {
  const draft: Draft = {
    rows,
    habits: standing.habits,
    closesTight: standing.closesTight ?? false,
    account,
    labels: [],
    blocks: [],
    contributor: null,
    begun: standing.begun ?? false,
    said: standing.said ?? null,
    subheadings: rows.slice(1).filter(isSubheading).length,
  };
  for (let at = 0; at < rows.length; ) {
    const row = rows[at];
    if (row === undefined) break;
    if (row.text === "") at++;
    else
      for (const open of OPENERS) {
        const taken = open(draft, row, at);
        at += taken;
        if (taken > 0) break;
      }
  }
  return { labels: draft.labels, contributor: draft.contributor, blocks: draft.blocks };
}
