import type { Addition, Correction, EventFacts } from "./authored.ts";
import type { Block, DumpBlock, Span } from "./block.ts";
import type { Contributor, LedgerRow } from "./dump.ts";
import type { EmbedParty } from "./embed.ts";
import type { Assets } from "./picture.ts";
import type { Instant, Moment, Stamp } from "./stamp.ts";

/** What is known of when a post without a time of its own happened. */
export interface Bracket {
  readonly after: Stamp | null;
  readonly before: Stamp | null;
}

/** Where a post was read: a span of a dump, or an author's file. */
export type Origin =
  | { readonly kind: "dump"; readonly file: string; readonly start: number; readonly end: number }
  | { readonly kind: "author"; readonly file: string };

/** What an author said about an entry of a dump afterwards. */
export interface Note {
  readonly file: string;
  /** Which parts of the record it overrides, in the order of the front matter: `headline`, `time` … */
  readonly changed: readonly string[];
  readonly blocks: readonly Block[];
  readonly added: Addition | null;
}

/** What another dump has of a post, where its words are others: the entry was edited between the two captures. */
export interface Capture extends Span {
  /** `seeds/001_….txt` */
  readonly file: string;
  readonly labels: readonly string[];
  readonly contributor: Contributor | null;
  readonly blocks: readonly Block[];
}

/** A time that no clock shows: the minute of a match, or one that counts back from a moment nobody kept. */
export interface OffClock {
  readonly minute: string | null;
  readonly relative: string | null;
}

/** One update after merging, as the reader sees it. */
export interface Post {
  readonly id: string;
  /** Old ids that still lead here. */
  readonly aliases: readonly string[];
  readonly headline: string | null;
  /** The words it opens with: its name where it has no headline. */
  readonly opening: string;
  readonly stamp: Stamp | null;
  /** What its dump prints of its time that is on no clock; null where it prints nothing such. */
  readonly offClock: OffClock | null;
  /** Null where the post has a stamp, or a place given by its author. */
  readonly bracket: Bracket | null;
  readonly breaking: boolean;
  readonly labels: readonly string[];
  readonly contributor: Contributor | null;
  readonly blocks: readonly Block[];
  /** A key moment. */
  readonly key: boolean;
  /** False where the boundary before it is a judgement. */
  readonly certain: boolean;
  /** Every source that has it, the fullest first. */
  readonly origins: readonly [Origin, ...Origin[]];
  /** Readings of it that differ from the one shown, in typography aside. */
  readonly captures: readonly Capture[];
  readonly notes: readonly Note[];
  readonly corrections: readonly Correction[];
  readonly added: Addition | null;
}

/** A stretch of the coverage that no source preserved. */
export interface Gap {
  readonly kind: "gap";
  /** The last thing known before it, the first after it. */
  readonly after: Stamp | null;
  readonly before: Stamp | null;
  /** The stretches of the original's pages that are not among the dumps, ascending; empty where no page numbers are known. */
  readonly pages: readonly { readonly first: number; readonly last: number }[];
}

/** Oldest first. */
export type TimelineItem = Gap | { readonly kind: "post"; readonly post: Post };

/** One timed post on the tempo map. */
export interface TempoStroke {
  /** Its id; empty where the stroke stands for several. */
  readonly post: string;
  /** Where it stands between the first and the last instant, from 0 to 1. */
  readonly share: number;
  /** How much it says, from 0 to 1. */
  readonly weight: number;
  readonly key: boolean;
}

/** The day at a glance: when posts came, and which stretches are lost. */
export interface Tempo {
  readonly from: Instant;
  readonly to: Instant;
  readonly strokes: readonly TempoStroke[];
  /** Shares between which only gaps and posts without times lie. */
  readonly lost: readonly { readonly start: number; readonly end: number }[];
}

/** What became of one dump. */
export interface DumpAccount {
  readonly file: string;
  readonly sha256: string;
  readonly dialect: string;
  readonly lines: number;
  readonly page: number | null;
  /** Whose words they are or under which licence, as its claim says; null where nobody does. */
  readonly licence: string | null;
  readonly posts: number;
  readonly uncertain: number;
  /** Rows whose words are not shown, and why: boilerplate, doubled leads. */
  readonly leftOut: readonly LedgerRow[];
  /** The page's own title and bullets, where the live blog's are others. */
  readonly title: string | null;
  readonly summary: readonly string[];
  /** Its byline as printed, where that says more than the names. */
  readonly byline: string | null;
  readonly preamble: readonly DumpBlock[];
}

export interface SummaryItem {
  readonly text: string;
  /** Id of the post that supports it, or null. */
  readonly post: string | null;
}

/** The whole coverage of one event, merged and in order. */
export interface LiveBlog {
  readonly slug: string;
  readonly title: string;
  readonly date: string | null;
  /** IANA name of the event's clock, or null. */
  readonly timezone: string | null;
  readonly place: string | null;
  readonly lang: string | null;
  readonly series: string | null;
  readonly aliases: readonly string[];
  readonly standfirst: readonly Block[];
  readonly event: EventFacts | null;
  readonly summary: readonly SummaryItem[];
  readonly byline: readonly string[];
  /** Oldest first. */
  readonly timeline: readonly TimelineItem[];
  /** Null where there is too little to draw. */
  readonly tempo: Tempo | null;
  /** Of each post that has some, by its id: references such as `(see 11:45)`, as printed, and the id of the post that each leads to. */
  readonly pointers: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** First and last instant that a dump printed (an author gave, where there is no dump); null where none did. */
  readonly coverage: { readonly from: Instant; readonly to: Instant } | null;
  /** Whether posts whose times are lost lie before the first instant known. */
  readonly openStart: boolean;
  readonly dumps: readonly DumpAccount[];
  /** Authors' files that made it: `index.md`, posts, amendments. */
  readonly files: readonly string[];
  readonly corrections: readonly Correction[];
  readonly assets: Assets;
}

/** What the other live blogs know of one before any is merged: what its `index.md` says. */
export interface Listing {
  readonly slug: string;
  readonly title: string;
  readonly date: string | null;
  /** BCP 47; null for the site's. */
  readonly lang: string | null;
  readonly series: string | null;
}

/** What is kept of a live blog once its files are written: what the shared pages print. */
export interface LiveBlogCard extends Listing {
  readonly place: string | null;
  readonly tempo: Tempo | null;
  /** Its first summary bullet. */
  readonly lead: string | null;
  readonly posts: number;
  /** When anything of it last changed, as far as the sources say. */
  readonly updated: Moment;
  /** One embed of each party whose things stand on its page. */
  readonly embeds: readonly EmbedParty[];
}
