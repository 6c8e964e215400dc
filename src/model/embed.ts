/** A thing of a provider, as recognised from a URL: ids only, already checked. */
export interface EmbedRef {
  readonly provider: string;
  /** What it is there: `post`, `video`. */
  readonly kind: string;
  readonly id: string;
  /** Further parsed parts, such as the start second of a video. */
  readonly options: Readonly<Record<string, string>>;
}

/** Who receives what when a reader says yes. A fact without a source is left out. */
export interface Policies {
  readonly cookies: string | null;
  readonly privacy: string | null;
  /** Where these addresses were read, and when that source is from. */
  readonly source: string;
  readonly asOf: string;
}

/** A third party whose things live blogs embed. One file each in `embeds/providers/`. */
export interface Provider {
  readonly key: string;
  /** As readers know it: `X`. */
  readonly name: string;
  /** Names that dumps print for it: `Twitter`, `Google YouTube`. */
  readonly printed: readonly string[];
  /** What one of its things is called: `post`, `video`. */
  readonly noun: string;
  readonly policies: Policies;
  /** Null when the URL is not one of its things. Hosts are compared as parsed host names, ids against a strict class. */
  match(url: URL): EmbedRef | null;
  /** The address of the plain iframe, built from parsed ids only. */
  frame(ref: EmbedRef): string;
  /** A clean public link. */
  original(ref: EmbedRef): string;
  /** Origins that the frame needs in `frame-src`. */
  readonly frameOrigins: readonly string[];
  /** Space reserved before it loads: a height in CSS pixels, or a ratio of width to height. */
  readonly size: { readonly height: number } | { readonly ratio: number };
  readonly allow: readonly string[];
  readonly referrer: "no-referrer" | "strict-origin-when-cross-origin";
}
