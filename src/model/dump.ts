import type { DumpBlock, Span } from "./block.ts";
import type { PrintedStamp } from "./stamp.ts";

export interface Contributor {
  readonly name: string;
  readonly role: string | null;
  /** An outlet is a channel or a newsroom (`BBC Two`), not a person. */
  readonly kind: "person" | "outlet";
}

/** One update as read from a dump, before merging. */
export interface Entry extends Span {
  /** Its place on the page, from 1, in the dump's own order. */
  readonly n: number;
  /** Null where the dump has none, or a placeholder (`Post`). */
  readonly headline: string | null;
  readonly stamp: PrintedStamp | null;
  /** Whether `Breaking` was printed with the headline. */
  readonly breaking: boolean;
  readonly labels: readonly string[];
  readonly contributor: Contributor | null;
  readonly blocks: readonly DumpBlock[];
  /** False where the boundary before it is a judgement. */
  readonly certain: boolean;
  /** Why the entry starts here: the name of a rule or of the cues. */
  readonly cue: string;
}

/** What became of some lines. Over a whole dump, every line stands in exactly one row. */
export interface LedgerRow extends Span {
  /** A ledger role: `headline`, `label`, `paragraph`, `summary`, `byline`, `blank`, `boilerplate` … */
  readonly role: string;
}

export interface SummaryBullet {
  readonly text: string;
  readonly line: number;
}

/** What a second page, saved into the same file below the first, has of its own. */
export interface PageBelow extends Pick<Dump, "order" | "date"> {
  /** Its first line. */
  readonly line: number;
}

/** One raw text file after parsing. */
export interface Dump {
  readonly file: string;
  readonly sha256: string;
  /** How many lines the file has. */
  readonly lines: number;
  readonly dialect: string;
  /** In which order the page printed its entries. */
  readonly order: "newest-first" | "oldest-first";
  readonly title: string | null;
  /** The day of the page, ISO, where it prints one apart from its posts' stamps; nothing is worked out from it. */
  readonly date: string | null;
  /** Where another page begins in the file: what is known of one page's order and days says nothing of the other's. */
  readonly below: PageBelow | null;
  readonly summary: readonly SummaryBullet[];
  /** Reporters' names. */
  readonly byline: readonly string[];
  /** The line that names them, as printed (`Edited by …, with reporters across …`); null where there is none. */
  readonly printedByline: string | null;
  /** What stands before the first entry and is neither title, summary nor byline (a results banner, a video). */
  readonly preamble: readonly DumpBlock[];
  readonly entries: readonly Entry[];
  readonly ledger: readonly LedgerRow[];
}
