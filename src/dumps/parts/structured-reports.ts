import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Line } from "../../model/source.ts";
import type { Page } from "../dialect.ts";
import { placeOf } from "./lines.ts";
import type { StampedHeadline } from "./stamp.ts";
import type { Head } from "./structured-heads.ts";

/** A head, and its text after the stamp was read. */
export interface StampedHead {
  readonly head: Head;
  readonly stamped: StampedHeadline;
}

function lineAt(page: Page, number: number): Line {
  return page.lines[number - 1] ?? { number, text: "" };
}

/** Stamps that no clock or calendar can show: their posts have no time, and the words stay. */
export function unreadableStamps(page: Page, heads: readonly StampedHead[]): readonly Diagnostic[] {
  return heads
    .filter(({ stamped }) => stamped.stamp === null && stamped.printed !== "")
    .map(({ head, stamped }) => ({
      ...placeOf(page.source, lineAt(page, head.headLine)),
      code: "stamp-unreadable",
      severity: "warning",
      message: `The words after this headline, \`${stamped.printed.slice(0, 80)}\`, are no time that a clock and a calendar can show. The post has no time; the words stay readable in it.`,
      hint: "If you know when it was published, amend the post with `time:` in the live blog's content folder.",
    }));
}
