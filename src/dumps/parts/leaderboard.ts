import { isLeaderboard, leaderboardRows } from "./shapes.ts";

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
  while (isLeaderboard(rows[at + count]?.text ?? "")) count++;
  const board = rows.slice(at, at + count);
  const end = board.at(-1)?.line;
  return end === undefined ? null : { count, end, rows: board.flatMap(({ text }) => leaderboardRows(text)) };
}
