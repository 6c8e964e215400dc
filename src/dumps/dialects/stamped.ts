import type { Claim, Dialect, InkedLine, Page, Reading } from "../dialect.ts";
import { openAccount } from "../parts/account.ts";
import { readClock } from "../parts/clock.ts";
import { loneStamp } from "../parts/lone-stamp.ts";
import { rowsOf, withoutTwins } from "../parts/page-rows.ts";
import { cutPosts } from "../parts/post-cuts.ts";
import { readPublisherPage } from "../parts/publisher-page.ts";
import { learnPattern, type StampPattern } from "../parts/stamp-pattern.ts";

/**
 * A live blog of any publisher that stamps its posts regularly. How it does is learned from the dump: which look of a time
 * most of its rows share, whether it stands over the posts, under their headlines, in front of their words or behind them,
 * and which order the times run in. Times that look otherwise are words.
 */
export const stamped: Dialect = { name: "stamped", general: true, claim, read, begins };

interface Learned extends ReturnType<typeof withoutTwins> {
  readonly pattern: StampPattern | null;
}

function learn({ inked }: Page): Learned {
  const { rows, twins } = withoutTwins(rowsOf(inked));
  return { rows, twins, pattern: learnPattern(rows) ?? loneStamp(rows) };
}

function claim(page: Page): Claim | null {
  const learned = learn(page);
  const { pattern } = learned;
  if (pattern === null) return null;
  return { why: `posts stamped by ${pattern.words}`, lines: pattern.stamps.length, read: () => readBy(learned, page) };
}

/** A time alone on its line, with nothing further in. */
function begins({ text, indent }: InkedLine): boolean {
  return indent === 0 && text.length < 40 && readClock(text)?.length === text.length;
}

function read(page: Page): Reading {
  return readBy(learn(page), page);
}

function readBy({ rows, twins, pattern }: Learned, page: Page): Reading {
  const account = openAccount(page);
  for (const { line } of twins) account.claim(line, line, "stamp");
  return readPublisherPage({
    ...{ page, rows, pattern, account, usual: "newest-first" },
    cut: (settled) => (settled === null ? [] : cutPosts(rows, settled)),
  });
}
