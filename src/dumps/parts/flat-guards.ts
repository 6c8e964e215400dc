import type { FlatRow } from "./flat-rows.ts";
import { isLeaderboard } from "./leaderboard.ts";
import { messageAuthor } from "./shapes.ts";

/** The rows at which no entry may start, whatever the cues say: nothing that belongs together is torn. */
export function guardedRows(rows: readonly FlatRow[]): ReadonlySet<number> {
  const guarded = new Set(insideQuotations(rows));
  rows.forEach((row, at) => {
    const above = rows[at - 1];
    if (row.kind !== "text" || above === undefined || bodyBelow(above) || saysBelow(above, row) || goesOn(above, row))
      guarded.add(at);
  });
  return guarded;
}

/** Under a label, a name or a role stands their own entry's body. */
const bodyBelow = ({ kind }: FlatRow): boolean =>
  kind === "label" || kind === "name" || kind === "role" || kind === "outlet";

/** `Ines Barrow said:` and, below it, what she said; `You have been telling us:` and the first message. */
const saysBelow = (above: FlatRow, row: FlatRow): boolean =>
  above.text.endsWith(":") && (/^["“]/.test(row.text) || messageAuthor(row.text) !== null);

/** A leaderboard over several lines. */
const goesOn = (above: FlatRow, row: FlatRow): boolean => isLeaderboard(above.text) && isLeaderboard(row.text);

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
