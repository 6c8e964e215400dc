import type { DumpBlock } from "../../model/block.ts";
import type { SummaryBullet } from "../../model/dump.ts";
import type { Account } from "./account.ts";
import { endsSentence, isBareHashtag, isLabelShaped, isOutlet, isPersonName, namesRole } from "./shapes.ts";
import { type StampedHeadline, splitHeadline } from "./stamp.ts";

/** A line with words, its words collapsed. */
export interface Row {
  readonly line: number;
  readonly text: string;
  /** Whether a blank line stands before it. */
  readonly spaced: boolean;
}

/** The top of a flat dump, up to its first entry. */
export interface FlatHeader {
  readonly lead: StampedHeadline | null;
  readonly preamble: readonly DumpBlock[];
  readonly summary: readonly SummaryBullet[];
  readonly byline: readonly string[];
  /** Index of the row where entry 1 starts. */
  readonly body: number;
  /** Whether the doubled line shows where entry 1 starts. */
  readonly sure: boolean;
  /** Entry 1 has nothing but a label: the lead repeats a post's first paragraph, and only where there is none its label. */
  readonly labelOnly: boolean;
}

/** A summary with byline, label, name and role is no longer than this. */
const LONGEST_HEADER = 40;

/**
 * Reads
 *
 *     Headlinepublished at 14:22 British Summer Time 23 April 2017      lead: headline and time of entry 1
 *                                                                       a blank only before a results banner
 *     Ines Barrow has 75,012 votes (48.3%)                              banner
 *     The first paragraph of entry 1.                                   doubled: it comes again below
 *     A bullet of the summary
 *     Tam Rossway, Nell Quill and Sam Pinder                            byline
 *     #Label                                                            entry 1 starts
 *     The first paragraph of entry 1.
 *
 * and claims all of it but entry 1.
 */
export function readFlatHeader(rows: readonly Row[], account: Account): FlatHeader {
  const first = rows[0];
  const split = splitHeadline(first?.text ?? "");
  const lead = split === null || split.stamp === null ? null : split;
  if (lead !== null && first !== undefined) account.claim(first.line, first.line, "lead");
  const start = lead === null ? 0 : 1;
  const doubled = findDoubled(rows, start);
  const banner = doubled?.at ?? bannerEnd(rows, start);
  const preamble = rows.slice(start, banner).map(({ line, text }): DumpBlock => {
    account.claim(line, line, "preamble");
    return { kind: "paragraph", text, start: line, end: line };
  });
  if (doubled !== null) account.claim(rows[doubled.at]?.line ?? 0, rows[doubled.at]?.line ?? 0, "lead-duplicate");

  const from = doubled === null ? banner : doubled.at + 1;
  const limit = doubled?.again ?? Math.min(rows.length, from + LONGEST_HEADER);
  const by = findByline(rows, from, limit, doubled !== null);
  const end = by?.at ?? (doubled === null ? looseSummaryEnd(rows, from, limit) : openingOf(rows, from, limit));
  const summary = rows.slice(from, end).map(({ line, text }) => {
    account.claim(line, line, "summary");
    return { text, line };
  });
  const byRow = by === null ? undefined : rows[by.at];
  if (byRow !== undefined) account.claim(byRow.line, byRow.line, "byline");
  const body = by === null ? end : by.at + 1;
  return {
    lead,
    preamble,
    summary,
    byline: by?.names ?? [],
    body,
    sure: doubled !== null,
    labelOnly: doubled !== null && doubled.again === body && isLabel(rows[body]?.text ?? ""),
  };
}

const isLabel = (text: string): boolean =>
  isBareHashtag(text) || (isLabelShaped(text) && !isPersonName(text) && !isOutlet(text));

