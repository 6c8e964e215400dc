import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Entry } from "../../model/dump.ts";
import type { Page, Reading } from "../dialect.ts";
import type { Account } from "./account.ts";
import { readClock } from "./clock.ts";
import { type DayHeading, datedByHeadings, dayHeadings } from "./day-headings.ts";
import { stampUnreadable } from "./legacy-order.ts";
import { placeOf } from "./lines.ts";
import { prefixedDate, type Row } from "./page-rows.ts";
import { readTop } from "./page-top.ts";
import type { Cut } from "./post-cuts.ts";
import { isHeadlineShaped } from "./post-headline.ts";
import { readPosts } from "./publisher-posts.ts";
import { isResidue } from "./residue.ts";
import type { Sighting } from "./sightings.ts";
import { orderOf, settleHalves } from "./stamp-order.ts";
import type { StampPattern } from "./stamp-pattern.ts";

/** What a publisher's dialect found on a page. */
export interface PublisherPage {
  readonly page: Page;
  readonly rows: readonly Row[];
  readonly pattern: StampPattern | null;
  /** Cuts the page into posts by its stamps, their halves of the day settled. */
  readonly cut: (pattern: StampPattern | null) => readonly Cut[];
  /** The order where the stamps do not tell. */
  readonly usual: Reading["order"];
  readonly account: Account;
}

/** Reads a page of any publisher, once it is known where its posts start. Diagnostics: `stamp-unreadable`, `half-day-assumed`, `headline-guessed`. */
export function readPublisherPage({ page, rows, pattern, cut, usual, account }: PublisherPage): Reading {
  const { stamps: halved, settled } = settleHalves(pattern?.stamps ?? []);
  const headings = dayHeadings(rows);
  const stamps = datedByHeadings(halved, headings);
  const all = withoutHeadings(cut(pattern === null ? null : { ...pattern, stamps }), rows, headings, account);
  const cuts = all.slice(contentsLength(all, rows));
  const top = readTop(rows.slice(0, cuts[0]?.start ?? rows.length), account);
  const entries = readPosts(page.count, rows, cuts, top.byline, account);
  return {
    ...top,
    date: prefixedDate(page.inked) ?? top.date,
    order: orderOf(stamps, usual),
    summary: [],
    entries,
    account,
    diagnostics: [
      ...(pattern?.unreadable ?? []).map((sighting) => unreadable(page, rows, sighting)),
      ...settled.map((sighting) => halfDayAssumed(page, rows, sighting)),
      ...headlinesGuessed(page, entries, cuts),
    ],
  };
}

const CONTENTS = /^key (?:posts|events|moments)$/i;

/**
 * How many of a page's first posts are its table of contents: at least two in a row that are a time and a headline and nothing
 * else, right under a heading that says so, or of which one comes again further down, with its body.
 *
 *     Key posts
 *     5.43pm
 *     Mayor concedes
 *     5.10pm
 *     Polls shut
 *     5.43pm
 *     Mayor concedes
 *     The mayor has rung her rival.
 */
function contentsLength(cuts: readonly Cut[], rows: readonly Row[]): number {
  const telling = cuts.map(({ stamp, rows }) => ({
    time: stamp?.reading.stamp.time ?? null,
    rows: rows.filter(({ text }) => !isResidue(text)),
  }));
  const isLine = ({ time, rows: [first, ...more] }: (typeof telling)[number]): boolean =>
    time !== null && first !== undefined && more.length === 0 && isHeadlineShaped(first.text);
  const known = (post: (typeof telling)[number] | undefined): string => `${post?.time} ${post?.rows[0]?.text}`;
  let count = 0;
  const listed = new Set<string>();
  for (let post = telling[0]; post !== undefined && isLine(post) && !listed.has(known(post)); post = telling[++count]) {
    listed.add(known(post));
  }
  const above = rows[(cuts[0]?.start ?? 0) - 1]?.text ?? "";
  const isNamed = CONTENTS.test(above) && count < telling.length;
  return count > 1 && (isNamed || telling.slice(count).some((post) => listed.has(known(post)))) ? count : 0;
}

/** Takes the headings of days out of the posts that they stand between. */
function withoutHeadings(
  cuts: readonly Cut[],
  rows: readonly Row[],
  headings: readonly DayHeading[],
  account: Account,
): readonly Cut[] {
  const first = cuts[0]?.start ?? rows.length;
  const lines = new Set(headings.filter(({ at }) => at >= first).flatMap(({ at }) => rows[at]?.line ?? []));
  if (lines.size === 0) return cuts;
  for (const line of lines) account.claim(line, line, "stamp");
  return cuts.map((cut) => ({ ...cut, rows: cut.rows.filter(({ line }) => !lines.has(line)) }));
}

/** One note a dump: how many headlines stand glued to their post's first sentence, so that where they end is a judgement. */
function headlinesGuessed(
  { source, lines }: Page,
  entries: readonly Entry[],
  cuts: readonly Cut[],
): readonly Diagnostic[] {
  const guessed = entries.filter(({ headline }, at) => {
    const stamp = cuts[at]?.stamp;
    return headline !== null && stamp?.place === "inline" && stamp.rest.startsWith(`${headline} `);
  });
  const line = lines[(guessed[0]?.start ?? 0) - 1];
  if (line === undefined) return [];
  const where = `${guessed.length === 1 ? "line" : "lines"} ${guessed.map(({ start }) => start).join(", ")}`;
  return [
    {
      ...placeOf(source, line),
      code: "headline-guessed",
      severity: "note",
      message: `Behind the time, headline and first sentence stand on one line with nothing between them (${where}): where a headline ends was judged by its capitals.`,
      hint: "Look these headlines over; amend a post with `headline:` in the live blog's content folder where one is wrong.",
    },
  ];
}

/** A clock may show the figures that lack their mark, `0640The`, at no time that the posts around leave. */
function unreadable(page: Page, rows: readonly Row[], { at, reading: { stamp } }: Sighting): Diagnostic {
  const told = stampUnreadable(page, rows[at]?.line ?? 1, stamp.printed);
  const message = `\`${stamp.printed}\` stands where this page prints a post's time, but its words follow without a mark, and the posts above and below leave no such time between them. The post has no time.`;
  return readClock(stamp.printed) === null ? told : { ...told, message };
}

function halfDayAssumed({ source, lines }: Page, rows: readonly Row[], { at, reading }: Sighting): Diagnostic {
  const number = rows[at]?.line ?? 1;
  return {
    ...placeOf(source, lines[number - 1] ?? { number, text: "" }),
    code: "half-day-assumed",
    severity: "note",
    message: `The page prints \`${reading.stamp.printed}\` without am or pm; beside its neighbours that is ${reading.stamp.time}.`,
    hint: "Nothing to do if that is right; else amend the post with `time:` in the live blog's content folder.",
  };
}
