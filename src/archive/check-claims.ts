import type { LiveBlogFile } from "../model/authored.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Dump } from "../model/dump.ts";
import { dateInEnglish, daysBetween } from "../time/calendar.ts";
import { atClaim } from "./problems.ts";
import { folded } from "./words.ts";

/** Coverage runs past midnight, and pages are dated by the day they were saved. */
const MOST_DAYS = 2;

/** Shorter words stand in the summary of anything. */
const TELLING = 5;

/** A dump and which claim of `index.md` brought it. */
interface ClaimedDump {
  readonly dump: Dump;
  readonly claim?: number | null;
}

/** First and last day that something prints, ISO. */
interface Days {
  readonly first: string;
  readonly last: string;
}

/** The days of a dump's stamps, or of its page; null where none prints a day with its year. */
function daysOf({ date, entries }: Dump): Days | null {
  const printed = entries.flatMap(({ stamp }) => (stamp?.date?.startsWith("--") === false ? [stamp.date] : []));
  const days = (printed.length > 0 || date === null ? printed : [date]).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** How many days lie between two stretches; 0 where they meet. */
function apart(a: Days, b: Days): number {
  if (a.last < b.first) return daysBetween(a.last, b.first);
  return b.last < a.first ? daysBetween(b.last, a.first) : 0;
}

const inWords = ({ first, last }: Days): string =>
  first === last ? dateInEnglish(first) : `${dateInEnglish(first)} to ${dateInEnglish(last)}`;

/** What a page says of the whole event: its summary, else its title. */
function subjectOf({ summary, title }: Dump): {
  readonly what: "summary" | "title";
  readonly texts: readonly string[];
} {
  if (summary.length > 0) return { what: "summary", texts: summary.map(({ text }) => text) };
  return { what: "title", texts: title === null ? [] : [title] };
}

function tellingWords(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => folded(text).split("-"));
  return new Set(words.filter((word) => [...word].length >= TELLING));
}

/**
 * Whether the dumps that an `index.md` claims are of one event. One that is not is published all the same: only its
 * author can know. The event's day is `date`, else that of the first dump; coverage of several days may go on from page
 * to page.
 * Diagnostic: `dump-elsewhere`, a warning at the claim of a dump whose days lie more than two from the event's and from
 * every other page's, or whose summary (where it has none, title) has no word in common with any other's.
 */
export function checkClaims(index: LiveBlogFile, dumps: readonly ClaimedDump[]): readonly Diagnostic[] {
  const strays = [...strayDays(index, dumps), ...strayWords(dumps, "summary"), ...strayWords(dumps, "title")];
  return dumps.flatMap((dump) => {
    const reasons = strays.filter(([stray]) => stray === dump).map(([, why]) => why);
    if (reasons.length === 0 || dump.claim == null) return [];
    return [
      atClaim(index, dump.claim, {
        code: "dump-elsewhere",
        severity: "warning",
        message: `${dump.dump.file} looks like a page of another live blog: ${reasons.join("; ")}.`,
        hint: "If it is of another event, claim it in an index.md of its own. If it is not, leave it: it is published here, as claimed.",
      }),
    ];
  });
}

type Stray = readonly [dump: ClaimedDump, why: string];

/** Dumps that no chain of pages, each at most two days from the next, joins to the event's day. */
function strayDays({ date }: LiveBlogFile, dumps: readonly ClaimedDump[]): readonly Stray[] {
  let waiting = dumps.flatMap((dump) => {
    const days = daysOf(dump.dump);
    return days === null ? [] : [{ dump, days }];
  });
  const first = waiting[0];
  if (first === undefined) return [];
  const [event, whose] =
    date === null ? [first.days, `those of ${first.dump.dump.file}`] : [{ first: date, last: date }, "the `date` here"];
  const reached: Days[] = [event];
  for (let left = Number.POSITIVE_INFINITY; waiting.length < left; ) {
    left = waiting.length;
    waiting = waiting.filter(({ days }) => {
      const near = reached.some((known) => apart(known, days) <= MOST_DAYS);
      if (near) reached.push(days);
      return !near;
    });
  }
  return waiting.map(({ dump, days }) => [
    dump,
    `its posts are of ${inWords(days)}, ${apart(event, days)} days from ${whose} (${inWords(event)})`,
  ]);
}

/** Dumps whose summaries, or titles, share no word with that of the first that has one, or with any that does share one with it. */
function strayWords(dumps: readonly ClaimedDump[], wanted: "summary" | "title"): readonly Stray[] {
  const [first, ...others] = dumps.flatMap((dump) => {
    const { what, texts } = subjectOf(dump.dump);
    const words = tellingWords(texts);
    return what !== wanted || words.size === 0 ? [] : [{ dump, words, opening: openingOf(texts) }];
  });
  if (first === undefined) return [];
  const shared = new Set(first.words);
  let waiting = others;
  for (let left = Number.POSITIVE_INFINITY; waiting.length < left; ) {
    left = waiting.length;
    waiting = waiting.filter(({ words }) => {
      const near = [...words].some((word) => shared.has(word));
      if (near) for (const word of words) shared.add(word);
      return !near;
    });
  }
  return waiting.map(({ dump, opening }) => [
    dump,
    `its ${wanted} ("${opening}") has no word in common with that of ${first.dump.dump.file} ("${first.opening}")`,
  ]);
}

const OPENING = 60;

function openingOf([text = ""]: readonly string[]): string {
  return text.length > OPENING ? `${text.slice(0, OPENING - 1).trimEnd()}…` : text;
}
