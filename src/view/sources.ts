import type { DumpAccount } from "../model/live-blog.ts";
import type { Words } from "../model/strings.ts";
import { type BlockView, blockViews, type Surroundings } from "./blocks.ts";
import { type LicenceView, licenceView } from "./licence.ts";
import { listed } from "./wording.ts";

/** One dump in the account that a page gives of its sources. */
export interface SourceView {
  readonly file: string;
  readonly sha256: string;
  readonly facts: string;
  readonly licence: LicenceView;
  /** What of it is not on the page and why; null where all of it is. */
  readonly leftOut: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly summary: readonly string[];
  readonly preamble: readonly BlockView[];
}

function leftOut(account: DumpAccount, words: Words): string | null {
  const lines = new Map<string, number>();
  for (const { role, start, end } of account.leftOut) lines.set(role, (lines.get(role) ?? 0) + end - start + 1);
  if (lines.size === 0) return null;
  const reasons = [...lines].sort().map(([role, count]) => {
    const reason = words.say(`sources.reason.${role}`) || role;
    return words.say("sources.left-out-part", { lines: words.say("count.lines", { count }), reason });
  });
  return words.say("sources.left-out", { reasons: listed(reasons, words) });
}

/** A dump's account for the foot of the page. */
export function sourceView(account: DumpAccount, surroundings: Surroundings): SourceView {
  const { words } = surroundings;
  const { file, sha256, dialect, lines, page, posts, uncertain, title, summary, byline } = account;
  const facts = [
    ...(page === null ? [] : [words.say("sources.page", { page })]),
    words.say(`sources.dialect.${dialect}`) || dialect,
    words.say("count.lines", { count: lines }),
    words.say("count.posts", { count: posts }),
    ...(uncertain === 0 ? [] : [words.say("sources.uncertain", { count: uncertain })]),
  ];
  return {
    file: file.replace(/^seeds\//, ""),
    ...{ sha256, title, summary, byline },
    facts: facts.join(" · "),
    licence: licenceView(account.licence, "sources.no-licence", words),
    leftOut: leftOut(account, words),
    preamble: blockViews(account.preamble, { ...surroundings, assets: new Map(), pointers: new Map() }),
  };
}
