import { cutStamp } from "./cut-stamp.ts";
import { impossibleStamps } from "./impossible-stamps.ts";
import type { Row } from "./page-rows.ts";
import { isHeadlineShaped } from "./post-headline.ts";
import { withoutAgenda } from "./programme.ts";
import { isResidue } from "./residue.ts";
import { endsSentence } from "./shapes.ts";
import { type Sighting, sightingOn } from "./sightings.ts";
import { isHabit, type Look, looksOf, mainHabit, settleAuthors } from "./stamp-looks.ts";
import { step } from "./stamp-order.ts";
import { type Placed, positionOf } from "./stamp-position.ts";

/** How a page stamps its posts, learned from its rows. */
export interface StampPattern extends Placed {
  /** The posts' stamps, in page order. */
  readonly stamps: readonly Sighting[];
  /** Those of them whose figures no clock shows: what they open are posts without a time, by judgement. */
  readonly unreadable: readonly Sighting[];
  /** For people: `14:36 alone on its line, above the post`. */
  readonly words: string;
}

/** Rows at the top of a page, among which its own date stands. */
const TOP_ROWS = 5;

/** A lone time with its date near the top is the page's own, unless a headline follows it as one follows a post's. */
function isPageDate(rows: readonly Row[], { members: [first, ...others] }: Look): boolean {
  if (first === undefined || others.length > 0 || first.place !== "line" || first.at >= TOP_ROWS) return false;
  if (first.reading.stamp.date === null) return false;
  const next = rows[first.at + 1];
  return next === undefined || next.bullet || !isHeadlineShaped(next.text);
}

/** Where only the first of several stamps has a date, near the top or with no sentence below, that one is the page's own. */
function withoutPageDate(rows: readonly Row[], stamps: readonly Sighting[]): readonly Sighting[] {
  const isDated = ({ reading }: Sighting): boolean => reading.stamp.date !== null;
  const [first, second, ...others] = stamps;
  if (first?.place !== "line" || !isDated(first) || second === undefined) return stamps;
  const isBare = !rows.slice(first.at + 1, second.at).some(({ text }) => endsSentence(text));
  const isOwn = isBare || (first.at < TOP_ROWS && others.length > 0);
  return isOwn && ![second, ...others].some(isDated) ? [second, ...others] : stamps;
}

/**
 * Learns how a page stamps its posts: of all rows that show a time where stamps stand, the look that most of them share.
 * What looks different is words of the page. Null where no look is regular enough to be a habit:
 *
 * - `16.17` and the like: three times alone on its line, four times in front of words where they run in one direction
 * - alone on its line: once is enough for a time with am or pm, a date or a zone, for `… ago` and an epoch; else twice
 * - behind an author's name: once with a date, else twice; with the name behind a comma once
 * - in front of the first words: twice behind a colon, a dash or a bar, three times behind a mere space
 * - behind words or marks of the page's own: three times, with sentences below most
 */
export function learnPattern(rows: readonly Row[]): StampPattern | null {
  const seen = rows.flatMap((row, at): readonly Sighting[] => {
    const sighting = isResidue(row.text) ? null : sightingOn(row, at);
    return sighting === null ? [] : [sighting];
  });
  const settled = settleAuthors(seen);
  const habits = looksOf(settled).filter((look) => isHabit(rows, look) && !isPageDate(rows, look));
  const main = mainHabit(rows, habits);
  if (main === undefined) return null;
  const posts = [...main.members, ...alike(main, settled, habits)].sort((a, b) => a.at - b.at);
  const known = withoutAgenda(rows, withoutPageDate(rows, withFitting(posts, settled)));
  const unreadable = impossibleStamps(rows, known);
  const stamps = [...known, ...unreadable].sort((a, b) => a.at - b.at);
  const pattern = patternOf(rows, [...stamps, ...cutStamp(rows, known)]);
  return pattern === null ? null : { ...pattern, unreadable };
}

/** Where these stamps stand by their posts; null where there are none. */
export function patternOf(rows: readonly Row[], stamps: readonly Sighting[]): StampPattern | null {
  const [first] = stamps;
  return first === undefined ? null : { ...positionOf(rows, stamps), stamps, unreadable: [], words: inWords(first) };
}

/**
 * Other looks whose rows are stamps too: minutes of a match in a page of clock times, both in front of first words; minutes
 * with a colon and without; `yesterday at 18:05` or `11:02 a.m. ET, March 3, 2022` below `23 hours ago`.
 */
function alike(main: Look, seen: readonly Sighting[], habits: readonly Look[]): readonly Sighting[] {
  const [first] = main.members;
  if (first === undefined) return [];
  const own = new Set(main.members);
  const isMinute = ({ reading }: Sighting): boolean => reading.form === "minute";
  const isPast = ({ reading: { stamp } }: Sighting): boolean => stamp.relative !== null;
  const isDated = ({ reading: { stamp } }: Sighting): boolean => stamp.date !== null;
  const dated = main.members.filter(isDated).length * 2 > main.members.length;
  const isAlike = (other: Sighting): boolean => {
    if (other.place !== first.place || other.lead !== first.lead) return false;
    if (first.place === "line") return (isPast(first) && isDated(other)) || (isPast(other) && (isPast(first) || dated));
    return first.place === "inline" && isMinute(first) && isMinute(other);
  };
  const others = habits.filter((look) => look !== main).flatMap(({ members }) => members);
  const inline = others.filter(
    ({ place, mark }) => first.place === "inline" && place === "inline" && mark === first.mark,
  );
  return [...new Set([...inline, ...seen.filter(isAlike)])].filter((other) => !own.has(other));
}

/**
 * Adds the times in front of words that have another mark behind them, `8.25am - Update: …` among `8.20am: …`, or whose words
 * stand on the next line, where they lie between those of the posts above and below.
 */
function withFitting(posts: readonly Sighting[], seen: readonly Sighting[]): readonly Sighting[] {
  const [first] = posts;
  if (first?.place !== "inline" || first.reading.form === "minute") return posts;
  const own = new Set(posts);
  const others = seen.filter(
    (other) => !own.has(other) && other.author === null && other.mark !== " " && other.bullet === first.bullet,
  );
  let next = 0;
  const fits = (other: Sighting): boolean => {
    while ((posts[next]?.at ?? other.at) < other.at) next++;
    const [above, below] = [posts[next - 1], posts[next]];
    if (other.lead !== first.lead || above === undefined || below === undefined) return false;
    const way = Math.sign(step(above, below));
    return way !== 0 && Math.sign(step(above, other)) === way && Math.sign(step(other, below)) === way;
  };
  return [...posts, ...others.filter(fits)].sort((a, b) => a.at - b.at);
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
