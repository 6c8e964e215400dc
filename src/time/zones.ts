import { Temporal } from "temporal-polyfill";
import type { Instant } from "../model/stamp.ts";

interface Zone {
  /** What a page calls it beside a time. */
  readonly short: string;
  readonly offset: string;
}

/**
 * Zone names that dumps print and that mean one offset everywhere, case-folded.
 * Names that mean several (IST, CST) are left out on purpose: the live blog's `timezone` settles those.
 */
const PRINTED_ZONES: ReadonlyMap<string, Zone> = new Map([
  ["british summer time", { short: "BST", offset: "+01:00" }],
  ["bst", { short: "BST", offset: "+01:00" }],
  ["amser haf prydain", { short: "BST", offset: "+01:00" }],
  ["greenwich mean time", { short: "GMT", offset: "+00:00" }],
  ["gmt", { short: "GMT", offset: "+00:00" }],
  ["amser safonol greenwich", { short: "GMT", offset: "+00:00" }],
  ["utc", { short: "UTC", offset: "+00:00" }],
]);

/** What readers call an offset in a zone. Our own list: the names that Node knows differ between its versions. */
const SHORT_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Europe/London": { "+00:00": "GMT", "+01:00": "BST" },
  "Europe/Dublin": { "+00:00": "GMT", "+01:00": "IST" },
  UTC: { "+00:00": "UTC" },
};

/** The offset that a printed zone name means (`British Summer Time` → `+01:00`), or null where nobody can say. */
export function printedZone(name: string): Zone | null {
  return PRINTED_ZONES.get(name.trim().toLowerCase()) ?? null;
}

/** Whether an IANA zone of that name exists. */
export function zoneExists(timezone: string): boolean {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(timezone);
    return true;
  } catch {
    return false;
  }
}

/**
 * A date and clock time at a known offset as an instant.
 * @param date ISO `2017-04-23` · @param time 24-hour `09:08` · @param offset `+01:00` · @param zone its name for readers
 */
export function instantAt(date: string, time: string, offset: string, zone: string): Instant {
  const epoch = Temporal.Instant.from(`${date}T${time}${offset}`).epochMilliseconds;
  return { date, time, offset, zone, epoch };
}

/**
 * A date and clock time on the clocks of an IANA zone as an instant.
 * Null where the zone's clocks never show that time (the hour that is skipped in spring);
 * of the hour that they show twice in autumn, the first.
 */
export function instantIn(date: string, time: string, timezone: string): Instant | null {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const zoned = local.toZonedDateTime(timezone, { disambiguation: "earlier" });
  if (!zoned.toPlainDateTime().equals(local)) return null;
  const { offset, epochMilliseconds: epoch } = zoned;
  return { date, time, offset, zone: SHORT_NAMES[timezone]?.[offset] ?? offset, epoch };
}

/** An instant as RFC 3339 with its offset: `2017-04-23T09:08:00+01:00`. */
export function rfc3339(instant: Instant): string {
  return `${instant.date}T${instant.time}:00${instant.offset}`;
}

/** Whether that day exists: `2017-02-30` does not. Only ISO dates pass. */
export function dateExists(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  try {
    Temporal.PlainDate.from(date, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
