import type { DumpBlock } from "../model/block.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Entry, LedgerRow } from "../model/dump.ts";
import type { Post } from "../model/live-blog.ts";
import { postAt, postFacts, sourcesOf } from "./post-facts.ts";
import { roleWords } from "./roles.ts";
import { type Home, pageOrNone, type Setting } from "./setting.ts";
import type { DumpExplanation, LineExplanation } from "./shapes.ts";
import { boundaryAt, dialectFacts, entryFacts, type Study } from "./study.ts";

/**
 * Where one line of a dump went, and why.
 * @param line from 1; null is given back where the dump has no such line
 */
export function explainLine(study: Study, home: Home, line: number): LineExplanation | null {
  const { dump, page } = study;
  const row = dump.ledger.find(({ start, end }) => start <= line && line <= end);
  const text = page.lines[line - 1]?.text;
  if (row === undefined || text === undefined) return null;
  // The first line of a flat page is the head of its newest post, whose other lines stand further down.
  const isIts = ({ start, end }: Entry): boolean => (row.role === "lead" ? start > line : start <= line && line <= end);
  const entry = dump.entries.find(isIts) ?? null;
  const post = "homeless" in home || entry === null ? null : postAt(home, dump.file, entry.start);
  const holds = ({ start, end }: DumpBlock): boolean => start <= line && line <= end;
  const block = (entry?.blocks ?? dump.preamble).find(holds);
  return {
    ...{ version: 1, kind: "line", file: dump.file, line, text },
    dialect: dialectFacts(study, line),
    ledger: row,
    means: roleWords(row.role).means,
    shown: shownAs(row, { bullet: bulletAt(study, line), file: dump.file, post }, home),
    entry: entry === null ? null : entryFacts(study, entry),
    block: block === undefined ? null : { kind: block.kind, start: block.start, end: block.end },
    boundary: boundaryAt(study, line),
    post: post === null || "homeless" in home ? null : postFacts(post, home),
    ...pageOrNone(home, post),
    diagnostics: diagnosticsOf(study, home).filter((problem) => problem.line === line),
  };
}

/** The words of the summary bullet that a line is in; null where it is in none. */
function bulletAt({ dump }: Study, line: number): string | null {
  return dump.summary.findLast((bullet) => bullet.line <= line)?.text ?? null;
}

/** What stands in a line: a bullet, or a part of a post. */
interface Held {
  readonly bullet: string | null;
  readonly file: string;
  readonly post: Post | null;
}

/**
 * What readers see of a line. A bullet is shown above only where the live blog's summary is this page's, and of a post that
 * several dumps have the words of one.
 */
function shownAs({ role }: LedgerRow, { bullet, file, post }: Held, home: Home): string {
  const { shown } = roleWords(role);
  if ("homeless" in home) return shown;
  if (role === "summary") {
    const own = home.liveBlog.summary.some(({ text }) => text === bullet);
    return own ? shown : "at the foot of the page: the live blog's summary is another";
  }
  if (post === null || shown.startsWith("not") || post.origins[0].file === file) return shown;
  const differs = post.captures.some((capture) => capture.file === file);
  return differs
    ? "folded up beneath its post, whose words are those of another dump"
    : `in the words of ${post.origins[0].file}, which are the same but for typography`;
}

/** A dump as a whole: what it was read as, what its lines are, and which posts its entries became. */
export function explainDump(study: Study, home: Home): DumpExplanation {
  const { dump } = study;
  const { file, sha256, lines, order } = dump;
  const setting: Setting | null = "homeless" in home ? null : home;
  const source = setting?.sources.dumps.find((each) => each.dump.sha256 === sha256);
  return {
    ...{ version: 1, kind: "dump", file, sha256, lines, order },
    pageNumber: source?.page ?? null,
    copies: source === undefined ? [] : [source.dump.file, ...(source.copies ?? [])].filter((name) => name !== file),
    dialect: dialectFacts(study, 1),
    changes: study.parts.slice(1).map(({ start }) => ({ start, dialect: dialectFacts(study, start) })),
    roles: rolesOf(dump.ledger),
    entries: dump.entries.map((entry) => {
      const post = setting === null ? null : postAt(setting, file, entry.start);
      const others = post === null ? [] : sourcesOf(post).filter((other) => other.file !== file);
      return { ...entryFacts(study, entry), post: post?.id ?? null, mergedWith: others };
    }),
    ...pageOrNone(home),
    diagnostics: diagnosticsOf(study, home),
  };
}

function rolesOf(ledger: readonly LedgerRow[]): DumpExplanation["roles"] {
  const counts = new Map<string, number>();
  for (const { role, start, end } of ledger) counts.set(role, (counts.get(role) ?? 0) + end - start + 1);
  return [...counts]
    .map(([role, lines]) => ({ role, lines }))
    .sort((a, b) => b.lines - a.lines || (a.role < b.role ? -1 : 1));
}

/** The problems of this dump: of its live blog where it has one, which has the dump's own among them. */
function diagnosticsOf({ dump, diagnostics }: Study, home: Home): readonly Diagnostic[] {
  if ("homeless" in home) return diagnostics;
  const own = home.diagnostics.filter(({ file }) => file === dump.file);
  const isKnown = (problem: Diagnostic): boolean =>
    own.some(({ code, line, column }) => problem.code === code && problem.line === line && problem.column === column);
  return [...own, ...diagnostics.filter((problem) => !isKnown(problem))];
}
