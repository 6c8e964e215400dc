import type { Numbered } from "./numbering.ts";
import { isNameOver } from "./reporting-people.ts";
import type { Row } from "./reporting-rows.ts";
import { isFurniture } from "./reporting-words.ts";

/** The rows of one entry of a page that numbers its posts. */
export interface Slice {
  readonly n: number;
  /** The row with the number; null where the page lost it. */
  readonly head: Row | null;
  /** What stands behind the number. */
  readonly text: string;
  readonly rows: readonly Row[];
  /** Whether nothing but a picture goes without a blank before the next head. */
  readonly closesTight: boolean;
  readonly certain: boolean;
  readonly cue: string;
}

/** A page cut at its numbers. Rows that stand no further in than the numbers and have none keep their place in a slice, without words: nobody reads them. */
export interface Slices {
  /** The rows above the first entry. */
  readonly before: readonly Row[];
  readonly slices: readonly Slice[];
}

const NUMBERED = /^(\d{1,5})\.(?: |$)/;

const numberOf = (text: string): number | null => {
  const digits = NUMBERED.exec(text.slice(0, 8))?.[1];
  return digits === undefined ? null : Number(digits);
};

/**
 * The rows that number posts: as little indented as any numbered row, with bodies further in. Where a dump lost its
 * indentation, they count up and stand between blanks, which the items of a list don't; one alone amid text is a sentence's.
 * @param isHead whether the words behind a number can be a head's
 */
export function numberedHeads(rows: readonly Row[], isHead: (text: string) => boolean): readonly Row[] {
  const numbered = rows.filter(({ text }) => numberOf(text) !== null && isHead(textOf(text)));
  const indent = numbered.reduce((least, row) => Math.min(least, row.indent), Number.POSITIVE_INFINITY);
  const level = numbered.filter((row) => row.indent === indent);
  const [first] = level;
  if (first === undefined || rows.slice(rows.indexOf(first)).some((row) => row.indent > indent)) return level;
  const below = new Map(rows.map((row, at) => [row, rows[at + 1]]));
  let last = 0;
  const counted = level.filter((row) => {
    const n = numberOf(row.text) ?? 0;
    if (n <= last || below.get(row)?.blanks === 0) return false;
    last = n;
    return true;
  });
  return counted.length === 1 && indent === 0 && counted[0] !== rows[0] ? [] : counted;
}

const textOf = (text: string): string => text.replace(NUMBERED, "");

/** A lost number line leaves its own blank and the one below it. */
export const LOST = 2;

/**
 * Cuts rows into entries at their heads. A post without a headline can lose its whole number line: then the next number
 * tells, and two blanks show where it stood:
 *
 *       4. The rain has stopped          4
 *
 *         The covers are off.
 *
 *
 *         Tam Rossway is smiling again.  5, lost
 *
 *       6. Play resumes                  6
 */
export function sliceByHeads(rows: readonly Row[], heads: readonly Row[]): Slices {
  const places = new Map(rows.map((row, at) => [row, at]));
  const at = heads.map((head) => places.get(head) ?? 0);
  const indent = heads[0]?.indent ?? -1;
  const deeper = rows.slice(at[0] ?? 0).some((row) => row.indent > indent);
  const inside = (row: Row): Row =>
    !deeper || row.indent > indent || isFurniture(row.text) ? row : { ...row, text: "" };
  const above = rows.slice(0, at[0] ?? rows.length);
  const firstNumber = numberOf(heads[0]?.text ?? "") ?? 1;
  const slices = firstNumber > 1 && above.length > 0 ? splitLost(above, 0, firstNumber, true) : [];
  const cut = heads.flatMap((head, index): readonly Slice[] => {
    const next = heads[index + 1];
    const n = numberOf(head.text) ?? 0;
    const body = rows.slice((at[index] ?? 0) + 1, at[index + 1]).map(inside);
    const nextNumber = next === undefined ? null : numberOf(next.text);
    const [own, ...lost] = splitLost(body, n, nextNumber, false);
    const text = textOf(head.text);
    const closesTight = next?.blanks === 0 && lost.length === 0;
    const slice = { n, head, text, rows: own?.rows ?? [], closesTight, certain: true, cue: "numbered line" };
    return [slice, ...lost];
  });
  return {
    before: slices.length > 0 ? [] : above,
    slices: [...slices, ...cut],
  };
}

/**
 * The rows of post `n` and of the posts behind it whose number lines are lost: as many as the next number says, else as many
 * as two blanks speak for. Where two blanks are too few, a name over a role opens a post, and so do two blanks under the
 * head, whose post is then a headline alone; these are judgements, as is everything without a next number.
 */
function splitLost(rows: readonly Row[], n: number, next: number | null, orphaned: boolean): readonly Slice[] {
  const missing = next === null ? rows.length : Math.max(next - n - 1, 0) - (orphaned ? 1 : 0);
  const blanks = rows.flatMap((row, at) => (at > 0 && row.blanks === LOST ? [at] : []));
  const wanting = next !== null && missing > blanks.length;
  const places = wanting ? [...blanks, ...weakPlaces(rows, blanks)] : blanks;
  const lost = places.slice(0, missing).sort((a, b) => a - b);
  const sure = next !== null && blanks.length <= missing;
  return [orphaned ? n + 1 : n, ...lost.map((_, index) => n + index + (orphaned ? 2 : 1))].map((number, index) => {
    const from = index === 0 ? 0 : (lost[index - 1] ?? 0);
    const certain = index === 0 && !orphaned ? true : sure && (index === 0 || blanks.includes(from));
    const cue = index === 0 || blanks.includes(from) ? CUES.blanks : from === 0 ? CUES.head : CUES.name;
    return { n: number, head: null, text: "", rows: rows.slice(from, lost[index]), closesTight: false, certain, cue };
  });
}

const CUES = {
  blanks: "two blank lines where a number is missing",
  head: "two blank lines under a headline where a number is missing",
  name: "a name over a role where a number is missing",
} as const;

/** Further starts, the likelier first: a name over a role, two blanks right under the head. */
function weakPlaces(rows: readonly Row[], known: readonly number[]): readonly number[] {
  const named = rows.flatMap((row, at) => {
    const below = rows[at + 1];
    return at > 1 && below !== undefined && !known.includes(at) && isNameOver(row, below) ? [at] : [];
  });
  return [...named, ...(rows[0]?.blanks === LOST ? [0] : [])];
}

/** The numbers that the page prints, for `reportNumbering`. */
export function numbersOf(slices: readonly Slice[]): readonly Numbered[] {
  let lost: number[] = [];
  return slices.flatMap(({ n, head, rows }): readonly Numbered[] => {
    if (head === null) {
      lost.push(...rows.slice(0, 1).map(({ line }) => line));
      return [];
    }
    const above = lost;
    lost = [];
    return [{ n, line: head.line, lost: above }];
  });
}
