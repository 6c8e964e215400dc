import { readDate } from "../../time/dates.ts";
import { withDate } from "./clock.ts";
import type { Row } from "./page-rows.ts";
import type { Sighting } from "./sightings.ts";
import { minutesOf } from "./stamp-order.ts";

/** A row that is a day and nothing else, its month by name: the stamps below it are of that day. */
export interface DayHeading {
  readonly at: number;
  readonly date: string;
}

/** `(@nelltewke)` over a post of X that was pasted: the day a few rows further down is that post's. */
const HANDLE = /\(@\w{1,20}\)$/;
const LONGEST_POST = 6;

/** The rows that are a day with its month's name and nothing else: `April 28, 2018`, `Wednesday 11 July`. */
export function dayHeadings(rows: readonly Row[]): readonly DayHeading[] {
  let handle = Number.NEGATIVE_INFINITY;
  return rows.flatMap(({ text }, at): readonly DayHeading[] => {
    if (HANDLE.test(text.slice(-24))) handle = at;
    const day = text.length > 60 ? null : readDate(text);
    if (day !== null && at - handle <= LONGEST_POST) return [];
    return day === null || !day.named || day.date === null || !/^[ .:,]*$/.test(text.slice(day.length))
      ? []
      : [{ at, date: day.date }];
  });
}

const HALF_DAY = 12 * 60;

/**
 * Gives stamps without a date the one of the heading above them. Stamps that cross midnight under one heading are left as they
 * are: the heading is the day of only some of them.
 */
export function datedByHeadings(stamps: readonly Sighting[], headings: readonly DayHeading[]): readonly Sighting[] {
  const spans = headings.map((heading, index) => ({
    ...heading,
    end: headings[index + 1]?.at ?? Number.POSITIVE_INFINITY,
  }));
  const dates = new Map<Sighting, string>();
  let at = 0;
  for (const { at: start, end, date } of spans) {
    while (at < stamps.length && (stamps[at]?.at ?? 0) < start) at++;
    const first = at;
    while (at < stamps.length && (stamps[at]?.at ?? 0) < end) at++;
    const below = stamps.slice(first, at);
    if (!crossMidnight(below)) for (const stamp of below) dates.set(stamp, date);
  }
  return stamps.map((sighting) => {
    const date = dates.get(sighting);
    const { stamp } = sighting.reading;
    if (date === undefined || stamp.date !== null || stamp.time === null || stamp.relative !== null) return sighting;
    return { ...sighting, reading: { ...sighting.reading, stamp: withDate(stamp, date) } };
  });
}

function crossMidnight(stamps: readonly Sighting[]): boolean {
  const times = stamps.flatMap(({ reading }) => minutesOf(reading.stamp.time) ?? []);
  return times.some((time, at) => at > 0 && Math.abs(time - (times[at - 1] ?? time)) > HALF_DAY);
}
