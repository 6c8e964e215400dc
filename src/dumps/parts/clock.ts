import type { PrintedStamp } from "../../model/stamp.ts";
import { isDateWord, readDate, weekdayLength } from "../../time/dates.ts";
import { instantAt, instantOfEpoch, isZoneName, rfc3339, zoneAt } from "../../time/zones.ts";

/**
 * How a time is printed.
 * clock: `14:36`, `3.11pm`, `10am`, `18:28 PM`, with a date and a zone or without · digits: `1724` · bare: `5.09`, `9h30`, `8h`,
 * which are times only among times · relative: `1 hr 8 min ago` · epoch: `1669661349` · minute: `90+3'`, `79 mins`, `124th min`
 */
export type ClockForm = "clock" | "digits" | "bare" | "relative" | "epoch" | "minute";

/** A time read at the start of a text. */
export interface ClockReading {
  readonly form: ClockForm;
  /** Its `printed` is the text that was read. */
  readonly stamp: PrintedStamp;
  /** How many characters it takes. */
  readonly length: number;
  /** Whether am or pm is printed, or the hour is past 12, so that the half of the day is sure. */
  readonly halfKnown: boolean;
}

/** Longer than any stamp: `Wednesday 24 September 2016, 11:09:15 a.m. Australian Eastern Daylight Time` has 76. */
const LONGEST = 100;

const NOTHING = { time: null, date: null, zone: null, published: null, relative: null, minute: null } as const;

/**
 * The one reader of printed times: what stands at the start of these collapsed words, or null where no time does.
 * An hour that no clock shows is none (`25:10`); a 24-hour time with a needless PM is what its figures say (`18:28 PM`).
 * It judges the figures alone: whether they are a post's stamp or words of a sentence is the page's pattern to say.
 */
export function readClock(text: string): ClockReading | null {
  if (!opensLikeTime(text)) return null;
  const head = text.slice(0, LONGEST);
  return epoch(head) ?? relative(head) ?? dated(head) ?? timed(head) ?? matchMinute(head);
}

const FIRST_WORDS: ReadonlySet<string> = new Set(
  "a an one about over almost just moments yesterday today min minute minuto noon midday midnight".split(" "),
);

/** Most rows are told by their first letters to hold no time at their start. */
function opensLikeTime(text: string): boolean {
  if (/^\d/.test(text)) return true;
  const word = /^\p{L}{1,12}/u.exec(text.slice(0, 24))?.[0].toLowerCase();
  return word !== undefined && (FIRST_WORDS.has(word) || isDateWord(word));
}

const EPOCH = /^(1\d{9})(\d{3})?(?!\d)/;

/** Seconds (or milliseconds) since 1970, read on the clock of Greenwich: an epoch has no other. */
function epoch(head: string): ClockReading | null {
  const found = EPOCH.exec(head);
  if (found === null) return null;
  const instant = instantOfEpoch(Number(found[1]));
  const { date, time, zone } = instant;
  const stamp = { ...NOTHING, printed: found[0], time, date, zone, published: rfc3339(instant) };
  return { form: "epoch", stamp, length: found[0].length, halfKnown: true };
}

const UNIT = "(?:h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?|d|days?|weeks?|months?|years?)";
const AGO = new RegExp(
  `^(?:about |over |almost )?(?:\\d{1,4}|an?|one) ?${UNIT}(?:,? (?:and )?\\d{1,2} ?${UNIT})? ago(?!\\p{L})`,
  "iu",
);
const JUST_NOW = /^(?:just now|moments ago|a few (?:seconds|minutes) ago)(?!\p{L})/iu;
/** `yesterday 6.00pm`: a clock time of a day that only the day of saving knows. */
const DAY_WORD = /^(yesterday|today),?(?: at)?(?= )/i;

function relative(head: string): ClockReading | null {
  const ago = AGO.exec(head) ?? JUST_NOW.exec(head);
  if (ago !== null) {
    const [printed] = ago;
    return {
      ...{ form: "relative", length: printed.length, halfKnown: true },
      stamp: { ...NOTHING, printed, relative: printed },
    };
  }
  const day = DAY_WORD.exec(head);
  const clock = day === null ? null : timed(head.slice(day[0].length + 1));
  if (day === null || clock === null || clock.stamp.date !== null) return null;
  const length = day[0].length + 1 + clock.length;
  const word = day[1]?.toLowerCase() === "yesterday" ? (day[1] ?? null) : null;
  return { ...clock, length, stamp: { ...clock.stamp, printed: head.slice(0, length), relative: word } };
}

