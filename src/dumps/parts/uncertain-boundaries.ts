import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Entry } from "../../model/dump.ts";
import type { Page } from "../dialect.ts";
import { placeOf } from "./lines.ts";

/** One note a dump, `boundary-uncertain`: how many of its entries start where only cues say so. `lost`: what the dump lacks. */
export function boundariesUncertain(page: Page, entries: readonly Entry[], lost: string): readonly Diagnostic[] {
  const judged = entries.filter(({ certain }) => !certain);
  const line = judged[0] === undefined ? undefined : page.lines[judged[0].start - 1];
  if (line === undefined) return [];
  const where = judged.map(({ start }) => start).join(", ");
  return [
    {
      ...placeOf(page.source, line),
      code: "boundary-uncertain",
      severity: "note",
      message: `This dump has lost ${lost}. ${judged.length} of its ${entries.length} posts start where the wording suggests it (${judged.length === 1 ? "line" : "lines"} ${where}); readers are told so.`,
      hint: "If you know the original page, compare these starts with it.",
    },
  ];
}
