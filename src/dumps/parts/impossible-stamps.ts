import type { Row } from "./page-rows.ts";
import { isResidue } from "./residue.ts";
import { type Sighting, sightingOn } from "./sightings.ts";
import { keyOf } from "./stamp-looks.ts";

/** Stamps stand this near to the start of their rows. */
const NEAR = 40;
const CLOCK = /\d{1,2}[:.]\d{2}(?::\d{2})?(?![\d:.])/;
const DIGITS = /\d{4}(?!\d)/;
/** `0640The`: the mark of a page that prints `1724: ` left out. */
const GLUED = /^\d{4}(?=\p{Lu}\p{Ll})/u;

const NOTHING = { time: null, date: null, zone: null, published: null, relative: null, minute: null } as const;

/**
 * Rows that would be stamps of a page if a clock could show their figures: with other figures they look as its stamps do. Each
 * opens a post, or its words and all below would pass for those of the post above, at that one's time.
 *
 *     3.11pm BST              1724: Match point.
 *     13.61pm BST   this      2575: Nobody knows.     this
 *     2.05pm BST              0640The sun is out.     and this: a clock shows it, but not between 17:24 and 17:16
 *                             1716: Break.
 */
export function impossibleStamps(rows: readonly Row[], known: readonly Sighting[]): readonly Sighting[] {
  const looks = new Map(known.map((stamp) => [lookOf(stamp), stamp]));
  const taken = new Set(known.map(({ at }) => at));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const inFigures = first.place === "inline" && first.reading.form === "digits" && first.mark.trim() !== "";
  return rows.flatMap((row, at): readonly Sighting[] => {
    // Outside of the stamped posts it may be anything.
    if (at < first.at || at > last.at || taken.has(at) || isResidue(row.text)) return [];
    if (inFigures && row.bullet === first.bullet && GLUED.test(row.text)) {
      return [unreadable(row, { ...first, at }, row.text.slice(0, 4))];
    }
    const head = row.text.slice(0, NEAR);
    const figures = CLOCK.exec(head) ?? DIGITS.exec(head);
    if (figures === null || sightingOn(row, at) !== null) return [];
    const text = `${head.slice(0, figures.index)}${possible(figures[0])}${row.text.slice(figures.index + figures[0].length)}`;
    const seen = sightingOn({ ...row, text }, at);
    const like = seen === null ? undefined : looks.get(lookOf(seen));
    if (seen === null || like === undefined || !isTold(seen, like, figures[0])) return [];
    const from = text.indexOf(seen.reading.stamp.printed);
    return [unreadable(row, seen, row.text.slice(from, from + seen.reading.length))];
  });
}

/** Where all stamps print a day, a time without one is none of them. */
const lookOf = (seen: Sighting): string => `${keyOf(seen)} ${seen.reading.stamp.date === null ? "" : "dated"}`;

/** Figures of the same look that every clock shows. */
const possible = (figures: string): string => figures.replaceAll(/\d/g, "1");

/**
 * Whether figures can be nothing else. `1990 was cold` and `2.75 metres` open sentences as well, and so does `98:87`, a score:
 * with a mere space behind, hour or minute must be one that a clock shows, and a colon between.
 */
function isTold({ place, mark, reading }: Sighting, like: Sighting, figures: string): boolean {
  if ((reading.form === "bare") !== (like.reading.form === "bare") && place === "inline") return false;
  if (place !== "inline" || mark.trim() !== "") return true;
  const [hour = 0, minute = 0] = figures.split(":").map(Number);
  return reading.form === "clock" && figures.includes(":") && (hour < 24 || minute < 60);
}

/** A stamp without a time. In front of words it stays with them; on a line of its own it is the first of the body. */
function unreadable({ text }: Row, seen: Sighting, printed: string): Sighting {
  const reading = { ...seen.reading, length: printed.length, stamp: { ...NOTHING, printed } };
  return { ...seen, reading, rest: seen.place === "inline" ? text : seen.rest };
}
