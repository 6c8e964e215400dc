import type { OffClock } from "../model/live-blog.ts";
import type { Stamp } from "../model/stamp.ts";
import { rfc3339 } from "../time/zones.ts";

/** A time as a template prints it. */
export interface TimeView {
  /** `09:08`, `about 11:32`. */
  readonly text: string;
  /** For the `datetime` attribute; null where no day is known. */
  readonly datetime: string | null;
}

/** A post's time in words, and its machine-readable twin. */
export function timeView({ time, instant, origin }: Stamp): TimeView {
  const approximate = origin.kind === "author" && origin.approximate;
  return { text: approximate ? `about ${time}` : time, datetime: instant === null ? null : rfc3339(instant) };
}

/** A time that is on no clock, in words. */
export function offClockNote(offClock: OffClock | null): string | null {
  if (offClock === null) return null;
  const { minute, relative } = offClock;
  const match = minute === null ? [] : [`Minute ${minute} of the match.`];
  const back = relative === null ? [] : [`The page says “${relative}”; from which moment is not preserved.`];
  return [...match, ...back].join(" ");
}

const RULES: Readonly<Record<string, string>> = {
  pointer: "Time inferred: another post points at this one with it.",
  "neighbour-date": "The page prints no full date: the day is that of the posts beside it.",
  "page-date": "The page prints no full date: the day is the page’s.",
  "summary-date": "The page prints no full date: the day is the one that its summary names.",
  midnight: "The page prints no full date: the day follows from the clock passing midnight.",
  "live-blog-date": "The page prints no full date: the day is the live blog’s.",
};

/** How a time came about that no dump prints in full; null where one does. */
export function timeNote({ origin }: Stamp): string | null {
  if (origin.kind === "printed") return null;
  if (origin.kind === "inferred") return RULES[origin.rule] ?? `Time inferred (${origin.rule}).`;
  return origin.approximate ? "Time approximate, given by the author." : null;
}
