import type { Unparsed } from "../../model/block.ts";
import type { LedgerRow } from "../../model/dump.ts";
import type { Line } from "../../model/source.ts";
import { isBlank, words } from "./lines.ts";

/**
 * What can become of a line.
 * `embed` includes the consent notices that stand where an embed was; `lead-duplicate` is the line a flat dump prints twice.
 */
export type Role =
  | "title"
  | "summary-heading"
  | "summary"
  | "byline"
  | "headline"
  | "kicker"
  | "stamp"
  | "label"
  | "contributor"
  | "role"
  | "paragraph"
  | "list"
  | "quote"
  | "image"
  | "image-caption"
  | "video"
  | "table"
  | "embed"
  | "lead"
  | "lead-duplicate"
  | "blank"
  | "boilerplate"
  | "preamble"
  | "unparsed";

/** The account of a dump's lines while it is read. A dialect claims what it understands; the rest is known at the end. */
export interface Account {
  /** Both ends included. A line that is claimed already keeps its first role. */
  claim(start: number, end: number, role: Role): void;
  /** Every line exactly once, in order. Blank lines that nobody claimed are `blank`, all others `unparsed`. */
  rows(): readonly LedgerRow[];
  /** The lines that nobody claimed, as blocks, in runs: a run goes on across blank lines. */
  unclaimed(): readonly (readonly [Unparsed, ...Unparsed[]])[];
}

/** Opens the account of these lines. */
export function openAccount(lines: readonly Line[]): Account {
  const claims: (LedgerRow | undefined)[] = new Array(lines.length).fill(undefined);

  function claim(start: number, end: number, role: Role): void {
    const row = { start, end, role };
    for (let number = Math.max(start, 1); number <= Math.min(end, lines.length); number++) claims[number - 1] ??= row;
  }

  function rows(): readonly LedgerRow[] {
    const settled: { start: number; end: number; role: string }[] = [];
    let last: { start: number; end: number; role: string } | undefined;
    let open: LedgerRow | undefined;
    lines.forEach((line, index) => {
      const claimed = claims[index];
      const role = claimed?.role ?? (isBlank(line) ? "blank" : "unparsed");
      if (last !== undefined && open === claimed && last.role === role) last.end = line.number;
      else {
        last = { start: line.number, end: line.number, role };
        settled.push(last);
      }
      open = claimed;
    });
    return settled;
  }

  function unclaimed(): readonly (readonly [Unparsed, ...Unparsed[]])[] {
    const runs: [Unparsed, ...Unparsed[]][] = [];
    let run: [Unparsed, ...Unparsed[]] | null = null;
    lines.forEach((line, index) => {
      if (claims[index] !== undefined) run = null;
      if (claims[index] !== undefined || isBlank(line)) return;
      const block: Unparsed = { kind: "unparsed", text: words(line.text), start: line.number, end: line.number };
      if (run === null) {
        run = [block];
        runs.push(run);
      } else run.push(block);
    });
    return runs;
  }

  return { claim, rows, unclaimed };
}
