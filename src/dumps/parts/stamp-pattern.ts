import type { Row } from "./page-rows.ts";
import { isHeadlineShaped } from "./post-headline.ts";
import { isResidue } from "./residue.ts";
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

/** Where only the first of several stamps has a date, that one is the page's own. */
function withoutPageDate(stamps: readonly Sighting[]): readonly Sighting[] {
  const isDated = ({ reading }: Sighting): boolean => reading.stamp.date !== null;
  const [first, ...others] = stamps;
  const isOdd = first !== undefined && first.place === "line" && isDated(first) && first.at < TOP_ROWS;
  return isOdd && others.length > 1 && !others.some(isDated) ? others : stamps;
}

/** Clock times with and without am, pm, zone and date are one family: pages mix them. */
const familyOf = ({ reading }: Sighting): string => (reading.form === "bare-dot" ? "clock" : reading.form);

const keyOf = (seen: Sighting): string =>
  [seen.place, familyOf(seen), seen.bullet ? "bullet" : "", seen.lead, seen.place === "inline" ? seen.mark : ""].join(
    " ",
  );

/**
 * Learns how a page stamps its posts: of all rows that show a time where stamps stand, the look that most of them share.
 * What looks different is words of the page. Null where no look is regular enough to be a habit:
 *
 * - alone on its line: once is enough for a time with am or pm, a date or a zone, for `… ago` and an epoch; else twice
 * - behind an author's name: once with a date, else twice
 * - in front of the first words: twice behind a colon, a dash or a bar, three times behind a mere space
 */
export function learnPattern(rows: readonly Row[]): StampPattern | null {
  const seen = rows.flatMap((row, at): readonly Sighting[] => {
    const sighting = isResidue(row.text) ? null : sightingOn(row, at);
    return sighting === null ? [] : [sighting];
  });
  const settled = settleAuthors(seen);
  const groups = grouped(settled).filter((group) => isHabit(group) && !isPageDate(rows, group));
  // Of looks that occur equally often, the one that stands further down: a page's own date stands at its top.
  const [main] = [...groups].sort(
    (a, b) => b.members.length - a.members.length || rank(a) - rank(b) || firstRow(b) - firstRow(a),
  );
  if (main === undefined) return null;
  const posts = withoutPageDate([...main.members, ...alike(main, settled, groups)].sort((a, b) => a.at - b.at));
  const stamps = withoutAgenda(rows, posts);
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

/** How often a look must occur to be a habit of the page. */
function isHabit({ members }: Group): boolean {
  const [first] = members;
  if (first === undefined) return false;
  const { place, mark, reading } = first;
  const count = members.length;
  if (members.every(({ reading: { form } }) => form === "bare-dot")) return place === "line" && count >= 3;
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
 * with a colon and without; `yesterday at 18:05` below `23 hours ago`.
 */
function alike(main: Group, seen: readonly Sighting[], groups: readonly Group[]): readonly Sighting[] {
  const [first] = main.members;
  if (first === undefined) return [];
  const own = new Set(main.members);
  const isMinute = ({ reading }: Sighting): boolean => reading.form === "minute";
  const isAlike = (other: Sighting): boolean => {
    if (first.place === "line") {
      return first.reading.form === "relative" && other.place === "line" && other.reading.stamp.relative !== null;
    }
    return first.place === "inline" && other.place === "inline" && isMinute(first) && isMinute(other);
  };
  const habits = groups.filter((group) => group !== main).flatMap(({ members }) => members);
  const inline = habits.filter(
    ({ place, mark }) => first.place === "inline" && place === "inline" && mark === first.mark,
  );
  return [...new Set([...inline, ...seen.filter(isAlike)])].filter((other) => !own.has(other));
}

/** The day's programme has rows of one paragraph each, at round times, under words that end in a colon. */
const FEWEST_PROGRAMME_ROWS = 2;

/**
 * Takes out the programme of the day that a post may hold: its rows look like stamps.
 *
 *     8.43am: The day begins. Here is what will happen:
 *     10am: Ines Barrow speaks.                          in a run under a colon, all on the round five minutes, rising
 *     10.15am: The committee meets.
 */
export function withoutAgenda(rows: readonly Row[], stamps: readonly Sighting[]): Sighting[] {
  const byRow = new Map(stamps.map((stamp) => [stamp.at, stamp]));
  const agenda = new Set<Sighting>();
  for (let at = 0; at < rows.length; at++) {
    if (!rows[at]?.text.endsWith(":") || (byRow.get(at)?.place ?? "inline") !== "inline") continue;
    const run = programmeFrom(byRow, at + 1);
    if (run.length < FEWEST_PROGRAMME_ROWS) continue;
    for (const stamp of run) agenda.add(stamp);
    at += run.length;
  }
  return stamps.filter((stamp) => !agenda.has(stamp));
}

/** The rows from here on that look like a programme's: in front of their words, at round times, rising. */
function programmeFrom(byRow: ReadonlyMap<number, Sighting>, from: number): readonly Sighting[] {
  const run: Sighting[] = [];
  for (let next = byRow.get(from); next !== undefined; next = byRow.get(from + run.length)) {
    const { time } = next.reading.stamp;
    if (next.place !== "inline" || time === null || Number(time.slice(3)) % 5 !== 0) break;
    if ((run.at(-1)?.reading.stamp.time ?? "") > time) break;
    run.push(next);
  }
  return run;
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
  ...{ clock: "a clock time", "bare-dot": "a clock time", digits: "a time in four figures" },
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
