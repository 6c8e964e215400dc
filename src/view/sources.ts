import type { DumpAccount } from "../model/live-blog.ts";
import { type BlockView, blockViews, type Surroundings } from "./blocks.ts";
import { counted, listed } from "./wording.ts";

/** One dump in the account that a page gives of its sources. */
export interface SourceView {
  readonly file: string;
  readonly sha256: string;
  readonly facts: string;
  /** What of it is not on the page and why; null where all of it is. */
  readonly leftOut: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly summary: readonly string[];
  readonly preamble: readonly BlockView[];
}

const DIALECTS: Readonly<Record<string, string>> = {
  "bbc-structured": "BBC live page, numbered entries with times",
  "bbc-flat": "BBC live page, flattened: headlines, times and boundaries lost, boundaries inferred",
  plain: "unknown layout, shown as it stands",
};

const REASONS: Readonly<Record<string, string>> = {
  embed: "consent notices of embeds, shown as placeholders",
  "lead-duplicate": "the page’s first line, printed twice",
  boilerplate: "the page’s own furniture",
};

function leftOut(account: DumpAccount): string | null {
  const lines = new Map<string, number>();
  for (const { role, start, end } of account.leftOut) lines.set(role, (lines.get(role) ?? 0) + end - start + 1);
  if (lines.size === 0) return null;
  const reasons = [...lines].sort().map(([role, count]) => `${counted(count, "line")} (${REASONS[role] ?? role})`);
  return `Left out: ${listed(reasons)}.`;
}

/** A dump's account for the foot of the page. */
export function sourceView(account: DumpAccount, surroundings: Surroundings): SourceView {
  const { file, sha256, dialect, lines, page, posts, uncertain, title, summary, byline } = account;
  const facts = [
    ...(page === null ? [] : [`page ${page}`]),
    DIALECTS[dialect] ?? dialect,
    counted(lines, "line"),
    counted(posts, "post"),
    ...(uncertain === 0 ? [] : [`${uncertain} of them with an inferred start`]),
  ];
  return {
    file: file.replace(/^seeds\//, ""),
    ...{ sha256, title, summary, byline },
    facts: facts.join(" · "),
    leftOut: leftOut(account),
    preamble: blockViews(account.preamble, { ...surroundings, assets: new Map(), pointers: new Map() }),
  };
}