/** `24 October 2019, 18:28 PM`, `2020-10-04T11:25:00Z`, `Sat 4:40pm` */
function dated(head: string): ClockReading | null {
  const date = readDate(head) ?? weekday(head);
  if (date === null) return null;
  const gap = /^(?:,? at |,? [-–—|·•] | ?, ?|T(?=\d)| )/.exec(head.slice(date.length));
  if (gap === null) return null;
  const time = clockTime(head.slice(date.length + gap[0].length));
  if (time === null || time.form === "digits") return null;
  return finish(head, date.length + gap[0].length + time.length, time, date.date);
}

/** A weekday alone names no date: it is kept as printed. */
function weekday(head: string): { readonly date: null; readonly length: number } | null {
  const length = weekdayLength(head);
  return length === 0 ? null : { date: null, length: head.slice(0, length).trimEnd().replace(/,$/, "").length };
}

/** `18:28`, `11:25 a.m. ET, October 4, 2020` */
function timed(head: string): ClockReading | null {
  const time = clockTime(head);
  if (time === null) return null;
  const gap = /^(?:,? on |, | )/.exec(head.slice(time.length))?.[0].length ?? 0;
  const date = gap === 0 || time.form === "digits" ? null : readDate(head.slice(time.length + gap));
  return date === null
    ? finish(head, time.length, time, null)
    : finish(head, time.length + gap + date.length, time, date.date);
}

interface ClockTime {
  readonly form: ClockForm;
  readonly time: string;
  readonly zone: string | null;
  readonly length: number;
  readonly halfKnown: boolean;
}

function finish(head: string, length: number, clock: ClockTime, date: string | null): ClockReading {
  const { form, time, zone, halfKnown } = clock;
  const stamp = withDate({ ...NOTHING, printed: head.slice(0, length), time, zone }, date);
  return { form: date !== null && form === "bare" ? "clock" : form, stamp, length, halfKnown };
}

/** A stamp with the day that stands beside it or over it, and the instant if that makes one. */
export function withDate(stamp: PrintedStamp, date: string | null): PrintedStamp {
  const { time, zone } = stamp;
  if (date === null || date.startsWith("--") || time === null || zone === null) return { ...stamp, date };
  const known = zoneAt(zone, date, time, null);
  const published = known === null ? null : rfc3339(instantAt(date, time, known.offset, known.short));
  return { ...stamp, date, published };
}

