import { providerKey } from "../../embeds/providers/registry.ts";
import type { Image } from "../../model/block.ts";
import { followNotice, noticePart } from "./embed-notice.ts";
import { type Draft, isMark, type Opener, put, QUOTE } from "./reporting-draft.ts";
import { isTight, type Row } from "./reporting-rows.ts";
import { creditOf, imageCaptionOf, isCreditRun, isPlayer, videoCaptionOf, viewMoreOn } from "./reporting-words.ts";
import { endsSentence, isAltShaped, isHashtagLabel, isPersonName, isPictureText, wordCount } from "./shapes.ts";

/** `View more on twitter`, or the consent notice that later copies of such pages print. */
export const embed: Opener = (draft, row, at) => {
  const run =
    noticePart(row.text) === null ? null : followNotice(draft.rows.slice(at, at + 10).map(({ text }) => text));
  const printed = run === null ? viewMoreOn(row.text) : run.printed;
  if (run === null && printed === null) {
    if (noticePart(row.text) === null) return 0;
    draft.account.claim(row.line, row.line, "boilerplate");
    return 1;
  }
  const count = run?.count ?? 1;
  const end = draft.rows[at + count - 1]?.line ?? row.line;
  put(
    draft,
    { kind: "embed", provider: providerKey(printed ?? ""), printed, url: run?.url ?? null, start: row.line, end },
    "embed",
  );
  return count;
};

/** `Video content` and, below it, `Video caption: what it shows`; either may stand alone. */
export const video: Opener = (draft, row, at) => {
  const player = isPlayer(row.text);
  const below = draft.rows[at + 1];
  const belowCaption = player && below !== undefined ? videoCaptionOf(below.text) : null;
  const caption = player ? belowCaption : videoCaptionOf(row.text);
  if (!player && caption === null) return 0;
  const count = belowCaption === null ? 1 : 2;
  const end = draft.rows[at + count - 1]?.line ?? row.line;
  put(draft, { kind: "video", caption: caption ?? "", start: row.line, end }, "video");
  return count;
};

/**
 * `Quote Message: We never looked back." from Ines Barrow`, who may stand once more on the line below, or only there behind
 * `from`. The page prints a closing mark and no opening one.
 */
export const quote: Opener = (draft, row, at) => {
  const marker = QUOTE.exec(row.text);
  if (marker === null) return 0;
  const said = row.text.slice(marker[0].length);
  const below = draft.rows[at + 1];
  const source = isTight(below) ? sourceAgain(said, below.text) : -1;
  const again = source < 0 ? null : below;
  const cut = source < 0 ? whereFrom(said) : source;
  const onOwnLine = cut < 0 && below !== undefined && /^from \p{Lu}/u.test(below.text) && !endsSentence(below.text);
  const last = again !== null && again !== undefined ? again : onOwnLine ? below : row;
  const speaker = cut >= 0 ? said.slice(cut + FROM.length) : onOwnLine ? below.text.slice("from ".length) : null;
  const text = cut >= 0 ? said.slice(0, cut) : said;
  put(draft, { kind: "quote", text, speaker, start: row.line, end: last.line }, "quote");
  return last === row ? 1 : 2;
};

const FROM = " from ";

const unspaced = (text: string): string => text.replaceAll(" ", "");

/** Where the source begins that the line below repeats, its name and role glued there: `Ines BarrowHarbour master`; or -1. */
function sourceAgain(said: string, below: string): number {
  const from = said.lastIndexOf(FROM, said.length - below.length - 1);
  return from > 0 && unspaced(said.slice(from + FROM.length)) === unspaced(below) ? from : -1;
}

