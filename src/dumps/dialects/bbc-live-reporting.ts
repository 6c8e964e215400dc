import type { DumpBlock } from "../../model/block.ts";
import type { Entry } from "../../model/dump.ts";
import type { Claim, Dialect, InkedLine, Page, Reading } from "../dialect.ts";
import { type Account, openAccount } from "../parts/account.ts";
import { numberedClocks } from "../parts/legacy-numbered.ts";
import { numberedHeads, numbersOf, type Slice, sliceByHeads } from "../parts/numbered-slices.ts";
import { reportNumbering } from "../parts/numbering.ts";
import { readReportingBody } from "../parts/reporting-body.ts";
import type { Habits } from "../parts/reporting-draft.ts";
import { headerMarks, readReportingHeader } from "../parts/reporting-header.ts";
import { habitsOf } from "../parts/reporting-people.ts";
import type { Row } from "../parts/reporting-rows.ts";
import { BREAKING_GLUED, ENVELOPE, opensReporting } from "../parts/reporting-words.ts";
import { hasGluedStamp, hasStampMarker, realHeadline } from "../parts/stamp.ts";

/**
 * A BBC live page of 2015 to 2023: numbered posts under `Live Reporting`, newest first, none of them with a time.
 *
 *     Live Reporting
 *
 *     By Ines Barrow
 *
 *     All times stated are UK
 *
 *       1. Headline
 *
 *         Name
 *
 *         Role
 *
 *         Paragraph
 *
 * The summary, above `Live Reporting`, is numbered too. A post without a headline may have lost its number line.
 */
export const bbcLiveReporting: Dialect = { name: "bbc-live-reporting", claim, read, begins };

const isHead = (text: string): boolean => text !== "";

/** Without any mark of the header, this many numbered posts with bodies below them speak for the dialect. */
const ENOUGH_HEADS = 2;

function claim(page: Page): Claim | null {
  if (hasGluedStamp(page.inked)) return null;
  const rows = page.inked;
  const marks = headerMarks(rows);
  const { body } = readReportingHeader(rows, openAccount(page));
  const heads = numberedHeads(rows.slice(body), isHead);
  const first = heads[0];
  if (first === undefined) return null;
  const withBodies = rows.slice(body).some((row) => row.line > first.line && row.indent > first.indent);
  // Older pages print the time behind the number, and fewer marks: those are another dialect's.
  if (marks === 0 && (heads.length < ENOUGH_HEADS || !withBodies || numberedClocks(rows) > 0)) return null;
  return {
    why: "numbered headlines without times, under the marks of a `Live Reporting` page",
    lines: marks + heads.length,
  };
}

/** The first mark of its header, or the first number: of its summary, or of its posts where the header is lost. */
function begins({ text }: InkedLine): boolean {
  return opensReporting(text) || (/^1\. ./.test(text) && !hasStampMarker(text));
}

function read(page: Page): Reading {
  const { count, inked: rows } = page;
  const account = openAccount(page);
  const header = readReportingHeader(rows, account);
  const body = rows.slice(header.body);
  const { before, slices } = sliceByHeads(body, numberedHeads(body, isHead));
  const whole = slices.flatMap(unwrapEnvelope);
  const habits = habitsOf(
    rows,
    whole.map((slice) => slice.rows),
  );
  const entries = whole.map((slice, at) => readEntry(slice, whole[at + 1], count, habits, account));
  return {
    title: header.title,
    date: header.date,
    order: "newest-first",
    summary: header.summary,
    byline: header.byline,
    preamble: [...header.preamble, ...readBefore(before, account)],
    entries,
    account,
    diagnostics: reportNumbering(page, numbersOf(slices)),
  };
}

/** Rows between the header and the first post. */
function readBefore(before: readonly Row[], account: Account): readonly DumpBlock[] {
  return before.map(({ line, text }) => {
    account.claim(line, line, "preamble");
    return { kind: "paragraph", text, start: line, end: line };
  });
}

/** `Envelope update` numbers a post that has its real headline in its first line. Often, not always, that used up the next number. */
function unwrapEnvelope(slice: Slice, at: number, slices: readonly Slice[]): readonly Slice[] {
  const [first, ...rest] = slice.rows;
  if (slice.text !== ENVELOPE || first === undefined || first.text === "") return [slice];
  const n = slices[at + 1]?.n === slice.n + 1 ? slice.n : slice.n + 1;
  const inner = { ...slice, n, head: first, text: first.text, rows: rest, cue: "headline in an envelope" };
  return [{ ...slice, rows: [] }, inner];
}

function readEntry(slice: Slice, next: Slice | undefined, lines: number, habits: Habits, account: Account): Entry {
  const { head, rows } = slice;
  if (head !== null) account.claim(head.line, head.line, "headline");
  const ownLine = rows[0]?.text === "Breaking" ? rows[0] : null;
  if (ownLine !== null) account.claim(ownLine.line, ownLine.line, "headline");
  const body = readReportingBody(
    ownLine === null ? rows : rows.slice(1),
    { habits, closesTight: slice.closesTight },
    account,
  );
  const headline = realHeadline(slice.text.replace(BREAKING_GLUED, ""));
  const start = startOf(slice);
  return {
    n: slice.n,
    start,
    end: next === undefined ? lines : startOf(next) - 1,
    headline,
    stamp: null,
    breaking: ownLine !== null || BREAKING_GLUED.test(slice.text),
    ...body,
    certain: slice.certain,
    cue: slice.cue,
  };
}

const startOf = ({ head, rows }: Slice): number => head?.line ?? rows[0]?.line ?? 1;
