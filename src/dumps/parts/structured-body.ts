import { providerKey } from "../../embeds/providers/registry.ts";
import type { DumpBlock, Image, ListItem } from "../../model/block.ts";
import type { Contributor } from "../../model/dump.ts";
import type { Line } from "../../model/source.ts";
import type { Account, Role } from "./account.ts";
import { followNotice, noticePart } from "./embed-notice.ts";
import { indentOf, isBlank, words } from "./lines.ts";
import {
  endsSentence,
  isAltShaped,
  isHashtagLabel,
  isLabelShaped,
  isLeaderboard,
  isMarkedLabel,
  isNameLine,
  isOutlet,
  isPersonName,
  isPictureText,
  isRoleLine,
  leaderboardRows,
  wordCount,
} from "./shapes.ts";

/** What stands under a head. */
export interface Body {
  readonly labels: readonly string[];
  readonly contributor: Contributor | null;
  readonly blocks: readonly DumpBlock[];
}

/** What the rest of the page tells about one of its bodies. */
export interface Surroundings {
  /** Lines that open several entries of the page: labels, whatever they look like. */
  readonly recurring: ReadonlySet<string>;
  /** Whether the page uses labels at all; one that names its contributors and has none is news, which has no labels. */
  readonly labelled: boolean;
  /** Whether the page sets blank lines as the grammar says, so that a missing one means something. */
  readonly spaced: boolean;
  /** Whether the next head follows the last line without a blank. */
  readonly closesTight: boolean;
  /** False before the first entry, where there are neither labels nor contributors. */
  readonly inEntry: boolean;
}

interface Row {
  readonly line: number;
  readonly text: string;
  readonly indent: number;
  /** Whether the next row stands on the very next line. */
  readonly tight: boolean;
}

/** A body while it is read. */
interface Draft {
  readonly rows: readonly Row[];
  readonly around: Surroundings;
  readonly account: Account;
  readonly labels: string[];
  readonly blocks: DumpBlock[];
  contributor: Contributor | null;
  /** Whether anything but pictures has been read: labels and the contributor stand before that. */
  begun: boolean;
  /** How many of its lines look like headings between paragraphs. */
  readonly subheadings: number;
}

/** Takes what starts at a row and says how many rows that were; 0 where it is not its kind of thing. */
type Opener = (draft: Draft, at: number) => number;

const IMAGE_SOURCE = ["Image source, ", "Ffynhonnell y llun, "] as const;
const IMAGE_CAPTION = ["Image caption,", "Disgrifiad o'r llun,", "Disgrifiad o’r llun,"] as const;
const MEDIA_CAPTION = ["Media caption,", "Disgrifiad,"] as const;
const QUOTE_MARKER = "Quote Message";
const BULLET = /^[•◦▪‣·]\s+/;
const NUMBER = /^(\d{1,4})\. /;

/** The bare mark a page prints in place of a text that is not there. */
const orNull = (text: string): string | null => (text === "" || text === "." ? null : text);

function put(draft: Draft, block: DumpBlock, role: Role): void {
  draft.blocks.push(block);
  draft.begun ||= block.kind !== "image";
  draft.account.claim(block.start, block.end, role);
}

/** Labels and the contributor stand before the first words of the body; a picture may stand between. */
const beforeText = (draft: Draft): boolean => draft.around.inEntry && !draft.begun;

const embed: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined || noticePart(row.text) === null) return 0;
  const run = followNotice(draft.rows.slice(at, at + 10).map(({ text }) => text));
  if (run === null) {
    draft.account.claim(row.line, row.line, "boilerplate");
    return 1;
  }
  const end = draft.rows[at + run.count - 1]?.line ?? row.line;
  const { printed } = run;
  put(
    draft,
    { kind: "embed", provider: providerKey(printed ?? ""), printed, url: null, start: row.line, end },
    "embed",
  );
  return run.count;
};

/** `Media caption,` and, below it, what the video shows. */
const video: Opener = (draft, at) => {
  const row = draft.rows[at];
  const marker = MEDIA_CAPTION.find((words) => row?.text.startsWith(words));
  if (row === undefined || marker === undefined) return 0;
  const { caption, count, end } = captionAt(draft, at, marker);
  put(draft, { kind: "video", caption, start: row.line, end }, "video");
  return count;
};

