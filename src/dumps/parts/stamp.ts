import type { PrintedStamp } from "../../model/stamp.ts";
import { isoDate } from "../../time/dates.ts";
import { printedZone, rfc3339 } from "../../time/zones.ts";
import { words } from "./lines.ts";

/** Words that stand glued to the end of a headline, in front of its time. */
const MARKERS = ["published at", "wedi ei gyhoeddi"] as const;

/** Glued to the end of a stamp, or alone on the line below. */
const BREAKING = ["Breaking", "Newydd dorri"] as const;

/** The mark of breaking news that some words end in, or null. */
const breakingAt = (text: string): string | null => BREAKING.find((mark) => text.endsWith(mark)) ?? null;

/** Whether a line is nothing but the mark of breaking news. */
export const isBreaking = (text: string): boolean => breakingAt(text) === text;

/** Longer than any stamp: `09:18 Amser Safonol Greenwich 25 Tachwedd 2022Breaking` has 54. */
const LONGEST_STAMP = 80;

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "January February March April May June July August September October November December",
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
  ].flatMap((names) => names.split(" ").map((name, index): [string, number] => [name.toLowerCase(), index + 1])),
);

/** A zone nobody here knows is still one when it looks like one: `Eastern Daylight Time`, `QDT`. These pages know no am and pm. */
const ZONE_WORD = /^(?![AP]M$)\p{Lu}[\p{L}/]*$/u;
const MOST_ZONE_WORDS = 4;

/** A headline and the stamp that is glued to it. */
export interface StampedHeadline {
  readonly headline: string;
  /** Null where the words after the marker are no stamp: cut short, or an impossible time. */
  readonly stamp: PrintedStamp | null;
  /** The words after the headline as printed, marker included. */
  readonly printed: string;
  readonly breaking: boolean;
}

/** Takes `D Month` or `D Month YYYY` off the end: what is left, and the date; undefined where a date is there that no calendar has. */
function takeDate(tokens: readonly string[]): { rest: readonly string[]; date: string | null } | undefined {
  const year = /^\d{4}$/.test(tokens.at(-1) ?? "") ? (tokens.at(-1) ?? null) : null;
  const [day, month] = tokens.slice(0, year === null ? undefined : -1).slice(-2);
  if (day === undefined || month === undefined || !MONTHS.has(month.toLowerCase())) {
    return year === null ? { rest: tokens, date: null } : undefined;
  }
  const date = /^\d{1,2}$/.test(day) ? isoDate(year, MONTHS.get(month.toLowerCase()) ?? 0, Number(day)) : null;
  return date === null ? undefined : { rest: tokens.slice(0, year === null ? -2 : -3), date };
}

/** What stands behind the clock time of a stamp. */
interface StampTail {
  readonly zone: string | null;
  readonly date: string | null;
  /** Null where the zone's name does not say it. */
  readonly offset: string | null;
}

/** Reads ` British Summer Time 23 April 2017` and its shorter forms; null where the words are no zone or no day. */
function readTail(text: string): StampTail | null {
  const dated = takeDate(text.split(" ").slice(1));
  if (dated === undefined) return null;
  const zone = dated.rest.length === 0 ? null : dated.rest.join(" ");
  const offset = zone === null ? null : (printedZone(zone)?.offset ?? null);
  if (offset === null && (dated.rest.length > MOST_ZONE_WORDS || !dated.rest.every((word) => ZONE_WORD.test(word)))) {
    return null;
  }
  return { zone, date: dated.date, offset };
}

const CLOCK = /^(?:[01]?\d|2[0-3]):[0-5]\d(?= |$)/;

/**
 * Reads `09:08 British Summer Time 23 April 2017` and its shorter forms: no year, no date, no zone.
 * Null for anything else. Zone and date stay as printed; `published` is there only when all three are.
 */
export const readStamp = (text: string): PrintedStamp | null => stampOf(words(text), readTail);

function stampOf(printed: string, tailOf: typeof readTail): PrintedStamp | null {
  if (printed.length > LONGEST_STAMP) return null;
  const clock = CLOCK.exec(printed)?.[0];
  const tail = clock === undefined ? null : tailOf(printed.slice(clock.length));
  if (clock === undefined || tail === null) return null;
  const { date, zone, offset } = tail;
  const time = clock.padStart(5, "0");
  const known = date !== null && !date.startsWith("--") && offset !== null;
  const published = known ? rfc3339({ date, time, offset }) : null;
  return { printed, time, date, zone, published, relative: null, minute: null };
}

/**
 * Takes a line apart at the last `published at` (or its Welsh twin) that is glued to the word before it, as
 * `Rain stops play!published at 14:22 British Summer Time 23 April 2017Breaking`.
 * Null where there is none, or where it stands in running text with a space before it.
 */
export const splitHeadline = (line: string): StampedHeadline | null => headlineSplitter()(words(line));

/** `splitHeadline` for the collapsed lines of one page: the zone and the day that its stamps share are read once. */
export function headlineSplitter(): (text: string) => StampedHeadline | null {
  const known = new Map<string, StampTail | null>();
  const tailOf = (text: string): StampTail | null => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const tail = readTail(text);
    known.set(text, tail);
    return tail;
  };
  return (text) => {
    const glued = gluedMarker(text);
    if (glued === null) return null;
    const { at, marker } = glued;
    const printed = text.slice(at + marker.length + 1);
    const mark = breakingAt(printed);
    const stamp = stampOf(mark === null ? printed : printed.slice(0, -mark.length).trimEnd(), tailOf);
    return { headline: text.slice(0, at), stamp, printed: text.slice(at), breaking: mark !== null && stamp !== null };
  };
}

/** Whether a stamp is glued to the words of a line, be it a possible time or not. */
export const hasStampMarker = (text: string): boolean => gluedMarker(text) !== null;

function gluedMarker(text: string): { marker: string; at: number } | null {
  const marker = MARKERS.find((words) => text.includes(words));
  if (marker === undefined) return null;
  const at = text.lastIndexOf(marker);
  const behind = text[at + marker.length] ?? " ";
  return text[at - 1] === " " || behind !== " " ? null : { marker, at };
}

/** Whether a time is glued to any line: only `bbc-structured` and `bbc-flat` have that. Looks no further than the first. */
export function hasGluedStamp(lines: readonly { readonly text: string }[]): boolean {
  return lines.some(({ text }) => (splitHeadline(text)?.stamp ?? null) !== null);
}

/** What a page prints over a post that has no headline. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(["", "Post", "Post update", "Video content"]);

/** A printed headline, or null where it is a placeholder. */
export function realHeadline(text: string): string | null {
  return PLACEHOLDERS.has(text) ? null : text;
}
