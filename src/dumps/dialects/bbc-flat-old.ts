import type { Entry } from "../../model/dump.ts";
import type { Claim, Dialect, InkedLine, Page, Reading } from "../dialect.ts";
import { type Account, openAccount } from "../parts/account.ts";
import { readClock } from "../parts/clock.ts";
import { numberedHeads } from "../parts/numbered-slices.ts";
import { readReportingBody } from "../parts/reporting-body.ts";
import type { Habits } from "../parts/reporting-draft.ts";
import { headerMarks, readReportingHeader } from "../parts/reporting-header.ts";
import { habitsOf, isNameOver } from "../parts/reporting-people.ts";
import type { Row } from "../parts/reporting-rows.ts";
import { BREAKING_GLUED, creditOf, isFurniture, opensReporting } from "../parts/reporting-words.ts";
import { isOutlet } from "../parts/shapes.ts";
import { hasGluedStamp, realHeadline } from "../parts/stamp.ts";
import { boundariesUncertain } from "../parts/uncertain-boundaries.ts";
import { foldedSummary, lineCounts } from "../parts/unnumbered-cues.ts";
import { type UnnumberedStart, unnumberedStarts } from "../parts/unnumbered-starts.ts";

/**
 * A BBC live page of 2015 to 2023 (`bbc-live-reporting`) whose text lost its numbers and its indentation: headlines stand
 * between blanks, or, where those are lost too, on lines of their own.
 *
 *     Severe accident: M42 northbound
 *
 *     BBC News Travel
 *
 *     One lane is closed.
 */
export const bbcFlatOld: Dialect = { name: "bbc-flat-old", claim, read, begins };

/** Marks that such a page prints amid its posts, this many of them where its header is lost. */
const ENOUGH_MARKS = 2;

const isHead = (text: string): boolean => text !== "";

function claim(page: Page): Claim | null {
  if (hasGluedStamp(page.inked)) return null;
  const rows = page.inked;
  const marks = headerMarks(rows);
  const inner = innerMarks(rows);
  // Many copyists put a date in front: alone it proves nothing, and with times behind it another dialect.
  const dateOnly = marks === 1 && /^date /.test(rows[0]?.text ?? "");
  if ((marks === 0 || dateOnly) && inner < ENOUGH_MARKS && !(dateOnly && headlinesAlone(rows))) return null;
  const { body } = readReportingHeader(rows, openAccount(page));
  if (numberedHeads(rows.slice(body), isHead).length > 0) return null;
  return { why: "the marks of a `Live Reporting` page, and no numbers", lines: marks + inner };
}

/** Whether no row is or holds a stamp, and several are headlines: two beyond doubt, or more that may be. */
function headlinesAlone(rows: readonly Row[]): boolean {
  const stamped = rows.some(
    ({ text }) => readClock(text) !== null || /\d{10}|\d[:.]\d{2}(?: ?[ap]m)?(?: [A-Z]{2,4})?$/.test(text.slice(-40)),
  );
  if (stamped) return false;
  const habits = habitsOf(rows, []);
  const starts = unnumberedStarts({ rows: rows.slice(1), habits, summary: new Set(), times: lineCounts(rows) });
  const headed = starts.filter((start) => start.headed);
  return headed.length > ENOUGH_MARKS || headed.filter(({ certain }) => certain).length >= ENOUGH_MARKS;
}

/** Lines that only pages of this kind print: placeholders, share tools, credits, an outlet under a short line. */
function innerMarks(rows: readonly Row[]): number {
  return rows.filter(({ text }, at) => {
    const above = rows[at - 1];
    if (text === "Post update" || (isFurniture(text) && /share|sharing/i.test(text))) return true;
    if (text.startsWith("Copyright: ") && creditOf(text) !== null) return true;
    const bbc = text.split(" ").includes("BBC");
    return (
      bbc &&
      above !== undefined &&
      ((isOutlet(text) && above.text.length <= 100) || isNameOver(above, rows[at] ?? above))
    );
  }).length;
}

/** The first mark of its header. */
function begins({ text }: InkedLine): boolean {
  return opensReporting(text);
}

function read(page: Page): Reading {
  const { count, inked: rows } = page;
  const account = openAccount(page);
  const header = readReportingHeader(rows, account);
  const body = rows.slice(header.body);
  const summary = foldedSummary(header.summary.map(({ text }) => text));
  const known = habitsOf(rows, groupsAfterText(body));
  const starts = unnumberedStarts({ rows: body, habits: known, summary, times: lineCounts(body) });
  const slices = starts.map((start, at) => ({ start, rows: body.slice(start.at, starts[at + 1]?.at) }));
  const habits = habitsOf(
    rows,
    slices.map(({ start, rows: own }) => own.slice(start.headed ? 1 : 0)),
  );
  const entries = slices.map(({ start, rows: own }, at) => {
    const next = slices[at + 1]?.rows[0]?.line ?? count + 1;
    return readEntry(own, start, { n: at + 1, end: next - 1 }, habits, account);
  });
  const above = body.slice(0, starts[0]?.at ?? body.length);
  const before = readReportingBody(above, { habits, begun: true }, account).blocks;
  return {
    title: header.title,
    date: header.date,
    order: "newest-first",
    summary: header.summary,
    byline: header.byline,
    preamble: [...header.preamble, ...before],
    entries,
    account,
    diagnostics: boundariesUncertain(page, entries, "the numbers of its posts"),
  };
}

/** Second lines of runs of short lines: where labels stand before the entries are known. */
function groupsAfterText(rows: readonly Row[]): readonly (readonly Row[])[] {
  return rows.flatMap((row, at) => {
    const above = rows[at - 1];
    return above === undefined || above.text.length > 100 ? [] : [[row, ...rows.slice(at + 1, at + 2)]];
  });
}

function readEntry(
  rows: readonly Row[],
  start: UnnumberedStart,
  { n, end }: { readonly n: number; readonly end: number },
  habits: Habits,
  account: Account,
): Entry {
  const [first] = rows;
  const line = first?.line ?? 1;
  const printed = first?.text ?? "";
  if (start.headed) account.claim(line, line, "headline");
  const body = readReportingBody(start.headed ? rows.slice(1) : rows, { habits }, account);
  return {
    n,
    start: line,
    end,
    headline: start.headed ? realHeadline(printed.replace(BREAKING_GLUED, "")) : null,
    stamp: null,
    breaking: start.headed && BREAKING_GLUED.test(printed),
    ...body,
    certain: start.certain,
    cue: start.cue,
  };
}
