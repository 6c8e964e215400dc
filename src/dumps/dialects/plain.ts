import type { Dialect, Page, Reading } from "../dialect.ts";
import { openAccount } from "../parts/account.ts";
import { isBlank, words } from "../parts/lines.ts";
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

function readAsOne({ lines }: Page): Reading {
  const account = openAccount(lines);
  const full = lines.filter((line) => !isBlank(line));
  for (const { number } of full) account.claim(number, number, "unparsed");
  const blocks = full.map(
    ({ number, text }) => ({ kind: "unparsed", text: words(text), start: number, end: number }) as const,
  );
  const entry = {
    n: 1,
    start: 1,
    end: lines.length,
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
