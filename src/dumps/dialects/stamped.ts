import type { Claim, Dialect, Page, Reading } from "../dialect.ts";
import { openAccount } from "../parts/account.ts";
import { rowsOf, withoutTwins } from "../parts/page-rows.ts";
import { cutPosts } from "../parts/post-cuts.ts";
import { readPublisherPage } from "../parts/publisher-page.ts";
import { learnPattern } from "../parts/stamp-pattern.ts";

/**
 * A live blog of any publisher that stamps its posts regularly. How it does is learned from the dump: which look of a time
 * most of its rows share, whether it stands over the posts, under their headlines, in front of their words or behind them,
 * and which order the times run in. Times that look otherwise are words.
 */
export const stamped: Dialect = { name: "stamped", general: true, claim, read };

function claim({ lines }: Page): Claim | null {
  const pattern = learnPattern(withoutTwins(rowsOf(lines)).rows);
  return pattern === null ? null : { why: `posts stamped by ${pattern.words}`, lines: pattern.stamps.length };
}

function read(page: Page): Reading {
  const account = openAccount(page.lines);
  const { rows, twins } = withoutTwins(rowsOf(page.lines));
  for (const { line } of twins) account.claim(line, line, "stamp");
  const pattern = learnPattern(rows);
  return readPublisherPage({
    ...{ page, rows, pattern, account, usual: "newest-first" },
    cut: (settled) => (settled === null ? [] : cutPosts(rows, settled)),
  });
}
