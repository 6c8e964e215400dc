import type { DumpBlock } from "../../model/block.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Entry, SummaryBullet } from "../../model/dump.ts";
import type { Line } from "../../model/source.ts";
import type { Claim, Dialect, Page, Reading } from "../dialect.ts";
import { type Account, openAccount } from "../parts/account.ts";
import { isBlank, placeOf, words } from "../parts/lines.ts";
import { isLabelShaped, isMarkedLabel, isNameLine, isRoleLine } from "../parts/shapes.ts";
import { BREAKING, realHeadline } from "../parts/stamp.ts";
import { readBody } from "../parts/structured-body.ts";
import type { Surroundings } from "../parts/structured-draft.ts";
import { findHeads, type Head } from "../parts/structured-heads.ts";

const SUMMARY_HEADINGS: ReadonlySet<string> = new Set(["Summary", "Crynodeb"]);
const BULLET = "•";

/**
 * A BBC live page as text with its structure kept, one page at a time, newest post first:
 *
 *     Summary
 *
 *       • Bullet
 *
 *       1. Headlinepublished at 14:22 British Summer Time 23 April 2017
 *
 *         Label
 *
 *         Name
 *         Role
 *
 *         Paragraph
 *
 * Entries are split on their heads, never on blank lines: a picture, a list or an embed goes without a blank after it.
 */
export const bbcStructured: Dialect = { name: "bbc-structured", claim, read };

function claim({ lines }: Page): Claim | null {
  const heads = findHeads(lines).heads.filter((head) => !head.cut).length;
  if (heads > 0) return { why: "numbered headlines with `published at` and a time glued to them", lines: heads };
  const start = summaryHeading(lines, lines.length + 1);
  if (start === null) return null;
  const bullets = lines.filter(isBullet).length;
  return bullets === 0 ? null : { why: "the heading `Summary` over a list of bullets", lines: bullets + 1 };
}

const isBullet = (line: Line): boolean => line.text.trimStart().startsWith(BULLET);

function summaryHeading(lines: readonly Line[], before: number): Line | null {
  return lines.find((line) => line.number < before && SUMMARY_HEADINGS.has(line.text.trim())) ?? null;
}

function read(page: Page): Reading {
  const { lines } = page;
  const account = openAccount(lines);
  const { heads, indent } = findHeads(lines);
  const firstHead = heads[0]?.line ?? lines.length + 1;
  const summary = readSummary(lines, firstHead, account);
  const preamble = readPreamble(lines, firstHead, account);
  const spans = heads.map((head, at) => ({ head, end: (heads[at + 1]?.line ?? lines.length + 1) - 1 }));
  const around = habits(lines, heads);
  const entries = spans.map(({ head, end }) => readEntry(page, head, end, indent, around, account));
  return {
    title: null,
    order: "newest-first",
    summary,
    byline: [],
    preamble,
    entries,
    account,
    diagnostics: [...numbering(page, heads), ...unreadableStamps(page, heads)],
  };
}

/** The bullets between `Summary` and the first entry. */
function readSummary(lines: readonly Line[], firstHead: number, account: Account): readonly SummaryBullet[] {
  const heading = summaryHeading(lines, firstHead);
  if (heading === null) return [];
  account.claim(heading.number, heading.number, "summary-heading");
  const bullets = lines.filter((line) => line.number > heading.number && line.number < firstHead && isBullet(line));
  for (const { number } of bullets) account.claim(number, number, "summary");
  return bullets.map((line) => ({ text: words(line.text.trimStart().slice(BULLET.length)), line: line.number }));
}

/** Everything else before the first entry: a results banner above the summary, a video below it. */
function readPreamble(lines: readonly Line[], firstHead: number, account: Account): readonly DumpBlock[] {
  const taken = new Set(
    account
      .rows()
      .filter(({ role }) => role === "summary" || role === "summary-heading")
      .map(({ start }) => start),
  );
  const rest = lines.filter((line) => line.number < firstHead && !taken.has(line.number));
  const around: Surroundings = {
    recurring: new Set(),
    labelled: false,
    spaced: false,
    closesTight: false,
    indent: -1,
    inEntry: false,
  };
  return readBody(rest, around, account).blocks;
}

type PageHabits = Omit<Surroundings, "closesTight" | "indent" | "inEntry">;

