import type { Boundary } from "../dialect.ts";
import { CUES, type Cue, contentWords, PRIOR, type Spot } from "./flat-cues.ts";
import { guardedRows } from "./flat-guards.ts";
import type { FlatRow } from "./flat-rows.ts";

/**
 * Where the entries of a flat dump start. Rows of some kinds always open one (a hashtag, a name over a role); at some none
 * may (`flat-guards.ts`); at all others it is a judgement, and all judgements of a page are made together: of all ways to
 * cut it, the one with the highest total, which is the sum of
 *
 *     the prior and the cues      of every start that is judged                        `flat-cues.ts`
 *     the size of the page        when all entries are counted: a full one holds 20    pageSize()
 *
 * The rows are gone through from the last to the first. At each, for every number of entries so far, stands the most that
 * the rows from there on can add; so the way back down takes the better of two sums. `docs/reading-flat-dumps.md` has what
 * each cue was measured on, and what the result is without it.
 */

/** A start of an entry. */
export interface Start {
  /** Index of its first row. */
  readonly at: number;
  readonly certain: boolean;
  /** Why, in words. */
  readonly cue: string;
}

/** A row that may open an entry, and what came of weighing it. */
export interface Scored {
  readonly at: number;
  /** The prior, and the cues that hold there. */
  readonly cues: readonly Weight[];
  /** The sum of their weights. */
  readonly score: number;
  /** The best total of the page with a start here and without one, what was chosen further up given. */
  readonly withStart: number;
  readonly without: number;
}

type Weight = Pick<Cue, "name" | "weight">;

/** Starts this sure are facts to the reader; what is less sure is marked as a judgement. */
const CERTAIN = 0.9;

/** A full page of a BBC live blog. Seed 001 has 20 posts; so has seed 000, segmented by hand before it was counted. */
const FULL_PAGE = 20;
/** The page size says something only about a dump that comes near it… */
const NEAR = 5;
/** …and settles only what the cues leave almost even. */
const SWAY = 0.3;
/** More rows than any page has: then the file holds something else, and its size says nothing. */
const LONGEST_PAGE = 1000;

/** What the number of entries adds to a total. */
const pageSize = (entries: number): number => -SWAY * Math.min(Math.abs(FULL_PAGE - entries), NEAR + 1);

const MOST_GO_ON: Weight = { name: "three lines of four go on", weight: PRIOR };

/** Chooses where entries start: at every row whose kind opens one, and at the text rows that make the best total. */
export function chooseStarts(rows: readonly FlatRow[], first: Start): readonly Start[] {
  const judged = scoreSpots(rows, first)
    .filter(({ withStart, without }) => withStart > without)
    .map(({ at, cues }): Start => ({ at, certain: false, cue: speakingFor(cues) }));
  return [...fixedStarts(rows, first), ...judged].sort((a, b) => a.at - b.at);
}

/** The rows that open an entry by what kind of row they are. */
function fixedStarts(rows: readonly FlatRow[], first: Start): readonly Start[] {
  const fixed: Start[] = [first];
  rows.forEach(({ opening }, at) => {
    if (at > first.at && opening !== null) {
      fixed.push({ at, certain: opening.certainty >= CERTAIN, cue: opening.cue });
    }
  });
  return fixed;
}

const speakingFor = (cues: readonly Weight[]): string => {
  const names = cues.filter(({ weight }) => weight > 0).map(({ name }) => name);
  return names.length === 0 ? "a full page holds 20 posts" : names.join("; ");
};

/** What was weighed at every line that is a judgement, taken or not: the same as `chooseStarts` goes by. */
export function weighBoundaries(rows: readonly FlatRow[], first: Start): readonly Boundary[] {
  return scoreSpots(rows, first).map(({ at, ...weighed }) => ({ line: rows[at]?.line ?? 1, ...weighed }));
}