/** `14:36`, `14:36:20`, `3.11pm` */
const HOURS_MINUTES = /^(?<hour>\d{1,2})(?<mark>[:.])(?<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,3})?)?(?![\d%]|[.,:]\d)/;
/** `14h05`, `14 h 05`, `9h30`, `8h`, `14 Uhr` */
const HOUR_WORD = /^(?<hour>\d{1,2}) ?(?<mark>h|Uhr|uur)(?: ?(?<minute>[0-5]\d))?(?![\d\p{L}%]|[.,:]\d)/iu;
/** `10am`, `12 noon` */
const HOUR = /^(?<hour>\d{1,2}(?= ?[ap]\.?m)|12(?= (?:noon|midnight)))/i;
/** `1724` */
const DIGITS = /^(?<digits>(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d))(?!\d|[.,:]\d|['’′%])/;
const HALF = /^ ?([ap])(?:m(?!\p{Ll})|\.m\.|\.m(?!\p{L})| m(?!\p{L}))/iu;
const TWELVE = /^ (?:noon|(midnight))(?!\p{L})/iu;

/** `Noon: `, in front of words as `11.15am: ` is. */
const NAMED_HOUR = /^(?:noon|midday|(midnight))(?=:)/i;

function clockTime(text: string): ClockTime | null {
  const named = NAMED_HOUR.exec(text);
  if (named !== null) {
    const time = named[1] === undefined ? "12:00" : "00:00";
    return { form: "clock", time, zone: null, length: named[0].length, halfKnown: true };
  }
  const found = HOURS_MINUTES.exec(text) ?? HOUR_WORD.exec(text) ?? HOUR.exec(text) ?? DIGITS.exec(text);
  if (found === null) return null;
  const [printed] = found;
  const { hour = "", mark = "", minute, digits } = found.groups ?? {};
  const behind = text.slice(printed.length);
  const twelve = hour === "12" && digits === undefined ? TWELVE.exec(behind) : null;
  const half = digits === undefined ? (HALF.exec(behind) ?? twelve) : null;
  const noon = twelve?.[1] === undefined ? "p" : "a";
  const time = twentyFour(Number(hour), minute ?? "00", twelve === null ? (half?.[1]?.toLowerCase() ?? null) : noon);
  if (time === null || (mark === "" && digits === undefined && half === null)) return null;
  // `2:05:48` is how long a race took; a clock with seconds has two figures for the hour, or am or pm.
  if (printed.length > 5 && hour.length < 2 && half === null) return null;
  const suffix = half === null && /[.:]/.test(mark) ? (SUFFIX.exec(behind)?.[0].length ?? 0) : 0;
  const end = printed.length + (half?.[0].length ?? 0) + suffix;
  const zone = zoneIn(text.slice(end));
  // A point is one of a price as well, and `5h30` may be how long something took.
  const maybe = mark === "." || (/h|u/i.test(mark) && (hour.length < 2 || minute === undefined));
  const bare = maybe && half === null && suffix === 0 && zone === null;
  const form: ClockForm = digits !== undefined ? "digits" : bare ? "bare" : "clock";
  const halfKnown = half !== null || Number(hour) > 12 || Number(hour) === 0 || mark !== ".";
  return { form, time, zone: zone?.name ?? null, length: end + (zone?.length ?? 0), halfKnown };
}

/** `14:36 h`, `14.36 Uhr` */
const SUFFIX = /^ ?(?:hs?|hrs|Uhr|uur)(?!\p{L})\.?/u;

/** 24-hour `HH:MM`; null where no clock shows it. Past 12 the figures say the half of the day, whatever is printed. */
function twentyFour(hour: number, minute: string, half: string | null): string | null {
  if (hour > 23 || (hour === 0 && half === "p")) return null;
  const shift = half === "p" && hour < 12 ? 12 : half === "a" && hour === 12 ? -12 : 0;
  return `${String(hour + shift).padStart(2, "0")}:${minute}`;
}

const ZONE_WORDS =
  /^ ?(\()?((?:UK|US|Irish|London) [Tt]ime|(?:[A-Z][\p{L}]{1,12} ){0,3}[A-Z][\p{L}]{0,12}|[+-]\d{2}:?\d{2}|Z)(?:[+-]\d{1,2}(?::\d{2})?)?/u;
/** Initials that nobody here knows but that look like a zone's, alone behind a time: `AMST`. */
const LIKE_INITIALS = /^ ?\(?([A-Z]{2,4}T)\)?(?= ?(?:$|[:,|–—-]))/;

/** A zone's name behind a time: of the longest run of capitalised words the longest that is one. Initials count in capitals only. */
function zoneIn(text: string): { name: string; length: number } | null {
  const found = ZONE_WORDS.exec(text);
  if (found !== null) {
    const lead = found[0].length - found[0].trimStart().length + (found[1] === undefined ? 0 : 1);
    const run = found[0].slice(lead).split(" ");
    for (let count = run.length; count > 0; count--) {
      const name = run.slice(0, count).join(" ");
      const end = lead + name.length;
      if (/[\p{L}\p{N}]/u.test(text[end] ?? "") || !isZoneName(name)) continue;
      if (count === 1 && name !== name.toUpperCase()) continue;
      const closed = found[1] !== undefined && text[end] === ")";
      if (found[1] !== undefined && !closed) continue;
      return { name, length: end + (closed ? 1 : 0) };
    }
  }
  const like = LIKE_INITIALS.exec(text);
  return like === null ? null : { name: like[1] ?? "", length: like[0].length };
}

/** `43'`, `90+3'`, `45'+2` */
const PRIME = /^(\d{1,3})(?: ?\+ ?(\d{1,2}))? ?['’′](?: ?\+ ?(\d{1,2})['’′]?)?(?![\d\p{L}'’]| \d{1,2}["”])/u;
/** `79 mins`, `124th min`, `90+2 min`, `7 min`, `45 min +2` */
const MINS =
  /^(\d{1,3})(?:st|nd|rd|th)?(?: ?\+ ?(\d{1,2}))?(?: |-)?(?:mins?|minutes?)(?!\p{L})\.?(?: ?\+ ?(\d{1,2})(?!\d)['’′]?)?/iu;
/** `Minute 43`, `Min. 43`, `Minuto 43` */
const NAMED = /^(?:minut[eo]|min)\.? (\d{1,3})(?: ?\+ ?(\d{1,2}))?['’′]?(?![\d\p{L}])/iu;
/** What goes on like this counts time in a sentence: `10 minutes to go`, `5 mins later`. */
const IN_SENTENCE =
  /^ (?:ago|later|of|to|after|before|from|left|gone|into|in|played|remaining|on|for|without|per|and)(?!\p{L})/iu;
/** Extra time of extra time ends before this. */
const LAST_MINUTE = 150;

function matchMinute(head: string): ClockReading | null {
  const found = PRIME.exec(head) ?? MINS.exec(head) ?? NAMED.exec(head);
  if (found === null || Number(found[1]) > LAST_MINUTE || IN_SENTENCE.test(head.slice(found[0].length))) return null;
  const [printed, whole = "", added, later] = found;
  const plus = added ?? later;
  const minute = plus === undefined ? String(Number(whole)) : `${Number(whole)}+${Number(plus)}`;
  return {
    ...{ form: "minute", length: printed.length, halfKnown: true },
    stamp: { ...NOTHING, printed, minute },
  };
}
