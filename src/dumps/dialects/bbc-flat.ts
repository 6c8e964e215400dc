import type { Entry } from "../../model/dump.ts";
import type { Boundary, Claim, Dialect, InkedLine, Page, Reading } from "../dialect.ts";
import { type Account, openAccount } from "../parts/account.ts";
import { readBlocks, readContributor, readLabels } from "../parts/flat-body.ts";
import { chooseStarts, type Start, weighBoundaries } from "../parts/flat-boundaries.ts";
import { type FlatHeader, type Row, readFlatHeader } from "../parts/flat-header.ts";
import { type FlatRow, sortRows } from "../parts/flat-rows.ts";
import { hasStampMarker, realHeadline, splitHeadline } from "../parts/stamp.ts";
import { boundariesUncertain } from "../parts/uncertain-boundaries.ts";

/**
 * A BBC live page as text without structure: one line a paragraph, no blanks, no numbers. Of headlines and times only the
 * first post's are left. Where the others start is told from labels, contributors and cues; each entry says how surely.
 */
export const bbcFlat: Dialect = { name: "bbc-flat", claim, read, begins, beginsOnce: true, boundaries };

function rowsOf({ inked }: Page): readonly Row[] {
  return inked.map(({ line, text, blanks }) => ({ line, text, spaced: blanks > 0 }));
}

const NUMBERED = /^\d{1,5}\. /;

/** Line 1 is a headline with its time glued on, and has no number. */
function claim({ inked }: Page): Claim | null {
  const [first] = inked;
  if (first === undefined || NUMBERED.test(first.text.slice(0, 8))) return null;
  const lead = splitHeadline(first.text);
  if (lead === null || lead.stamp === null) return null;
  return { why: "a headline without a number, `published at` and a time glued to it, on the first line", lines: 1 };
}

/** Another page's lead. Stamped headlines of other pages have a number, or stand under one and further in. */
function begins({ text, indent }: InkedLine): boolean {
  return indent === 0 && !NUMBERED.test(text.slice(0, 8)) && hasStampMarker(text) && splitHeadline(text)?.stamp != null;
}

function read(page: Page): Reading {
  const account = openAccount(page);
  const rows = rowsOf(page);
  const header = readFlatHeader(rows, account);
  const headline = realHeadline(header.lead?.headline ?? "");
  const body = sortRows(rows.slice(header.body), headline);
  const starts = startsOf(body, header);
  const entries = starts.map((start, index) => {
    const inside = body.slice(start.at, starts[index + 1]?.at);
    return { ...readEntry(inside, start, account), n: index + 1 };
  });
  const placed = withLead(reachingNext(entries, page.count), header, rows[0]?.line ?? 1);
  return {
    title: null,
    order: "newest-first",
    summary: header.summary,
    byline: header.byline,
    preamble: header.preamble,
    entries: placed,
    account,
    diagnostics: boundariesUncertain(page, placed, "the lines between its posts"),
  };
}

const NOTHING = { count: 0, inked: [] };

/** Gives the lead's headline and time to the first entry; where nothing is left of that but the lead, the lead is it. */
function withLead(entries: readonly Entry[], { lead }: FlatHeader, line: number): readonly Entry[] {
  if (lead === null) return entries;
  const { stamp, breaking } = lead;
  const [first, ...rest] = entries;
  const alone: Start = { at: 0, certain: false, cue: "the lead, of whose post nothing else is left" };
  const bare = { ...readEntry([], alone, openAccount(NOTHING)), start: line, end: line };
  return [{ ...(first ?? bare), headline: realHeadline(lead.headline), stamp, breaking }, ...rest];
}

function startsOf(body: readonly FlatRow[], header: FlatHeader): readonly Start[] {
  const first: Start = {
    at: 0,
    certain: header.sure && !header.labelOnly,
    cue: "first line after summary and byline; the lead's headline and time are its own",
  };
  if (body.length === 0) return [];
  if (!header.labelOnly || body.length < 2) return chooseStarts(body, first);
  const alone = "the lead repeats a label: the first post has nothing else";
  const second = body[1]?.opening;
  const rest = chooseStarts(body.slice(1), {
    at: 0,
    certain: second !== null && second !== undefined && second.certainty >= 0.9,
    cue: second?.cue ?? alone,
  });
  return [first, ...rest.map((start) => ({ ...start, at: start.at + 1 }))];
}

function boundaries(page: Page): readonly Boundary[] {
  const rows = rowsOf(page);
  const header = readFlatHeader(rows, openAccount(page));
  const body = sortRows(rows.slice(header.body), realHeadline(header.lead?.headline ?? ""));
  const open = header.labelOnly && body.length > 1 ? body.slice(1) : body;
  return weighBoundaries(open, { at: 0, certain: true, cue: "" });
}

/** An entry reaches to the line before the next one, the last to the end of the file. */
function reachingNext(entries: readonly Entry[], lines: number): readonly Entry[] {
  return entries.map((entry, at) => ({ ...entry, end: (entries[at + 1]?.start ?? lines + 1) - 1 }));
}

function readEntry(rows: readonly FlatRow[], { certain, cue }: Start, account: Account): Entry {
  const line = rows[0]?.line ?? 1;
  return {
    n: 1,
    start: line,
    end: line,
    headline: null,
    stamp: null,
    breaking: false,
    labels: readLabels(rows, account),
    contributor: readContributor(rows, account),
    blocks: readBlocks(rows, account),
    certain,
    cue,
  };
}
