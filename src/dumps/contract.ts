import type { DumpBlock } from "../model/block.ts";
import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import type { Contributor, Dump, Entry, LedgerRow, SummaryBullet } from "../model/dump.ts";

/** A block as `parse --json` gives it: the model's, a table with its words in one `text` besides. */
export type ParsedBlock = DumpBlock | (Extract<DumpBlock, { kind: "table" }> & { readonly text: string });

export interface ParsedEntry {
  readonly n: number;
  /** Source lines from 1, both included. */
  readonly start: number;
  readonly end: number;
  /** Null where none is printed, or a placeholder such as `Post`. */
  readonly headline: string | null;
  /** As printed, 24-hour; null where none is. */
  readonly time: string | null;
  /** A time that counts back, as printed: `1 hr 8 min ago`. */
  readonly time_relative: string | null;
  /** Minute of the match, as printed: `90+3`. */
  readonly minute: string | null;
  /** As printed, ISO; `--11-05` where no year is. */
  readonly date: string | null;
  /** As printed: `British Summer Time`. */
  readonly zone: string | null;
  /** RFC 3339, where time, date and zone are all printed. */
  readonly published: string | null;
  /** The rule that worked `published` out. A dump by itself infers nothing: always null here. */
  readonly inferred: string | null;
  readonly breaking: boolean;
  readonly labels: readonly string[];
  readonly contributor: Contributor | null;
  readonly blocks: readonly ParsedBlock[];
  /** False where the boundary before it is a judgement. */
  readonly certain: boolean;
  /** Why the entry starts where it does. */
  readonly cue: string;
}

export interface ParsedDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly hint: string;
}

/**
 * One file of `parse --json`, which prints an array of these. Fields may be added, none goes away.
 *
 *     { "file": "seeds/001.txt", "dialect": "bbc-structured", "title": null,
 *       "summary": [{ "text": "…", "line": 3 }], "byline": ["Ines Barrow"], "preamble": [block …],
 *       "entries": [{ "n": 3, "start": 37, "end": 58, "headline": "…", "time": "09:02", "date": "2017-04-23",
 *                     "zone": "British Summer Time", "published": "2017-04-23T09:02:00+01:00", "inferred": null,
 *                     "labels": ["…"], "contributor": { "name": "…", "role": null, "kind": "outlet" },
 *                     "blocks": [{ "kind": "list", "items": [{ "text": "…", "items": [] }], "start": 41, "end": 43 }],
 *                     "certain": true, "cue": "…" }],
 *       "ledger": [{ "start": 1, "end": 1, "role": "summary-heading" }],
 *       "diagnostics": [{ "code": "…", "severity": "warning", "message": "…", "line": 1, "column": 1, "hint": "…" }] }
 *
 * Block kinds and their fields: `paragraph` (text) · `list` (items, each text and items) · `quote` (text, speaker) ·
 * `image` (alt, caption, credit, src) · `video` (caption) · `table` (rows of cells, text) · `embed` (provider, printed, url) ·
 * `unparsed` (text); each with start and end. The ledger's rows cover every line of the file exactly once, in order.
 */
export interface ParsedFile {
  readonly file: string;
  readonly sha256: string;
  readonly lines: number;
  readonly dialect: string;
  readonly order: Dump["order"];
  readonly title: string | null;
  /** The day that the page prints of itself, ISO. */
  readonly date: string | null;
  /** A second page in the file: its first line, and its own order and day. */
  readonly below: Dump["below"];
  readonly summary: readonly SummaryBullet[];
  readonly byline: readonly string[];
  readonly preamble: readonly ParsedBlock[];
  readonly entries: readonly ParsedEntry[];
  readonly ledger: readonly LedgerRow[];
  readonly diagnostics: readonly ParsedDiagnostic[];
}

/** A dump and the problems met in it as `parse --json` gives them. Only diagnostics of that file belong here. */
export function toContract(dump: Dump, diagnostics: readonly Diagnostic[]): ParsedFile {
  return {
    file: dump.file,
    sha256: dump.sha256,
    lines: dump.lines,
    dialect: dump.dialect,
    order: dump.order,
    title: dump.title,
    date: dump.date,
    below: dump.below,
    summary: dump.summary,
    byline: dump.byline,
    preamble: dump.preamble.map(parsedBlock),
    entries: dump.entries.map(parsedEntry),
    ledger: dump.ledger,
    diagnostics: diagnostics.map(({ code, severity, message, line, column, hint }) => ({
      code,
      severity,
      message,
      line,
      column,
      hint,
    })),
  };
}

function parsedEntry({ stamp, blocks, ...entry }: Entry): ParsedEntry {
  return {
    n: entry.n,
    start: entry.start,
    end: entry.end,
    headline: entry.headline,
    time: stamp?.time ?? null,
    time_relative: stamp?.relative ?? null,
    minute: stamp?.minute ?? null,
    date: stamp?.date ?? null,
    zone: stamp?.zone ?? null,
    published: stamp?.published ?? null,
    inferred: null,
    breaking: entry.breaking,
    labels: entry.labels,
    contributor: entry.contributor,
    blocks: blocks.map(parsedBlock),
    certain: entry.certain,
    cue: entry.cue,
  };
}

function parsedBlock(block: DumpBlock): ParsedBlock {
  return block.kind === "table" ? { ...block, text: block.rows.map((cells) => cells.join(", ")).join("; ") } : block;
}
