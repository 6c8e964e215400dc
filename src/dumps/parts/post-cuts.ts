import { capitalsHead, countsOvers, OVER_CUE, opensMoment, opensOver } from "./moments.ts";
import { isByline } from "./page-byline.ts";
import type { Row } from "./page-rows.ts";
import type { BodyRow } from "./post-body.ts";
import { BY, isHeadlineShaped } from "./post-headline.ts";
import { closesPost, isResidue, isTitle, marksChange, namesItself } from "./residue.ts";
import { endsSentence, isPersonName, messageAuthor } from "./shapes.ts";
import type { Sighting } from "./sightings.ts";
import type { StampPattern } from "./stamp-pattern.ts";
import { firstOfClosed } from "./stamp-position.ts";

/** Where one post of a page stands, before its rows are read. */
export interface Cut {
  /** Index of its first row. */
  readonly start: number;
  readonly stamp: Sighting | null;
  /** The row over its stamp, where headlines stand there. */
  readonly headline: Row | null;
  /** Its rows below the stamp; first what stands behind the stamp on its own row. */
  readonly rows: readonly BodyRow[];
  readonly certain: boolean;
  readonly cue: string;
}

const from = (rows: readonly Row[], start: number, end: number): readonly Row[] =>
  rows.slice(start, Math.max(start, end));

/** What stands behind a stamp on its row, as the first row of the body. */
function opening(rows: readonly Row[], { at, rest }: Sighting): readonly BodyRow[] {
  const row = rows[at];
  return rest === "" || row === undefined ? [] : [{ line: row.line, text: rest, blanks: row.blanks, bullet: false }];
}

/** Cuts a page into its posts, by its stamps. The rows above the first cut are the page's top. */
export function cutPosts(rows: readonly Row[], pattern: StampPattern): readonly Cut[] {
  const { position, certain, stamps, unreadable, words } = pattern;
  const impossible = new Set(unreadable.map(({ at }) => at));
  if (position === "after") return cutBehind(rows, pattern);
  const heads = new Map<number, Row>();
  if (position === "middle") {
    const stamped = new Set(stamps.map(({ at }) => at));
    for (const { at } of stamps) {
      const above = rows[at - 1];
      // A row with a stamp of its own is the post before this one, whatever stands behind that stamp.
      if (above === undefined || above.bullet || stamped.has(at - 1) || isTitle(rows, at - 1)) continue;
      if (isHeadlineShaped(above.text)) heads.set(at, above);
    }
  }
  const starts: { start: number; stamp: Sighting | null; headline: Row | null; cue: string }[] = stamps.map((stamp) => {
    const headline = heads.get(stamp.at) ?? null;
    return {
      start: headline === null ? stamp.at : stamp.at - 1,
      stamp,
      headline,
      cue: impossible.has(stamp.at) ? IMPOSSIBLE : words,
    };
  });
  starts.push(...unstamped(rows, stamps, position));
  starts.sort((a, b) => a.start - b.start);
  return starts.map(({ start, stamp, headline, cue }, index): Cut => {
    const end = starts[index + 1]?.start ?? rows.length;
    const body = from(rows, stamp === null ? start : stamp.at + 1, end);
    // Behind a bullet that stands for a stamp the body begins.
    const own =
      stamp === null
        ? body.map((row, at) => (at === 0 ? { ...row, bullet: false } : row))
        : [...opening(rows, stamp), ...body];
    return { start, stamp, headline, rows: own, certain: certain && cue !== HEADED && cue !== IMPOSSIBLE, cue };
  });
}

/** The cue of a post whose stamp has figures that no clock shows. */
const IMPOSSIBLE = "a time that no clock shows, where the page stamps its posts";
const HEADED = "a headline over a paragraph, among minutes of a match";

