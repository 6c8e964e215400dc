import type { Diagnostic } from "../model/diagnostic.ts";
import { type Claimed, claimsOf } from "./choose-dialect.ts";
import type { Claim, Dialect, Page, Reading } from "./dialect.ts";
import { partOf, placeOf } from "./parts/lines.ts";

/** Fewer posts than this make no half of a dump: a stray line may look like anything. */
const ENOUGH = 2;
/**
 * A dialect that goes by what all live blogs have must have more to show inside another's page, for a timetable has times
 * too, and each of it must be certain: the lines over a page's first post stand between blanks like untimed posts.
 */
const ENOUGH_GENERAL = 5;

/**
 * Where a dump goes on in another dialect, both parts read as what they are; null where one dialect has it all. It looks at
 * few lines: where the winner's own marks begin, the first that it left unclaimed, and those at which another page can
 * begin. Each part must be claimed by a dialect of its own and hold several posts; of such cuts the one that most lines speak for.
 *
 * Diagnostics: `dialect-changes` at the line, and those of both dialects.
 */
export function readChange(
  page: Page,
  claim: Claim | null,
  whole: { readonly reading: Reading; readonly dialect: Dialect },
  dialects: readonly Dialect[],
): { readonly reading: Reading; readonly dialect: Dialect } | null {
  const unclaimed = whole.reading.account.unclaimed()[0]?.[0].start;
  const starts = beginnings(page, dialects);
  const lines = [claim?.from, unclaimed, ...starts].filter((line) => line !== undefined);
  const cuts = [...new Set(lines)].flatMap((line): readonly Cut[] => {
    if (line <= (page.inked[0]?.line ?? 1)) return [];
    const above = readPart(page, 1, line - 1, dialects);
    const below = above === null ? null : readPart(page, line, page.count, dialects);
    if (above === null || below === null) return [];
    const differ = above.dialect !== below.dialect || (above.dialect.beginsOnce === true && starts.includes(line));
    return differ ? [{ line, above, below }] : [];
  });
  const best = cuts.toSorted((a, b) => evidenceOf(b) - evidenceOf(a) || a.line - b.line)[0];
  if (best === undefined) return null;
  const { line, above, below } = best;
  const warning = dialectChanges(page, line, above.dialect, below.dialect);
  return { reading: join(above.reading, below.reading, line, warning), dialect: above.dialect };
}

/** Lines of a page as the dialect that claims them reads them. */
interface Part extends Claimed {
  readonly reading: Reading;
}

interface Cut {
  readonly line: number;
  readonly above: Part;
  readonly below: Part;
}

/** How many lines speak for the two dialects of a cut. */
const evidenceOf = ({ above, below }: Cut): number => above.claim.lines + below.claim.lines;

/** Bodies stand further in than this, and no mark of a page is longer. */
const MARGIN = 2;
const LONGEST_MARK = 200;
/** How many beginnings of one dialect are tried: its header may hold several of its marks. */
const MOST_TRIED = 3;

/** The lines at which a page of one of these dialects can begin, of each only the first few. */
function beginnings({ inked }: Page, dialects: readonly Dialect[]): readonly number[] {
  const left = dialects.flatMap(({ begins }) => (begins === undefined ? [] : [{ begins, tried: 0 }]));
  const found: number[] = [];
  for (const line of inked) {
    if (line.indent > MARGIN || line.text.length > LONGEST_MARK) continue;
    for (const each of left) {
      if (each.tried >= MOST_TRIED || !each.begins(line)) continue;
      each.tried++;
      found.push(line.line);
    }
  }
  return found;
}

/** Some lines of a page as the dialect that claims them reads them; null where none does, or where they are too few posts. */
function readPart(page: Page, start: number, end: number, dialects: readonly Dialect[]): Part | null {
  const part = partOf(page, start, end);
  const [winner] = claimsOf(part, dialects);
  if (winner === undefined) return null;
  const { dialect, claim } = winner;
  // Paragraphs without any mark of a page's beginning are the top of the page that goes on below, or its end.
  if (dialect.general === true && dialect.begins === undefined) return null;
  const reading = claim.read?.() ?? dialect.read(part);
  const { entries } = reading;
  const enough =
    dialect.general === true
      ? entries.filter(({ certain }) => certain).length >= ENOUGH_GENERAL
      : entries.length >= ENOUGH;
  return enough ? { dialect, claim, reading } : null;
}

/** Two readings as one: each has its own side of the line. */
function join(above: Reading, below: Reading, line: number, warning: Diagnostic): Reading {
  return {
    title: above.title ?? below.title,
    date: above.date ?? null,
    order: above.order,
    below: { line, order: below.order, date: below.date ?? null },
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
    message:
      above === below
        ? `A second page, laid out as ${below.name} too, begins here. Each was read by itself.`
        : `Up to here this dump is laid out as ${above.name}, from here on as ${below.name}: two pages may stand in one file. Each part was read as what it is.`,
    hint: "Split the file at this line and keep both parts in seeds/: then each is a page of its own, with its own summary.",
  };
}
