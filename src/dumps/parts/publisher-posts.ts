import type { Entry } from "../../model/dump.ts";
import type { PrintedStamp } from "../../model/stamp.ts";
import type { Account } from "./account.ts";
import { gluedHeadline } from "./glued.ts";
import { openingHead, opensMoment } from "./moments.ts";
import type { Row } from "./page-rows.ts";
import { authorHabit, contributorIn, type Signed, takeAuthor } from "./post-authors.ts";
import { type BodyRow, isAltOf, readPostBody } from "./post-body.ts";
import type { Cut } from "./post-cuts.ts";
import { isHeadlineShaped } from "./post-headline.ts";
import { isResidue } from "./residue.ts";
import { endsSentence, wordCount } from "./shapes.ts";
import { type Sighting, sightingOn } from "./sightings.ts";
import { realHeadline } from "./stamp.ts";

/**
 * Reads the posts that a page was cut into.
 * @param byline who wrote the page, by its top
 */
export function readPosts(
  count: number,
  rows: readonly Row[],
  cuts: readonly Cut[],
  byline: readonly string[],
  account: Account,
): readonly Entry[] {
  const authors = authorHabit(cuts, byline);
  const posts = cuts.map((cut) => takeAuthor(cut, authors));
  const { ofTelling, ofAll, glued } = headlineHabit(posts.map(({ cut }) => cut));
  return posts.map((post, index): Entry => {
    const next = cuts[index + 1];
    const opening = post.cut.rows.find(({ text }) => !isResidue(text))?.text ?? "";
    const isLong = next === undefined && wordCount(opening) > FEW_WORDS;
    const headed = isLong ? ofAll >= OF_THE_LAST : ofTelling >= 0.5 && ofAll >= 0.5;
    const start = rows[post.cut.start]?.line ?? 1;
    const end = next === undefined ? count : (rows[next.start]?.line ?? count + 1) - 1;
    return { n: index + 1, start, end, ...readPost(post, rows, { headed, glued, authors }, account) };
  });
}

/** The last row of a dump may be a sentence that was cut off: but for a few words it is a headline where nearly every post has one. */
const OF_THE_LAST = 0.75;
const FEW_WORDS = 6;

type Post = Omit<Entry, "n" | "start" | "end">;

/** What a page does over and over. */
interface Habits {
  /** Whether it heads its posts, so that a lone row is a headline. */
  readonly headed: boolean;
  /** Whether its headlines stand glued to the first sentence. */
  readonly glued: boolean;
  /** Who wrote it, by its top, and the names under its stamps, where authors stand there. */
  readonly authors: ReadonlySet<string>;
}

function readPost(signed: Signed, rows: readonly Row[], habits: Habits, account: Account): Post {
  for (const { line } of signed.rows) account.claim(line, line, "contributor");
  const { cut } = signed;
  const { stamp, certain, cue } = cut;
  if (stamp !== null) {
    const line = rows[stamp.at]?.line ?? 0;
    if (stamp.rest === "" && isRead(stamp)) account.claim(line, line, "stamp");
  }
  if (cut.headline !== null) account.claim(cut.headline.line, cut.headline.line, "headline");
  const headline = headlineOf(cut, habits);
  if (headline?.line !== undefined) account.claim(headline.line, headline.line, "headline");
  const by = contributorIn(headline?.rest ?? cut.rows, habits.authors);
  for (const line of by.lines) account.claim(line, line, "contributor");
  const minute = openingMinute(by.rest);
  const unread = stamp?.rest === "" && !isRead(stamp) ? rows.slice(stamp.at, stamp.at + 1) : [];
  return {
    headline: realHeadline(cut.headline?.text ?? headline?.text ?? ""),
    stamp: withMinute(stamp, minute?.stamp ?? null),
    breaking: false,
    labels: [],
    contributor: signed.contributor ?? by.contributor,
    blocks: readPostBody([...unread, ...(minute?.rows ?? by.rest)], account),
    ...{ certain, cue },
  };
}

/** Whether a stamp tells anything. One that no clock shows, or that the dump was cut off in, stays words, which readers see. */
const isRead = ({ reading: { stamp } }: Sighting): boolean =>
  [stamp.time, stamp.date, stamp.relative, stamp.minute].some((part) => part !== null);

interface Headline {
  readonly text: string;
  /** Its line, where it stands on one of its own. */
  readonly line?: number;
  readonly rest: readonly BodyRow[];
}

