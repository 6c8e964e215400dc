import type { AuthoredTime } from "../model/authored.ts";
import type { Instant, PrintedStamp, Stamp } from "../model/stamp.ts";
import { instantAt, instantIn, printedZone } from "../time/zones.ts";

/** What a live blog's own file says of its clock. */
export interface Clock {
  /** ISO date of the event, or null. */
  readonly date: string | null;
  /** IANA name, or null. */
  readonly timezone: string | null;
}

function resolve(date: string, time: string, zone: string | null, clock: Clock): Instant | null {
  const known = zone === null ? null : printedZone(zone);
  if (known !== null) return instantAt(date, time, known.offset, known.short);
  return clock.timezone === null ? null : instantIn(date, time, clock.timezone);
}

/**
 * What a printed stamp means. A date that is not printed, or whose year is not, is taken from the live blog's `date`
 * and marked inferred by the rule `live-blog-date`; without one the clock time stands alone, with no instant.
 */
export function printedStamp(stamp: PrintedStamp, clock: Clock): Stamp {
  const { time, zone, date: printed } = stamp;
  const whole = printed !== null && !printed.startsWith("--");
  if (whole) return { time, instant: resolve(printed, time, zone, clock), origin: { kind: "printed" } };
  const date = clock.date === null || printed === null ? clock.date : clock.date.slice(0, 4) + printed.slice(1);
  const instant = date === null ? null : resolve(date, time, zone, clock);
  if (instant === null) return { time, instant, origin: { kind: "printed" } };
  return { time, instant, origin: { kind: "inferred", rule: "live-blog-date" } };
}

/** Why an author's time cannot be placed: no day is known, no zone is, or the zone's clocks skip it. */
export type TimeProblem = "no-date" | "no-zone" | "skipped";

/** An author's time on the live blog's clock, or why it cannot be placed. */
export function authoredStamp(time: AuthoredTime, approximate: boolean, clock: Clock): Stamp | TimeProblem {
  const date = time.date ?? clock.date;
  if (date === null) return "no-date";
  if (time.offset === null && clock.timezone === null) return "no-zone";
  const instant =
    time.offset === null
      ? instantIn(date, time.time, clock.timezone ?? "UTC")
      : instantAt(date, time.time, time.offset, zoneName(date, time, clock));
  if (instant === null) return "skipped";
  return { time: time.time, instant, origin: { kind: "author", approximate } };
}

/** The name that the live blog's own zone has for an offset that an author wrote out, else the offset itself. */
function zoneName(date: string, { time, offset }: AuthoredTime, { timezone }: Clock): string {
  const local = timezone === null ? null : instantIn(date, time, timezone);
  return local?.offset === offset ? local.zone : (offset ?? "");
}
