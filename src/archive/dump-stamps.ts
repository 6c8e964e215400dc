import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Dump, Entry } from "../model/dump.ts";
import type { PrintedStamp, Stamp } from "../model/stamp.ts";
import { pagesInDump } from "./pages-in-dump.ts";
import { type OlderPost, type PrintedDay, printedDays } from "./printed-days.ts";
import { type Clock, printedStamp } from "./stamps.ts";

interface TimedEntry {
  readonly entry: Entry;
  readonly stamp: PrintedStamp & { readonly time: string };
}

/**
 * What the printed stamps of a dump mean, in the order of its entries. Of two pages in one file each is read by itself. Null for entries without a clock time: those that count
 * back from a moment nobody kept, and those that print a minute of the match.
 * Diagnostics: `zone-ambiguous`, a warning at the first entry with such a zone; `clock-back`, a note where a page's clock goes
 * back without a midnight (its order is kept); `time-skipped`, a note at a time that the live blog's clocks never showed.
 * @param older the last post of the nearest older page, where pages are numbered
 */
export function dumpStamps(
  dump: Dump,
  clock: Clock,
  older: OlderPost | null = null,
): Checked<readonly (Stamp | null)[]> {
  // What is numbered is the page that the file begins with: it alone goes on from an older one.
  const pages = pagesInDump(dump).map((page, at) => pageStamps(page, clock, at === 0 ? older : null));
  return { value: pages.flatMap(({ value }) => value), diagnostics: pages.flatMap(({ diagnostics }) => diagnostics) };
}

function pageStamps(dump: Dump, clock: Clock, older: OlderPost | null): Checked<readonly (Stamp | null)[]> {
  const timed = dump.entries.flatMap((entry): TimedEntry[] => {
    const { stamp } = entry;
    return stamp === null || stamp.time === null ? [] : [{ entry, stamp: { ...stamp, time: stamp.time } }];
  });
  if (dump.order === "newest-first") timed.reverse();
  const days = printedDays(
    timed.map(({ stamp }) => stamp),
    dump,
    clock,
    older,
  );
  const stamps = new Map<Entry, Stamp>();
  const diagnostics: Diagnostic[] = [];
  const warned = new Set<string>();
  let last: number | null = null;
  for (const [at, { entry, stamp }] of timed.entries()) {
    const day: PrintedDay = days[at] ?? { date: null, rule: null, back: false };
    const { value, ambiguous } = printedStamp(stamp, day, clock, last);
    stamps.set(entry, value);
    // In the hour that clocks show twice in autumn a step back is no step back.
    const repeated = value.instant !== null && last !== null && value.instant.epoch >= last;
    const before = timed[at - 1];
    if (day.back && !repeated && before !== undefined) diagnostics.push(clockBack(dump, { entry, stamp }, before));
    last = value.instant?.epoch ?? last;
    if (value.instant === null && day.date !== null && !ambiguous && clock.timezone !== null) {
      diagnostics.push(timeSkipped(dump, entry, stamp, day.date, clock.timezone));
    }
    if (!ambiguous || stamp.zone === null || warned.has(stamp.zone)) continue;
    warned.add(stamp.zone);
    diagnostics.push(zoneAmbiguous(dump, entry, stamp, clock));
  }
  return { value: dump.entries.map((entry) => stamps.get(entry) ?? null), diagnostics };
}

const placeOf = ({ file }: Dump, { start }: Entry): Pick<Diagnostic, "file" | "line" | "column" | "excerpt"> => ({
  ...{ file, line: start, column: 1, excerpt: null },
});

function clockBack(dump: Dump, { entry, stamp }: TimedEntry, before: TimedEntry): Diagnostic {
  return {
    ...placeOf(dump, entry),
    code: "clock-back",
    severity: "note",
    message: `The page shows this post as newer than the one at line ${before.entry.start}, but its time, \`${stamp.printed}\`, is before that one's, \`${before.stamp.printed}\`, and no midnight lies between.`,
    hint: "Nothing to do: pages do that when a post is edited or pinned. If the time is wrong, amend the post with `time:`.",
  };
}

function timeSkipped(dump: Dump, entry: Entry, { printed }: PrintedStamp, date: string, timezone: string): Diagnostic {
  return {
    ...placeOf(dump, entry),
    code: "time-skipped",
    severity: "note",
    message: `No clock of ${timezone} showed \`${printed}\` on ${date}: it was put forward over that hour. The post keeps its time and has no instant.`,
    hint: "If the page shows another zone's clock, give index.md that `timezone`; else amend the post with `time:`.",
  };
}

function zoneAmbiguous(dump: Dump, entry: Entry, { zone }: PrintedStamp, { timezone }: Clock): Diagnostic {
  const means =
    timezone === null ? "" : `, and ${timezone}, the live blog's zone, does not call its clock that on this day`;
  return {
    ...placeOf(dump, entry),
    code: "zone-ambiguous",
    severity: "warning",
    message: `The zone \`${zone}\` that this dump prints is the name of several clocks, or of none that is known${means}. Its posts keep their times and have no instant.`,
    hint: "Give the live blog's index.md a `timezone` whose clock the page shows: `timezone: Asia/Kolkata`.",
  };
}
