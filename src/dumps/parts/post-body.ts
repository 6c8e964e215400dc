import { providerKey, recognise } from "../../embeds/providers/registry.ts";
import type { DumpBlock, Image } from "../../model/block.ts";
import type { Account, Role } from "./account.ts";
import { followNotice } from "./embed-notice.ts";
import type { Row } from "./page-rows.ts";
import { isBracketed, PHOTOGRAPH } from "./post-headline.ts";
import { closesPost, isResidue } from "./residue.ts";
import { endsSentence } from "./shapes.ts";

/** Words behind a stamp on its own row, which open the body. */
export type BodyRow = Pick<Row, "line" | "text" | "blanks" | "bullet">;

interface Draft {
  readonly rows: readonly BodyRow[];
  readonly blocks: DumpBlock[];
  readonly claim: (start: number, end: number, role: Role) => void;
  /** Rows before this one are known to start no table. */
  tablesFrom: number;
}

/** Takes what starts at a row and says how many rows that were; 0 where it is not its kind of thing. */
type Opener = (draft: Draft, at: number) => number;

/**
 * The blocks of a publisher's post, each row claimed: lists, pictures, videos, embeds, tables of scores, and paragraphs, which
 * everything else is. Buttons and other leftovers of the page are boilerplate.
 * @param role what every row that is no leftover is in the ledger, where that is one thing: rows above the first post
 */
export function readPostBody(
  rows: readonly BodyRow[],
  account: Account,
  role: Role | null = null,
): readonly DumpBlock[] {
  const blocks: DumpBlock[] = [];
  const claim = (start: number, end: number, own: Role): void =>
    account.claim(start, end, own === "boilerplate" ? own : (role ?? own));
  const draft: Draft = { rows, blocks, claim, tablesFrom: 0 };
  for (let at = 0; at < rows.length; ) {
    let count = 0;
    for (const open of OPENERS) {
      count = open(draft, at);
      if (count > 0) break;
    }
    at += Math.max(count, 1);
  }
  return blocks;
}

function put({ blocks, claim }: Draft, block: DumpBlock, role: Role): void {
  blocks.push(block);
  claim(block.start, block.end, role);
}

const residue: Opener = ({ rows, claim }, at) => {
  const row = rows[at];
  if (row === undefined || !(isResidue(row.text) || closesPost(row.text))) return 0;
  claim(row.line, row.line, "boilerplate");
  return 1;
};

/** A consent notice, a link alone on its line, the line with which X signs a quoted post. */
const embed: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined) return 0;
  const notice = followNotice(draft.rows.slice(at, at + 8).map(({ text }) => text));
  if (notice !== null) {
    const { printed, url, count } = notice;
    const end = draft.rows[at + count - 1]?.line ?? row.line;
    const provider = providerKey(printed ?? "unknown");
    put(draft, { kind: "embed", provider, printed, url, start: row.line, end }, "embed");
    return count;
  }
  const known = /^https?:\/\/\S+$/.test(row.text) ? recognise(row.text) : null;
  const where = { start: row.line, end: row.line };
  if (known !== null) {
    put(draft, { kind: "embed", provider: known.provider.key, printed: null, url: row.text, ...where }, "embed");
    return 1;
  }
  return 0;
};

const list: Opener = (draft, at) => {
  const first = draft.rows[at];
  if (first?.bullet !== true) return 0;
  let count = 0;
  while (draft.rows[at + count]?.bullet === true && !isResidue(draft.rows[at + count]?.text ?? "")) count++;
  const items = draft.rows.slice(at, at + count).map(({ text }) => ({ text, items: [] }));
  const end = draft.rows[at + count - 1]?.line ?? first.line;
  put(draft, { kind: "list", items, start: first.line, end }, "list");
  return count;
};

const PLAYER = /^(?:This video can ?not be played|Video unavailable|Watch the video|Media caption,?)\.?$/i;
/** `from ABC` under a picture that is gone: whose it was. */
const FROM = /^from (\p{Lu}[\p{L}\p{N}&. /]{1,40})$/u;
const UNBRACKETED = /^\((.*)\)$/;