/** Weighs every row that may open an entry. The rows left out must or may not. */
export function scoreSpots(rows: readonly FlatRow[], first: Start): readonly Scored[] {
  const fixed = new Set(fixedStarts(rows, first).map(({ at }) => at));
  const spots = spotsOf(rows, fixed);
  const table = bestAhead(rows, fixed, spots);
  const scored: Scored[] = [];
  let [entries, soFar] = [0, 0];
  rows.forEach((_, at) => {
    const spot = spots.get(at);
    const withStart = soFar + (spot?.score ?? 0) + table.ahead(at + 1, entries + 1);
    const without = soFar + table.ahead(at + 1, entries);
    if (spot !== undefined) scored.push({ at, ...spot, withStart, without });
    const starts = spot === undefined ? fixed.has(at) : withStart > without;
    if (starts) soFar += spot?.score ?? 0;
    if (starts) entries++;
  });
  return scored;
}

interface Weighed {
  readonly cues: readonly Weight[];
  readonly score: number;
}

/** The prior and the cues of every row that may open an entry. */
function spotsOf(rows: readonly FlatRow[], fixed: ReadonlySet<number>): ReadonlyMap<number, Weighed> {
  const guarded = guardedRows(rows);
  const spots = new Map<number, Weighed>();
  let subjects: readonly ReadonlySet<string>[] = [];
  rows.forEach((row, at) => {
    const above = rows[at - 1];
    const about = contentWords(row.text);
    const before = subjects;
    subjects = [about, ...before].slice(0, MOST_RECENT);
    if (above === undefined || fixed.has(at) || guarded.has(at)) return;
    const recent = recentRows(rows, at, fixed);
    const recentlyAbout = before.slice(0, recent.length);
    const spot: Spot = { text: row.text, above, next: rows[at + 1], recent, about, recentlyAbout };
    const cues = [MOST_GO_ON, ...CUES.filter((cue) => cue.holds(spot))];
    const weights = cues.map(({ name, weight }) => ({ name, weight }));
    spots.set(at, { cues: weights, score: weights.reduce((sum, { weight }) => sum + weight, 0) });
  });
  return spots;
}

/** How far up the subject of the entry is looked for. */
const MOST_RECENT = 3;

function recentRows(rows: readonly FlatRow[], at: number, fixed: ReadonlySet<number>): readonly FlatRow[] {
  const recent: FlatRow[] = [];
  for (let back = at - 1; back >= 0 && recent.length < MOST_RECENT; back--) {
    const row = rows[back];
    if (row !== undefined) recent.push(row);
    if (fixed.has(back)) break;
  }
  return recent;
}

interface Ahead {
  /** The most that the rows from `at` on can add, after so many entries. */
  ahead(at: number, entries: number): number;
}

/** Fills the table, from the last row to the first. Past a page and a little more, further entries count no more. */
function bestAhead(rows: readonly FlatRow[], fixed: ReadonlySet<number>, spots: ReadonlyMap<number, Weighed>): Ahead {
  const sized = rows.length <= LONGEST_PAGE;
  const most = sized ? FULL_PAGE + NEAR + 1 : 0;
  const best = new Float64Array((rows.length + 1) * (most + 1));
  const place = (at: number, entries: number): number => at * (most + 1) + Math.min(entries, most);
  const ahead = (at: number, entries: number): number => best[place(at, entries)] ?? 0;

  for (let at = rows.length; at >= 0; at--) {
    for (let entries = 0; entries <= most; entries++) {
      best[place(at, entries)] = at < rows.length ? worth(at, entries) : sized ? pageSize(entries) : 0;
    }
  }

  function worth(at: number, entries: number): number {
    const start = ahead(at + 1, entries + 1);
    if (fixed.has(at)) return start;
    const goOn = ahead(at + 1, entries);
    const spot = spots.get(at);
    return spot === undefined ? goOn : Math.max(goOn, start + spot.score);
  }
  return { ahead };
}