/** The words over a post: on a row of their own, in capitals before its first sentence, glued between stamp and body. */
function headlineOf({ stamp, headline, rows }: Cut, { headed, glued }: Habits): Headline | null {
  const at = rows.findIndex(({ text }) => !isResidue(text));
  const first = rows[at];
  if (first === undefined || headline !== null || first.bullet) return null;
  const rest = rows.slice(at + 1);
  const behindStamp = stamp !== null && stamp.rest === first.text;
  if (behindStamp && stamp.place === "inline") {
    const parts = glued ? gluedTo(stamp) : null;
    if (parts !== null) return { text: parts.headline, rest: [{ ...first, text: parts.body }, ...rest] };
    const over = rest.some(({ text }) => !isResidue(text));
    return headed && over && isHeadlineShaped(first.text) ? { text: first.text, line: first.line, rest } : null;
  }
  const second = rest.find(({ text }) => !isResidue(text));
  const isCry = stamp === null && openingHead(first.text) !== null && !endsSentence(first.text);
  const isWhole = (second !== undefined || isCry) && isHeadlineShaped(first.text);
  const opening = stamp === null && !isWhole ? openingHead(first.text) : null;
  if (opening !== null && opening.length < first.text.length) {
    const body = { ...first, text: first.text.slice(opening.length + 1) };
    return { text: opening.replace(/:$/, ""), rest: [body, ...rest] };
  }
  if (behindStamp || !isHeadlineShaped(first.text) || isAltOf(first, second)) return null;
  // A single row with one sentence behind another is a body that was cut off.
  const isMoment = stamp === null && opensMoment(first.text) && first.text.endsWith("!");
  if (second === undefined && !isMoment && !isCry && (!headed || /\p{Ll}{3}[.!?] \p{Lu}/u.test(first.text)))
    return null;
  const before = rows.slice(0, at);
  return { text: first.text, line: first.line, rest: [...before, ...rest] };
}

/** A headline glued between a stamp with a zone and the body, where that can be told. */
function gluedTo({ mark, reading, rest }: Sighting): ReturnType<typeof gluedHeadline> {
  return mark === " " && reading.stamp.zone !== null ? gluedHeadline(rest) : null;
}

/**
 * Which share of its posts a page heads: of those of which more than one row is left, and of all but the last. Whether it glues
 * headlines to bodies.
 */
function headlineHabit(cuts: readonly Cut[]): {
  readonly ofTelling: number;
  readonly ofAll: number;
  readonly glued: boolean;
} {
  const bodies = cuts.map((cut) => cut.rows.filter(({ text }) => !isResidue(text)));
  const isHeaded = ([first, ...others]: readonly BodyRow[]): boolean =>
    first !== undefined && others.length > 0 && isHeadlineShaped(first.text);
  const telling = bodies.filter((rows) => rows.length > 1);
  const others = bodies.slice(0, -1).filter((rows) => rows.length > 0);
  const share = (all: readonly (readonly BodyRow[])[]): number => all.filter(isHeaded).length / Math.max(all.length, 1);
  const inline = cuts.flatMap(({ stamp }) => (stamp?.place === "inline" ? [stamp] : []));
  const glued = inline.filter((stamp) => gluedTo(stamp) !== null);
  return { ofTelling: share(telling), ofAll: share(others), glued: glued.length * 2 > inline.length };
}

/** `43 min: The corner comes to nothing.` under a stamp, or where there is none. */
function openingMinute(rows: readonly BodyRow[]): { stamp: PrintedStamp; rows: readonly BodyRow[] } | null {
  const at = rows.findIndex(({ text }) => !isResidue(text));
  const first = rows[at];
  if (first === undefined || first.bullet) return null;
  const seen = sightingOn({ ...first, indent: 0 }, at);
  if (seen === null || seen.reading.form !== "minute" || seen.place !== "inline" || seen.rest === "") return null;
  return {
    stamp: seen.reading.stamp,
    rows: [...rows.slice(0, at), { ...first, text: seen.rest }, ...rows.slice(at + 1)],
  };
}

function withMinute(seen: Sighting | null, minute: PrintedStamp | null): PrintedStamp | null {
  const stamp = seen?.reading.stamp ?? null;
  if (minute === null || stamp === null) return stamp ?? minute;
  return { ...stamp, printed: `${stamp.printed}, ${minute.printed}`, minute: minute.minute };
}
