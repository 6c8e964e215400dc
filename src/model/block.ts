/** Where a block stands in its source file, from 1, both ends included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Paragraph extends Span {
  readonly kind: "paragraph";
  readonly text: string;
}

export interface ListItem {
  readonly text: string;
  readonly items: readonly ListItem[];
}

export interface List extends Span {
  readonly kind: "list";
  readonly items: readonly ListItem[];
}

export interface Quote extends Span {
  readonly kind: "quote";
  readonly text: string;
  readonly speaker: string | null;
}

/** A picture. Of most dumps only its words are left; `src` is there when an author supplies the file. */
export interface Image extends Span {
  readonly kind: "image";
  /** Null where the dump printed a bare `.` in its place. */
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  /** A file name in the live blog's folder, or null. */
  readonly src: string | null;
}

/** A video that is gone: its caption is what the dump kept. */
export interface Video extends Span {
  readonly kind: "video";
  readonly caption: string;
}

export interface Table extends Span {
  readonly kind: "table";
  readonly rows: readonly (readonly string[])[];
}

/** A third party's thing: provider, and URL where somebody kept it. Never HTML. */
export interface Embed extends Span {
  readonly kind: "embed";
  /** The provider's key in the registry (`x`), or a slug of the printed name. */
  readonly provider: string;
  /** The provider's name as the dump printed it (`Twitter`), or null. */
  readonly printed: string | null;
  readonly url: string | null;
  /** The thing's own words, where the source kept them. */
  readonly quote?: EmbedQuote;
  /** The height in CSS pixels that the source states for its frame. */
  readonly height?: number;
}

/** What a post said, from the HTML that its provider hands out for pasting. */
export interface EmbedQuote {
  /** Written anew from the words: `p`, `br`, `a`, `em`, `strong`, everything else escaped. */
  readonly html: string;
  /** The same words without markup. */
  readonly text: string;
  /** `Ines Barrow (@ines) 3 May 2024`, or null. */
  readonly by: string | null;
}

/** A line no rule claims. Readers see it as text. */
export interface Unparsed extends Span {
  readonly kind: "unparsed";
  readonly text: string;
}

/** An author's markdown after rendering: HTML in which everything untrusted is already escaped. */
export interface Prose extends Span {
  readonly kind: "prose";
  readonly html: string;
  /** The same words without markup. */
  readonly text: string;
}

/** One part of a body as a dump can hold it. */
export type DumpBlock = Paragraph | List | Quote | Image | Video | Table | Embed | Unparsed;

/** One part of a post's body. */
export type Block = DumpBlock | Prose;
