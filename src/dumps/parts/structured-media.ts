import type { Image } from "../../model/block.ts";
import { isLeaderboard } from "./leaderboard.ts";
import { words } from "./lines.ts";
import {
  endsSentence,
  isAltShaped,
  isHashtagLabel,
  isPersonName,
  isPictureText,
  LONGEST_LABEL,
  wordCount,
} from "./shapes.ts";
import {
  BULLET,
  beforeText,
  type Draft,
  IMAGE_CAPTION,
  IMAGE_SOURCE,
  isMarker,
  MEDIA_CAPTION,
  type Opener,
  put,
  type Row,
} from "./structured-draft.ts";

/** The bare mark a page prints in place of a text that is not there. */
const orNull = (text: string): string | null => (text === "" || text === "." ? null : text);

/** `Media caption,` and, below it, what the video shows. */
export const video: Opener = (draft, at) => {
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

/** `Image caption,` belongs to the picture above it, or stands for a picture of which nothing else is left. */
export const imageCaption: Opener = (draft, at) => {
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

/** `Rainy harbourImage source, Ines Barrow`, `.Image source, .` */
export const creditedImage: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined) return 0;
  const marker = IMAGE_SOURCE.find((words) => row.text.includes(words));
  if (marker === undefined) return 0;
  const from = row.text.lastIndexOf(marker);
  const credit = orNull(words(row.text.slice(from + marker.length)));
  put(draft, image(row.line, row.line, orNull(words(row.text.slice(0, from))), credit, null), "image");
  return 1;
};

/** Descriptions of charts are long; what is longer is a paragraph that lost its blank. */
const LONGEST_ALT = 600;

/**
 * A picture's words without a credit, known by the layout: a bare dot, a caption marker on the next line, or a list, a
 * paragraph or the next head there. Nothing but a picture, a list or an embed goes without a blank after it.
 */
export const tightImage: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined) return 0;
  const below = row.tight ? draft.rows[at + 1] : undefined;
  const last = at === draft.rows.length - 1;
  const isImage =
    row.text === "." ||
    (below !== undefined && IMAGE_CAPTION.some((marker) => below.text.startsWith(marker))) ||
    (draft.around.spaced &&
      !isHashtagLabel(row.text) &&
      ((last && draft.closesTight && row.text.length <= LONGEST_ALT) ||
        (below !== undefined && standsUnderPicture(row, below))));
  if (!isImage) return 0;
  put(draft, image(row.line, row.line, orNull(row.text), null, null), "image");
  return 1;
};

const standsUnderPicture = (row: Row, below: Row): boolean =>
  BULLET.test(below.text) ||
  IMAGE_SOURCE.some((marker) => below.text.includes(marker)) ||
  (isShortText(row.text) && !isShortText(below.text) && !isLeaderboard(below.text));

const isShortText = (text: string): boolean => text.length <= 80 && !endsSentence(text);

/** More short lines than this in one body are headings between its paragraphs, not pictures. */
const MOST_LONE_PICTURES = 1;

/** A picture's words without a credit, known by their shape: a name, a description, a short line amid paragraphs. */
export const looseImage: Opener = (draft, at) => {
  const row = draft.rows[at];
  if (row === undefined || row.tight || !draft.around.inEntry) return 0;
  const last = at === draft.rows.length - 1;
  const byShape = beforeText(draft)
    ? isPersonName(row.text) || isPictureText(row.text) || isAltShaped(row.text)
    : isAltShaped(row.text) && !(isSubheading(row) && draft.subheadings > MOST_LONE_PICTURES);
  if (last || !byShape || endsSentence(row.text) || isResult(row.text)) return 0;
  put(draft, image(row.line, row.line, row.text, null, null), "image");
  return 1;
};

/** A line that may be a heading between paragraphs: three words at most. */
export const isSubheading = ({ text, tight }: Row): boolean =>
  !tight && text.length <= 80 && wordCount(text) <= 3 && (isAltShaped(text) || /^\p{Lu}[\p{L}-]+$/u.test(text));

/** `Harwell v Quayside`, `Harwell 2-1 Quayside`: two sides, which are no picture. */
export const isResult = (text: string): boolean =>
  text.length <= LONGEST_LABEL && (/ vs? /.test(text) || /\p{L} \d{1,3}-\d{1,3} \p{Lu}/u.test(text));

/** `Elspeth Marr shouts at a stone`, `Smoke over the docks`: what is to be seen, and where or with what. */
export const isDescription = (text: string): boolean =>
  text.length <= LONGEST_LABEL &&
  wordCount(text) >= 4 &&
  / (?:an?|his|her|their|(?:over|at|outside|inside|near|behind|beside|above|along|across|through|under|around|towards) the) /.test(
    text,
  );
