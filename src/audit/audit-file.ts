import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { dataDocument } from "./data-url.ts";
import { foreignHost, type OwnHosts } from "./foreign.ts";
import type { Found } from "./found.ts";
import { READERS } from "./readers.ts";

/** One text of a built site. */
export interface BuiltFile {
  /** Relative to the folder, forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** How many documents may stand within one another, and how much of them is read, before nothing is claimed any more. */
const DEEPEST = 5;

const TOO_DEEP = {
  why: `Here more than ${DEEPEST} documents stand within one another (srcdoc, data:), and the innermost is not read.`,
  hint: "Make them files of their own.",
};

/** Findings with what they hold in their place, as deep as documents stand within one another. */
function unfolded(findings: readonly Found[], own: OwnHosts, depth = 0): readonly Found[] {
  return findings.flatMap((one): readonly Found[] => {
    const inner = one.kind === "asks" ? (dataDocument(one.address, one.what, one.offset) ?? one) : one;
    if (inner.kind !== "holds") return [inner];
    if (depth === DEEPEST) return [{ kind: "unclear", ...TOO_DEEP, offset: one.offset }];
    const reader = READERS.find(({ types }) => types.test(inner.type));
    const read = reader?.read(inner.text, own) ?? [];
    return unfolded(read, own, depth + 1).map((found) => ({ ...found, offset: one.offset }));
  });
}

/** Places in a text, found in one pass: ask for offsets in rising order. */
function createFinder({ file, text }: BuiltFile): (offset: number) => Place {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let next = text.indexOf("\n", lineStart); next !== -1 && next < offset; next = text.indexOf("\n", lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    const end = text.indexOf("\n", lineStart);
    const excerpt = text.slice(lineStart, end === -1 ? text.length : end).slice(0, 400);
    return { file, line, column: Math.max(1, offset - lineStart + 1), excerpt };
  };
}

type Problem = Pick<Diagnostic, "code" | "severity" | "message" | "hint">;

const LOOKS_UP: Problem = {
  code: "prefetches-names",
  severity: "warning",
  message: "This page links elsewhere, and browsers may look up the names of linked hosts before anybody follows one.",
  hint: 'Add <meta http-equiv="x-dns-prefetch-control" content="off"> to its head.',
};

function problemOf(found: Found, own: OwnHosts): Problem | null {
  if (found.kind === "looks-up") return LOOKS_UP;
  if (found.kind === "unclear") return { code: "not-proven", severity: "error", message: found.why, hint: found.hint };
  const host = found.kind === "asks" ? foreignHost(found.address, own) : null;
  if (found.kind !== "asks" || host === null) return null;
  return {
    code: "loads-foreign",
    severity: "error",
    message: `${found.what} asks ${host} for something as soon as a reader opens this, without being told to.`,
    hint: "Keep a copy beside the page, or let the reader ask for it: an embed, or a plain link.",
  };
}

/** Whether a file is of a kind that can make a browser ask for something. */
export function isRead(file: string): boolean {
  return READERS.some(({ files }) => files.test(file));
}

/**
 * What of a file of a built site asks another host by itself: `loads-foreign`, an error each; `not-proven`, an error, for
 * what cannot be read with certainty. Scripts are not run: what they would ask for is for a browser to see, and for the
 * page's policy to refuse.
 *
 * Warning: `prefetches-names`, for a page with links elsewhere that lets browsers look their hosts up beforehand.
 */
export function auditFile(built: BuiltFile, own: OwnHosts): readonly Diagnostic[] {
  const reader = READERS.find(({ files }) => files.test(built.file));
  const found = reader === undefined ? [] : unfolded(reader.read(built.text, own), own);
  const placeAt = createFinder(built);
  const seen = new Set<string>();
  return [...found]
    .sort((a, b) => a.offset - b.offset)
    .flatMap((one) => {
      const problem = problemOf(one, own);
      const key = problem === null ? null : `${one.offset} ${problem.code} ${problem.message}`;
      // A page is read with and without JavaScript, and most of it is the same.
      if (problem === null || key === null || seen.has(key)) return [];
      seen.add(key);
      return [{ ...placeAt(one.offset), ...problem }];
    });
}
