import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import { auditFile } from "./audit-page.ts";
import type { OwnHosts } from "./foreign.ts";

const READ = /\.(?:html?|xhtml|svg|css)$/i;

/**
 * Looks through every page, picture and stylesheet below a folder, of whatever generator: `loads-foreign` where one of
 * them asks another host by itself, `nothing-to-audit` where there is no page. The value is how many files were read.
 */
export function auditTree(folder: string, own: OwnHosts): Checked<number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => READ.test(file))
    .sort();
  if (files.length === 0) return { value: 0, diagnostics: [NOTHING] };
  const diagnostics = files.flatMap((file) => auditFile({ file, text: readFileSync(join(folder, file), "utf8") }, own));
  return { value: files.length, diagnostics };
}

const NOTHING: Diagnostic = {
  code: "nothing-to-audit",
  severity: "error",
  message: "There is no page in this folder, so nothing can be said of it.",
  hint: "Name the folder that a web server serves: npx afterlive audit dist",
  ...{ file: ".", line: 1, column: 1, excerpt: null },
};
