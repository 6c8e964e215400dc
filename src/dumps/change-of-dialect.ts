import type { Diagnostic } from "../model/diagnostic.ts";
import { claimsOf } from "./choose-dialect.ts";
import type { Claim, Dialect, Page, Reading } from "./dialect.ts";
import { inkedLines, placeOf } from "./parts/lines.ts";

/** Fewer posts than this make no half of a dump: a stray line may look like anything. */
const ENOUGH = 2;

/**
 * Where a dump goes on in another dialect, both parts read as what they are; null where one dialect has it all. It looks at
 * two lines only: where the winner's own marks begin, and the first that it left unclaimed. Each part must be claimed by a
 * dialect of its own and hold several posts.
 *
 * Diagnostics: `dialect-changes` at the line, and those of both dialects.
 */
export function readChange(
  page: Page,
  { from }: Claim,
  whole: Reading,
  dialects: readonly Dialect[],
): { readonly reading: Reading; readonly dialect: Dialect } | null {
  for (const line of [from, whole.account.unclaimed()[0]?.[0].start]) {
    if (line === undefined || line <= (page.inked[0]?.line ?? 1)) continue;
    const upper = part(page, 1, line - 1);
    const lower = part(page, line, page.lines.length);
    const [above] = claimsOf(upper, dialects);
    const [below] = claimsOf(lower, dialects);
    if (above === undefined || below === undefined || above.dialect === below.dialect) continue;
    const readings = [above.dialect.read(upper), below.dialect.read(lower)] as const;
    if (readings.some(({ entries }) => entries.length < ENOUGH)) continue;
    const warning = dialectChanges(page, line, above.dialect, below.dialect);
    return { reading: join(...readings, line, warning), dialect: above.dialect };
  }
  return null;
}

/** The same page with nothing but these lines on it; every line keeps its number. */
function part({ source, lines }: Page, start: number, end: number): Page {
  const kept = lines.map((line) => (line.number >= start && line.number <= end ? line : { ...line, text: "" }));
  return { source, lines: kept, inked: inkedLines(kept) };
}

/** Two readings as one: each has its own side of the line. */
function join(above: Reading, below: Reading, line: number, warning: Diagnostic): Reading {
  return {
    title: above.title ?? below.title,
    date: above.date ?? below.date ?? null,
    order: above.order,
    summary: [...above.summary, ...below.summary],
    byline: [...above.byline, ...below.byline],
    preamble: [...above.preamble, ...below.preamble],
    entries: [...above.entries.map((entry) => ({ ...entry, end: Math.min(entry.end, line - 1) })), ...below.entries],
    account: {
      claim: (start, end, role) => (start < line ? above : below).account.claim(start, end, role),
      rows: () => [
        ...above.account
          .rows()
          .filter(({ start }) => start < line)
          .map((row) => ({ ...row, end: Math.min(row.end, line - 1) })),
        ...below.account
          .rows()
          .filter(({ end }) => end >= line)
          .map((row) => ({ ...row, start: Math.max(row.start, line) })),
      ],
      unclaimed: () => [...above.account.unclaimed(), ...below.account.unclaimed()],
    },
    diagnostics: [warning, ...above.diagnostics, ...below.diagnostics],
  };
}

function dialectChanges({ source, lines }: Page, number: number, above: Dialect, below: Dialect): Diagnostic {
  return {
    ...placeOf(source, lines[number - 1] ?? { number, text: "" }),
    code: "dialect-changes",
    severity: "warning",
    message: `Up to here this dump is laid out as ${above.name}, from here on as ${below.name}: two pages may stand in one file. Each part was read as what it is.`,
    hint: "Split the file at this line and keep both parts in seeds/: then each is a page of its own, with its own summary.",
  };
}
