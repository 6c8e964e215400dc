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

/** Numbers should count up by one. They are reported and kept, never changed. */
export function numbering(page: Page, heads: readonly Head[]): readonly Diagnostic[] {
  return heads.flatMap((head, at): readonly Diagnostic[] => {
    const before = heads[at - 1]?.n ?? 0;
    if (head.n === before + 1) return [];
    const place = placeOf(page.source, lineAt(page, head.line));
    return head.n > before
      ? [
          {
            ...place,
            code: "numbering-gap",
            severity: "note",
            message: `The page numbers this post ${head.n}, after ${before === 0 ? "none" : before}: ${missing(before, head.n)} not in the dump.`,
            hint: "Nothing to do if the dump was saved like that. If you have a fuller copy of the page, add it to seeds/ as well.",
          },
        ]
      : [
          {
            ...place,
            code: "numbering-restart",
            severity: "warning",
            message: `The page numbers this post ${head.n} although the one before it is ${before}: two pages may stand in one file.`,
            hint: "Split the file where the numbering starts again and keep both parts in seeds/.",
          },
        ];
  });
}

function missing(before: number, n: number): string {
  return n === before + 2 ? `number ${before + 1} is` : `numbers ${before + 1} to ${n - 1} are`;
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
