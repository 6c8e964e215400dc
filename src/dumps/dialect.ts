import type { DumpBlock } from "../model/block.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Dump, Entry } from "../model/dump.ts";
import type { Line, Source } from "../model/source.ts";
import type { Account } from "./parts/account.ts";

/** A line that holds words: what it says, and how it stands. */
export interface InkedLine {
  readonly line: number;
  /** Its words, collapsed. */
  readonly text: string;
  readonly indent: number;
  /** Whether the line right below holds words too. */
  readonly tight: boolean;
  /** How many lines without words stand right above: none between a picture and its caption, two where something was lost. */
  readonly blanks: number;
}

/** A dump as dialects see it. */
export interface Page {
  readonly source: Source;
  /** How many lines the whole dump has. */
  readonly count: number;
  /** The lines that hold words, measured once for every dialect. */
  readonly inked: readonly InkedLine[];
  /** Every line as it stands in the file. Made when it is asked for: to read a dump, what is inked is enough. */
  readonly lines: readonly Line[];
}

/** Why a dialect takes a dump to be its own, for people, and how many lines say so. */
export interface Claim {
  readonly why: string;
  readonly lines: number;
  /** The line where its own marks begin, where it can tell: what stands above may be another dialect's. */
  readonly from?: number;
  /** Goes on from what the claim found out, where that spares finding it again; gives what the dialect's `read` does. */
  readonly read?: () => Reading;
}

/** What a dialect made of a dump. Lines it leaves unclaimed become `unparsed` blocks: it cannot lose any. */
export interface Reading extends Pick<Dump, "title" | "order" | "summary" | "byline"> {
  /** ISO date of the page, where it prints one apart from its posts' own. */
  readonly date?: string | null;
  /** Where the lines of another page begin, read by another dialect. */
  readonly below?: Dump["below"];
  readonly preamble: readonly DumpBlock[];
  readonly entries: readonly Entry[];
  readonly account: Account;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was weighed at a line that might open an entry: cues in log-odds, above 0 for a start. */
export interface Boundary {
  readonly line: number;
  /** The sum of them and of what speaks against any start. */
  readonly score: number;
  readonly cues: readonly { readonly name: string; readonly weight: number }[];
  /** The best total of the whole page with a start here and without one: the higher was taken. */
  readonly withStart: number;
  readonly without: number;
}

/** One way in which dumps are laid out. A new one: its file in `dialects/`, its line in the registry, its examples. */
export interface Dialect {
  readonly name: string;
  /** Goes by what all live blogs have: asked only where no other dialect claims the dump. */
  readonly general?: true;
  /** Null where nothing of the dialect's own marks is there. */
  claim(page: Page): Claim | null;
  /** Reads any text at all, also one it would not claim; never throws. */
  read(page: Page): Reading;
  /**
   * Whether a line near the margin can be the first of such a page's own marks: there a dump of another dialect may turn into
   * this one. A guess, which costs no more than trying.
   */
  begins?(line: InkedLine): boolean;
  /** Prints the mark by which it begins once a page, so that a second one begins another page of its own kind. */
  readonly beginsOnce?: true;
  /** Where its entries' starts are a judgement: every line that was judged, taken or not, in the file's order. */
  boundaries?(page: Page): readonly Boundary[];
}
