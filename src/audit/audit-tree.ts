import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import { auditFile, isRead } from "./audit-file.ts";
import { builtText } from "./built-text.ts";
import type { OwnHosts } from "./foreign.ts";

/**
 * Looks through every file below a folder that can make a browser ask for something, of whatever generator:
 * `loads-foreign` where one of them asks another host by itself, `not-proven` where one cannot be read with certainty,
 * `nothing-to-audit` where there is none. The value is how many files were read.
 */
export function auditTree(folder: string, own: OwnHosts): Checked<number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter(isRead)
    .sort();
  if (files.length === 0) return { value: 0, diagnostics: [NOTHING] };
  const diagnostics = files.flatMap((file) => {
    const { text, unread } = builtText(readFileSync(join(folder, file)));
    return unread === null ? auditFile({ file, text }, own) : [unreadCharacters(file, unread)];
  });
  return { value: files.length, diagnostics };
}

function unreadCharacters(file: string, characters: string): Diagnostic {
  return {
    code: "not-proven",
    severity: "error",
    message: `This file is written in the characters ${characters}, which are not read here.`,
    hint: "Write it in UTF-8.",
    ...{ file, line: 1, column: 1, excerpt: null },
  };
}

const NOTHING: Diagnostic = {
  code: "nothing-to-audit",
  severity: "error",
  message: "There is no page in this folder, so nothing can be said of it.",
  hint: "Name the folder that a web server serves: npx afterlive audit dist",
  ...{ file: ".", line: 1, column: 1, excerpt: null },
};