/** A caption stands below its marker, after a blank, or glued behind it. */
function captionAt(draft: Draft, at: number, marker: string): { caption: string; count: number; end: number } {
  const row = draft.rows[at];
  const own = words((row?.text ?? "").slice(marker.length));
  const below = draft.rows[at + 1];
  if (own !== "" || below === undefined || isMarker(below.text)) return { caption: own, count: 1, end: row?.line ?? 0 };
  return { caption: below.text, count: 2, end: below.line };
}

const isMarker = (text: string): boolean =>
  [...IMAGE_CAPTION, ...MEDIA_CAPTION, QUOTE_MARKER].some((marker) => text.startsWith(marker)) ||
  noticePart(text) !== null;

/** `Image caption,` belongs to the picture above it, or stands for a picture of which nothing else is left. */
const imageCaption: Opener = (draft, at) => {
  const row = draft.rows[at];
  const marker = IMAGE_CAPTION.find((words) => row?.text.startsWith(words));
  if (row === undefined || marker === undefined) return 0;
  const { caption, count, end } = captionAt(draft, at, marker);
  const above = draft.blocks.at(-1);
  if (above?.kind === "image" && above.caption === null) {
    draft.blocks[draft.blocks.length - 1] = { ...above, caption: orNull(caption), end };
    draft.account.claim(row.line, end, "image-caption");
  } else {
    put(draft, image(row.line, end, null, null, orNull(caption)), "image-caption");
  }
  return count;
};

function image(start: number, end: number, alt: string | null, credit: string | null, caption: string | null): Image {
  return { kind: "image", alt, caption, credit, src: null, start, end };
}

const quote: Opener = (draft, at) => {
  const row = draft.rows[at];
  const said = draft.rows[at + 1];
  if (row?.text !== QUOTE_MARKER || said === undefined || isMarker(said.text)) return 0;
  put(draft, { kind: "quote", text: said.text, speaker: null, start: row.line, end: said.line }, "quote");
  return 2;
};

/** `Rainy harbourImage source, Ines Barrow`, `.Image source, .` */
const creditedImage: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined) return 0;
  for (const marker of IMAGE_SOURCE) {
    // A line may end in the marker with its space trimmed off.
    const found = `${row.text} `.lastIndexOf(marker);
    if (found < 0) continue;
    const credit = orNull(words(row.text.slice(found + marker.length)));
    put(draft, image(row.line, row.line, orNull(words(row.text.slice(0, found))), credit, null), "image");
    return 1;
  }
  return 0;
};

/**
 * A picture's words without a credit, known by the layout: a bare dot, a caption marker on the next line, or a list, a
 * paragraph or the next head there. Nothing but a picture, a list or an embed goes without a blank after it.
 */
const tightImage: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined) return 0;
  const below = row.tight ? draft.rows[at + 1] : undefined;
  const last = at === draft.rows.length - 1;
  const isImage =
    row.text === "." ||
    (below !== undefined && IMAGE_CAPTION.some((marker) => below.text.startsWith(marker))) ||
    (draft.around.spaced &&
      !isHashtagLabel(row.text) &&
      ((last && draft.around.closesTight) || (below !== undefined && standsUnderPicture(row, below))));
  if (!isImage) return 0;
  put(draft, image(row.line, row.line, orNull(row.text), null, null), "image");
  return 1;
};

const standsUnderPicture = (row: Row, below: Row): boolean =>
  BULLET.test(below.text) || (isShortText(row.text) && !isShortText(below.text) && !isLeaderboard(below.text));

const isShortText = (text: string): boolean => text.length <= 80 && !endsSentence(text);

/** Bullets, or results numbered from 1, line under line; deeper bullets belong to the one above. */
const list: Opener = (draft, at) => {
  const first = draft.rows[at];
  if (first === undefined) return 0;
  const isItem = BULLET.test(first.text) ? (row: Row) => BULLET.test(row.text) : numberedFrom1(draft.rows, at);
  if (isItem === null) return 0;
  const flat: { text: string; indent: number }[] = [];
  let count = 0;
  for (let row: Row | undefined = first; row !== undefined; row = draft.rows[at + count]) {
    if (isItem(row)) flat.push({ text: row.text.replace(BULLET, ""), indent: row.indent });
    else if (continues(draft.rows[at + count - 1], row, first)) appendTo(flat, row.text);
    else break;
    count++;
  }
  const end = draft.rows[at + count - 1]?.line ?? first.line;
  put(draft, { kind: "list", items: nest(flat), start: first.line, end }, "list");
  return count;
};

