import type { Diagnostic, Severity } from "../model/diagnostic.ts";

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The worst first, then by file, line and column: the same order whichever room spoke first. */
export function worstFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      RANK[a.severity] - RANK[b.severity] ||
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

/** How many there are of each severity. */
export function countSeverities(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** `1 page`, `2 pages`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** `2 errors, 1 warning, 3 notes in 4 files`; severities that there are none of are left out. */
export function summarise(diagnostics: readonly Diagnostic[]): string {
  const counts = countSeverities(diagnostics);
  const parts = (["error", "warning", "note"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => count(counts[severity], severity));
  if (parts.length === 0) return "no problems";
  return `${parts.join(", ")} in ${count(new Set(diagnostics.map(({ file }) => file)).size, "file")}`;
}
