import type { Block } from "./block.ts";
import type { Place } from "./diagnostic.ts";
import type { Contributor } from "./dump.ts";
import type { Assets } from "./picture.ts";

/**
 * Where each front matter key's value begins: `time`, `dumps.0.file`, `summary.1.post`; of a key without a value, the key.
 * Every key that was given is there, every item of a list, and the whole under ``.
 */
export type KeyPlaces = ReadonlyMap<string, Place>;

/** A time as an author writes it: on the live blog's clock unless an offset is given. */
export interface AuthoredTime {
  /** 24-hour `11:32`. */
  readonly time: string;
  /** ISO date, or null for the live blog's own. */
  readonly date: string | null;
  /** `+01:00`, or null for the live blog's zone. */
  readonly offset: string | null;
}

/** A file of a live blog's folder that is written by an author. */
interface AuthoredFile {
  /** `content/london-marathon-2017/1132-keitany-record.md` */
  readonly file: string;
  /** The folder's name: `london-marathon-2017`. */
  readonly slug: string;
  /** The file's name without `.md`. */
  readonly stem: string;
  readonly places: KeyPlaces;
}

export interface Correction {
  /** ISO date. */
  readonly date: string;
  readonly text: string;
}

/** Who put something into the archive after the day, and when. */
export interface Addition {
  /** ISO date. */
  readonly date: string;
  readonly by: string | null;
}

export interface DumpClaim {
  /** A file name in `seeds/`, or a pattern with `*` and `?`. */
  readonly pattern: string;
  /** Which page of the original it was, where the author knows. */
  readonly page: number | null;
  /** The name of the dialect that it is read as; null: the one that claims it. */
  readonly dialect: string | null;
  /** Whose words it holds, or under which licence they are, or its address; null where the author does not say. */
  readonly licence: string | null;
}

/** `content/<slug>/index.md`: the live blog itself. */
export interface LiveBlogFile extends AuthoredFile {
  readonly title: string;
  /** ISO date of the event. */
  readonly date: string | null;
  /** IANA name: `Europe/London`. */
  readonly timezone: string | null;
  readonly place: string | null;
  /** BCP 47; null for the site's. */
  readonly lang: string | null;
  readonly series: string | null;
  readonly dumps: readonly DumpClaim[];
  /** Null: the dumps' own bullets. */
  readonly summary: readonly { readonly text: string; readonly post: string | null }[] | null;
  readonly event: EventFacts | null;
  readonly aliases: readonly string[];
  readonly corrections: readonly Correction[];
  readonly draft: boolean;
  readonly body: readonly Block[];
}

export interface EventFacts {
  /** ISO local date-time on the live blog's clock: `2017-04-23T08:55`. */
  readonly start: string | null;
  readonly end: string | null;
  readonly venue: string | null;
}

/** Where a post stands that has no time of its own, or whose author knows better. */
export interface Placement {
  readonly side: "after" | "before";
  readonly post: string;
}

/** What both kinds of post file may say. */
interface PostFields extends AuthoredFile {
  readonly time: AuthoredTime | null;
  readonly approximate: boolean;
  readonly headline: string | null;
  readonly contributor: Contributor | null;
  readonly corrections: readonly Correction[];
  readonly added: Addition | null;
  readonly aliases: readonly string[];
  readonly draft: boolean;
  readonly body: readonly Block[];
}

/** A post of its own. */
export interface PostFile extends PostFields {
  readonly kind: "post";
  readonly placement: Placement | null;
  readonly labels: readonly string[];
  readonly key: boolean;
}

/** A post that amends an entry of a dump, or another post. Null fields leave what is there. */
export interface Amendment extends PostFields {
  readonly kind: "amendment";
  readonly target: { readonly dump: string; readonly line: number } | { readonly post: string };
  readonly labels: readonly string[] | null;
  readonly key: boolean | null;
  /** The URL of the entry's embed. */
  readonly embed: string | null;
  /** A picture file in the live blog's folder, for the entry's picture. */
  readonly image: string | null;
}

/** A live blog's folder after reading. */
export interface Folder {
  readonly slug: string;
  readonly index: LiveBlogFile;
  readonly posts: readonly PostFile[];
  readonly amendments: readonly Amendment[];
  /** Stems of the post files that are drafts and not read as posts: a reference to one is no mistake in its spelling. */
  readonly drafts: readonly string[];
  /** The other files (pictures), which are published beside the page. */
  readonly assets: Assets;
}
