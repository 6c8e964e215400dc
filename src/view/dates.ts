import type { Words } from "../model/strings.ts";
import { calendarDay } from "../time/calendar.ts";

/** `2017-04-23` → `23 April 2017`, in the language's words. */
export function dateInWords(date: string, words: Words): string {
  const { year, month, day } = calendarDay(date);
  return words.say("date.plain", { day, month: words.say(`date.month.${month}`), year });
}

/** `2017-04-23` → `23 April`, where the year is said elsewhere. */
export function dayOfMonth(date: string, words: Words): string {
  const { month, day } = calendarDay(date);
  return words.say("date.of-month", { day, month: words.say(`date.month.${month}`) });
}

/** `2017-04-23` → `Sunday 23 April 2017`. */
export function dayInWords(date: string, words: Words): string {
  const weekday = words.say(`date.weekday.${calendarDay(date).weekday}`);
  return words.say("date.day", { weekday, date: dateInWords(date, words) });
}

/** `14:22 BST`, `2017-04-23` → `14:22 BST on Sunday 23 April 2017`. The clock's words are set already. */
export function momentInWords(time: string, date: string, words: Words): string {
  return words.say("date.moment", { time, day: dayInWords(date, words) });
}

/** `09` → `09:00`, which heads what happened in that hour. */
export function hourInWords(hour: string, words: Words): string {
  return words.say("time.hour", { hour });
}
