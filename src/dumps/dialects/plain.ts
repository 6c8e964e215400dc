import type { Dialect, Page, Reading } from "../dialect.ts";
import { openAccount } from "../parts/account.ts";

/** The last resort, for a dump that no dialect claims: one entry that keeps every line as text and promises nothing. */
export const plain: Dialect = { name: "plain", claim: () => null, read };

function read(page: Page): Reading {
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
