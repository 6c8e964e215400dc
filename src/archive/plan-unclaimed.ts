import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Dump } from "../model/dump.ts";
import { dateInEnglish } from "../time/calendar.ts";
import type { LiveBlogPlan, PlannedDump } from "./plan.ts";
import { folded, slug as slugOf } from "./words.ts";

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
type Group = readonly [UnclaimedDump, ...UnclaimedDump[]];

/** What joins a dump to others: its bytes, and its summary on each of its days. */
function tiesOf({ sha256, days, summary }: UnclaimedDump): readonly string[] {
  const told = folded(summary);
  return [sha256, ...(told === "" ? [] : days.map((day) => `${day} ${told}`))];
}

/** Dumps that share a tie, directly or by way of others, by the name of the first of each. */
function grouped(dumps: readonly UnclaimedDump[]): readonly Group[] {
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

/**
 * Live blogs of dumps that no author claims: those with a day and the summary in common belong together, and those that are
 * one dump under several names. A page that runs over midnight joins those of both its days. The same for the dumps in any
 * order.
 * Diagnostic: `dump-unclaimed`, a note at the first dump of each, with the `index.md` to write.
 * @param isFree whether a live blog may have that slug: no folder has it, and the site does not use it itself
 */
export function planUnclaimed(
  dumps: readonly UnclaimedDump[],
  isFree: (slug: string) => boolean,
): Checked<LiveBlogPlan[]> {
  const used = new Set<string>();
  const value: LiveBlogPlan[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const group of grouped(dumps)) {
    const [{ title: printed, file }] = group;
    const date = firstDay(group);
    const title = printed ?? `Live coverage${date === null ? ` (${stemOf(file)})` : `, ${dateInEnglish(date)}`}`;
    const slug = freeSlug(group[0], date, (wanted) => isFree(wanted) && !used.has(wanted));
    used.add(slug);
    const pages = group.map((dump): PlannedDump => ({ file: dump.file, page: null, dialect: null, claim: null }));
    value.push({ slug, title, date, lang: null, series: null, index: null, dumps: pages });
    diagnostics.push(unclaimed(group, date, slug, title));
  }
  return { value, diagnostics };
}

/** The day of a live blog is that of its first posts. */
const firstDay = (group: Group): string | null => group.flatMap(({ days }) => days).sort()[0] ?? null;

const stemOf = (file: string): string => file.slice("seeds/".length).replace(/\.txt$/, "");

/** Letters that an address shows as they are; of other scripts nothing is left. */
const ascii = (text: string, limit: number): string => slugOf(text.normalize("NFKD").replaceAll(/[^ -~]/g, ""), limit);

/** By title or day, else with the file's name too, else with a part of its fingerprint, else numbered. */
function freeSlug(
  { title, file, sha256 }: UnclaimedDump,
  date: string | null,
  isFree: (slug: string) => boolean,
): string {
  const stem = ascii(stemOf(file), STEM);
  const short = ascii(title ?? "", TITLE) || ascii(date === null ? `live ${stem}` : `live ${date}`, TITLE);
  const candidates = [short, `${short}-${stem || sha256.slice(0, 12)}`, `${short}-${sha256.slice(0, 12)}`];
  const free = candidates.find((slug) => isFree(slug));
  if (free !== undefined) return free;
  let number = 2;
  while (!isFree(`${short}-${number}`)) number++;
  return `${short}-${number}`;
}

const TITLE = 60;
const STEM = 30;

/** Plain text that YAML reads as itself; everything else is quoted. */
const PLAIN = /^\p{L}(?:[\p{L}\p{N} ._,;()/’‘'–—-]*[\p{L}\p{N}.)])?$/u;
/** A dump's usual name, which may begin with a digit and is no number for its ending. */
const FILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*\.txt$/u;
/** Words that YAML readers take for something else. */
const TAKEN_WORDS = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

const yaml = (text: string): string =>
  FILE_NAME.test(text) || (PLAIN.test(text) && !TAKEN_WORDS.test(text)) ? text : JSON.stringify(text);

function unclaimed([first, ...others]: Group, date: string | null, slug: string, title: string): Diagnostic {
  const names = [first, ...others].map(({ file }) => `  - ${yaml(file.slice("seeds/".length))}`);
  const day = date === null ? [] : [`date: ${date}`];
  const lines = ["---", `title: ${yaml(title)}`, ...day, "dumps:", ...names, "---"];
  const what =
    others.length === 0
      ? "no index.md claims this dump, so it becomes a live blog of its own"
      : `no index.md claims this dump, nor ${others.length} more that ${others.length === 1 ? "belongs" : "belong"} with it, so they become a live blog of their own`;
  return {
    ...{ code: "dump-unclaimed", severity: "note", file: first.file, line: 1, column: 1, excerpt: null },
    message: `${what} at /${slug}/`,
    hint: `write content/${slug}/index.md:\n${lines.join("\n")}`,
  };
}
