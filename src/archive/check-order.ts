import type { LiveBlogFile } from "../model/authored.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Merged, pairKey } from "./overlaps.ts";
import { epochs, greatest, least, oldestPageFirst, printedEpochs } from "./pages.ts";
import type { PagePosts, SourceDump } from "./posts.ts";
import { atClaim } from "./problems.ts";

/** A page with a number. */
type Numbered = PagePosts & { readonly page: number };

/**
 * Whether the order of a live blog's pages is known, by their numbers, else by their times, and whether the two agree.
 * Diagnostics, warnings at the claim: `page-order-unknown` at the first page beside others that has neither;
 * `page-number-doubtful` at a page that has the number of another and no post of it, or whose number makes it newer than a page
 * that begins after it ends.
 * @param merged the same pages when what they share is merged: one that is emptied needs no place
 */
export function checkOrder(
  index: LiveBlogFile | null,
  sources: readonly SourceDump[],
  pages: readonly PagePosts[],
  merged: Merged,
): readonly Diagnostic[] {
  const warn = (file: string, problem: Pick<Diagnostic, "code" | "message" | "hint">): Diagnostic => {
    const claim = sources.find(({ dump }) => dump.file === file)?.claim ?? null;
    const warning = { ...problem, severity: "warning" } as const;
    return index === null || claim === null
      ? { ...warning, file, line: 1, column: 1, excerpt: null }
      : atClaim(index, claim, warning);
  };
  const standing = merged.pages.filter(({ posts }) => posts.length > 0);
  const placeless = standing.filter((page) => page.page === null && epochs(page).length === 0);
  const names = sources.map(({ dump }) => dump.file).filter((file) => placeless.some(({ dump }) => dump.file === file));
  const [first] = names;
  return [
    ...(first === undefined || standing.length < 2 ? [] : [warn(first, unknown(names))]),
    ...doubtful(pages, merged.touching).map(([{ dump, page }, why]) =>
      warn(dump.file, {
        code: "page-number-doubtful",
        message: `${dump.file} is page ${page} here, and ${why}.`,
        hint: "Page 1 is the newest of the original. Mend the number that is wrong, or leave it out where nobody knows it.",
      }),
    ),
  ];
}

function unknown(names: readonly string[]): Pick<Diagnostic, "code" | "message" | "hint"> {
  const [stand, them] = names.length === 1 ? ["stands", "it"] : ["stand", "them"];
  const example = names[0]?.replace(/^seeds\//, "");
  return {
    code: "page-order-unknown",
    message: `Nothing says where ${names.join(", ")} ${stand} among the pages of this live blog: neither a page number nor a time whose day is known. Readers may find ${them} in the wrong place.`,
    hint: `Say which page of the original it was; page 1 is the newest: \`- { file: ${example}, page: 3 }\`.`,
  };
}

/** Pages whose numbers cannot all be right, and why. */
function doubtful(pages: readonly PagePosts[], touching: ReadonlySet<string>): (readonly [Numbered, string])[] {
  const numbered = oldestPageFirst(pages).filter((page): page is Numbered => page.page !== null);
  return numbered.flatMap((page, at): (readonly [Numbered, string])[] => {
    const older = numbered[at - 1];
    if (older === undefined) return [];
    if (older.page === page.page) {
      const twins = numbered.slice(0, at).filter((other) => other.page === page.page);
      const share = twins.some((other) => touching.has(pairKey(other, page)));
      return share ? [] : [[page, `so is ${older.dump.file}, though no post is on both`]];
    }
    if (greatest(printedEpochs(page)) >= least(printedEpochs(older)) || printedEpochs(page).length === 0) return [];
    return [[page, `so newer than page ${older.page}, ${older.dump.file}, which begins after it ends`]];
  });
}