const video: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined || !PLAYER.test(row.text.slice(0, 60))) return 0;
  put(draft, { kind: "video", caption: "", start: row.line, end: row.line }, "video");
  return 1;
};

function image(start: number, end: number, alt: string | null, credit: string | null): Image {
  return { kind: "image", alt, caption: null, credit, src: null, start, end };
}

const bare = (text: string): string => text.replace(/^<p>|<\/p>$/g, "").trim();

/** `A crowd on the bridge. Photograph: Ines Barrow/Agency` → what it shows, and who took it; null where no row says that. */
function credited(text: string): { readonly shows: string; readonly credit: string } | null {
  const mark = text.length <= LONGEST_CAPTION ? PHOTOGRAPH.exec(text) : null;
  if (mark === null) return null;
  return { shows: text.slice(0, mark.index).trim(), credit: text.slice(mark.index + mark[0].length) };
}

const LONGEST_CAPTION = 400;

/** Whether a row is what the picture of the row below it shows, word for word. */
export const isAltOf = (row: BodyRow, below: BodyRow | undefined): boolean =>
  below !== undefined && credited(below.text)?.shows === row.text;

/** What a picture shows and who took it: words printed twice, a credit in brackets, `Photograph: …`. */
const picture: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined) return 0;
  const below = draft.rows[at + 1];
  if (below !== undefined && isAltOf(row, below)) {
    put(draft, image(row.line, below.line, row.text, credited(below.text)?.credit ?? null), "image");
    return 2;
  }
  const doubled = below !== undefined && bare(below.text) === bare(row.text) && row.text.length <= 300;
  const under = draft.rows[at + (doubled ? 2 : 1)];
  const source = FROM.exec(row.text.slice(0, 60))?.[1];
  if (source !== undefined) {
    put(draft, image(row.line, row.line, null, source), "image");
    return 1;
  }
  if (isBracketed(row.text)) {
    const credit = UNBRACKETED.exec(row.text)?.[1] ?? row.text;
    const end = doubled ? (below?.line ?? row.line) : row.line;
    put(draft, image(row.line, end, null, credit), "image");
    return doubled ? 2 : 1;
  }
  if (doubled) {
    const inBrackets = under !== undefined && isBracketed(under.text);
    const credit = inBrackets ? (UNBRACKETED.exec(under.text)?.[1] ?? null) : null;
    put(draft, image(row.line, (inBrackets ? under : below).line, bare(row.text), credit), "image");
    return inBrackets ? 3 : 2;
  }
  const own = credited(row.text);
  if (own === null) return 0;
  put(draft, image(row.line, row.line, own.shows === "" ? null : own.shows, own.credit), "image");
  return 1;
};

const FEWEST_SCORES = 3;
const LONGEST_SCORE = 70;
const isScore = ({ text, bullet }: BodyRow): boolean =>
  text.length <= LONGEST_SCORE && !bullet && !endsSentence(text) && !isResidue(text) && !isBracketed(text);

/** Lines of results, line under line without a blank, most with figures: a table with a cell a row. */
const scores: Opener = (draft, at) => {
  if (at < draft.tablesFrom) return 0;
  let count = 0;
  for (let row = draft.rows[at]; row !== undefined && isScore(row); row = draft.rows[at + count]) {
    if (count > 0 && row.blanks > 0) break;
    count++;
  }
  const first = draft.rows[at];
  const figures = draft.rows.slice(at, at + count).filter(({ text }) => /\d/.test(text)).length;
  draft.tablesFrom = at + count;
  if (first === undefined || count < FEWEST_SCORES || figures * 2 <= count) return 0;
  const cells = draft.rows.slice(at, at + count).map(({ text }) => [text]);
  const end = draft.rows[at + count - 1]?.line ?? first.line;
  put(draft, { kind: "table", rows: cells, start: first.line, end }, "table");
  return count;
};

const paragraph: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined) return 0;
  put(draft, { kind: "paragraph", text: row.text, start: row.line, end: row.line }, "paragraph");
  return 1;
};

/** The first that takes a row has it. */
const OPENERS: readonly Opener[] = [residue, embed, list, video, picture, scores, paragraph];
