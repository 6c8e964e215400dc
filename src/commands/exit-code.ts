import type { Diagnostic } from "../model/diagnostic.ts";
import type { ExitCode } from "./command.ts";

/** Errors that another command line mends, not another text. */
const WRONG_USE = new Set(["out-unsafe", "out-elsewhere", "root-missing"]);

function isConfig(file: string): boolean {
  return file.startsWith("afterlive.config.");
}

/** 2 where the config or the command line is wrong, else 1 where anything is, else 0. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.some(({ file, code }) => isConfig(file) || WRONG_USE.has(code))) return 2;
  return errors.length > 0 ? 1 : 0;
}
