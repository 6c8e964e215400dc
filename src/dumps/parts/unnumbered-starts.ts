import { LOST } from "./numbered-slices.ts";
import { isMark } from "./reporting-draft.ts";
import { isNameOver } from "./reporting-people.ts";
import { isTight, type Row } from "./reporting-rows.ts";
import { closesShareTools, creditOf, ENVELOPE, imageCaptionOf } from "./reporting-words.ts";
import {
  endsSentence,
  isBareHashtag,
  isHashtagLabel,
  isMarkedLabel,
  isPersonName,
  messageAuthor,
  namesRole,
  wordCount,
} from "./shapes.ts";
import { isSource } from "./source-line.ts";
import { realHeadline } from "./stamp.ts";
import { type UnnumberedPage, type Weighed, weigh } from "./unnumbered-cues.ts";

/** Where an entry without a number starts: at its headline, or at its first line where it has none. */
export interface UnnumberedStart {
  /** Index of its first row. */
  readonly at: number;
  /** Whether that row is its headline (a placeholder too). */
  readonly headed: boolean;
  readonly certain: boolean;
  readonly cue: string;
}

/** From nine to one a start is a fact to the reader. */
const CERTAIN = 2.2;

const LONGEST_HEADLINE = 110;

/** Whether a line may be a headline, a label, a name, a role or a picture's words: short, and no sentence of a body. */
function isShort({ text }: Row): boolean {
  return (
    text.length <= LONGEST_HEADLINE &&
    /^['‘]?[\p{Lu}\p{N}#£$€]/u.test(text) &&
    !/(?<!\.)\.["'”’)]*$|[,;:]$/.test(text.slice(-5)) &&
    !(messageAuthor(text) !== null && endsSentence(text) && !/[’']$/.test(text)) &&
    !isMark(text) &&
    !text.endsWith(", external")
  );
}

/** Whether a line stands for a headline that is not there: `Post update`. */
const isPlaceholder = ({ text }: Row): boolean => text !== "" && realHeadline(text) === null && !isMark(text);

/**
 * Finds where entries start on a page that lost its numbers. A headline is a short line; so are labels, names, roles and
 * the words of pictures. Runs of short lines are read together:
 *
 *     Workers carry a tusk              picture, of the post above
 *     Leader tours the region           headline
 *     County final (14:00 BST)          label
 *     Ines Barrow                       name
 *     Our reporter on the ground        role
 *
 * A name over a role, or an outlet, shows which line is the headline. Without them the cues weigh.
 */
export function unnumberedStarts(page: UnnumberedPage): readonly UnnumberedStart[] {
  const { rows } = page;
  const starts: UnnumberedStart[] = [];
  let at = 0;
  while (at < rows.length) {
    const row = rows[at];
    if (row === undefined) break;
    if (row.text === ENVELOPE) {
      starts.push({ at, headed: true, certain: true, cue: "a shell over a headline" });
      at++;
      continue;
    }
    if (isPlaceholder(row)) {
      starts.push({ at, headed: true, certain: true, cue: "a placeholder for a headline" });
      at += 1 + leading(page, at + 1);
      continue;
    }
    const length = runLength(rows, at);
    if (length === 0 && asksAlone(page, at)) {
      starts.push({ at, headed: true, certain: false, cue: "a question or a call over text" });
      at++;
      continue;
    }
    if (length === 0) {
      const lost = page.habits.spaced && row.blanks >= LOST;
      if ((starts.length === 0 || lost) && !isMark(row.text)) {
        const cue =
          starts.length === 0 ? "first line of the page's posts" : "two blank lines where a number is missing";
        starts.push({ at, headed: false, certain: false, cue });
      }
      at++;
      continue;
    }
    const start = readRun(page, at, length, starts.length === 0);
    if (start !== null) starts.push(start);
    at += length;
  }
  return starts;
}

const isShell = (row: Row): boolean => row.text === ENVELOPE || isPlaceholder(row);

/** How many short lines follow one another; a placeholder ends a run, and so does a caption's or a credit's picture. */
function runLength(rows: readonly Row[], from: number): number {
  let end = from;
  for (let row = rows[end]; row !== undefined && isShort(row) && !isShell(row); row = rows[end]) end++;
  return end - from;
}

/**
 * Short lines right under a placeholder are that post's own: its label, then its outlet, or its name and role. Over a label a
 * line is the next post's headline.
 */
function leading(page: UnnumberedPage, from: number): number {
  const { rows } = page;
  const isShortAt = (place: number): boolean => rows.slice(place, place + 1).some(isShort);
  const recurs = page.habits.recurring.has(rows[from]?.text ?? "");
  if (!recurs && isShortAt(from) && isShortAt(from + 1) && isLabelAbove(page, from + 1)) return 0;
  const at = isShortAt(from) && isLabelAbove(page, from) ? from + 1 : from;
  const first = rows[at];
  const second = rows[at + 1];
  if (first === undefined || !isShortAt(at)) return at - from;
  if (second !== undefined && isNameOver(first, second)) return at + 2 - from;
  return at + (isSource(first.text) ? 1 : 0) - from;
}

/** Whether a picture's caption or credit stands right below a row. */
function isCaptioned(rows: readonly Row[], at: number): boolean {
  const below = rows[at + 1];
  return isTight(below) && (imageCaptionOf(below.text) !== null || creditOf(below.text) !== null);
}

function readRun(page: UnnumberedPage, from: number, length: number, first: boolean): UnnumberedStart | null {
  const who = contributorIn(page, from, length) ?? surelyLabel(page, from, length);
  if (who === from && asks(page.rows[from - 1])) {
    return { at: from - 1, headed: true, certain: false, cue: "a question or a call over a contributor or a label" };
  }
  if (who === from)
    return { at: from, headed: false, certain: true, cue: "a contributor or a label without a headline" };
  if (who !== null) {
    let at = who - 1;
    while (at > from && isLabelAbove(page, at)) at--;
    return { at, headed: true, certain: true, cue: "a short line over a contributor or a label" };
  }
  if (first) return { at: from, headed: true, certain: true, cue: "the first line of the page's posts" };
  const best = bestHeadline(page, from, length);
  return best === null || best.score <= 0
    ? null
    : { at: best.at, headed: true, certain: best.score >= CERTAIN, cue: best.cues.join("; ") };
}

/** `Analysis: Why here, why now?` may be a message amid text, and is a headline over a name. */
const asks = (row: Row | undefined): boolean =>
  row !== undefined &&
  row.text.length <= LONGEST_HEADLINE &&
  /[?!]$/.test(row.text) &&
  messageAuthor(row.text) !== null;

/** More words are a message. */
const MOST_ASKED = 8;

/** The same over text, where blanks stand between all blocks and no message stands beside it. */
function asksAlone({ rows, habits }: UnnumberedPage, at: number): boolean {
  const [row, below] = rows.slice(at, at + 2);
  const alone = [rows[at - 1], below].every((beside) => beside !== undefined && messageAuthor(beside.text) === null);
  const overText = below !== undefined && !isShort(below);
  return habits.spaced && alone && overText && asks(row) && wordCount(row?.text ?? "") <= MOST_ASKED;
}

/** Index of the row in a run where a name over a role, or an outlet, stands; null where none does. */
function contributorIn(page: UnnumberedPage, from: number, length: number): number | null {
  const { rows } = page;
  for (let at = from; at < from + length; at++) {
    const row = rows[at];
    const below = rows[at + 1];
    if (row === undefined) break;
    if (isSource(row.text)) return at;
    if (below !== undefined && at + 1 < from + length && !isPaired(page, at) && isSurelyNameOver(rows, at)) return at;
  }
  return null;
}

/** A match with its time in brackets is a label, as a hashtag is. */
const FIXTURE = /\(\d{1,2}[:.]\d{2}[^()]{0,20}\)$/;

/** Index of the row in a run that is a label beyond doubt; null where none is. */
function surelyLabel({ rows }: UnnumberedPage, from: number, length: number): number | null {
  const isLabel = ({ text }: Row): boolean => isBareHashtag(text) || FIXTURE.test(text.slice(-40));
  const at = rows.slice(from, from + length).findIndex(isLabel);
  return at < 0 ? null : from + at;
}

/** In a run of short lines a name needs a role beyond doubt, or body text right behind the two. */
function isSurelyNameOver(rows: readonly Row[], at: number): boolean {
  const name = rows[at];
  const role = rows[at + 1];
  if (name === undefined || role === undefined || !isNameOver(name, role)) return false;
  // The last line of a page may be a sentence cut short.
  if (rows[at + 2] === undefined) return namesRole(role.text);
  return isPersonName(name.text) || !isCaptioned(rows, at + 1);
}

/** `Severe accident: M42 northbound` is a headline, `Final: Craik 2-1 Deacon` a label. */
const isTopic = (text: string): boolean => /^[^:]{2,40}: \S/.test(text) && !/\d-\d| vs? /.test(text);

const isLabelAbove = ({ rows, habits }: UnnumberedPage, at: number): boolean => {
  const text = rows[at]?.text ?? "";
  const oneWord = wordCount(text) === 1 && !/[!?…]$/.test(text);
  return (
    habits.recurring.has(text) ||
    FIXTURE.test(text.slice(-40)) ||
    oneWord ||
    isHashtagLabel(text) ||
    (isMarkedLabel(text) && !/['’]/.test(text) && !isTopic(text))
  );
};

/**
 * Where blanks stand between all blocks, a headline has one on both sides, or a list or an embed above. A picture and its
 * caption have none between them.
 */
function isPaired({ rows, habits }: UnnumberedPage, at: number): boolean {
  const above = rows[at - 1];
  const row = rows[at];
  const under = above !== undefined && isTight(row) && !isMark(above.text);
  return habits.spaced && (under || isTight(rows[at + 1]));
}

/** The line of a run that is most likely the headline. */
function bestHeadline(page: UnnumberedPage, from: number, length: number): Weighed | null {
  const weighed = page.rows
    .slice(from, from + length)
    .map((row, offset) => weigh(page, row.text, from + offset))
    // A headline has something below it, but where it is the next post's and the dump was cut off.
    .filter(
      ({ at }) =>
        (at < page.rows.length - 1 || closesShareTools(page.rows[at - 1]?.text ?? "")) &&
        !isCaptioned(page.rows, at) &&
        !isPaired(page, at),
    );
  return weighed.reduce<Weighed | null>((best, one) => (best === null || one.score > best.score ? one : best), null);
}