/** Whether a row amid paragraphs is a headline over one: short, alone, nobody's name and nobody's words. */
function isOverSentence(rows: readonly Row[], at: number): boolean {
  const [above, row, below] = [rows[at - 1], rows[at], rows[at + 1]];
  if (row === undefined || below === undefined || below.bullet || below.blanks === 0 || above?.text.endsWith(":"))
    return false;
  const isHead = isHeadlineShaped(row.text) && !isPersonName(row.text) && messageAuthor(row.text) === null;
  // The last row of a dump may be a sentence that was cut off.
  const isSentence = endsSentence(below.text) || (at + 2 === rows.length && !isHeadlineShaped(below.text));
  return isHead && isSentence && !/^["“‘]/.test(below.text);
}

/** Posts between the stamped ones that have no time of their own but the page's other marks. */
function unstamped(
  rows: readonly Row[],
  stamps: readonly Sighting[],
  position: StampPattern["position"],
): readonly { start: number; stamp: null; headline: null; cue: string }[] {
  const [first] = stamps;
  const stamped = new Set(stamps.map(({ at }) => at));
  const indent = first === undefined ? 0 : rows[first.at]?.indent;
  const overs = countsOvers(rows);
  const minutes = overs || stamps.some(({ reading }) => reading.form === "minute");
  const top = Math.max(1, behindTop(rows, first?.at ?? 0));
  const spaced = isSpaced(rows);
  const cues = rows.map((row, at): string | null => {
    if (stamped.has(at) || first === undefined || isResidue(row.text)) return null;
    const alone = rows[at - 1]?.bullet !== true || stamped.has(at - 1);
    const next = rows[at + 1];
    if (position === "before" && first.bullet && row.bullet && row.indent === indent && alone) {
      return next?.bullet === true && !stamped.has(at + 1) ? null : "a bullet as those of the stamped posts";
    }
    if (position !== "inline" || !minutes || row.bullet || at < top || (spaced && row.blanks === 0)) return null;
    if (overs && opensOver(row.text)) return OVER_CUE;
    const isMoment = opensMoment(row.text) || (at > first.at && capitalsHead(row.text) !== null);
    if (isMoment) return "a great moment of the match opens it";
    return spaced && at > first.at && !stamped.has(at + 1) && isOverSentence(rows, at) ? HEADED : null;
  });
  return cues.flatMap((cue, at) => (cue === null ? [] : [{ start: at, stamp: null, headline: null, cue }]));
}

/** A heading behind which a page's posts start: what stands above is its top. */
const STARTS = /^(?:live updates?|live feed|latest updates|latest posts|key events|key posts|timeline|updates|live)$/i;

/** Index of the row behind which the posts of a page start at the earliest: its last such heading, else its title. */
export function behindTop(rows: readonly Row[], before: number): number {
  const heading = rows.slice(0, before).findLastIndex(({ text }) => STARTS.test(text.slice(0, 20)));
  if (heading >= 0) return heading + 1;
  return rows.findIndex(({ text }) => namesItself(text)) + 1;
}

/** Cuts a page behind every row that closes a post, as `Share` does, or says that it was changed; null where hardly any does. */
export function cutByClosers(rows: readonly Row[]): readonly Cut[] | null {
  const buttons = rows.flatMap(({ text }, at) => (closesPost(text) ? [at] : []));
  const [first] = buttons;
  if (first === undefined || buttons.length < 2) return null;
  let start = firstOfButtons(rows, first);
  const closers = rows.flatMap(({ text }, at) => (closesPost(text) || (at > start && marksChange(text)) ? [at] : []));
  const cuts: Cut[] = [];
  for (const closer of [...closers, rows.length - 1]) {
    // Buttons that stand behind a closer belong to the post that it closed.
    let end = closer + 1;
    while (isResidue(rows[end]?.text ?? "")) end++;
    if (!from(rows, start, end).some(({ text }) => !isResidue(text))) continue;
    const cue = "the page's share button closes the post above";
    cuts.push({ start, stamp: null, headline: null, rows: from(rows, start, end), certain: true, cue });
    start = end;
  }
  return cuts;
}

/** Where the first post starts: at the first headline under the heading of the posts, else at the last above the first button. */
function firstOfButtons(rows: readonly Row[], button: number): number {
  const top = behindTop(rows, button);
  const isHead = ({ text, bullet }: Row, at: number): boolean => at >= top && !bullet && isHeadlineShaped(text);
  const above = rows.slice(0, button);
  const isOver = (row: Row, at: number): boolean => isHead(row, at) && !isResidue(rows[at + 1]?.text ?? "");
  const last = above.findLastIndex(isOver);
  const head = STARTS.test(rows[top - 1]?.text ?? "")
    ? above.findIndex(isHead)
    : last < 0
      ? above.findLastIndex(isHead)
      : last;
  return head < 0 ? top : head;
}

/**
 * Cuts a page that has neither stamps nor buttons at its headlines: short rows over paragraphs, under a heading or a title
 * that says the page is live. Every boundary is a judgement. A name behind a bullet opens the post whose headline it stands over.
 * What stands below `Updated` is another post, with a headline or without; a headline over a list opens one that ends with that.
 * @param opening index of the row that opens a post whatever it is; -1 where none does
 */
export function cutByHeadlines(rows: readonly Row[], opening = -1): readonly Cut[] {
  const top = behindTop(rows, rows.length);
  const spaced = isSpaced(rows);
  const overs = countsOvers(rows);
  const isHead = (row: Row, at: number): boolean => {
    const [above, below] = [rows[at - 1], rows[at + 1]];
    if (at < top || row.bullet || !isHeadlineShaped(row.text) || above?.text.endsWith(":")) return false;
    if (isTalk(row, above) || isTalk(row, below)) return false;
    const isListed = below?.bullet === true && !listEndsChanged(rows, at + 1);
    // The last row of a dump may be a sentence that was cut off.
    const isBody = at + 2 >= rows.length || (!isHeadlineShaped(below?.text ?? "") && !isListed);
    const over = below !== undefined && (isBody || BY.test(below.text));
    return over && !(spaced && row.blanks === 0);
  };
  const starts: { start: number; cue: string }[] = [];
  for (const [at, row] of rows.entries()) {
    if (isHead(row, at)) {
      const above = rows[at - 1];
      const start = above?.bullet === true && isPersonName(above.text) ? at - 1 : at;
      starts.push({ start, cue: "a headline over paragraphs, on a page without times" });
    } else if (overs && at >= top && opensOver(row.text)) {
      starts.push({ start: at, cue: OVER_CUE });
    } else if (at === opening) {
      starts.push({ start: at, cue: "what stands under the title in a collector's copy" });
    } else if (starts.length > 0 && marksChange(rows[at - 1]?.text ?? "") && !isResidue(row.text)) {
      starts.push({ start: at, cue: "the post above ends with `Updated`" });
    }
  }
  return starts.map(({ start, cue }, index): Cut => {
    const rest = from(rows, start, starts[index + 1]?.start ?? rows.length);
    return { start, stamp: null, headline: null, rows: rest, certain: false, cue };
  });
}

/** `Counsel: Did you look?` over `Bice: I did.`: each opens with who says it. */
const isTalk = (one: Row, other: Row | undefined): boolean =>
  other !== undefined && messageAuthor(one.text) !== null && messageAuthor(other.text) !== null;

/** Whether the list that starts at a row is all that stands over `Updated`. */
function listEndsChanged(rows: readonly Row[], start: number): boolean {
  let end = start;
  while (rows[end]?.bullet === true) end++;
  return marksChange(rows[end]?.text ?? "");
}

/** Cuts a page without any marks at its blank lines: each block of rows between them is a post, as far as anyone can tell. */
export function cutByBlanks(rows: readonly Row[]): readonly Cut[] {
  // Without a title that says the page is live, a headline alone at its top is the title.
  const alone = rows[0] !== undefined && isHeadlineShaped(rows[0].text) && rows[1]?.blanks !== 0 ? 1 : 0;
  const below = behindTop(rows, rows.length) || alone;
  const top = isByline(rows[below]?.text ?? "") ? below + 1 : below;
  const starts = rows.flatMap(({ blanks, text }, at) =>
    at >= top && (blanks > 0 || at === 0) && !isResidue(text) ? [at] : [],
  );
  const cue = "a blank line, on a page without times and headlines";
  return starts.map((start, index): Cut => {
    const rest = from(rows, start, starts[index + 1] ?? rows.length);
    return { start, stamp: null, headline: null, rows: rest, certain: false, cue };
  });
}

/** Whether a page sets blanks between its rows: there a row without one above opens nothing. */
const isSpaced = (rows: readonly Row[]): boolean => rows.filter(({ blanks }) => blanks > 0).length * 2 > rows.length;

/** Posts that end with their stamp. What follows the last one is a post that was cut off. */
function cutBehind(rows: readonly Row[], { certain, stamps, words }: StampPattern): readonly Cut[] {
  const cuts: Cut[] = [];
  let start = firstOfClosed(rows, stamps);
  for (const stamp of stamps) {
    const body = [...from(rows, start, stamp.at), ...opening(rows, stamp)];
    cuts.push({ start, stamp, headline: null, rows: body, certain, cue: `ends with ${words}` });
    start = stamp.at + 1;
  }
  const rest = from(rows, start, rows.length);
  if (rest.some(({ text }) => !isResidue(text))) {
    const cue = "follows the stamp that closes the post above";
    cuts.push({ start, stamp: null, headline: null, rows: rest, certain: false, cue });
  }
  return cuts;
}
