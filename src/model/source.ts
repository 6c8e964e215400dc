/** A source file after reading: decoded from UTF-8, byte order mark taken off, nothing else changed. */
export interface Source {
  /** Relative to the site's root, forward slashes: `seeds/001_….txt`. */
  readonly file: string;
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string;
  readonly text: string;
}

/** One line of a source, without its line end, not trimmed. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}
