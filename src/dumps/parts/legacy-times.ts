import type { PrintedStamp } from "../../model/stamp.ts";
import { readClock } from "./clock.ts";
import type { Row } from "./reporting-rows.ts";

/** A time in front of a post's words: `1724: text`, `1300 Text`, `0640The`, `79 mins: text`, or alone over them. */
export interface Timed {
  readonly stamp: PrintedStamp;
  readonly rest: string;
  readonly separator: ":" | " " | "";
}

const SEPARATOR = /^(?:(:)\s*|( )(?=["'“‘]?[\p{Lu}\p{N}£$€])|(?=["'“‘]?\p{Lu})|$)/u;

function timed(text: string): Timed | null {
  const clock = readClock(text.slice(0, 24));
  if (clock === null || (clock.form !== "digits" && clock.form !== "minute")) return null;
  const found = SEPARATOR.exec(text.slice(clock.length, clock.length + 8));
  const alone = text.length === clock.length;
  const separator = found?.[1] === ":" ? ":" : found?.[2] === " " || alone ? " " : "";
  if (found === null || (clock.form === "minute" && separator !== ":")) return null;
  return { stamp: clock.stamp, rest: text.slice(clock.length + found[0].length), separator };
}

/**
 * The times of these rows. `2012 Games` may be a year: such a time, and on a page that sets colons behind its times every one
 * without, counts where it fits between the others.
 */
export function readerOf(rows: readonly Row[]): (row: Row) => Timed | null {
  const all = rows.flatMap((row): readonly (readonly [Row, Timed])[] => {
    const found = timed(row.text);
    return found === null ? [] : [[row, found]];
  });
  const spaced = all.map(([, { separator }]) => separator === " ");
  const colons = all.filter(([, { separator }]) => separator === ":").length >= spaced.filter(Boolean).length;
  const minutes = all.map(([, { stamp }]) => minuteOf(stamp.time));
  const known = minutes.map((minute, at) => (colons && spaced[at] ? null : minute));
  const above = lastBefore(known);
  const below = lastBefore(known.toReversed()).toReversed();
  const times = new Map(
    all.filter((_, at) => {
      const minute = minutes[at] ?? null;
      const sure = !spaced[at] || (!colons && !mayBeYear(minute));
      return sure || fits(minute, [above[at] ?? null, below[at] ?? null], colons ? 0 : ASTRAY);
    }),
  );
  return (row) => times.get(row) ?? null;
}

const minuteOf = (time: string | null): number | null =>
  time === null ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** `1900` to `2029` */
const mayBeYear = (minute: number | null): boolean => minute !== null && minute >= 19 * 60 && minute < 20 * 60 + 30;

/** At each place, the last value that is known above it. */
function lastBefore(values: readonly (number | null)[]): readonly (number | null)[] {
  let last: number | null = null;
  return values.map((value) => {
    const before = last;
    last = value ?? last;
    return before;
  });
}

/** Minutes by which times run out of order, or are apart from the next. */
const ASTRAY = 60;

/** Whether a time stands between the times around it, or no further from one than that. */
function fits(minute: number | null, around: readonly (number | null)[], astray: number): boolean {
  const known = around.filter((one) => one !== null);
  if (minute === null || known.length === 0) return false;
  return minute >= Math.min(...known) - astray && minute <= Math.max(...known) + astray;
}

/** How many rows open with four digits of a clock and go on with words. */
export function inlineClocks(rows: readonly Row[]): number {
  const read = readerOf(rows);
  return rows.filter((row) => read(row) !== null).length;
}
