import type { Dialect, Page, Reading } from "../dialect.ts";
import { openAccount } from "../parts/account.ts";
import { readUntimed, untimedLayout } from "../parts/untimed-layout.ts";

/**
 * The last resort, for a dump that no dialect claims: untimed paragraphs, cut at headlines or blank lines, every boundary
 * uncertain; a few lines are one entry that keeps each as text. It promises nothing.
 */
export const plain: Dialect = { name: "plain", claim: () => null, read };

function read(page: Page): Reading {
  const layout = untimedLayout(page);
  return layout.enough ? readUntimed(page, layout) : readAsOne(page);
}

function readAsOne(page: Page): Reading {
  const account = openAccount(page);
  const blocks = page.inked.map(({ line, text }) => ({ kind: "unparsed", text, start: line, end: line }) as const);
  for (const { start } of blocks) account.claim(start, start, "unparsed");
  const entry = {
    n: 1,
    start: 1,
    end: page.count,
    headline: null,
    stamp: null,
    breaking: false,
    labels: [],
    contributor: null,
    blocks,
    certain: false,
    cue: "no dialect knows where entries start here",
  };
  return {
    title: null,
    order: "newest-first",
    summary: [],
    byline: [],
    preamble: [],
    entries: blocks.length === 0 ? [] : [entry],
    account,
    diagnostics: [],
  };
}
