import { atKey } from "../archive/problems.ts";
import { dialectNamed, dialectNames } from "../dumps/dialects/registry.ts";
import type { LiveBlogFile } from "../model/authored.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { didYouMean } from "../schema/suggest.ts";

/** The dialects that the claims of an `index.md` name. Diagnostic: `dialect-not-found`, an error at the name. */
export function checkDialects(index: LiveBlogFile): readonly Diagnostic[] {
  return index.dumps.flatMap(({ dialect }, at) =>
    dialect === null || dialectNamed(dialect) !== null
      ? []
      : [
          atKey(index, `dumps.${at}.dialect`, {
            code: "dialect-not-found",
            severity: "error",
            message: `There is no dialect "${dialect}", so nobody knows how the dump is to be read.`,
            hint: dialectHint(dialect),
          }),
        ],
  );
}

/** What to write instead of a dialect's name that nobody knows: the nearest one, and all there are. */
export function dialectHint(name: string): string {
  const meant = didYouMean(name, dialectNames);
  const all = `Known dialects: ${dialectNames.join(", ")}.`;
  return meant === null ? all : `Did you mean "${meant}"? ${all}`;
}
