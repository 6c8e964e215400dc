import type { Line } from "../../model/source.ts";
import { indentOf, isBlank, words } from "./lines.ts";

/** A line with words, and how it stands on the page. */
export interface Row {
  readonly line: number;
  /** Its words, collapsed. */
  readonly text: string;
  readonly indent: number;
  /** How many blank lines stand right above it: none between a picture and its caption, two where something was lost. */
  readonly blanks: number;
}

/** The lines with words. */
export function rowsOf(lines: readonly Line[]): readonly Row[] {
  const rows: Row[] = [];
  let blanks = 0;
  for (const line of lines) {
    if (isBlank(line)) {
      blanks++;
      continue;
    }
    rows.push({ line: line.number, text: words(line.text), indent: indentOf(line.text), blanks });
    blanks = 0;
  }
  return rows;
}

/** Whether a row stands right under the one before it. */
export const isTight = (row: Row | undefined): row is Row => row !== undefined && row.blanks === 0;
