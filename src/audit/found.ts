/** What makes a browser ask for something, and for what. */
export interface Asks {
  readonly kind: "asks";
  /** `<img src>` */
  readonly what: string;
  readonly address: string;
  /** In UTF-16 code units from the start of the file. */
  readonly offset: number;
}

/** A document inside a document: `srcdoc`, `data:`. */
export interface Holds {
  readonly kind: "holds";
  readonly what: string;
  /** Its media type. */
  readonly type: string;
  readonly text: string;
  readonly offset: number;
}

/** Something that cannot be read with certainty, so that nothing is proven of it. */
export interface Unclear {
  readonly kind: "unclear";
  /** A sentence: what it is, and why. */
  readonly why: string;
  readonly hint: string;
  readonly offset: number;
}

/** A page with links elsewhere that lets browsers look their hosts up beforehand. */
export interface LooksUp {
  readonly kind: "looks-up";
  readonly offset: number;
}

export type Found = Asks | Holds | Unclear | LooksUp;

export function asks(what: string, address: string, offset: number): Asks {
  return { kind: "asks", what, address, offset };
}
