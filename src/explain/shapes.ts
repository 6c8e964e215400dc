import type { Diagnostic } from "../model/diagnostic.ts";
import type { Contributor, LedgerRow } from "../model/dump.ts";

/**
 * What `explain --json` prints: one object, whose `kind` says which of these it is. Fields may be added; these stay.
 */
export type Explanation = LineExplanation | DumpExplanation | AuthoredExplanation;

interface Common {
  readonly version: 1;
  /** From the site's root: `seeds/001_….txt`. */
  readonly file: string;
  /** The page that it stands on; null where no live blog of this site has it. */
  readonly page: PageFacts | null;
  /** Why there is no page, as a sentence; null where there is one. */
  readonly homeless: string | null;
  /** Problems at that line, or of that file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `explain seeds/001.txt:41` */
export interface LineExplanation extends Common {
  readonly kind: "line";
  readonly line: number;
  /** The line as it stands in the file, without its end. */
  readonly text: string;
  readonly dialect: DialectFacts;
  /** What became of the line; `start` and `end` are those of the ledger's row that it is in. */
  readonly ledger: LedgerRow;
  /** What that role is, and what readers see of the line. */
  readonly means: string;
  readonly shown: string;
  /** The entry that it belongs to; null where it is in none. */
  readonly entry: EntryFacts | null;
  /** The block of that entry's body; null where it is none's. */
  readonly block: { readonly kind: string; readonly start: number; readonly end: number } | null;
  /** Where this very line could open an entry by the cues of its dialect, how much spoke for it. */
  readonly boundary: BoundaryFacts | null;
  readonly post: PostFacts | null;
}

/** `explain seeds/001.txt` */
export interface DumpExplanation extends Common {
  readonly kind: "dump";
  readonly sha256: string;
  readonly lines: number;
  readonly order: "newest-first" | "oldest-first";
  /** Which page of the original it was, where index.md says. */
  readonly pageNumber: number | null;
  /** Other files of the live blog that hold the same, byte for byte. */
  readonly copies: readonly string[];
  readonly dialect: DialectFacts;
  /** Where it goes on in another dialect: from which line, and which. */
  readonly changes: readonly { readonly start: number; readonly dialect: DialectFacts }[];
  /** How many lines have which role, the most frequent first. */
  readonly roles: readonly { readonly role: string; readonly lines: number }[];
  readonly entries: readonly (EntryFacts & { readonly post: string | null; readonly mergedWith: readonly Source[] })[];
}

/** `explain content/regatta/1040-away.md` */
export interface AuthoredExplanation extends Common {
  readonly kind: "authored";
  /** What the file is. */
  readonly role: "live-blog" | "post" | "amendment" | "draft" | "about" | "unread";
  /** What an amendment overrides, and which entries it amends. */
  readonly changes: readonly string[];
  readonly amends: readonly Source[];
  readonly post: PostFacts | null;
  /** Of an index.md: the dumps that it claims, and how many posts the page has. */
  readonly dumps: readonly { readonly file: string; readonly page: number | null; readonly dialect: string }[];
  readonly posts: number | null;
}

export interface DialectFacts {
  readonly name: string;
  /** Who chose it: `--dialect`, or an index.md; null where it was told from the dump's own marks. */
  readonly chosenBy: string | null;
  /** Every dialect that claimed the dump, by how many lines speak for it; the first has it, unless somebody chose. */
  readonly claims: readonly { readonly dialect: string; readonly why: string; readonly lines: number }[];
}

export interface EntryFacts {
  readonly n: number;
  readonly start: number;
  readonly end: number;
  readonly headline: string | null;
  readonly labels: readonly string[];
  readonly contributor: Contributor | null;
  /** The time as printed: `09:08 British Summer Time 23 April 2017`. */
  readonly printed: string | null;
  /** False where the boundary before it is a judgement. */
  readonly certain: boolean;
  /** Why it starts where it does. */
  readonly cue: string;
  /** What spoke for and against that start, where its dialect weighs cues. */
  readonly boundary: BoundaryFacts | null;
}

/** The cues that hold at a line, in log-odds; above 0 they speak for a start. */
export interface BoundaryFacts {
  readonly score: number;
  /** The best total of the whole page with a start here, and without one: the higher was taken. */
  readonly withStart: number;
  readonly without: number;
  readonly cues: readonly { readonly name: string; readonly weight: number }[];
}

/** Where something was read: a span of a dump, or (lines null) an author's file. */
export interface Source {
  readonly file: string;
  readonly start: number | null;
  readonly end: number | null;
}

export interface PostFacts {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly headline: string | null;
  /** The words it opens with. */
  readonly opening: string;
  /** `/regatta/#p-1040-away` */
  readonly link: string;
  /** Every source that has it, the one whose words are shown first. */
  readonly sources: readonly Source[];
  /** Those whose words differ, and are folded up beneath it. */
  readonly captures: readonly Source[];
  readonly amendedBy: readonly { readonly file: string; readonly changes: readonly string[] }[];
  readonly stamp: StampFacts | null;
  /** Why it stands where it does. */
  readonly stands: string;
  /** Ids of its neighbours in the timeline. */
  readonly previous: string | null;
  readonly next: string | null;
}

export interface StampFacts {
  /** As shown. */
  readonly clock: string;
  /** RFC 3339; null where no day or no zone is known. */
  readonly at: string | null;
  readonly origin: "printed" | "inferred" | "author";
  /** The rule that inferred it. */
  readonly rule: string | null;
  /** How it came about, as a sentence. */
  readonly why: string;
}

export interface PageFacts {
  readonly slug: string;
  readonly title: string;
  /** `dist/regatta/index.html` */
  readonly file: string;
  /** `/regatta/` */
  readonly link: string;
  /** True where index.md says `draft: true`, so that `build` leaves it out. */
  readonly draft: boolean;
}
