import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";

const MIB = 1024 * 1024;
/** Far above any real dump (the largest known is under 1 MB), far below what a build has room for. */
export const MAX_FILE_BYTES = 32 * MIB;
export const MAX_LINE_LENGTH = MIB;

/**
 * Reads one text file as UTF-8. Its value is null where there is an error.
 * Diagnostics: `file-missing`, `file-too-large`, `file-binary`, `file-not-utf8`, `line-too-long`.
 * @param root absolute · @param file relative to root, forward slashes
 */
export async function readSourceFile(root: string, file: string): Promise<Checked<Source | null>> {
  const fail = (code: string, message: string, hint: string, line = 1): Checked<null> => {
    const problem: Diagnostic = { code, severity: "error", message, hint, file, line, column: 1, excerpt: null };
    return { value: null, diagnostics: [problem] };
  };
  const bytes = bytesOf(join(root, file));
  if (typeof bytes === "string") return fail("file-missing", ...(UNREAD[bytes] ?? UNREAD.other));
  if (bytes.length > MAX_FILE_BYTES)
    return fail("file-too-large", "the file is larger than 32 MiB, and no saved page is", "cut it into its pages");
  if (bytes.includes(0))
    return fail(
      "file-binary",
      "the file holds NUL bytes, so it is not UTF-8 text (UTF-16 or binary?)",
      "save as UTF-8",
    );
  const text = decode(bytes);
  if (text === null) {
    const line = lineOf(bytes.toString("utf8"), "\uFFFD");
    return fail("file-not-utf8", "from here on the bytes are not UTF-8 (an older encoding?)", "save as UTF-8", line);
  }
  const long = longLine(text);
  if (long !== null)
    return fail(
      "line-too-long",
      "this line is longer than 1 MiB, so the file is not a page's text",
      "look into it",
      long,
    );
  return { value: { file, sha256: createHash("sha256").update(bytes).digest("hex"), text }, diagnostics: [] };
}

/** What is wrong, and what to do, by the system's name for it. */
const UNREAD: Readonly<Record<string, readonly [message: string, hint: string]>> & {
  other: readonly [string, string];
} = {
  ENOENT: [
    "there is no such file",
    "check the path: it counts from the site's folder, and upper and lower case differ",
  ],
  EISDIR: ["this is a folder", "name one of the files in it"],
  EACCES: ["the file may not be read", "give yourself the right to read it: chmod u+r"],
  other: ["the file cannot be read", "look whether it can be opened at all"],
};

/** The file's bytes, of a file past the limit only a little more than the limit; the system's word where it cannot be read. */
function bytesOf(path: string): Buffer | string {
  try {
    // At once: sources are thousands of small files, and for those a promise costs several times the work.
    const handle = openSync(path, "r");
    try {
      return fstatSync(handle).size <= MAX_FILE_BYTES ? readFileSync(handle) : Buffer.alloc(MAX_FILE_BYTES + 1, " ");
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "";
  }
}

/** The decoder also takes a byte order mark off. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lineOf(text: string, wanted: string): number {
  const before = text.slice(0, Math.max(0, text.indexOf(wanted)));
  return before.split("\n").length;
}

/** The number of the first line that is too long, or null. */
function longLine(text: string): number | null {
  if (text.length <= MAX_LINE_LENGTH) return null;
  const index = text.split(/\r\n|\r|\n/).findIndex((line) => line.length > MAX_LINE_LENGTH);
  return index === -1 ? null : index + 1;
}