function numberedFrom1(rows: readonly Row[], at: number): ((row: Row) => boolean) | null {
  const first = rows[at];
  const second = rows[at + 1];
  if (first?.tight !== true || NUMBER.exec(first.text)?.[1] !== "1" || NUMBER.exec(second?.text ?? "")?.[1] !== "2") {
    return null;
  }
  return (row) => NUMBER.test(row.text);
}

/** A line that stands deeper than the bullets, right under one, goes on with its words. */
const continues = (above: Row | undefined, row: Row, first: Row): boolean =>
  above?.tight === true && row.indent > first.indent && !isMarker(row.text);

function appendTo(flat: { text: string; indent: number }[], text: string): void {
  const last = flat.at(-1);
  if (last !== undefined) last.text = `${last.text} ${text}`;
}

/** Deeper lines become items of the line above them. */
function nest(flat: readonly { text: string; indent: number }[]): readonly ListItem[] {
  const root: { text: string; items: ListItem[] } = { text: "", items: [] };
  const open: { indent: number; items: ListItem[] }[] = [{ indent: -1, items: root.items }];
  for (const { text, indent } of flat) {
    while (open.length > 1 && (open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const items: ListItem[] = [];
    open.at(-1)?.items.push({ text, items });
    open.push({ indent, items });
  }
  return root.items;
}

/** `Ines Barrow` and, on the next line, `Our reporter on the ground`; or an outlet alone. */
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
  if (!isOutlet(row.text)) return 0;
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
    !isPersonName(row.text) &&
    (draft.around.labelled ? isLabelShaped(row.text) : isMarkedLabel(row.text));
  if (!known && !looksLikeOne) return 0;
  draft.labels.push(row.text);
  draft.account.claim(row.line, row.line, "label");
  return 1;
};

/** More short lines than this in one body are headings between its paragraphs, not pictures. */
const MOST_LONE_PICTURES = 1;

/** A picture's words without a credit, known by their shape: a name, a description, a short line amid paragraphs. */
const looseImage: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined || row.tight || !draft.around.inEntry) return 0;
  const last = at === draft.rows.length - 1;
  const byShape = beforeText(draft)
    ? isPersonName(row.text) || isPictureText(row.text) || isAltShaped(row.text)
    : isAltShaped(row.text) && !(isSubheading(row) && draft.subheadings > MOST_LONE_PICTURES);
  if (last || !byShape || endsSentence(row.text)) return 0;
  put(draft, image(row.line, row.line, row.text, null, null), "image");
  return 1;
};

const isSubheading = (row: Row): boolean => !row.tight && wordCount(row.text) <= 3 && isAltShaped(row.text);

/** Leaderboard lines that follow one another are one table. */
const table: Opener = (draft, at) => {
  const first = draft.rows[at];
  if (first === undefined) return 0;
  let count = 0;
  while (isLeaderboard(draft.rows[at + count]?.text ?? "")) count++;
  const board = draft.rows.slice(at, at + count);
  const end = board.at(-1)?.line;
  if (end === undefined) return 0;
  const rows = board.flatMap(({ text }) => leaderboardRows(text));
  put(draft, { kind: "table", rows, start: first.line, end }, "table");
  return count;
};

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

/** Reads the lines under a head (or before the first) and claims every line that has words. */
export function readBody(lines: readonly Line[], around: Surroundings, account: Account): Body {
  const rows = rowsOf(lines);
  const draft: Draft = {
    rows,
    around,
    account,
    labels: [],
    blocks: [],
    contributor: null,
    begun: false,
    subheadings: rows.slice(1).filter(isSubheading).length,
  };
  let at = 0;
  while (at < rows.length) {
    for (const open of OPENERS) {
      const taken = open(draft, at);
      at += taken;
      if (taken > 0) break;
    }
  }
  return { labels: draft.labels, contributor: draft.contributor, blocks: draft.blocks };
}

function rowsOf(lines: readonly Line[]): readonly Row[] {
  const full = lines.filter((line) => !isBlank(line));
  return full.map((line, at) => ({
    line: line.number,
    text: words(line.text),
    indent: indentOf(line.text),
    tight: full[at + 1]?.number === line.number + 1,
  }));
}
