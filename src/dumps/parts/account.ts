import type { Unparsed } from "../../model/block.ts";
import type { LedgerRow } from "../../model/dump.ts";
import type { Page } from "../dialect.ts";

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

/** Opens the account of a page's lines. */
export function openAccount({ count, inked }: Pick<Page, "count" | "inked">): Account {
  // What each line is, and by which claim: two plain lists, for there are as many claims as paragraphs.
  const roles: (Role | undefined)[] = new Array(count).fill(undefined);
  const claims = new Int32Array(count);
  let made = 0;

  function claim(start: number, end: number, role: Role): void {
    made++;
    for (let at = Math.max(start, 1) - 1; at < Math.min(end, count); at++) {
      if (roles[at] !== undefined) continue;
      roles[at] = role;
      claims[at] = made;
    }
  }

  function rows(): readonly LedgerRow[] {
    const settled: { start: number; end: number; role: string }[] = [];
    let last: { start: number; end: number; role: string } | undefined;
    let next = 0;
    for (let at = 0; at < count; at++) {
      const isInked = inked[next]?.line === at + 1;
      if (isInked) next++;
      const role = roles[at] ?? (isInked ? "unparsed" : "blank");
      if (last !== undefined && claims[at - 1] === claims[at] && last.role === role) last.end = at + 1;
      else {
        last = { start: at + 1, end: at + 1, role };
        settled.push(last);
      }
    }
    return settled;
  }

  function unclaimed(): readonly (readonly [Unparsed, ...Unparsed[]])[] {
    const runs: [Unparsed, ...Unparsed[]][] = [];
    let run: [Unparsed, ...Unparsed[]] | null = null;
    let next = 0;
    for (let at = 0; at < count; at++) {
      const line = inked[next]?.line === at + 1 ? inked[next++] : undefined;
      if (roles[at] !== undefined) run = null;
      else if (line !== undefined) {
        const block: Unparsed = { kind: "unparsed", text: line.text, start: line.line, end: line.line };
        if (run === null) {
          run = [block];
          runs.push(run);
        } else run.push(block);
      }
    }
    return runs;
  }

  return { claim, rows, unclaimed };
}
