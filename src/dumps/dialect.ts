import type { DumpBlock } from "../model/block.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Dump, Entry } from "../model/dump.ts";
import type { Line, Source } from "../model/source.ts";
import type { Account } from "./parts/account.ts";

/** A dump as dialects see it. */
export interface Page {
  readonly source: Source;
  readonly lines: readonly Line[];
}

/** Why a dialect takes a dump to be its own, for people, and how many lines say so. */
export interface Claim {
  readonly why: string;
  readonly lines: number;
}

/** What a dialect made of a dump. Lines it leaves unclaimed become `unparsed` blocks: it cannot lose any. */
export interface Reading extends Pick<Dump, "title" | "order" | "summary" | "byline"> {
  readonly preamble: readonly DumpBlock[];
  readonly entries: readonly Entry[];
  readonly account: Account;
  readonly diagnostics: readonly Diagnostic[];
}

/** One way in which dumps are laid out. A new one: its file in `dialects/`, its line in the registry, its examples. */
export interface Dialect {
  readonly name: string;
  /** Null where nothing of the dialect's own marks is there. */
  claim(page: Page): Claim | null;
  /** Reads any text at all, also one it would not claim; never throws. */
  read(page: Page): Reading;
}
