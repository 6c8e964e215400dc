import { cutStamp } from "./cut-stamp.ts";
import type { Row } from "./page-rows.ts";
import { isHeadlineShaped } from "./post-headline.ts";
import { withoutAgenda } from "./programme.ts";
import { isResidue } from "./residue.ts";
import { endsSentence } from "./shapes.ts";
import { type Sighting, sightingOn } from "./sightings.ts";

/** Where a page stamps its posts: above them, under their headline, in front of their first words, behind them. */
export type Position = "before" | "middle" | "inline" | "after";

/** How a page stamps its posts, learned from its rows. */
export interface StampPattern {
  readonly position: Position;
  /** The posts' stamps, in page order. */
  readonly stamps: readonly Sighting[];
  /** For people: `14:36 alone on its line, above the post`. */
  readonly words: string;
}

/** Sightings that look alike. */
interface Group {
  readonly key: string;
  readonly members: readonly Sighting[];
}

/** Rows at the top of a page, among which its own date stands. */
const TOP_ROWS = 5;

/** A lone time with its date near the top is the page's own, unless a headline follows it as one follows a post's. */
function isPageDate(rows: readonly Row[], { members: [first, ...others] }: Group): boolean {
  if (first === undefined || others.length > 0 || first.place !== "line" || first.at >= TOP_ROWS) return false;
  if (first.reading.stamp.date === null) return false;
  const next = rows[first.at + 1];
  return next === undefined || next.bullet || !isHeadlineShaped(next.text);
}

/** Where only the first of several stamps has a date, near the top or with no sentence below, that one is the page's own. */
function withoutPageDate(rows: readonly Row[], stamps: readonly Sighting[]): readonly Sighting[] {
  const isDated = ({ reading }: Sighting): boolean => reading.stamp.date !== null;
  const [first, second, ...others] = stamps;
  if (first?.place !== "line" || !isDated(first) || second === undefined || others.length === 0) return stamps;
  const isBare = !rows.slice(first.at + 1, second.at).some(({ text }) => endsSentence(text));
  const isOdd = first.at < TOP_ROWS || isBare;
  return isOdd && ![second, ...others].some(isDated) ? [second, ...others] : stamps;
}

/** Clock times with and without am, pm, zone and date are one family: pages mix them. */
const familyOf = ({ reading }: Sighting): string => (reading.form === "bare" ? "clock" : reading.form);

const keyOf = (seen: Sighting): string =>
  [seen.place, familyOf(seen), seen.bullet ? "bullet" : "", seen.lead, seen.place === "inline" ? seen.mark : ""].join(
    " ",
  );

/**
 * Learns how a page stamps its posts: of all rows that show a time where stamps stand, the look that most of them share.
 * What looks different is words of the page. Null where no look is regular enough to be a habit:
 *
 * - `16.17` and the like: three times alone on its line, four times in front of words where they run in one direction
 * - alone on its line: once is enough for a time with am or pm, a date or a zone, for `… ago` and an epoch; else twice
 * - behind an author's name: once with a date, else twice
 * - in front of the first words: twice behind a colon, a dash or a bar, three times behind a mere space
 * - behind words or marks of the page's own: three times, with sentences below most
 */
export function learnPattern(rows: readonly Row[]): StampPattern | null {
  const seen = rows.flatMap((row, at): readonly Sighting[] => {
    const sighting = isResidue(row.text) ? null : sightingOn(row, at);
    return sighting === null ? [] : [sighting];
  });
  const settled = settleAuthors(seen);
  const groups = grouped(settled).filter(
    (group) => (isOdd(group) ? hasBodies(rows, group) : isHabit(group)) && !isPageDate(rows, group),
  );
  // Of looks that occur equally often, the one that stands further down: a page's own date stands at its top.
  const [main] = [...groups].sort(
    (a, b) => b.members.length - a.members.length || rank(a) - rank(b) || firstRow(b) - firstRow(a),
  );
  if (main === undefined) return null;
  const posts = [...main.members, ...alike(main, settled, groups)].sort((a, b) => a.at - b.at);
  const known = withoutAgenda(rows, withoutPageDate(rows, withFitting(posts, settled)));
  const stamps = [...known, ...cutStamp(rows, known)];
  const [first] = stamps;
  if (first === undefined) return null;
  return { position: positionOf(rows, stamps), stamps, words: inWords(first) };
}

