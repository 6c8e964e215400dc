import type { Row } from "./flat-header.ts";
import { isHashtagLabel, isLabelShaped, isOutlet, isPersonName, isSurelyLabel, namesRole } from "./shapes.ts";

/** What a flat dump's body tells about all of its short lines alike. */
export interface FlatHabits {
  /** Short lines that stand more than once. */
  readonly recurring: ReadonlySet<string>;
  /** Whether it uses labels; a page that names its contributors and has none beyond doubt is news: there a short line is what a video left. */
  readonly labelled: boolean;
  /** Short lines that follow one another below words that announce them: a list that lost its marks. */
  readonly listed: ReadonlySet<Row>;
  /** The lead's headline, which a video's caption may repeat. */
  readonly headline: string | null;
}

export function habitsOf(rows: readonly Row[], headline: string | null): FlatHabits {
  const recurring = recurringLabels(rows);
  const listed = listedRows(rows, recurring);
  const isUnderName = (at: number): boolean => isPersonName(rows[at - 1]?.text ?? "");
  const labels = rows.some((row, at) => {
    const { text } = row;
    const other = listed.has(row) || isUnderName(at) || isPersonName(text) || isOutlet(text) || at === rows.length - 1;
    return !other && (recurring.has(text) || isHashtagLabel(text) || isSurelyLabel(text));
  });
  const contributors = rows.some(({ text }, at) => isUnderName(at) && namesRole(text));
  return { recurring, labelled: labels || !contributors, listed, headline };
}

function recurringLabels(rows: readonly Row[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { text } of rows) if (isLabelShaped(text)) times.set(text, (times.get(text) ?? 0) + 1);
  return new Set([...times].filter(([, count]) => count > 1).map(([text]) => text));
}

/**
 *     This is how things stand:         announces
 *     Tide 67                           listed
 *     Reed 14                           listed
 */
function listedRows(rows: readonly Row[], recurring: ReadonlySet<string>): ReadonlySet<Row> {
  const listed = new Set<Row>();
  const isItem = (row: Row | undefined): row is Row =>
    row !== undefined &&
    isLabelShaped(row.text) &&
    !recurring.has(row.text) &&
    !isHashtagLabel(row.text) &&
    !isPersonName(row.text) &&
    !isOutlet(row.text);
  let first: Row | null = null;
  for (const [at, row] of rows.entries()) {
    const announced = rows[at - 1]?.text.endsWith(":") === true;
    if (!isItem(row) || (first === null && !announced)) first = null;
    else if (first === null) first = row;
    else listed.add(first).add(row);
  }
  return listed;
}
