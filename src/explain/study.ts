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

/** A dump, and everything that was weighed when it was read. */
export interface Study {
  readonly page: Page;
  readonly dump: Dump;
  readonly claims: readonly Claimed[];
  readonly choice: Choice | null;
  /** What the cues said at each line that they could judge, by line. */
  readonly boundaries: ReadonlyMap<number, Boundary>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a dump as `build` does, and keeps why. */
export function studyDump(source: Source, choice: Choice | null): Study {
  const page = pageOf(source);
  const { value: dump, diagnostics } = readDump(source, undefined, choice?.dialect ?? null);
  const boundaries = dialectNamed(dump.dialect)?.boundaries?.(page) ?? [];
  return {
    ...{ page, dump, choice, diagnostics },
    claims: claimsOf(page),
    boundaries: new Map(boundaries.map((boundary) => [boundary.line, boundary])),
  };
}

/** Which dialect a dump was read as, and which ones wanted it. */
export function dialectFacts({ dump, choice, claims }: Study): DialectFacts {
  return {
    name: dump.dialect,
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