/** A name behind a bar or a dash is an author's only where most rows of that look have nothing else behind it. */
function settleAuthors(seen: readonly Sighting[]): readonly Sighting[] {
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

function grouped(seen: readonly Sighting[]): readonly Group[] {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of seen) {
    const key = keyOf(sighting);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [sighting]);
    else members.push(sighting);
  }
  return [...groups].map(([key, members]) => ({ key, members }));
}

const PLACES: readonly Sighting["place"][] = ["line", "tail", "inline"];
const rank = ({ members: [first] }: Group): number => PLACES.indexOf(first?.place ?? "inline");

const firstRow = ({ members: [first] }: Group): number => first?.at ?? 0;

const isOdd = ({ members: [first] }: Group): boolean => first?.odd === true;

const FEWEST_ODD = 3;

/** Whether most rows of a look have a sentence below: `Kick-off 15:00` under each pair of a programme has none. */
function hasBodies(rows: readonly Row[], { members }: Group): boolean {
  const over = members.filter(({ at, rest }) => {
    const below = rows.slice(at + 1, at + 3);
    return endsSentence(rest) || below.some(({ text }) => endsSentence(text));
  });
  return members.length >= FEWEST_ODD && over.length * 2 > members.length;
}

/** Whether times run in one direction, as figures of other things do not; one midnight is let pass. */
function isRun(members: readonly Sighting[]): boolean {
  const times = members.map(({ reading }) => reading.stamp.time ?? "");
  const rising = times.filter((time, at) => at > 0 && time > (times[at - 1] ?? "")).length;
  const falling = times.filter((time, at) => at > 0 && time < (times[at - 1] ?? "")).length;
  return Math.min(rising, falling) <= 1 && Math.max(rising, falling) > 2;
}

/** How often a look must occur to be a habit of the page. */
function isHabit({ members }: Group): boolean {
  const [first] = members;
  if (first === undefined) return false;
  const { place, mark, reading } = first;
  const count = members.length;
  if (members.every(({ reading: { form } }) => form === "bare")) {
    return place === "line" ? count >= 3 : place === "inline" && count >= 4 && isRun(members);
  }
  const telling = members.some(({ reading: { form, stamp, length } }) => {
    return form === "relative" || form === "epoch" || stamp.date !== null || stamp.zone !== null || length > 5;
  });
  if (place === "line") return count >= (telling && reading.form !== "minute" && reading.form !== "digits" ? 1 : 2);
  if (place === "tail") return count >= (members.some(({ reading: { stamp } }) => stamp.date !== null) ? 1 : 2);
  if (mark === " " || mark === "" || mark === ",") return count >= (telling && reading.form === "clock" ? 2 : 3);
  return count >= 2;
}

/**
 * Other looks whose rows are stamps too: minutes of a match in a page of clock times, both in front of first words; minutes
 * with a colon and without; `yesterday at 18:05` or `11:02 a.m. ET, March 3, 2022` below `23 hours ago`.
 */
