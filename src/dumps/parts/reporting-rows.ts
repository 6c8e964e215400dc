import type { InkedLine } from "../dialect.ts";

/** A line with words, and how it stands on the page. */
export type Row = Omit<InkedLine, "tight">;

/** Whether a row stands right under the one before it. */
export const isTight = (row: Row | undefined): row is Row => row !== undefined && row.blanks === 0;
