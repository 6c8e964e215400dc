import { readClock } from "./clock.ts";
import type { Row } from "./page-rows.ts";
import type { Sighting } from "./sightings.ts";

/** What is shorter may be anything. */
const SHORTEST = 3;

/** `04 Aug, 2016 22:39` → `00 aaa, 0000 00:00` */
const shapeOf = (text: string): string => text.replaceAll(/\d/g, "0").replaceAll(/\p{L}/gu, "a");

/**
 * The stamp in whose middle a dump was cut off: `04 Aug, 20` on the last row, where others are `04 Aug, 2016 22:39`. Of its time
 * only what stands there whole counts.
 */
export function cutStamp(rows: readonly Row[], stamps: readonly Sighting[]): readonly Sighting[] {
  const at = rows.length - 1;
  const [row, model] = [rows[at], stamps.at(-1)];
  if (row === undefined || model === undefined || model.at >= at || model.place === "tail") return [];
  const { text, bullet } = row;
  const whole = shapeOf(rows[model.at]?.text.slice(0, model.reading.stamp.printed.length) ?? "");
  const isCut = text.length >= SHORTEST && text.length < whole.length && whole.startsWith(shapeOf(text));
  if (!isCut || bullet !== model.bullet || !/\d/.test(text)) return [];
  const found = readClock(text);
  // `05:30 P` was 17:30.
  const isHalved = /[ap]\.?m/i.test(model.reading.stamp.printed) && !/[ap]\.?m/i.test(text);
  const isSure = found !== null && (found.form === model.reading.form || found.form === "bare") && !isHalved;
  const nothing = { time: null, date: null, zone: null, published: null, relative: null, minute: null };
  const stamp = isSure ? { ...found.stamp, printed: text } : { ...nothing, printed: text };
  const reading = { form: model.reading.form, length: text.length, halfKnown: true, stamp };
  return [{ ...model, at, reading, author: null, rest: "" }];
}
