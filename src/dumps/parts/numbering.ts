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
 * Numbers should count up by one. They are reported and kept, never changed; where the page counts down, that is said once.
 * Diagnostics: `numbering-down`, `numbering-gap`, `numbering-restart`.
 */
export function reportNumbering(page: Page, heads: readonly Numbered[]): readonly Diagnostic[] {
  const down = countsDown(heads);
  const placed = ({ line }: Numbered, said: Said): Diagnostic => ({
    ...placeOf(page.source, page.lines[line - 1] ?? { number: line, text: "" }),
    ...said,
  });
  const steps = heads.flatMap((head, at): readonly Diagnostic[] => {
    const before = heads[at - 1]?.n ?? (down ? head.n + 1 : 0);
    const step = down ? before - head.n : head.n - before;
    if (step === 1) return [];
    return [placed(head, step > 0 ? gap(before, head) : restart(before, head))];
  });
  const [first] = heads;
  return down && first !== undefined ? [placed(first, countingDown(first)), ...steps] : steps;
}

/** Whether most of the steps, and more than one, are one down. */
function countsDown(heads: readonly Numbered[]): boolean {
  const steps = heads.slice(1).filter((head, at) => head.n === (heads[at]?.n ?? 0) - 1).length;
  return steps > 1 && steps * 2 > heads.length - 1;
}

type Said = Pick<Diagnostic, "code" | "severity" | "message" | "hint">;

function countingDown({ n }: Numbered): Said {
  return {
    code: "numbering-down",
    severity: "note",
    message: `The page counts its posts down, from ${n}. They stand in its order.`,
    hint: "Nothing to do if the page did so.",
  };
}

function gap(before: number, { n, lost }: Numbered): Said {
  const [least, most] = [Math.min(before, n) + 1, Math.max(before, n) - 1];
  const numbers = least === most ? `number ${least} is` : `numbers ${least} to ${most} are`;
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
