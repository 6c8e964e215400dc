import type { LiveBlogFile } from "../model/authored.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { epochs } from "./pages.ts";
import type { PagePosts, SourceDump } from "./posts.ts";
import { atClaim } from "./problems.ts";

/**
 * Whether it is known in which order the pages of a live blog stand: by their numbers, else by their times.
 * Diagnostic: `page-order-unknown`, a warning at the claim of the first page beside others that has neither.
 */
export function checkOrder(
  index: LiveBlogFile | null,
  sources: readonly SourceDump[],
  pages: readonly PagePosts[],
): readonly Diagnostic[] {
  const placeless = pages.filter((page) => page.page === null && epochs(page).length === 0 && page.posts.length > 0);
  const names = new Set(placeless.map(({ dump }) => dump.file));
  const [first, ...more] = sources.filter(({ dump }) => names.has(dump.file));
  if (first === undefined || pages.filter(({ posts }) => posts.length > 0).length < 2) return [];
  const { file } = first.dump;
  const all = [first, ...more].map(({ dump }) => dump.file).join(", ");
  const problem = {
    code: "page-order-unknown",
    severity: "warning",
    message: `Nothing says where ${all} ${more.length === 0 ? "stands" : "stand"} among the pages of this live blog: neither a page number nor a time whose day is known. Readers may find ${more.length === 0 ? "it" : "them"} in the wrong place.`,
    hint: `Say which page of the original it was; page 1 is the newest: \`- { file: ${file.replace(/^seeds\//, "")}, page: 3 }\`.`,
  } as const;
  return index === null || first.claim == null
    ? [{ ...problem, file, line: 1, column: 1, excerpt: null }]
    : [atClaim(index, first.claim, problem)];
}
