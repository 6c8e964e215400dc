import { providerKey } from "../../embeds/providers/registry.ts";
import type { InkedLine } from "../dialect.ts";
import type { Account } from "./account.ts";
import { followNotice, noticePart } from "./embed-notice.ts";
import { leaderboardAt } from "./leaderboard.ts";
import { BY } from "./post-headline.ts";
import {
  endsSentence,
  isHashtagLabel,
  isLabelShaped,
  isMarkedLabel,
  isNameLine,
  isPersonName,
  isRoleLine,
  LONGEST_LABEL,
  wordCount,
} from "./shapes.ts";
import { isSource } from "./source-line.ts";
import {
  type Body,
  BULLET,
  beforeText,
  type Draft,
  isMarker,
  type Opener,
  put,
  QUOTE_MARKERS,
  type Row,
  type Surroundings,
} from "./structured-draft.ts";
import { list } from "./structured-list.ts";
import {
  creditedImage,
  imageCaption,
  isDescription,
  isResult,
  isSubheading,
  looseImage,
  tightImage,
  video,
} from "./structured-media.ts";

/** The consent notice of an embed. A disclaimer without one is nobody's words. */
const embed: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined || noticePart(row.text) === null) return 0;
  const run = followNotice(draft.rows.slice(at, at + 10).map(({ text }) => text));
  if (run === null) {
    draft.account.claim(row.line, row.line, "boilerplate");
    return 1;
  }
  const end = draft.rows[at + run.count - 1]?.line ?? row.line;
  const { printed, url } = run;
  put(draft, { kind: "embed", provider: providerKey(printed ?? ""), printed, url, start: row.line, end }, "embed");
  return run.count;
};

/** `Quote Message` and, below it, the words. The page prints a closing mark and no opening one. */
const quote: Opener = (draft, at) => {
  const row = draft.rows[at];
  const said = draft.rows[at + 1];
  if (row === undefined || !QUOTE_MARKERS.includes(row.text) || said === undefined || isMarker(said.text)) return 0;
  put(draft, { kind: "quote", text: said.text, speaker: null, start: row.line, end: said.line }, "quote");
  return 2;
};

/** `Ines Barrow` and, on the next line, `Our reporter on the ground`; or a source alone; or `Posted by Ines Barrow`. */
const contributor: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined || draft.contributor !== null || !beforeText(draft)) return 0;
  const role = row.tight ? draft.rows[at + 1] : undefined;
  if (role !== undefined && !role.tight && isNameLine(row.text) && isRoleLine(role.text) && !BULLET.test(role.text)) {
    draft.contributor = { name: row.text, role: role.text, kind: "person" };
    draft.account.claim(row.line, row.line, "contributor");
    draft.account.claim(role.line, role.line, "role");
    return 2;
  }
  const by = BY.exec(row.text.slice(0, LONGEST_LABEL));
  if (by !== null && !endsSentence(row.text) && isPersonName(row.text.slice(by[0].length))) {
    draft.contributor = { name: row.text.slice(by[0].length), role: null, kind: "person" };
    draft.account.claim(row.line, row.line, "contributor");
    return 1;
  }
  if (!isSource(row.text)) return 0;
  draft.contributor = { name: row.text, role: null, kind: "outlet" };
  draft.account.claim(row.line, row.line, "contributor");
  return 1;
};

/**
 * A short line above everything else. One that is somebody's name, or describes, is a picture's text instead, unless the
 * page opens other entries with it too. Under one label only a hashtag or such a recurring line is a second one.
 */
const label: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined || row.tight || !beforeText(draft) || draft.blocks.length > 0 || draft.contributor !== null) {
    return 0;
  }
  const known = isHashtagLabel(row.text) || (draft.around.recurring.has(row.text) && isLabelShaped(row.text));
  const alone = at === draft.rows.length - 1;
  const looksLikeOne =
    draft.labels.length === 0 &&
    !alone &&
    (isOverNames(draft, at) || !isPersonName(row.text.split(",", 1)[0] ?? "")) &&
    (wordCount(row.text) <= draft.around.labelWords || isOverNames(draft, at)
      ? isLabelShaped(row.text)
      : isMarkedLabel(row.text)) &&
    !isDescription(row.text) &&
    !opensListing(draft, at);
  if (!known && !looksLikeOne) return 0;
  draft.labels.push(row.text);
  draft.account.claim(row.line, row.line, "label");
  return 1;
};

/** Scores or results line under line are the body; one alone is the label that says how things stand. */
function opensListing({ rows }: Draft, at: number): boolean {
  const [row, below] = rows.slice(at, at + 2);
  if (row === undefined || below === undefined) return false;
  const results = [row, below].every(({ text }) => isResult(text) && isLabelShaped(text));
  return results || (leaderboardAt(rows, at)?.count ?? 0) > 1;
}

/** Over a name with its role only a label stands, on whatever page. */
function isOverNames({ rows }: Draft, at: number): boolean {
  const [name, role] = rows.slice(at + 1);
  return name?.tight === true && role?.tight === false && isPersonName(name.text) && isRoleLine(role.text);
}

/** Leaderboard lines that follow one another are one table. */
const table: Opener = (draft, at) => {
  const first = draft.rows[at];
  if (first === undefined) return 0;
  const board = leaderboardAt(draft.rows, at);
  if (board === null) return 0;
  put(draft, { kind: "table", rows: board.rows, start: first.line, end: board.end }, "table");
  return board.count;
};

/** What nothing else takes. */
const paragraph: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined) return 0;
  const role = draft.around.inEntry ? "paragraph" : "preamble";
  put(draft, { kind: "paragraph", text: row.text, start: row.line, end: row.line }, role);
  return 1;
};

/** In this order: marks before layout, layout before shapes, and a paragraph where nothing else will do. */
const OPENERS: readonly Opener[] = [
  embed,
  video,
  imageCaption,
  quote,
  list,
  creditedImage,
  contributor,
  tightImage,
  label,
  looseImage,
  table,
  paragraph,
];

/** Reads the lines under a head (or before the first) and claims every line that is indented as its body. */
export function readBody(lines: readonly InkedLine[], around: Surroundings, account: Account): Body {
  const rows = rowsOf(lines, around.indent);
  const draft: Draft = {
    rows,
    around,
    account,
    closesTight: lines.at(-1)?.tight ?? false,
    labels: [],
    blocks: [],
    contributor: null,
    begun: false,
    subheadings: rows.reduce((count, row, at) => count + (at > 0 && isSubheading(row) ? 1 : 0), 0),
  };
  let at = 0;
  while (at < rows.length) {
    if (rows[at]?.text === "") {
      at++;
      continue;
    }
    for (const open of OPENERS) {
      const taken = open(draft, at);
      at += taken;
      if (taken > 0) break;
    }
  }
  return { labels: draft.labels, contributor: draft.contributor, blocks: draft.blocks };
}

/** Lines as rows of a body: what stands no deeper than its head is none of it, and what follows the last does not count. */
function rowsOf(lines: readonly InkedLine[], indent: number): readonly Row[] {
  return lines.map((line, at) => {
    const outside = line.indent <= indent;
    const alone = line.tight && lines[at + 1]?.line !== line.line + 1;
    return outside || alone ? { ...line, text: outside ? "" : line.text, tight: line.tight && !alone } : line;
  });
}
