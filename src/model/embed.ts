/** What a provider's thing is there. The catalogue has a word for each: `embeds.thing.post`. */
export type EmbedKind =
  | "post"
  | "video"
  | "playlist"
  | "clip"
  | "stream"
  | "track"
  | "album"
  | "artist"
  | "episode"
  | "show"
  | "image"
  | "chart"
  | "story"
  | "page";

/** A thing of a provider, as recognised from a URL: ids only, already checked. */
export interface EmbedRef {
  readonly kind: EmbedKind;
  readonly id: string;
  /** Further parsed parts, such as the start second of a video. */
  readonly options: Readonly<Record<string, string>>;
}

/** Where something was read, and when that source is from. */
export interface Source {
  readonly source: string;
  readonly asOf: string;
}

/** A fact that readers are told. */
export interface Fact extends Source {
  readonly value: string;
}

/** Who receives what when a reader says yes. A fact without a source is null, and is not shown. */
export interface Policies {
  /** Who answers for the data of readers in the European Union, by the provider's own policy. */
  readonly company: Fact | null;
  readonly cookies: Fact | null;
  readonly privacy: Fact | null;
}

/** Space reserved before it loads: a height in CSS pixels, or a ratio of width to height. */
export type EmbedSize = { readonly height: number } | { readonly ratio: number };

/** Where a step of a path leads: a key of an object, or an index of an array. */
export type Path = readonly (string | number)[];

/**
 * How a frame tells its height by `postMessage`, as data that the page's script reads: an object, or the same as JSON text.
 * Only messages of the frame's own window and origin count.
 */
export interface HeightMessage {
  /** Where the height stands. */
  readonly path: Path;
  /** What else the message says, so that no other number is taken for a height. */
  readonly when?: readonly [path: Path, value: string];
  /** Whether it comes as a query string: `type=resize&height=421`. */
  readonly query?: true;
}

/** A third party whose things live blogs embed. In the page it is data, not code. */
export interface Provider {
  readonly key: string;
  /** As readers know it: `X`. */
  readonly name: string;
  /** Names that dumps print for it: `Twitter`, `Google YouTube`. */
  readonly printed: readonly string[];
  /** What most of its things are. */
  readonly kind: EmbedKind;
  readonly policies: Policies;
  /** Where the shape of its frame's address, its hosts and its messages were read. */
  readonly behaviour: Source;
  /** Null when the URL is not one of its things. Hosts are compared as parsed host names, ids against a strict class. */
  match(url: URL): EmbedRef | null;
  /** The address of the plain iframe, built from parsed ids only. */
  frame(ref: EmbedRef): string;
  /** A clean public link, never with a private token. */
  original(ref: EmbedRef): string;
  /** Origins that the frame needs in `frame-src`, those that it redirects to included. */
  readonly frameOrigins: readonly string[];
  size(ref: EmbedRef): EmbedSize;
  /** The widest that it is made for, in CSS pixels; null: as wide as there is room. */
  readonly maxWidth: number | null;
  /** Null where it tells no height. */
  height(ref: EmbedRef): HeightMessage | null;
  /** A message that the frame must get before it tells its height, as JSON; null: none. */
  readonly ask: string | null;
  readonly allow: readonly string[];
  readonly sandbox: readonly string[];
  readonly referrer: "no-referrer" | "strict-origin-when-cross-origin";
  /** A query parameter that must name the embedding page's host, known only when it loads; null: none. */
  readonly hostParameter: string | null;
}

/** An embed as far as its party goes: the provider's key, and an address. */
export interface EmbedParty {
  readonly provider: string;
  readonly url: string;
}

/** An embed's provider, and what it is there. */
export interface Recognised {
  readonly provider: Provider;
  readonly ref: EmbedRef;
}
