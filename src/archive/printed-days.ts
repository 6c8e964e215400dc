import type { Dump } from "../model/dump.ts";
import type { Instant, PrintedStamp } from "../model/stamp.ts";
import { daysBetween, plusDays } from "../time/calendar.ts";
import { dateIn } from "../time/dates.ts";
import { dateExists } from "../time/zones.ts";
import type { Clock } from "./stamps.ts";

/**
 * How the day of a post is known that its dump does not print, or not with a year.
 * neighbour-date: another stamp of the page has it, and no clock goes back between the two · older-page-date: the page before
 * it ends on it · live-blog-date: `index.md` says it · page-date: the page's own date · summary-date: the page's summary names it · midnight: one of those, and the clock passed
 * midnight between
 */
export type DayRule =
  | "neighbour-date"
  | "older-page-date"
  | "live-blog-date"
  | "page-date"
  | "summary-date"
  | "midnight";

/** The day of a printed clock time. */
export interface PrintedDay {
  /** ISO, or null where nothing proves one. Never today's. */
  readonly date: string | null;
  /** Null where the stamp prints its whole date, or no day is known. */
  readonly rule: DayRule | null;
  /** Whether its clock is behind that of the older post beside it, and no midnight explains it. */
  readonly back: boolean;
}

/** A step back of the clock that is longer than this is midnight; a shorter one is a page out of order. */
const LONGEST_STEP_BACK = 6 * 60;
/** A step on that is longer than this is a step back over midnight. */
const LONGEST_STEP = 23 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Where some stamps stand on a count of days that starts at the oldest: how many midnights lie before each. */
function countMidnights(stamps: readonly Timed[]): readonly { readonly day: number; readonly back: boolean }[] {
  let day = 0;
  let last: Timed | null = null;
  return stamps.map((stamp) => {
    let back = false;
    if (last !== null && isWhole(last.date) && isWhole(stamp.date)) {
      const passed = daysBetween(last.date, stamp.date);
      day += passed;
      back = passed < 0 || (passed === 0 && stamp.time < last.time);
    } else if (last !== null) {
      const step = minutesOf(stamp.time) - minutesOf(last.time);
      const yesterday = last.relative !== null && stamp.relative === null;
      if (step < -LONGEST_STEP_BACK || yesterday) day++;
      else if (step > LONGEST_STEP) day--;
      back = !yesterday && ((step < 0 && step >= -LONGEST_STEP_BACK) || step > LONGEST_STEP);
    }
    last = stamp;
    return { day, back };
  });
}

type Timed = PrintedStamp & { readonly time: string };

type WholeDate = `${number}-${string}`;

const isWhole = (date: string | null): date is WholeDate => date !== null && !date.startsWith("--");

/** A day that something proves, of the post at that place in the order. */
interface Anchor {
  readonly date: string;
  readonly rule: DayRule;
  readonly at: number;
}

/**
 * The days of a page's clock times, oldest post first. A time without a date takes the day of the nearest dated post, if the
 * clock runs forward between them; else that of the live blog, of the page or of its summary. Each midnight that the clock
 * passes on the way is counted, in both directions. A date without a year takes the year that brings it nearest to what is known.
 * @param older the last post of the nearest older page, where pages are numbered: its day goes on here if that is the next one
 */
export function printedDays(
  stamps: readonly Timed[],
  dump: Dump,
  clock: Clock,
  older: OlderPost | null = null,
): readonly PrintedDay[] {
  const outside = outsideAnchor(stamps, dump, clock, older);
  const dated = withYears(stamps, outside);
  const days = countMidnights(dated.map(({ stamp }) => stamp));
  // How many steps back lie before each post: between two posts with the same count the clock only runs forward.
  let steps = 0;
  const backs = days.map(({ back }) => {
    if (back) steps++;
    return steps;
  });
  const anchors = dated.map(({ stamp }, at): Anchor | null =>
    isWhole(stamp.date) ? { date: stamp.date, rule: "neighbour-date", at } : null,
  );
  const nearest = nearestAnchors(anchors, backs);
  return dated.map(({ stamp, rule }, at): PrintedDay => {
    const back = days[at]?.back ?? false;
    if (isWhole(stamp.date)) return { date: stamp.date, rule, back };
    const anchor = nearest[at] ?? outside;
    if (anchor === null || anchor === undefined || stamp.date !== null) return { date: null, rule: null, back };
    const midnights = (days[at]?.day ?? 0) - (days[anchor.at]?.day ?? 0);
    return { date: plusDays(anchor.date, midnights), rule: midnights === 0 ? anchor.rule : "midnight", back };
  });
}

