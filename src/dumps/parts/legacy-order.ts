import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Dump } from "../../model/dump.ts";
import type { Page } from "../dialect.ts";
import { placeOf } from "./lines.ts";

/** In which order a page prints its posts, by whether more of its times rise or fall. Without any, newest first. */
export function orderOf(times: readonly (string | null)[]): Dump["order"] {
  let rising = 0;
  let last: string | null = null;
  for (const time of times) {
    if (time === null) continue;
    if (last !== null && time !== last) rising += time > last ? 1 : -1;
    last = time;
  }
  return rising > 0 ? "oldest-first" : "newest-first";
}

/** A time that no clock shows stays text. */
export function stampUnreadable(page: Page, line: number, printed: string): Diagnostic {
  return {
    ...placeOf(page.source, page.lines[line - 1] ?? { number: line, text: printed }),
    code: "stamp-unreadable",
    severity: "warning",
    message: `\`${printed}\` stands where this page prints a post's time, but no clock shows it. The post has no time.`,
    hint: "If you know when it was published, amend the post with `time:` in the live blog's content folder.",
  };
}
