import { basename } from "node:path";
import type { Diagnostic, Severity } from "../model/diagnostic.ts";

/** A problem with a file as a whole: no line of it is to blame. */
export function problem(severity: Severity, code: string, file: string, message: string, hint: string): Diagnostic {
  return { code, severity, message, file, line: 1, column: 1, excerpt: null, hint };
}

/**
 * What messages call a file of the output folder: `dist/tour/index.html`.
 * The folder's own name stands for its absolute path, so that two checkouts print the same words.
 */
export function inOutput(out: string, path: string): string {
  return `${basename(out)}/${path}`;
}

/** The words that the system has for a failed file operation: `ENOSPC: no space left on device, write`. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The system's code for it (`ENOENT`), or null where it is no system error. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** Diagnostic `output-unwritable`: the system refused to write, move or delete. Nothing an author can mend in a text. */
export function unwritable(file: string, error: unknown): Diagnostic {
  return problem(
    "error",
    "output-unwritable",
    file,
    `The system refused to write here: ${reason(error)}.`,
    "Look at the disk (is it full?) and at who may write to this folder, then build again.",
  );
}
