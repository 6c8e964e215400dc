import type { OffClock } from "../model/live-blog.ts";
import type { Stamp } from "../model/stamp.ts";
import type { Words } from "../model/strings.ts";
import { rfc3339 } from "../time/zones.ts";

/** A time as a template prints it. */
export interface TimeView {
  /** `09:08`, `about 11:32`. */
  readonly text: string;
  /** For the `datetime` attribute; null where no day is known. */
  readonly datetime: string | null;
}

/** A post's time in words, and its machine-readable twin. */
export function timeView({ time, instant, origin }: Stamp, words: Words): TimeView {
  const approximate = origin.kind === "author" && origin.approximate;
  const text = approximate ? words.say("time.about", { time }) : time;
  return { text, datetime: instant === null ? null : rfc3339(instant) };
}

/** A time that is on no clock, in words. */
export function offClockNote(offClock: OffClock | null, words: Words): string | null {
  if (offClock === null) return null;
  const { minute, relative } = offClock;
  const match = minute === null ? [] : [words.say("time.minute", { minute })];
  const back = relative === null ? [] : [words.say("time.relative", { relative })];
  return [...match, ...back].join(" ");
}

/**
 * How a time came about that no dump prints in full; null where one does, and where that goes without saying.
 * @param besideDumps whether the reader may take an author's time for one that a dump prints
 */
export function timeNote({ origin }: Stamp, besideDumps: boolean, words: Words): string | null {
  if (origin.kind === "printed") return null;
  if (origin.kind === "inferred") {
    const { rule } = origin;
    return words.say(`time.rule.${rule}`) || words.say("time.inferred", { rule });
  }
  if (origin.approximate) return words.say("time.approximate");
  return besideDumps ? words.say("time.given") : null;
}