function alike(main: Group, seen: readonly Sighting[], groups: readonly Group[]): readonly Sighting[] {
  const [first] = main.members;
  if (first === undefined) return [];
  const own = new Set(main.members);
  const isMinute = ({ reading }: Sighting): boolean => reading.form === "minute";
  const isPast = ({ reading: { stamp } }: Sighting): boolean => stamp.relative !== null;
  const isDated = ({ reading: { stamp } }: Sighting): boolean => stamp.date !== null;
  const isAlike = (other: Sighting): boolean => {
    if (other.place !== first.place || other.lead !== first.lead) return false;
    if (first.place === "line")
      return (isPast(first) && isDated(other)) || (isPast(other) && (isPast(first) || isDated(first)));
    return first.place === "inline" && isMinute(first) && isMinute(other);
  };
  const habits = groups.filter((group) => group !== main).flatMap(({ members }) => members);
  const inline = habits.filter(
    ({ place, mark }) => first.place === "inline" && place === "inline" && mark === first.mark,
  );
  return [...new Set([...inline, ...seen.filter(isAlike)])].filter((other) => !own.has(other));
}

/**
 * Adds the times in front of words that have another mark behind them, `8.25am - Update: …` among `8.20am: …`, where they lie
 * between those of the posts above and below.
 */
function withFitting(posts: readonly Sighting[], seen: readonly Sighting[]): readonly Sighting[] {
  const [first] = posts;
  if (first?.place !== "inline" || first.reading.form === "minute") return posts;
  const own = new Set(posts);
  const others = seen.filter(
    (other) => !own.has(other) && other.place === "inline" && other.mark !== " " && other.bullet === first.bullet,
  );
  let next = 0;
  const fits = ({ at, reading, lead }: Sighting): boolean => {
    while ((posts[next]?.at ?? at) < at) next++;
    const [above, time, below] = [posts[next - 1]?.reading, reading, posts[next]?.reading].map(
      (each) => each?.stamp.time,
    );
    if (lead !== first.lead || above == null || time == null || below == null) return false;
    return (above < time && time < below) || (below < time && time < above);
  };
  return [...posts, ...others.filter(fits)].sort((a, b) => a.at - b.at);
}

/** Whether the headline stands over the stamp or under it, and whether the stamp opens its post or closes it. */
function positionOf(rows: readonly Row[], stamps: readonly Sighting[]): Position {
  const [first] = stamps;
  if (first === undefined || first.place === "inline") return "inline";
  if (first.place === "tail") return "after";
  const stamped = new Set(stamps.map(({ at }) => at));
  const isHead = (at: number): boolean => {
    const row = rows[at];
    return row !== undefined && !stamped.has(at) && isHeadlineShaped(row.text) && !row.bullet;
  };
  const above = stamps.filter(({ at }) => isHead(at - 1)).length;
  const below = stamps.filter(({ at }) => isHead(at + 1)).length;
  if (above > below && above * 2 > stamps.length) return "middle";
  return closesPosts(rows, stamps) ? "after" : "before";
}

/** A page that ends with a stamp, with more room below its stamps than above, stamps its posts when they are over. */
function closesPosts(rows: readonly Row[], stamps: readonly Sighting[]): boolean {
  const last = stamps.at(-1);
  if (last === undefined || stamps.length < 2 || rows.slice(last.at + 1).some((row) => !isResidue(row.text)))
    return false;
  const above = stamps.map(({ at }) => rows[at]?.blanks ?? 0).reduce((sum, blanks) => sum + blanks, 0);
  const below = stamps.map(({ at }) => rows[at + 1]?.blanks ?? 0).reduce((sum, blanks) => sum + blanks, 0);
  return below > above;
}

const FORMS = {
  ...{ clock: "a clock time", bare: "a clock time", digits: "a time in four figures" },
  ...{ relative: "a time that counts back", epoch: "a time in seconds since 1970", minute: "a minute of the match" },
} as const;

function inWords({ place, reading, author, mark }: Sighting): string {
  const where: Readonly<Record<Sighting["place"], string>> = {
    line: author === null ? "alone on its line" : "with its author on a line",
    inline: mark.trim() === "" ? "in front of the first words" : `in front of the first words, \`${mark}\` between`,
    tail: "behind its author's name",
  };
  return `${FORMS[reading.form]} ${where[place]}`;
}
