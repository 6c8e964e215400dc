import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Page } from "../dialect.ts";
import { placeOf } from "./lines.ts";

/** A post's number as printed, its line, and the lines of the posts above it whose own numbers are lost. */
export interface Numbered {
  readonly n: number;
  readonly line: number;
  readonly lost: readonly number[];
}

/**
 * Numbers should count up by one. They are reported and kept, never changed; where they count down, that is said once.
 * Diagnostics: `numbering-gap`, `numbering-restart`.
 */
export function reportNumbering(page: Page, heads: readonly Numbered[]): readonly Diagnostic[] {
  const isDown = (at: number): boolean => heads[at]?.n === (heads[at - 1]?.n ?? 0) - 1;
  return heads.flatMap((head, at): readonly Diagnostic[] => {
    const before = heads[at - 1]?.n ?? 0;
    if (head.n === before + 1 || (isDown(at) && isDown(at - 1))) return [];
    const place = placeOf(page.source, page.lines[head.line - 1] ?? { number: head.line, text: "" });
    return [{ ...place, ...(head.n > before ? gap(before, head) : restart(before, head)) }];
  });
}

type Said = Pick<Diagnostic, "code" | "severity" | "message" | "hint">;

function gap(before: number, { n, lost }: Numbered): Said {
  const numbers = n === before + 2 ? `number ${before + 1} is` : `numbers ${before + 1} to ${n - 1} are`;
  const where = `${lost.length === 1 ? "line" : "lines"} ${lost.join(", ")}`;
  const taken = lost.length === 0 ? "" : ` The text at ${where} is taken for what stood there.`;
  return {
    code: "numbering-gap",
    severity: "note",
    message: `The page numbers this post ${n}, after ${before === 0 ? "none" : before}: ${numbers} not in the dump.${taken}`,
    hint: "Nothing to do if the dump was saved like that. If you have a fuller copy of the page, add it to seeds/ as well.",
  };
}

function restart(before: number, { n }: Numbered): Said {
  return {
    code: "numbering-restart",
    severity: "warning",
    message: `The page numbers this post ${n} although the one before it is ${before}: two pages may stand in one file.`,
    hint: "Split the file where the numbering starts again and keep both parts in seeds/.",
  };
}
