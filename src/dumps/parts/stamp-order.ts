import type { Sighting } from "./sightings.ts";

const HALF_DAY = 12 * 60;
const DAY = 24 * 60;

/** Minutes since midnight; null where no clock time is. */
export function minutesOf(time: string | null): number | null {
  return time === null ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** `1 hr 8 min ago` → 68 minutes back; null for words that say no number. */
function minutesAgo(relative: string): number | null {
  let total: number | null = null;
  for (const [, count = "", unit = ""] of relative.matchAll(/(\d{1,4}|\ban?|\bone) ?([hmsdwy])(?!ago)/gi)) {
    const factor = { h: 60, m: 1, s: 1 / 60, d: DAY, w: 7 * DAY, y: 365 * DAY }[unit.toLowerCase()] ?? 0;
    total = (total ?? 0) + (/\d/.test(count) ? Number(count) : 1) * factor;
  }
  return total;
}

/** Whether one stamp is later (above 0) or earlier than the one above it on the page; 0 where they do not tell. */
export function step({ reading: { stamp: above } }: Sighting, { reading: { stamp: below } }: Sighting): number {
  if (above.date !== null && below.date !== null && above.date !== below.date) return above.date < below.date ? 1 : -1;
  if (above.relative !== null && below.relative !== null && above.time === null) {
    return (minutesAgo(above.relative) ?? 0) - (minutesAgo(below.relative) ?? 0);
  }
  if (above.minute !== null && below.minute !== null) return matchMinute(below.minute) - matchMinute(above.minute);
  const [from, to] = [minutesOf(above.time), minutesOf(below.time)];
  if (from === null || to === null) return 0;
  // A jump of more than half a day is midnight between them.
  const minutes = to - from;
  return Math.abs(minutes) > HALF_DAY ? -minutes : minutes;
}

/** `90+3` lies between 90 and 91. */
const matchMinute = (minute: string): number => {
  const [whole = "0", added = "0"] = minute.split("+");
  return Number(whole) + Number(added) / 100;
};

/** In which order a page prints its posts, by what most pairs of neighbouring stamps say; `usual` where they say nothing. */
export function orderOf(
  stamps: readonly Sighting[],
  usual: "newest-first" | "oldest-first" = "newest-first",
): "newest-first" | "oldest-first" {
  let balance = 0;
  for (const [at, below] of stamps.entries()) {
    const above = stamps[at - 1];
    if (above !== undefined) balance += Math.sign(step(above, below));
  }
  return balance === 0 ? usual : balance > 0 ? "oldest-first" : "newest-first";
}

/**
 * Gives times without am or pm on a twelve-hour page (`5.09` among `5.11pm` and `5.02pm`) the half of the day that brings
 * them nearest to the stamp above, else below. Which ones those were is in `settled`.
 */
export function settleHalves(stamps: readonly Sighting[]): {
  readonly stamps: readonly Sighting[];
  readonly settled: readonly Sighting[];
} {
  const twelve = stamps.filter(({ reading: { form, stamp } }) => form === "clock" && /[ap]\.?m/i.test(stamp.printed));
  if (twelve.length * 2 < stamps.length) return { stamps, settled: [] };
  // A zero in front (`0640`) is of a clock of twenty-four hours, unless the page prints `05:30 PM`.
  const figures = twelve.some(({ reading: { stamp } }) => stamp.printed.startsWith("0")) ? /^\d/ : /^[1-9]/;
  const settled: Sighting[] = [];
  let last: number | null = null;
  const all = stamps.map((sighting, at): Sighting => {
    const { reading } = sighting;
    const own = minutesOf(reading.stamp.time);
    const open =
      own !== null && own < HALF_DAY && !/[ap]\.?m/i.test(reading.stamp.printed) && figures.test(reading.stamp.printed);
    const near = last ?? minutesOf(stamps[at + 1]?.reading.stamp.time ?? null);
    if (!open || near === null || reading.stamp.zone !== null) {
      last = own ?? last;
      return sighting;
    }
    const late = own + HALF_DAY;
    const distance = (time: number): number => Math.min(Math.abs(time - near), DAY - Math.abs(time - near));
    const time = distance(late) < distance(own) ? late : own;
    last = time;
    const printed = `${String(Math.floor(time / 60)).padStart(2, "0")}:${String(time % 60).padStart(2, "0")}`;
    const repaired = { ...sighting, reading: { ...reading, stamp: { ...reading.stamp, time: printed } } };
    settled.push(repaired);
    return repaired;
  });
  return { stamps: all, settled };
}
