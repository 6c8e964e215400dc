import type { DumpBlock } from "../../model/block.ts";
import type { Entry } from "../../model/dump.ts";
import type { Claim, Dialect, InkedLine, Page, Reading } from "../dialect.ts";
import { type Account, openAccount } from "../parts/account.ts";
import { reportNumbering } from "../parts/numbering.ts";
import { namesItself } from "../parts/residue.ts";
import { headlineSplitter, isBreaking, realHeadline, type StampedHeadline } from "../parts/stamp.ts";
import { readBody } from "../parts/structured-body.ts";
import { MEDIA_CAPTION, type Surroundings } from "../parts/structured-draft.ts";
import { habitsOf } from "../parts/structured-habits.ts";
import { findHeads, type Head, type Heads } from "../parts/structured-heads.ts";
import { type StampedHead, unreadableStamps } from "../parts/structured-reports.ts";

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

function claim(page: Page): Claim | null {
  const { inked } = page;
  const found = findHeads(inked);
  const heads = found.heads.filter((head) => !head.cut);
  const [first] = heads;
  if (first !== undefined) {
    const from = summaryHeading(inked.slice(0, first.at))?.line ?? first.line;
    return {
      why: "numbered headlines with `published at` and a time glued to them",
      lines: heads.length,
      from,
      read: () => readBy(found, page),
    };
  }
  const bullets = loneSummary(inked);
  return bullets === 0 ? null : { why: "the heading `Summary` over a list of bullets", lines: bullets + 1 };
}

/**
 * How many bullets stand under the summary's heading, where nothing but they and a video do, and no title over it: other
 * publishers' pages have a post with that headline.
 */
function loneSummary(inked: readonly InkedLine[]): number {
  const heading = summaryHeading(inked);
  const at = heading === null ? -1 : inked.indexOf(heading);
  if (at < 0 || inked.slice(0, at).some(({ text }) => namesItself(text))) return 0;
  const below = inked.slice(at + 1);
  const video = below.findIndex(({ text }) => MEDIA_CAPTION.some((mark) => mark === text));
  const bullets = video < 0 ? below : below.slice(0, video);
  return bullets.every(isBullet) ? bullets.length : 0;
}

const isBullet = ({ text }: InkedLine): boolean => text.startsWith(BULLET);

function summaryHeading(inked: readonly InkedLine[]): InkedLine | null {
  return inked.find(({ text }) => SUMMARY_HEADINGS.has(text)) ?? null;
}

function read(page: Page): Reading {
  return readBy(findHeads(page.inked), page);
}

function readBy(found: Heads, page: Page): Reading {
  const { inked } = page;
  const account = openAccount(page);
  const { heads } = found;
  const top = readTop(inked.slice(0, heads[0]?.at), account);
  const around = { ...habitsOf(inked, heads), indent: found.indent === 0 ? -1 : found.indent, inEntry: true };
  const stamped = stampHeads(heads);
  const entries = stamped.map((head, index) => readEntry(page, head, heads[index + 1], around, account));
  return {
    title: null,
    order: "newest-first",
    ...top,
    byline: [],
    entries,
    account,
    diagnostics: [
      ...reportNumbering(
        page,
        heads.map(({ n, line }) => ({ n, line, lost: [] })),
      ),
      ...unreadableStamps(page, stamped),
    ],
  };
}

/** No habits: what stands before the first entry. */
const AT_TOP: Surroundings = {
  recurring: new Set(),
  labelWords: 0,
  spaced: false,
  indent: -1,
  inEntry: false,
};

/** The bullets under `Summary`, and everything else before the first entry: a results banner above, a video below. */
function readTop(top: readonly InkedLine[], account: Account): Pick<Reading, "summary" | "preamble"> {
  const heading = summaryHeading(top);
  if (heading === null) return { summary: [], preamble: readBody(top, AT_TOP, account).blocks };
  account.claim(heading.line, heading.line, "summary-heading");
  const bullets = top.filter((line) => line.line > heading.line && isBullet(line));
  for (const { line } of bullets) account.claim(line, line, "summary");
  const taken = new Set([heading, ...bullets]);
  const rest = top.filter((line) => !taken.has(line));
  return {
    summary: bullets.map(({ text, line }) => ({ text: text.slice(BULLET.length).trimStart(), line })),
    preamble: readBody(rest, AT_TOP, account).blocks,
  };
}

/** A cut head has no stamp to read. */
function stampHeads(heads: readonly Head[]): readonly StampedHead[] {
  const split = headlineSplitter();
  return heads.map((head) => {
    const stamped = head.cut ? null : split(head.text);
    return { head, stamped: stamped ?? { headline: head.text, stamp: null, printed: "", breaking: false } };
  });
}

function readEntry(
  page: Page,
  { head, stamped }: StampedHead,
  next: Head | undefined,
  around: Surroundings,
  account: Account,
): Entry {
  const { count, inked } = page;
  const end = next === undefined ? count : next.line - 1;
  if (head.kicker !== null) account.claim(head.line, head.line, "kicker");
  account.claim(head.headLine, head.headLine, "headline");
  const below = inked[head.below];
  const ownLine = below?.line === head.headLine + 1 && isBreaking(below.text);
  if (ownLine) account.claim(below.line, below.line, "headline");
  const body = readBody(inked.slice(head.below + (ownLine ? 1 : 0), next?.at), around, account);
  return {
    n: head.n,
    start: head.line,
    end,
    headline: realHeadline(stamped.headline),
    stamp: stamped.stamp,
    breaking: stamped.breaking || ownLine,
    labels: head.kicker === null ? body.labels : [head.kicker, ...body.labels],
    contributor: body.contributor,
    blocks: stamped.stamp === null ? [...leftOfStamp(head, stamped), ...body.blocks] : body.blocks,
    certain: true,
    cue: head.cut ? "numbered line at the cut end" : "numbered headline with its time",
  };
}

/** Words after `published at` that are no stamp stay readable. */
function leftOfStamp({ headLine }: Head, { stamp, printed }: StampedHeadline): readonly DumpBlock[] {
  if (stamp !== null || printed === "") return [];
  return [{ kind: "unparsed", text: printed, start: headLine, end: headLine }];
}
