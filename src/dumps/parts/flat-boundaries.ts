import type { Boundary } from "../dialect.ts";
import { CUES, type Cue, PRIOR, type Spot } from "./flat-cues.ts";
import type { FlatRow } from "./flat-rows.ts";

/** A start of an entry. */
export interface Start {
  /** Index of its first row. */
  readonly at: number;
  readonly certain: boolean;
  /** Why, in words. */
  readonly cue: string;
}

/** A row that could open an entry, with the cues that hold there and its score: the prior and their weights. */
export interface Scored {
  readonly at: number;
  readonly score: number;
  readonly cues: readonly Cue[];
}

/** Starts this sure are facts to the reader; what is less sure is marked as a judgement. */
const CERTAIN = 0.9;

/** A full page of a BBC live blog. */
const FULL_PAGE = 20;
/** The page size says something only about a dump that comes near it… */
const NEAR = 5;
/** …and settles only what the cues leave almost even. */
const SWAY = 0.3;

/**
 * Chooses where entries start: at every row whose kind opens one, and at text rows whose cues speak for it. Of those that
 * are almost even, as many are taken as bring a nearly full page closer to its 20 posts.
 * Never inside a quotation, a list, or between an embed and its post.
 */
export function chooseStarts(rows: readonly FlatRow[], first: Start): readonly Start[] {
  const fixed = fixedStarts(rows, first);
  const scored = scoreSpots(rows, new Set(fixed.map(({ at }) => at)));
  const judged = takeWithPageSize(scored, fixed.length).map(
    ({ at, cues }): Start => ({ at, certain: false, cue: speakingFor(cues).join("; ") }),
  );
  return [...fixed, ...judged].sort((a, b) => a.at - b.at);
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

function speakingFor(cues: readonly Cue[]): readonly string[] {
  return cues.filter(({ weight }) => weight > 0).map(({ name }) => name);
}

/** What the cues say of every line that they may judge, taken or not: the same as `chooseStarts` goes by. */
export function weighBoundaries(rows: readonly FlatRow[], first: Start): readonly Boundary[] {
  const fixed = fixedStarts(rows, first);
  return scoreSpots(rows, new Set(fixed.map(({ at }) => at))).map(({ at, score, cues }) => ({
    line: rows[at]?.line ?? 1,
    score,
    cues: cues.map(({ name, weight }) => ({ name, weight })),
  }));
}

/** Scores every text row that may open an entry. The rows left out may not: the guards forbid it. */
export function scoreSpots(rows: readonly FlatRow[], fixed: ReadonlySet<number>): readonly Scored[] {
  const quoted = insideQuotations(rows);
  const scored: Scored[] = [];
  rows.forEach((row, at) => {
    const above = rows[at - 1];
    if (row.kind !== "text" || above === undefined || fixed.has(at) || quoted.has(at)) return;
    if (opensHere(above) || (above.text.endsWith(":") && /^["“]/.test(row.text))) return;
    const spot: Spot = { text: row.text, above, next: rows[at + 1], recent: recentRows(rows, at, fixed) };
    const cues = CUES.filter((cue) => cue.holds(spot));
    scored.push({ at, score: cues.reduce((sum, { weight }) => sum + weight, PRIOR), cues });
  });
  return scored;
}

/** Under a label, a name or a role stands their own entry's body. */
const opensHere = ({ kind }: FlatRow): boolean =>
  kind === "label" || kind === "name" || kind === "role" || kind === "outlet";

function recentRows(rows: readonly FlatRow[], at: number, fixed: ReadonlySet<number>): readonly FlatRow[] {
  const recent: FlatRow[] = [];
  for (let back = at - 1; back >= 0 && recent.length < 3; back--) {
    const row = rows[back];
    if (row !== undefined) recent.push(row);
    if (fixed.has(back)) break;
  }
  return recent;
}

function takeWithPageSize(scored: readonly Scored[], fixed: number): readonly Scored[] {
  const likely = scored.filter(({ score }) => score > 0);
  const missing = FULL_PAGE - fixed - likely.length;
  if (missing === 0 || Math.abs(missing) > NEAR) return likely;
  const even = scored
    .filter(({ score }) => (missing > 0 ? score <= 0 && score > -SWAY : score > 0 && score < SWAY))
    .sort((a, b) => Math.abs(a.score) - Math.abs(b.score) || a.at - b.at)
    .slice(0, Math.abs(missing));
  return missing > 0 ? [...likely, ...even] : likely.filter((spot) => !even.includes(spot));
}

/** A quotation that runs over more paragraphs than this was never closed. */
const LONGEST_QUOTATION = 8;

const MARK = /["“”]/g;
const marks = (text: string): number => (text.match(MARK) ?? []).length;

/**
 * The rows that stand inside a quotation opened further up. A long quotation opens each of its paragraphs and closes only
 * the last:
 *
 *     "We set off at nine.            opens
 *     "It rained all day.             inside
 *     "Nobody minded."                inside, closes
 */
export function insideQuotations(rows: readonly FlatRow[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let at = 0;
  while (at < rows.length) {
    const end = rows[at]?.kind === "text" && marks(rows[at]?.text ?? "") % 2 === 1 ? closingRow(rows, at) : at;
    for (let row = at + 1; row <= end; row++) inside.add(row);
    at = Math.max(end, at + 1);
  }
  return inside;
}

/** The row that closes the quotation which this one leaves open; the row itself where none does. */
function closingRow(rows: readonly FlatRow[], open: number): number {
  for (let at = open + 1; at <= open + LONGEST_QUOTATION; at++) {
    const row = rows[at];
    if (row === undefined || row.kind !== "text") return open;
    const own = /^["“]/.test(row.text) ? marks(row.text) - 1 : marks(row.text);
    if (own % 2 === 1) return at;
  }
  return open;
}
