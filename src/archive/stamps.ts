import type { AuthoredTime } from "../model/authored.ts";
import type { Instant, PrintedStamp, Stamp } from "../model/stamp.ts";
import { instantAt, instantIn, isZoneName, zoneAt } from "../time/zones.ts";

/** What a live blog's own file says of its clock. */
export interface Clock {
  /** ISO date of the event, or null. */
  readonly date: string | null;
  /** IANA name, or null. */
  readonly timezone: string | null;
}

/** A zone as a dump prints it, at a date and time: the instant, or null and whether the zone's name is to blame. */
function resolve(
  { date, time, zone }: { readonly date: string; readonly time: string; readonly zone: string | null },
  { timezone }: Clock,
  after: number | null,
): { readonly instant: Instant | null; readonly ambiguous: boolean } {
  const known = zone === null ? null : zoneAt(zone, date, time, timezone);
  if (known !== null) return { instant: instantAt(date, time, known.offset, known.short), ambiguous: false };
  // Initials that nobody knows are the live blog's own; those that are known to mean something else are not.
  if (zone !== null && (timezone === null || isZoneName(zone))) return { instant: null, ambiguous: true };
  if (timezone === null) return { instant: null, ambiguous: false };
  const first = instantIn(date, time, timezone);
  if (first === null || after === null || first.epoch >= after) return { instant: first, ambiguous: false };
  const second = instantIn(date, time, timezone, "later");
  return { instant: second !== null && second.epoch >= after ? second : first, ambiguous: false };
}

/** What is known of the day of a printed time: `printed-days.ts` says how. */
interface Day {
  readonly date: string | null;
  readonly rule: string | null;
}

/**
 * What a printed stamp means. A day that is not printed, or whose year is not, comes with the name of the rule that knows it,
 * and the stamp is marked inferred; without a day the clock time stands alone, with no instant.
 * @param after the instant of the older post beside it, which tells the two hours apart that clocks show twice in autumn
 * @returns `ambiguous` where the zone's name means several clocks and the live blog's own zone does not say which
 */
export function printedStamp(
  { time, zone }: PrintedStamp & { readonly time: string },
  { date, rule }: Day,
  clock: Clock,
  after: number | null = null,
): { readonly value: Stamp; readonly ambiguous: boolean } {
  if (date === null) return { value: { time, instant: null, origin: { kind: "printed" } }, ambiguous: false };
  const { instant, ambiguous } = resolve({ date, time, zone }, clock, after);
  const inferred = rule !== null && instant !== null;
  const origin = inferred ? ({ kind: "inferred", rule } as const) : ({ kind: "printed" } as const);
  return { value: { time, instant, origin }, ambiguous };
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
