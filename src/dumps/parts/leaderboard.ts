import { words } from "./lines.ts";
import { LONGEST_LABEL } from "./shapes.ts";

const SCORE = String.raw`(?:[-+−]\d{1,3}|E|Level)`;
const LEADERBOARD = new RegExp(`^((?:\\p{L}[^:;,]{0,40}: )?${SCORE}):? (?=\\p{L})`, "u");
const NEXT_SCORE = new RegExp(`;\\s*|,\\s+(?=${SCORE} \\p{L})`, "u");

/** `-3 Blick (Swe) after 16, Jimmy (Spa) 8; -2 Stall (US) F`: scores with the names that share them, and how far each has come. */
export function isLeaderboard(text: string): boolean {
  return /[;,]/.test(text) && isScored(text);
}

/** `-3 Blick (16)`, `+1 Stall (F)`: a score, names, and how far they have come. Alone it may be a label that keeps the score. */
function isScored(text: string): boolean {
  return /(?:\d\)?|[ (]F\)?)\.?$/.test(text.slice(-4)) && LEADERBOARD.test(text.slice(0, LONGEST_LABEL));
}

/** A leaderboard's rows, one a score, its first cell the score. */
function leaderboardRows(text: string): readonly (readonly string[])[] {
  return text
    .split(NEXT_SCORE)
    .filter((row) => row !== "")
    .map((row) => {
      const score = LEADERBOARD.exec(row.slice(0, LONGEST_LABEL))?.[1];
      const cells = row.slice(score === undefined ? 0 : score.length).split(/,\s*/);
      return [...(score === undefined ? [] : [score]), ...cells.map(words).filter((cell) => cell !== "")];
    });
}

/** A leaderboard as a table, and how many rows of the dump it takes. */
export interface Leaderboard {
  readonly count: number;
  /** Its last line. */
  readonly end: number;
  readonly rows: readonly (readonly string[])[];
}

/** The leaderboard that begins at a row: lines that follow one another are one table. Null where none begins. */
export function leaderboardAt(
  rows: readonly { readonly text: string; readonly line: number }[],
  at: number,
): Leaderboard | null {
  let count = 0;
  while (isScored(rows[at + count]?.text ?? "")) count++;
  if (count === 1 && !isLeaderboard(rows[at]?.text ?? "")) count = 0;
  const board = rows.slice(at, at + count);
  const end = board.at(-1)?.line;
  return end === undefined ? null : { count, end, rows: board.flatMap(({ text }) => leaderboardRows(text)) };
}
