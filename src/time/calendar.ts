import { Temporal } from "temporal-polyfill";

/** Our own names: those that Node prints differ between its versions. Pages take theirs from the catalogue of strings. */
const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
] as const;

/** A day's numbers; months count from 1, weekdays from 1, which is Monday. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

/** `2017-04-23` as its numbers. */
export function calendarDay(date: string): CalendarDay {
  const { year, month, day, dayOfWeek } = Temporal.PlainDate.from(date);
  return { year, month, day, weekday: dayOfWeek };
}

/** `2017-04-23` → `23 April 2017`, for messages to authors, which are in English. */
export function dateInEnglish(date: string): string {
  const { year, month, day } = calendarDay(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** How many days lie from one ISO date to another; below 0 where that is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return from === to ? 0 : Temporal.PlainDate.from(from).until(to).days;
}

/** The ISO date so many days after another, or before it. */
export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
