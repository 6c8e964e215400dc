import { type Claimed, claimsOf } from "../dumps/choose-dialect.ts";
import type { Boundary, Dialect, Page } from "../dumps/dialect.ts";
import { dialectNamed } from "../dumps/dialects/registry.ts";
import { pageOf } from "../dumps/parts/lines.ts";
import { readDump } from "../dumps/read-dump.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Dump, Entry } from "../model/dump.ts";
import type { Source } from "../model/source.ts";
import type { BoundaryFacts, DialectFacts, EntryFacts } from "./shapes.ts";

/** A dialect that somebody chose, and who: `--dialect`, or an index.md. */
export interface Choice {
  readonly dialect: Dialect;
  readonly by: string;
}

/** The lines of a dump that one dialect has: all of them, unless it changes its dialect half way. */
interface Part {
  /** The first of its lines, from 1. */
  readonly start: number;
  readonly dialect: string;
  readonly claims: readonly Claimed[];
}

/** A dump, and everything that was weighed when it was read. */
export interface Study {
  readonly page: Page;
  readonly dump: Dump;
  readonly parts: readonly [Part, ...Part[]];
  readonly choice: Choice | null;
  /** What the cues said at each line that they could judge, by line. */
  readonly boundaries: ReadonlyMap<number, Boundary>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a dump as `build` does, and keeps why. */
export function studyDump(source: Source, choice: Choice | null): Study {
  const page = pageOf(source);
  const { value: dump, diagnostics } = readDump(source, undefined, choice?.dialect ?? null);
  const change = diagnostics.find(({ code }) => code === "dialect-changes")?.line ?? null;
  const above = change === null ? page : linesBetween(page, 1, change - 1);
  const first: Part = { start: 1, dialect: dump.dialect, claims: claimsOf(above) };
  const below = change === null ? null : linesBetween(page, change, page.lines.length);
  const claims = below === null ? [] : claimsOf(below);
  const second = change === null ? [] : [{ start: change, dialect: claims[0]?.dialect.name ?? dump.dialect, claims }];
  const boundaries = [
    ...(dialectNamed(first.dialect)?.boundaries?.(above) ?? []),
    ...second.flatMap(({ dialect }) => (below === null ? [] : (dialectNamed(dialect)?.boundaries?.(below) ?? []))),
  ];
  return {
    ...{ page, dump, choice, diagnostics },
    parts: [first, ...second],
    boundaries: new Map(boundaries.map((boundary) => [boundary.line, boundary])),
  };
}

/** The same page with nothing but these lines on it, as a dialect is shown a part; every line keeps its number. */
function linesBetween({ source, lines }: Page, start: number, end: number): Page {
  const kept = lines.map(({ number, text }) => (start <= number && number <= end ? text : ""));
  return pageOf({ ...source, text: kept.join("\n") });
}

/** Which dialect a line of a dump was read as, and which ones wanted it. */
export function dialectFacts({ parts, choice }: Study, line: number): DialectFacts {
  const { dialect, claims } = parts.findLast(({ start }) => start <= line) ?? parts[0];
  return {
    name: dialect,
    chosenBy: choice?.by ?? null,
    claims: claims.map(({ dialect, claim: { why, lines } }) => ({ dialect: dialect.name, why, lines })),
  };
}

/** What the cues said of a start at that line; null where they had no say. */
export function boundaryAt({ boundaries }: Study, line: number): BoundaryFacts | null {
  const found = boundaries.get(line);
  if (found === undefined) return null;
  const { score, withStart, without, cues } = found;
  return { score, withStart, without, cues };
}

/** An entry, and why it starts where it does. */
export function entryFacts(study: Study, entry: Entry): EntryFacts {
  const { n, start, end, headline, labels, contributor, stamp, certain, cue } = entry;
  return {
    ...{ n, start, end, headline, labels, contributor, certain, cue },
    printed: stamp?.printed ?? null,
    boundary: boundaryAt(study, start),
  };
}
