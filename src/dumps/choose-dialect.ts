import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Line } from "../model/source.ts";
import type { Claim, Dialect, Page } from "./dialect.ts";
import { lastResort, dialects as registered } from "./dialects/registry.ts";
import { placeOf } from "./parts/lines.ts";

/** A dialect that takes a dump to be its own, and why. */
export interface Claimed {
  readonly dialect: Dialect;
  readonly claim: Claim;
}

/**
 * Every dialect that claims a dump: the one that most lines speak for, which reads it, comes first. The general ones are
 * asked in turn, and only where no other claims it: on the pages of the others posts are stamped too.
 */
export function claimsOf(page: Page, dialects: readonly Dialect[] = registered): readonly Claimed[] {
  const claims: Claimed[] = [];
  for (const dialect of [...dialects.filter(isMarked), ...dialects.filter((each) => !isMarked(each))]) {
    if (claims.length > 0 && !isMarked(dialect)) break;
    const claim = dialect.claim(page);
    if (claim !== null) claims.push({ dialect, claim });
  }
  return claims.sort((a, b) => b.claim.lines - a.claim.lines);
}

const isMarked = ({ general }: Dialect): boolean => general !== true;

/** The dialect that reads a dump; without a claim where it was chosen by hand, or for want of any. */
export interface Chosen {
  readonly dialect: Dialect;
  readonly claim: Claim | null;
}

/**
 * The dialect that was chosen by hand, else the first of those that claim the dump.
 *
 * Diagnostics: `dump-empty`, `dialect-unknown`, `dialect-ambiguous`.
 */
export function chooseDialect(page: Page, dialects: readonly Dialect[], forced: Dialect | null): Checked<Chosen> {
  const unasked = { dialect: forced ?? lastResort, claim: null };
  if (page.inked.length === 0) return { value: unasked, diagnostics: [dumpEmpty(page)] };
  if (forced !== null) return { value: unasked, diagnostics: [] };
  const [winner, second] = claimsOf(page, dialects);
  if (winner === undefined) return { value: unasked, diagnostics: [dialectUnknown(page, dialects)] };
  const diagnostics = second === undefined ? [] : [dialectAmbiguous(page, winner, second)];
  return { value: winner, diagnostics };
}

function dumpEmpty({ source }: Page): Diagnostic {
  return {
    file: source.file,
    line: 1,
    column: 1,
    excerpt: null,
    code: "dump-empty",
    severity: "warning",
    message: "This dump holds no words, so it gives no entries.",
    hint: "Save the page's text again, or take the file out of seeds/.",
  };
}

function firstWords({ inked, lines }: Page): Line {
  return lines[(inked[0]?.line ?? 0) - 1] ?? { number: 1, text: "" };
}

function dialectUnknown(page: Page, dialects: readonly Dialect[]): Diagnostic {
  return {
    ...placeOf(page.source, firstWords(page)),
    code: "dialect-unknown",
    severity: "warning",
    message: `No dialect knows how this dump is laid out (${dialects.map(({ name }) => name).join(", ")}), so its paragraphs stand without times, and where posts start is a guess.`,
    hint: "Save it again with the headlines, numbers and `published at` times that the page shows, or write a dialect for it in src/dumps/dialects/.",
  };
}

function dialectAmbiguous(page: Page, winner: Claimed, second: Claimed): Diagnostic {
  const why = ({ dialect, claim }: Claimed): string =>
    `${dialect.name} (${claim.why}: ${claim.lines} ${claim.lines === 1 ? "line" : "lines"})`;
  return {
    ...placeOf(page.source, firstWords(page)),
    code: "dialect-ambiguous",
    severity: "warning",
    message: `Two dialects claim this dump: ${why(winner)} and ${why(second)}. It was read as ${winner.dialect.name}, which more lines speak for.`,
    hint: "If two pages stand in one file, split it. If the posts look wrong, the file may have been saved in two different ways.",
  };
}
