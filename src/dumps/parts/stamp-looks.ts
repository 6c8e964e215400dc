import type { Row } from "./page-rows.ts";
import { endsSentence } from "./shapes.ts";
import type { Sighting } from "./sightings.ts";

/** Sightings that look alike. */
export interface Look {
  readonly key: string;
  readonly members: readonly Sighting[];
}

/** Clock times with and without am, pm, zone and date are one family: pages mix them. */
const familyOf = ({ reading }: Sighting): string => (reading.form === "bare" ? "clock" : reading.form);

/** What two sightings of one look have in common. */
export const keyOf = (seen: Sighting): string =>
  [seen.place, familyOf(seen), seen.bullet ? "bullet" : "", seen.lead, seen.place === "inline" ? seen.mark : ""].join(
    " ",
  );

/** A name behind a bar or a dash is an author's only where most rows of that look have nothing else behind it. */
export function settleAuthors(seen: readonly Sighting[]): readonly Sighting[] {
  const inline = new Map<string, number>();
  const lines = new Map<string, number>();
  for (const { place, mark } of seen) {
    const tally = place === "inline" ? inline : lines;
    tally.set(mark, (tally.get(mark) ?? 0) + 1);
  }
  return seen.map((sighting): Sighting => {
    const { place, mark, author, rest } = sighting;
    if (place !== "line" || author === null || mark === ",") return sighting;
    if ((inline.get(mark) ?? 0) < (lines.get(mark) ?? 0)) return sighting;
    return { ...sighting, place: "inline", mark: mark === "" ? " " : mark, author: null, rest: `${author}${rest}` };
  });
}

/** The looks that a page's sightings have, in the order in which they come. */
export function looksOf(seen: readonly Sighting[]): readonly Look[] {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of seen) {
    const key = keyOf(sighting);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [sighting]);
    else members.push(sighting);
  }
  return [...groups].map(([key, members]) => ({ key, members }));
}

/** Whether a look occurs often enough, and in such places, to be a habit of the page. */
export const isHabit = (rows: readonly Row[], look: Look): boolean =>
  isOdd(look) ? look.members.length >= FEWEST_ODD && hasBodies(rows, look) : isRegular(look);

const isOdd = ({ members: [first] }: Look): boolean => first?.odd === true;

const FEWEST_ODD = 3;

/** Whether most rows of a look have a sentence behind or below: `Kick-off 15:00` under each pair of a programme has none. */
function hasBodies(rows: readonly Row[], { members }: Look): boolean {
  const over = members.filter(({ at, rest }) => {
    const below = rows.slice(at + 1, at + 3);
    return endsSentence(rest) || below.some(({ text }) => endsSentence(text));
  });
  return over.length * 2 > members.length;
}

/** Whether times run in one direction, as figures of other things do not; one midnight is let pass. */
function isRun(members: readonly Sighting[]): boolean {
  const times = members.map(({ reading }) => reading.stamp.time ?? "");
  const rising = times.filter((time, at) => at > 0 && time > (times[at - 1] ?? "")).length;
  const falling = times.filter((time, at) => at > 0 && time < (times[at - 1] ?? "")).length;
  return Math.min(rising, falling) <= 1 && Math.max(rising, falling) > 2;
}

/** How often a look must occur, by where it stands and what it says. */
function isRegular({ members }: Look): boolean {
  const [first] = members;
  if (first === undefined) return false;
  const { place, mark, reading } = first;
  const count = members.length;
  if (members.every(({ reading: { form } }) => form === "bare")) {
    return place === "line" ? count >= 3 : place === "inline" && count >= 4 && isRun(members);
  }
  const telling = members.some(({ reading: { form, stamp, length }, author }) => {
    if (author !== null && mark === ",") return true;
    return form === "relative" || form === "epoch" || stamp.date !== null || stamp.zone !== null || length > 5;
  });
  if (place === "line") return count >= (telling && reading.form !== "minute" && reading.form !== "digits" ? 1 : 2);
  if (place === "tail") return count >= (members.some(({ reading: { stamp } }) => stamp.date !== null) ? 1 : 2);
  if (mark === " " || mark === "" || mark === ",") return count >= (telling && reading.form === "clock" ? 2 : 3);
  return count >= 2;
}

const PLACES: readonly Sighting["place"][] = ["line", "tail", "inline"];
const rank = ({ members: [first] }: Look): number => PLACES.indexOf(first?.place ?? "inline");

/** Above 0 where the first of two looks, both alone on their lines, counts back and the second is a clock's. */
function countsBack(a: Look, b: Look): number {
  const [one, other] = [a, b].map(({ members: [first] }) => (first?.place === "line" ? first.reading.form : null));
  return (one === "relative" && other === "clock" ? 1 : 0) - (other === "relative" && one === "clock" ? 1 : 0);
}

const firstRow = ({ members: [first] }: Look): number => first?.at ?? 0;

/**
 * The habit that is the posts': that of most rows with bodies. Where clocks stand, times that count back are a list's. Of those
 * that occur equally often it is the one further down: a page's own date stands at its top.
 */
export function mainHabit(rows: readonly Row[], habits: readonly Look[]): Look | undefined {
  const ranked = habits.map((look) => ({ look, bodies: hasBodies(rows, look) ? 0 : 1 }));
  const [main] = ranked.sort(
    (a, b) =>
      a.bodies - b.bodies ||
      countsBack(a.look, b.look) ||
      b.look.members.length - a.look.members.length ||
      rank(a.look) - rank(b.look) ||
      firstRow(b.look) - firstRow(a.look),
  );
  return main?.look;
}
