import type { Diagnostic } from "../model/diagnostic.ts";
import { countSeverities, worstFirst } from "./order.ts";
import { safeJson } from "./visible.ts";

/** What a run found and did. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  /** Null where nothing was written. */
  readonly changes: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
    readonly unchanged: number;
  } | null;
  readonly liveBlogs: number;
  readonly posts: number;
}

/**
 * A run as data. Fields may be added; these stay, in this order:
 *
 * ```json
 * { "version": 1, "liveBlogs": 3, "posts": 120, "errors": 1, "warnings": 0, "notes": 0, "changes": null,
 *   "diagnostics": [{ "code": "time-impossible", "severity": "error", "message": "…", "file": "content/…",
 *     "line": 3, "column": 7, "excerpt": "time: 25:10", "hint": "…" }] }
 * ```
 *
 * `changes` has `added`, `changed`, `removed` (paths below the output folder) and `unchanged` (how many). The
 * diagnostics are all there, the worst first; `excerpt` is null where a problem is with a file as a whole.
 */
export function formatJson({ diagnostics, changes, liveBlogs, posts }: Report): string {
  const { error: errors, warning: warnings, note: notes } = countSeverities(diagnostics);
  const rows = worstFirst(diagnostics).map(({ code, severity, message, file, line, column, excerpt, hint }) => ({
    code,
    severity,
    message,
    file,
    line,
    column,
    excerpt,
    hint,
  }));
  const changed = changes && {
    added: changes.added,
    changed: changes.changed,
    removed: changes.removed,
    unchanged: changes.unchanged,
  };
  return `${safeJson({ version: 1, liveBlogs, posts, errors, warnings, notes, changes: changed, diagnostics: rows })}\n`;
}
