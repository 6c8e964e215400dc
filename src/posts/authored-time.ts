import type { AuthoredTime } from "../model/authored.ts";
import type { Problem } from "../schema/problem.ts";
import { dateExists } from "../time/zones.ts";

/** `11:32` · `2017-04-23T11:32` · `2017-04-23 11:32:05.5+01:00` · `11:32Z` */
const TIME = /^(?:(\d{4}-\d{2}-\d{2})[T ])?(\d{1,2}):(\d{1,2})(?::(\d{2})(?:\.\d{1,9})?)?[ ]?(Z|[+-]\d{2}:\d{2})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const HOW =
  "Write a 24-hour time such as 11:32, or with its date 2017-04-23T11:32, or with an offset 2017-04-23T11:32+01:00.";

function impossible(message: string, hint = HOW): Problem {
  return { code: "time-impossible", message, hint };
}

/** What is wrong with a date as an author writes it: `date-impossible`, or `value-wrong` where it is no ISO date. */
export function dateProblem(text: string): Problem | null {
  if (!DATE.test(text))
    return {
      code: "value-wrong",
      message: "A date stands here as year-month-day, so that everybody reads the same day.",
      hint: "Write it like 2017-04-23.",
    };
  if (dateExists(text)) return null;
  return {
    code: "date-impossible",
    message: `No calendar has the day ${text}.`,
    hint: "Look at the month (01 to 12) and at how many days it has.",
  };
}

function offsetExists(offset: string): boolean {
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(4))];
  return minutes < 60 && hours * 60 + minutes <= 14 * 60;
}

/**
 * Reads a time: a 24-hour clock time, with a date and an offset if the author gives them. Seconds may stand and are not kept.
 * Gives the problem instead where it is none: `time-impossible`, `time-incomplete` (only a date), `date-impossible`.
 */
export function readTime(text: string): AuthoredTime | Problem {
  if (DATE.test(text)) {
    const message = "This is a date without a time, so nobody can say where the post stands on that day.";
    const hint = `Write ${text}T11:32; if the time is not known, leave time: out and say after: or before: with a post's id.`;
    return dateProblem(text) ?? { code: "time-incomplete", message, hint };
  }
  const parts = TIME.exec(text.trim());
  if (parts === null) return impossible("This is not a time that a clock shows.");
  const [, date = null, hour = "", minute = "", second = "00", offset = null] = parts;
  if (date !== null && !dateExists(date)) return dateProblem(date) ?? impossible("That day does not exist.");
  const padded = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return impossible(`No clock shows ${hour}:${minute}: hours go from 00 to 23, minutes from 00 to 59.`);
  if (hour.length < 2 || minute.length < 2)
    return impossible(`Hours and minutes have two digits each.`, `If you mean ${padded}, write that.`);
  if (offset !== null && offset !== "Z" && !offsetExists(offset))
    return impossible(`No place on Earth keeps its clocks ${offset} from UTC.`);
  return { time: padded, date, offset: offset === "Z" || offset === "-00:00" ? "+00:00" : offset };
}

/** What is wrong with a time, or null. */
export function timeProblem(text: string): Problem | null {
  const time = readTime(text);
  return "code" in time ? time : null;
}

/** A rule for a date with a time on the live blog's own clock: `2017-04-23T08:55`. */
export function localDateTimeProblem(text: string): Problem | null {
  const time = readTime(text);
  if ("code" in time) return time;
  if (time.date !== null && time.offset === null) return null;
  return {
    code: "value-wrong",
    message: "Here stands a date with a time on the live blog's own clock, without an offset.",
    hint: "Write it like 2017-04-23T08:55.",
  };
}
