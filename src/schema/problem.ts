import type { Diagnostic, Place, Severity } from "../model/diagnostic.ts";

/** What is wrong with something, before anybody has said where it stands. */
export interface Problem {
  /** Kebab-case, as in `Diagnostic`. */
  readonly code: string;
  /** What is wrong, and why it is. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** A rule for a piece of text: null where it passes. */
export type Rule = (text: string) => Problem | null;

/** A problem at a place, as a diagnostic. */
export function diagnose(place: Place, problem: Problem, severity: Severity = "error"): Diagnostic {
  const { code, message, hint } = problem;
  return { ...place, code, severity, message, hint };
}

/** Diagnostics of one file in reading order: by line, then column, then code. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : Number(a.code > b.code)),
  );
}

/** Something quoted for a message: one line, at most 60 characters. */
export function quoted(text: string): string {
  const oneLine = text.slice(0, 200).replaceAll(/\s+/g, " ");
  return `"${oneLine.length > 60 ? `${oneLine.slice(0, 59)}…` : oneLine}"`;
}