/** What the page does over and over: lines that open several entries, labels, names over roles, blank lines. */
function habits(lines: readonly Line[], heads: readonly Head[]): PageHabits {
  const openings = new Map<string, number>();
  let contributors = 0;
  heads.forEach((head, index) => {
    const end = (heads[index + 1]?.line ?? lines.length + 1) - 1;
    let at = head.headLine;
    while (at < end && lines[at]?.text.trim() === "") at++;
    if (at >= end) return;
    const first = words(lines[at]?.text ?? "");
    const below = lines[at + 1];
    if (below === undefined || isBlank(below)) openings.set(first, (openings.get(first) ?? 0) + 1);
    else if (isNameLine(first) && isRoleLine(words(below.text))) contributors++;
  });
  const recurring = new Set([...openings].filter(([, times]) => times > 1).map(([text]) => text));
  const labels = [...openings.keys()].some(
    (text) => (recurring.has(text) && isLabelShaped(text)) || isMarkedLabel(text),
  );
  const kickers = heads.some(({ kicker }) => kicker !== null);
  return {
    recurring,
    labelled: labels || kickers || contributors === 0,
    spaced: heads.some((head) => lines[head.headLine]?.text.trim() === ""),
  };
}

function readEntry(page: Page, head: Head, end: number, indent: number, around: PageHabits, account: Account): Entry {
  const { lines } = page;
  if (head.kicker !== null) account.claim(head.line, head.line, "kicker");
  account.claim(head.headLine, head.headLine, "headline");
  const below = lines[head.headLine];
  const ownLine = below !== undefined && below.number <= end && below.text.trim() === BREAKING;
  if (ownLine) account.claim(below.number, below.number, "headline");
  const inside = lines.slice(head.headLine + (ownLine ? 1 : 0), end);
  const last = lines[end - 1];
  const closesTight = end < lines.length && last !== undefined && !isBlank(last);
  const body = readBody(inside, { ...around, closesTight, indent: indent === 0 ? -1 : indent, inEntry: true }, account);
  return {
    n: head.n,
    start: head.line,
    end,
    headline: realHeadline(head.stamped.headline),
    stamp: head.stamped.stamp,
    breaking: head.stamped.breaking || ownLine,
    labels: head.kicker === null ? body.labels : [head.kicker, ...body.labels],
    contributor: body.contributor,
    blocks: [...leftOfStamp(head), ...body.blocks],
    certain: true,
    cue: head.cut ? "numbered line at the cut end" : "numbered headline with its time",
  };
}

/** Words after `published at` that are no stamp stay readable. */
function leftOfStamp({ headLine, stamped }: Head): readonly DumpBlock[] {
  if (stamped.stamp !== null || stamped.printed === "") return [];
  return [{ kind: "unparsed", text: stamped.printed, start: headLine, end: headLine }];
}

function lineAt(page: Page, number: number): Line {
  return page.lines[number - 1] ?? { number, text: "" };
}

/** Numbers should count up by one. They are reported and kept, never changed. */
function numbering(page: Page, heads: readonly Head[]): readonly Diagnostic[] {
  return heads.flatMap((head, at): readonly Diagnostic[] => {
    const before = heads[at - 1]?.n ?? 0;
    if (head.n === before + 1) return [];
    const place = placeOf(page.source, lineAt(page, head.line));
    return head.n > before
      ? [
          {
            ...place,
            code: "numbering-gap",
            severity: "note",
            message: `The page numbers this post ${head.n}, after ${before === 0 ? "none" : before}: ${missing(before, head.n)} not in the dump.`,
            hint: "Nothing to do if the dump was saved like that. If you have a fuller copy of the page, add it to seeds/ as well.",
          },
        ]
      : [
          {
            ...place,
            code: "numbering-restart",
            severity: "warning",
            message: `The page numbers this post ${head.n} although the one before it is ${before}: two pages may stand in one file.`,
            hint: "Split the file where the numbering starts again and keep both parts in seeds/.",
          },
        ];
  });
}

function missing(before: number, n: number): string {
  return n === before + 2 ? `number ${before + 1} is` : `numbers ${before + 1} to ${n - 1} are`;
}

function unreadableStamps(page: Page, heads: readonly Head[]): readonly Diagnostic[] {
  return heads
    .filter(({ stamped }) => stamped.stamp === null && stamped.printed !== "")
    .map((head) => ({
      ...placeOf(page.source, lineAt(page, head.headLine)),
      code: "stamp-unreadable",
      severity: "warning",
      message: `The words after this headline, \`${head.stamped.printed.slice(0, 80)}\`, are no time that a clock and a calendar can show. The post has no time; the words stay readable in it.`,
      hint: "If you know when it was published, amend the post with `time:` in the live blog's content folder.",
    }));
}