/** The last post of an older page, by its day and time. */
export interface OlderPost extends Pick<Instant, "date" | "time"> {
  /** Whether pages are missing between the two: then it only says before which day this page does not begin. */
  readonly gap: boolean;
}

/** The day on which a page goes on that begins with that post. */
function carriedOn({ time }: Timed, { date, time: last }: OlderPost): Anchor {
  const isNext = minutesOf(time) - minutesOf(last) < -LONGEST_STEP_BACK;
  if (isNext) return { date: plusDays(date, 1), rule: "midnight", at: 0 };
  return { date, rule: "older-page-date", at: 0 };
}

/**
 * What is known of the day from outside the stamps: the first posts are of the day on which the older page ends, else of the
 * live blog's, unless that is over by then; the last are of the page's.
 */
function outsideAnchor(stamps: readonly Timed[], dump: Dump, clock: Clock, older: OlderPost | null): Anchor | null {
  const [first] = stamps;
  const carried = older === null || first === undefined ? null : carriedOn(first, older);
  if (carried !== null && older?.gap === false && (clock.date !== null || dump.date === null)) return carried;
  const isOver = carried !== null && clock.date !== null && clock.date < carried.date;
  if (clock.date !== null && !isOver) return { date: clock.date, rule: "live-blog-date", at: 0 };
  if (dump.date !== null) return { date: dump.date, rule: "page-date", at: Math.max(stamps.length - 1, 0) };
  const named = new Set(dump.summary.flatMap(({ text }) => dateIn(text) ?? []));
  const [date, ...others] = named;
  return date === undefined || others.length > 0 ? null : { date, rule: "summary-date", at: 0 };
}

interface Dated {
  readonly stamp: Timed;
  readonly rule: DayRule | null;
}

/** Gives dates without a year the one that brings them nearest to a whole date of the page, else to what is known outside. */
function withYears(stamps: readonly Timed[], outside: Anchor | null): readonly Dated[] {
  const whole = stamps.map(({ date }) => date).find((date) => isWhole(date)) ?? null;
  const known: Pick<Anchor, "date" | "rule"> | null =
    whole === null ? outside : { date: whole, rule: "neighbour-date" };
  return stamps.map((stamp): Dated => {
    if (known === null || stamp.date === null || isWhole(stamp.date)) return { stamp, rule: null };
    const monthDay = stamp.date.slice(1);
    const year = Number(known.date.slice(0, 4));
    const near = [year, year - 1, year + 1]
      .map((each) => `${each}${monthDay}`)
      .filter(dateExists)
      .map((date) => ({ date, distance: Math.abs(daysBetween(known.date, date)) }))
      .sort((a, b) => a.distance - b.distance)[0];
    return near === undefined ? { stamp, rule: null } : { stamp: { ...stamp, date: near.date }, rule: known.rule };
  });
}

/** For each post the nearest dated one that no step back of the clock parts from it; the older of two equally near. */
function nearestAnchors(anchors: readonly (Anchor | null)[], backs: readonly number[]): readonly (Anchor | null)[] {
  const reaching = (order: readonly number[]): (Anchor | null)[] => {
    const found: (Anchor | null)[] = anchors.map(() => null);
    let last: Anchor | null = null;
    for (const at of order) {
      last = anchors[at] ?? last;
      if (last !== null && backs[last.at] === backs[at]) found[at] = last;
    }
    return found;
  };
  const forwards = anchors.map((_, at) => at);
  const [older, newer] = [reaching(forwards), reaching([...forwards].reverse())];
  return anchors.map((_, at) => {
    const [before, after] = [older[at] ?? null, newer[at] ?? null];
    if (before === null || after === null) return before ?? after;
    return at - before.at <= after.at - at ? before : after;
  });
}
