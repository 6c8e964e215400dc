import type { Dump } from "../model/dump.ts";
import { folded } from "./words.ts";

/** What pass one keeps of a dump that nobody claimed: enough to know which belong together. */
export interface UnclaimedDump {
  readonly file: string;
  readonly sha256: string;
  /** The days that its stamps print, ISO; where none does, that of the page. */
  readonly days: readonly string[];
  readonly title: string | null;
  /** Its summary, as one text. */
  readonly summary: string;
}

/** What to remember of a dump in order to know which other unclaimed ones belong to it. */
export function remember({ file, sha256, title, date, summary, entries }: Dump): UnclaimedDump {
  const printed = entries.flatMap(({ stamp }) => (stamp?.date?.startsWith("--") === false ? [stamp.date] : []));
  const days = [...new Set(printed.length > 0 || date === null ? printed : [date])];
  return { file, sha256, days, title, summary: summary.map(({ text }) => text).join("\n") };
}

/** A live blog's dumps, by name. */
export type Group = readonly [UnclaimedDump, ...UnclaimedDump[]];

/** What joins a dump to others: its bytes, and its summary on each of its days. */
function tiesOf({ sha256, days, summary }: UnclaimedDump): readonly string[] {
  const told = folded(summary);
  return [sha256, ...(told === "" ? [] : days.map((day) => `${day} ${told}`))];
}

/** Dumps that share a tie, directly or by way of others, by the name of the first of each. */
export function grouped(dumps: readonly UnclaimedDump[]): readonly Group[] {
  const byTie = new Map<string, UnclaimedDump[]>();
  for (const dump of dumps) {
    const ties = tiesOf(dump);
    const [home = [], ...others] = new Set(
      ties.flatMap((tie) => [byTie.get(tie) ?? []]).filter(({ length }) => length > 0),
    );
    home.push(dump, ...others.flat());
    for (const tie of [...ties, ...others.flat().flatMap(tiesOf)]) byTie.set(tie, home);
  }
  const byName = (a: UnclaimedDump, b: UnclaimedDump): number => (a.file < b.file ? -1 : 1);
  return [...new Set(byTie.values())]
    .flatMap((group): Group[] => {
      const [first, ...others] = group.toSorted(byName);
      return first === undefined ? [] : [[first, ...others]];
    })
    .sort(([a], [b]) => byName(a, b));
}
