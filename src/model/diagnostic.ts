/**
 * How bad a problem is.
 * error: `build` moves nothing and exits 1 · warning: published, exit 0 · note: published, worth knowing.
 */
export type Severity = "error" | "warning" | "note";

/** A place in a source file. Lines and columns count from 1; a column counts UTF-16 code units. */
export interface Place {
  /** Relative to the site's root, forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The text of that line, so that a message can show it without reading the file again; null where there is none. */
  readonly excerpt: string | null;
}

/** A problem as a value: rooms return them, only the command line prints them. */
export interface Diagnostic extends Place {
  /** Stable, kebab-case, documented by its use: `time-impossible`, `dump-unclaimed` … */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, and why it is. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** What every room gives: a value, and the problems met on the way. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
