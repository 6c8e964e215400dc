import { Temporal } from "temporal-polyfill";
import type { Instant } from "../model/stamp.ts";
import { SHARED_INITIALS } from "./shared-initials.ts";
import { CIVIL_ZONES, FIXED_ZONES, type Zone } from "./zone-names.ts";

/** What readers call an offset in a zone. Our own list: the names that Node knows differ between its versions. */
const SHORT_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Europe/London": { "+00:00": "GMT", "+01:00": "BST" },
  "Europe/Dublin": { "+00:00": "GMT", "+01:00": "IST" },
  UTC: { "+00:00": "UTC" },
};

/** `GMT+1`, `UTC+05:30`, `+0530`: a name that is its own offset. */
const OWN_OFFSET = /^(?:gmt|utc)? ?([+-])(\d{1,2})(?::?([0-5]\d))?$/;

const folded = (name: string): string => name.trim().toLowerCase().replaceAll("\u2212", "-");

function ownOffset(name: string): Zone | null {
  const [, sign, hours = "", minutes = "00"] = OWN_OFFSET.exec(folded(name)) ?? [];
  if (sign === undefined || Number(hours) > 14) return null;
  return { short: name.trim(), offset: `${sign}${hours.padStart(2, "0")}:${minutes}` };
}

/**
 * The offset that a printed zone name means by itself (`British Summer Time` → `+01:00`), whatever the day and the place.
 * Null where nobody can say: names that mean several (`IST`, `CST`), names of clocks that change (`ET`), unknown ones.
 */
export function printedZone(name: string): Zone | null {
  const key = folded(name);
  return FIXED_ZONES.get(key) ?? SHARED_INITIALS.get(key)?.usual ?? ownOffset(name);
}

/** Whether a name is that of a zone, be it one of several that share it: `IST`, `ET`, `GMT+1`. */
export function isZoneName(name: string): boolean {
  return printedZone(name) !== null || SHARED_INITIALS.has(folded(name)) || CIVIL_ZONES.has(folded(name));
}

/**
 * What a printed zone name means at that date and time. Of initials that several zones share, what the live blog's own
 * zone calls its clock at that moment (`IST` in a blog of Asia/Kolkata is +05:30, `BST` in one of Asia/Dhaka +06:00); of a clock
 * that changes with the season, what it shows that day (`ET` is -04:00 in July).
 * @param timezone IANA name of the live blog's zone, or null · Null where that settles nothing.
 */
export function zoneAt(name: string, date: string, time: string, timezone: string | null): Zone | null {
  const shared = SHARED_INITIALS.get(folded(name));
  if (shared !== undefined) {
    const local = timezone === null ? null : instantIn(date, time, timezone);
    if (local === null || !shared.kept.has(`${timezone} ${local.offset}`)) return shared.usual;
    return { short: name.trim(), offset: local.offset };
  }
  const civil = CIVIL_ZONES.get(folded(name));
  if (civil === undefined) return printedZone(name);
  const shown = instantIn(date, time, civil);
  return shown === null ? null : { short: name.trim(), offset: shown.offset };
}

/** An IANA zone's name as it is written (`europe/london` → `Europe/London`); null where there is no such zone. */
export function zoneName(timezone: string): string | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timezone).timeZoneId;
  } catch {
    return null;
  }
}

/**
 * A date and clock time at a known offset as an instant.
 * @param date ISO `2017-04-23` · @param time 24-hour `09:08` · @param offset `+01:00` · @param zone its name for readers
 */
export function instantAt(date: string, time: string, offset: string, zone: string): Instant {
  // Nothing but sums: the one form of a date that Date.parse has to read alike everywhere.
  const epoch = Date.parse(`${date}T${time}:00${offset}`);
  return { date, time, offset, zone, epoch };
}

/**
 * A date and clock time on the clocks of an IANA zone as an instant.
 * Null where the zone's clocks never show that time (the hour that is skipped in spring);
 * of the hour that they show twice in autumn, the first, or the one asked for.
 */
export function instantIn(
  date: string,
  time: string,
  timezone: string,
  which: "earlier" | "later" = "earlier",
): Instant | null {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const zoned = local.toZonedDateTime(timezone, { disambiguation: which });
  if (!zoned.toPlainDateTime().equals(local)) return null;
  const { offset, epochMilliseconds: epoch } = zoned;
  return { date, time, offset, zone: SHORT_NAMES[timezone]?.[offset] ?? offset, epoch };
}

/** Seconds since 1970-01-01T00:00:00Z as an instant, on the clock of Greenwich. */
export function instantOfEpoch(seconds: number): Instant {
  const iso = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();
  return instantAt(iso.slice(0, 10), iso.slice(11, 16), "+00:00", "GMT");
}

/** An instant as RFC 3339 with its offset: `2017-04-23T09:08:00+01:00`. */
export function rfc3339(instant: Pick<Instant, "date" | "time" | "offset">): string {
  return `${instant.date}T${instant.time}:00${instant.offset}`;
}

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether that day exists: `2017-02-30` does not. Only ISO dates pass. */
export function dateExists(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && leap ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}
