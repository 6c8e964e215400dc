import type { Row } from "./page-rows.ts";
import type { Sighting } from "./sightings.ts";

/** The day's programme has rows of one paragraph each, at round times, under words that end in a colon. */
const FEWEST_PROGRAMME_ROWS = 2;

/**
 * Takes out the programme of the day that a post may hold: its rows look like stamps.
 *
 *     8.43am: The day begins. Here is what will happen:
 *     10am: Ines Barrow speaks.                          in a run under a colon, all on the round five minutes, rising
 *     10.15am: The committee meets.
 */
export function withoutAgenda(rows: readonly Row[], stamps: readonly Sighting[]): Sighting[] {
  const byRow = new Map(stamps.map((stamp) => [stamp.at, stamp]));
  const agenda = new Set<Sighting>();
  for (let at = 0; at < rows.length; at++) {
    if (!rows[at]?.text.endsWith(":") || (byRow.get(at)?.place ?? "inline") !== "inline") continue;
    const run = programmeFrom(byRow, at + 1);
    if (run.length < FEWEST_PROGRAMME_ROWS) continue;
    for (const stamp of run) agenda.add(stamp);
    at += run.length;
  }
  return stamps.filter((stamp) => !agenda.has(stamp));
}

/** The rows from here on that look like a programme's: in front of their words, at round times, rising. */
function programmeFrom(byRow: ReadonlyMap<number, Sighting>, from: number): readonly Sighting[] {
  const run: Sighting[] = [];
  for (let next = byRow.get(from); next !== undefined; next = byRow.get(from + run.length)) {
    const { time } = next.reading.stamp;
    if (next.place !== "inline" || time === null || Number(time.slice(3)) % 5 !== 0) break;
    if ((run.at(-1)?.reading.stamp.time ?? "") > time) break;
    run.push(next);
  }
  return run;
}