/** Where the words end and their source begins: behind a closing mark, else behind the last sentence. */
function whereFrom(said: string): number {
  const closed = /["”] from (?=\S)/.exec(said);
  if (closed !== null) return closed.index + 1;
  const last = said.lastIndexOf(FROM);
  return last > 0 && /['’.!?…]$/.test(said.slice(0, last).slice(-2)) ? last : -1;
}

const image = (start: number, end: number, parts: Partial<Pick<Image, "alt" | "caption" | "credit">>): Image => ({
  kind: "image",
  alt: null,
  caption: null,
  credit: null,
  src: null,
  ...parts,
  start,
  end,
});

/** Descriptions of charts are long; what is longer is a paragraph. */
const LONGEST_ALT = 400;

/** A picture's words with its caption or credit right below, or with none of the blank lines that follow other blocks. */
export const tightImage: Opener = (draft, row, at) => {
  if (row.text.length > LONGEST_ALT || isMark(row.text)) return 0;
  const { closesTight, habits, rows } = draft;
  const below = rows[at + 1];
  const caption = isTight(below) ? imageCaptionOf(below.text) : null;
  const creditRow = rows[at + (caption === null ? 1 : 2)];
  const credited = isTight(creditRow) ? creditOf(creditRow.text) : null;
  // Under a caption nothing but whose picture it is goes without a blank above.
  const credit =
    credited ?? (caption !== null && habits.spaced && isPairedWith(draft, at + 1) ? (creditRow?.text ?? null) : null);
  if (row.text === ".") {
    put(draft, image(row.line, row.line, {}), "image");
    return 1;
  }
  const sentence = endsSentence(row.text);
  if (caption === null && (credit === null || (sentence && !habits.spaced))) {
    const bare =
      habits.spaced &&
      !sentence &&
      (below === undefined ? closesTight : isTight(below) && below.text !== "" && !isMark(below.text));
    if (!bare || isHashtagLabel(row.text)) return 0;
    const pair = isPairedWith(draft, at) ? below : undefined;
    const named = pair !== undefined && (isPersonName(pair.text) || wordCount(pair.text) < 3);
    const said = pair === undefined ? {} : named ? { credit: pair.text } : { caption: pair.text };
    put(draft, image(row.line, pair?.line ?? row.line, { alt: row.text, ...said }), "image");
    return pair === undefined ? 1 : 2;
  }
  const count = 1 + (caption === null ? 0 : 1) + (credit === null ? 0 : 1);
  put(draft, image(row.line, rows[at + count - 1]?.line ?? row.line, { alt: row.text, caption, credit }), "image");
  return count;
};

/** Whether the row below a picture's words is its caption or credit without a mark: short, and a blank behind it. */
function isPairedWith({ rows }: Draft, at: number): boolean {
  const below = rows[at + 1];
  return (
    isTight(below) &&
    !isTight(rows[at + 2]) &&
    below.text.length <= 150 &&
    !below.text.endsWith(".") &&
    !isMark(below.text)
  );
}

/** A caption whose picture has no words of its own. */
export const lonelyCaption: Opener = (draft, row) => {
  const caption = imageCaptionOf(row.text);
  if (caption === null) return 0;
  put(draft, image(row.line, row.line, { caption }), "image-caption");
  return 1;
};

/** A credit belongs to the picture right above it; without one it is a note of the page. */
export const credit: Opener = (draft, row, at) => {
  const whose = creditOf(row.text);
  if (whose === null && !isCreditRun(row.text)) return 0;
  const last = draft.blocks.at(-1);
  const above = draft.rows[at - 1];
  if (whose !== null && last?.kind === "image" && last.credit === null && last.end === above?.line) {
    draft.blocks[draft.blocks.length - 1] = { ...last, credit: whose, end: row.line };
    draft.account.claim(row.line, row.line, "image");
  } else draft.account.claim(row.line, row.line, "boilerplate");
  return 1;
};

/** A line that may be a heading between paragraphs: three words at most. */
export const isSubheading = ({ text }: Row): boolean => wordCount(text) <= 3 && isAltShaped(text);

/** More short lines than this in one body are headings between its paragraphs, not pictures. */
const MOST_LONE_PICTURES = 1;

const CLOCK = /\b\d{1,2}[:.]\d{2}\b/g;

/** `Forecast map for 15:00 Saturday` too: a colon inside a time is none. */
const isAlt = (text: string): boolean => isAltShaped(text.slice(0, LONGEST_ALT).replaceAll(CLOCK, "0"));

/** A picture's words known by their shape: a name, a description, a short line that is no sentence. */
export const looseImage: Opener = (draft, row, at) => {
  if (endsSentence(row.text) || row.line === draft.habits.lastLine) return 0;
  const credited = creditOf(draft.rows[at + 1]?.text ?? "") !== null;
  const isHeading = isSubheading(row) && draft.subheadings > MOST_LONE_PICTURES && !credited;
  const byShape = draft.begun
    ? isAlt(row.text) && !isHeading
    : isPersonName(row.text) || isPictureText(row.text) || isAlt(row.text);
  if (!byShape) return 0;
  put(draft, image(row.line, row.line, { alt: row.text }), "image");
  return 1;
};
