import type { Dump, LedgerRow } from "../model/dump.ts";
import type { DumpAccount } from "../model/live-blog.ts";
import type { SourceDump } from "./posts.ts";

/** Ledger roles whose words readers do not see, each for a reason that the page names. */
const LEFT_OUT: ReadonlySet<string> = new Set(["boilerplate", "embed", "lead-duplicate"]);

/** What became of one dump, for the page's account of its sources. `shown` is the summary that the page shows. */
export function accountOf(
  { dump, page, licence = null }: SourceDump,
  title: string,
  shown: readonly string[],
): DumpAccount {
  const isLeftOut = ({ role }: LedgerRow): boolean => LEFT_OUT.has(role);
  const { file, sha256, dialect, lines, preamble } = dump;
  return {
    ...{ file, sha256, dialect, lines, page, licence, preamble },
    posts: dump.entries.length,
    uncertain: dump.entries.filter(({ certain }) => !certain).length,
    leftOut: dump.ledger.filter(isLeftOut),
    title: dump.title === title ? null : dump.title,
    byline: bylineOf(dump),
    summary: dump.summary.map(({ text }) => text).filter((text) => !shown.includes(text)),
  };
}

/** The printed byline, unless names, commas and "and" are all that it is. */
function bylineOf({ byline, printedByline }: Dump): string | null {
  if (printedByline === null) return null;
  const rest = byline.reduce((left, name) => left.replace(name, ""), printedByline);
  return /\p{L}/u.test(rest.replaceAll(/\band\b/g, "")) ? printedByline : null;
}
