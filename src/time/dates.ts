import { dateExists } from "./zones.ts";

/** Month names as pages print them, in full and short: English, Welsh, Spanish, French, German, Italian, Portuguese, Dutch. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "- - - - - - - - sept - - -",
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
  ].flatMap((names) =>
    names.split(" ").flatMap((name, index): [string, number][] => (name === "-" ? [] : [[name, index + 1]])),
  ),
);

const WEEKDAYS: ReadonlySet<string> = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun " +
    "lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche " +
    "montag dienstag mittwoch donnerstag freitag samstag sonntag llun mawrth mercher iau gwener sadwrn sul"
  ).split(" "),
);

/** Whether a word, in small letters, is a month's or a weekday's name: dates that do not open with a figure open with one. */
export const isDateWord = (word: string): boolean => MONTHS.has(word) || WEEKDAYS.has(word);

/** A date at the start of a text. */
export interface DateReading {
  /** ISO; `--10-24` without a year; null where the figures can be read two ways (`03/04/2019`). */
  readonly date: string | null;
  /** How many characters it takes. */
  readonly length: number;
  /** Whether a month's name stands in it, so that it cannot be mistaken for another number. */
  readonly named: boolean;
}

/** Longer than any date: `Wednesday, 24 de septiembre de 2016`. */
const LONGEST = 48;

const WORD = /^(\p{L}{3,12})\.?/u;
const DAY = /^(\d{1,2})(?:st|nd|rd|th|º|\.)?(?![\d:])/;
const YEAR = /^(?:,? (?:de )?|, ?)((?:19|20)\d{2})(?![\d:.]\d|\d)/;
const ISO = /^((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/;
const FIGURES = /^(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/;

const two = (value: number | string): string => String(value).padStart(2, "0");

/** `--04-23` or `2017-04-23`; null where no calendar has that day. Without a year any year's days will do. */
export function isoDate(year: string | null, month: number, day: number): string | null {
  const monthDay = `${two(month)}-${two(day)}`;
  if (!dateExists(`${year ?? "2016"}-${monthDay}`)) return null;
  return year === null ? `--${monthDay}` : `${year}-${monthDay}`;
}

/**
 * Reads a date at the start of a text: `24 April 2016`, `Wed, Jul 11`, `October 4, 2020`, `03 Oct, 2016`, `24 de abril de 2016`,
 * `2020-10-04`, `27-06-2025`, with or without a weekday and a year. Null for anything else and for days that no calendar has.
 */
export function readDate(text: string): DateReading | null {
  const head = text.slice(0, LONGEST);
  const lead = weekdayLength(head);
  // `Mawrth` is Tuesday and March: what is no date behind a weekday may be one from the start.
  for (const skipped of new Set([lead, 0])) {
    const rest = head.slice(skipped);
    const found = inFigures(rest) ?? dayFirst(rest) ?? monthFirst(rest);
    if (found !== null) return { ...found, length: skipped + found.length };
  }
  return null;
}

/** `Wednesday `, `Wed, `: how many characters to skip. */
export function weekdayLength(text: string): number {
  const word = WORD.exec(text);
  if (word === null || !WEEKDAYS.has((word[1] ?? "").toLowerCase())) return 0;
  const gap = /^,? ?/.exec(text.slice(word[0].length))?.[0].length ?? 0;
  return word[0].length + gap;
}

function inFigures(text: string): DateReading | null {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const date = isoDate(iso[1] ?? "", Number(iso[2]), Number(iso[3]));
    return date === null ? null : { date, length: iso[0].length, named: false };
  }
  const found = FIGURES.exec(text);
  if (found === null) return null;
  const [printed, first = "", mark = "", second = "", year = ""] = found;
  const readings = [isoDate(year, Number(second), Number(first)), isoDate(year, Number(first), Number(second))];
  const [dayFirst, monthFirst] = readings;
  if (dayFirst == null && monthFirst == null) return null;
  // With points it is the continent's way, day first; otherwise both ways must agree, or one be impossible.
  const date =
    mark === "." || monthFirst == null || dayFirst === monthFirst
      ? (dayFirst ?? null)
      : dayFirst === null
        ? monthFirst
        : null;
  return { date, length: printed.length, named: false };
}

function dayFirst(text: string): DateReading | null {
  const day = DAY.exec(text);
  if (day === null) return null;
  const gap = /^(?: de | of | |-)/.exec(text.slice(day[0].length))?.[0] ?? "";
  const month = monthAt(text, day[0].length + gap.length);
  return month === null ? null : finish(text, month.end, month.number, Number(day[1]));
}

function monthFirst(text: string): DateReading | null {
  const month = monthAt(text, 0);
  if (month === null || text[month.end] !== " ") return null;
  const day = DAY.exec(text.slice(month.end + 1));
  return day === null ? null : finish(text, month.end + 1 + day[0].length, month.number, Number(day[1]));
}

/** A month's name, capital or in a language that writes it small: `may` of a sentence is none. */
function monthAt(text: string, at: number): { number: number; end: number } | null {
  const word = WORD.exec(text.slice(at));
  const name = word?.[1] ?? "";
  const number = MONTHS.get(name.toLowerCase());
  if (word === null || number === undefined || name === "may") return null;
  const dot = word[0].endsWith(".") && name.length < 5 ? 1 : 0;
  return { number, end: at + name.length + dot };
}

function finish(text: string, end: number, month: number, day: number): DateReading | null {
  const year = YEAR.exec(text.slice(end)) ?? /^-((?:19|20)\d{2})(?!\d)/.exec(text.slice(end));
  const date = isoDate(year?.[1] ?? null, month, day);
  return date === null ? null : { date, length: end + (year?.[0].length ?? 0), named: true };
}

/** Where a date may start in running text. */
const DATE_START = /(?<![\p{L}\p{N}])(?:\d|\p{Lu})/gu;
/** Summaries are short; what is longer is no summary. */
const LONGEST_SUMMARY = 2000;

/** The one whole date, year included, that some words name: `Updates for Friday, 27 January 2017`. Null where none or several are. */
export function dateIn(text: string): string | null {
  const found = new Set<string>();
  let from = 0;
  for (const { index } of text.slice(0, LONGEST_SUMMARY).matchAll(DATE_START)) {
    if (index < from) continue;
    const reading = readDate(text.slice(index, index + LONGEST));
    if (reading === null) continue;
    from = index + reading.length;
    if (reading.date !== null && !reading.date.startsWith("--")) found.add(reading.date);
  }
  const [date, ...others] = found;
  return date === undefined || others.length > 0 ? null : date;
}
