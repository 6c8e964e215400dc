import { isByline, isDateRow } from "./page-byline.ts";
import type { Row } from "./page-rows.ts";
import { isHeadlineShaped } from "./post-headline.ts";
import { isResidue, isTitle } from "./residue.ts";
import { endsSentence } from "./shapes.ts";
import type { Sighting } from "./sightings.ts";

/** Where a page stamps its posts: above them, under their headline, in front of their first words, behind them. */
export type Position = "before" | "middle" | "inline" | "after";

/** Where the stamps stand, and whether the page shows it: some could as well open the posts below as close those above. */
export interface Placed {
  readonly position: Position;
  readonly certain: boolean;
}

/** Whether the headline stands over the stamp or under it, and whether the stamp opens its post or closes it. */
export function positionOf(rows: readonly Row[], stamps: readonly Sighting[]): Placed {
  const [first] = stamps;
  if (first === undefined || first.place === "inline") return { position: "inline", certain: true };
  const stamped = new Set(stamps.map(({ at }) => at));
  const isHead = (at: number): boolean => {
    const row = rows[at];
    return row !== undefined && !stamped.has(at) && isHeadlineShaped(row.text) && !row.bullet && !isTitle(rows, at);
  };
  const above = stamps.filter(({ at }) => isHead(at - 1)).length;
  const below = stamps.filter(({ at }) => isHead(at + 1)).length;
  if (above > below && above * 2 > stamps.length) return { position: "middle", certain: true };
  return openOrClose(rows, stamps, first);
}

/**
 * Whether stamps open their posts or close them. The side with more room is the far one, unless the page's ends say otherwise:
 * a first stamp with nothing above but the page's title closes nothing, a last one with no body below opens nothing.
 *
 *     Ines Barrow, 15:20        Water is over the wall.
 *     Water is over the wall.   Ines Barrow, 15:20
 *
 *     Ines Barrow, 15:02        The bridge is shut.
 *     The bridge is shut.       Ines Barrow, 15:02
 *
 * Where neither tells, a time opens its post and a name with a time closes it: the second is no more than likely.
 */
function openOrClose(rows: readonly Row[], stamps: readonly Sighting[], { place }: Sighting): Placed {
  const room = roomBelow(rows, stamps);
  const { closes, opens } = endsOf(rows, stamps);
  if (!closes || room < 0) return { position: "before", certain: true };
  if (place === "tail") return { position: "after", certain: room > 0 || !opens };
  return { position: room > 0 && !opens ? "after" : "before", certain: room === 0 || !opens };
}

/** How many blank lines more the posts' stamps have below than above: between two stamps, that is, not at the page's ends. */
function roomBelow(rows: readonly Row[], stamps: readonly Sighting[]): number {
  const blanks = (at: number): number => rows[at]?.blanks ?? 0;
  const [below, above] = stamps.length === 1 ? [stamps, stamps] : [stamps.slice(0, -1), stamps.slice(1)];
  return below.reduce((sum, { at }) => sum + blanks(at + 1), 0) - above.reduce((sum, { at }) => sum + blanks(at), 0);
}

/** Whether there is a body above the first stamp, for it to close, and one below the last, for it to open. */
function endsOf(rows: readonly Row[], stamps: readonly Sighting[]): { closes: boolean; opens: boolean } {
  const [first, last] = [stamps[0]?.at ?? 0, stamps.at(-1)?.at ?? 0];
  const between = stamps.slice(1).map(({ at }, index) => rows.slice((stamps[index]?.at ?? at) + 1, at));
  const ofSentences = between.filter((post) => post.some(isSentence)).length * 2 >= between.length;
  // On a page of sentences a button that nobody knows is no body; a title is none on any.
  const isBody = (row: Row): boolean => !isResidue(row.text) && (!ofSentences || isSentence(row));
  const isTop = (row: Row, at: number): boolean => isTitle(rows, at) || isByline(row.text) || isDateRow(row.text);
  // Set further off than the others are, the first stamp belongs to what stands below it.
  const nearest = stamps.slice(1).reduce((most, { at }) => Math.max(most, rows[at]?.blanks ?? 0), 0);
  const isOff = stamps.length > 1 && (rows[first]?.blanks ?? 0) > nearest;
  return {
    closes: !isOff && rows.slice(0, first).some((row, at) => isBody(row) && !isTop(row, at)),
    opens: rows.slice(last + 1).some(isBody) || stamps.at(-1)?.rest !== "",
  };
}

const isSentence = ({ text }: Row): boolean => endsSentence(text) && !isResidue(text);

/**
 * The first post of a page that stamps posts when they are over starts at the last headline above its stamp; below it, where
 * no other post has a headline, since that is the page's title.
 */
export function firstOfClosed(rows: readonly Row[], stamps: readonly Sighting[]): number {
  const end = stamps[0]?.at ?? 0;
  const isHead = (row: Row | undefined): boolean => row?.bullet === false && isHeadlineShaped(row.text);
  const last = rows.slice(0, end).findLastIndex(isHead);
  const others = stamps.slice(0, -1).map(({ at }) => rows[at + 1]);
  const isTitle = last + 1 < end && others.length > 0 && !others.some(isHead);
  return Math.max(isTitle ? last + 1 : last, 0);
}