/** The line under the lead (or under the banner) that comes again where entry 1 starts, and where it does. */
function findDoubled(rows: readonly Row[], start: number): { at: number; again: number } | null {
  // Only a blank line under the lead announces a banner; without one the doubled line comes at once.
  const last = rows[start]?.spaced === true ? start + LONGEST_HEADER : start;
  const seen = new Map<string, number>();
  rows.slice(start, last + LONGEST_HEADER).forEach(({ text }, at) => {
    if (!seen.has(text) && start + at <= last) seen.set(text, start + at);
  });
  for (const [text, at] of seen) {
    const again = rows.slice(at + 1, at + 1 + LONGEST_HEADER).findIndex((row) => row.text === text);
    // Two equal lines running would leave no room for a summary.
    if (again > 0) return { at, again: at + 1 + again };
  }
  return null;
}

/** Without a doubled line: where the results under the blank line end. */
function bannerEnd(rows: readonly Row[], start: number): number {
  if (rows[start]?.spaced !== true) return start;
  let at = start;
  while (isResult(rows[at]?.text ?? "")) at++;
  return at;
}

/** `Ines Barrow of the Reed party has 75,012 votes (48.3%)` */
function isResult(text: string): boolean {
  return text.length <= 160 && /\d/.test(text) && /%|\bvotes?\b|\bseats?\b|results to go/.test(text);
}

interface Byline {
  readonly at: number;
  readonly names: readonly string[];
}

/**
 * The line of reporters' names: `Edited by …`, or several names, or one name. One name alone counts only where the
 * doubled line below shows that the summary ends here, and is not the name over a role.
 */
function findByline(rows: readonly Row[], from: number, limit: number, doubled: boolean): Byline | null {
  const header = rows.slice(from, limit);
  const several = header.findIndex(({ text }) => {
    const names = namesOf(text);
    return names.length > 1 || (names.length === 1 && introduced(text));
  });
  if (several >= 0) return { at: from + several, names: namesOf(header[several]?.text ?? "") };
  if (!doubled) return null;
  const lone = header.findIndex(({ text }) => isPersonName(text));
  if (lone < 0 || header.length - lone > 4) return null;
  const below = header[lone + 1]?.text ?? "";
  if (below !== "" && namesRole(below) && !isPersonName(below)) return null;
  return { at: from + lone, names: [header[lone]?.text ?? ""] };
}

const INTRODUCTIONS = ["Edited by ", "Reporting by ", "Written by ", "Live reporting by ", "By "] as const;

const introduced = (text: string): boolean => INTRODUCTIONS.some((words) => text.startsWith(words));

/** `Edited by Ines Barrow, Tam Rossway and Nell Quill in Harwell, with reporters across Penmarsh` → the three names. */
export function namesOf(line: string): readonly string[] {
  if (line.length > 400) return [];
  const opening = INTRODUCTIONS.find((words) => line.startsWith(words));
  const text = line.slice(opening?.length ?? 0);
  const names: string[] = [];
  for (const part of text.split(/,\s+(?:and )?| and | & /)) {
    const name = part.split(/ (?:in|at|from|with|on) /)[0] ?? "";
    if (!isPersonName(name)) return opening === undefined ? [] : names;
    names.push(name);
    // What follows a place is about the place: `in Harwell, with reporters across Penmarsh`.
    if (name !== part) return opening === undefined ? [] : names;
  }
  return names;
}

/** With a doubled line and no byline: entry 1 may start above that line, with a label, a name and a role. */
function openingOf(rows: readonly Row[], from: number, again: number): number {
  let at = again;
  const text = (back: number): string => (at - back >= from ? (rows[at - back]?.text ?? "") : "");
  if (isPersonName(text(2)) && namesRole(text(1))) at -= 2;
  if (isBareHashtag(text(1))) at -= 1;
  return at;
}

/** With neither: bullets are no sentences, so the first line that is one, or a hashtag, or a name over a role ends them. */
function looseSummaryEnd(rows: readonly Row[], from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const text = rows[at]?.text ?? "";
    const pair = isPersonName(text) && namesRole(rows[at + 1]?.text ?? "");
    if (isBareHashtag(text) || pair || (endsSentence(text) && text.length > 80)) return at;
  }
  return limit;
}
