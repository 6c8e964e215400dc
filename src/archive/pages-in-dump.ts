import type { Dump } from "../model/dump.ts";

/** The pages that a dump holds, in the file's order: one, or two where another page was saved below it. */
export function pagesInDump(dump: Dump): readonly Dump[] {
  const { below, ...above } = dump;
  if (below === null) return [dump];
  const isAbove = (start: number): boolean => start < below.line;
  const { order, date } = below;
  return [
    {
      ...{ ...above, below: null },
      summary: dump.summary.filter(({ line }) => isAbove(line)),
      entries: dump.entries.filter(({ start }) => isAbove(start)),
    },
    {
      ...{ ...above, below: null, order, date },
      summary: dump.summary.filter(({ line }) => !isAbove(line)),
      entries: dump.entries.filter(({ start }) => !isAbove(start)),
    },
  ];
}

/**
 * What stands for each entry of a dump, oldest first, by the order in which its page printed them. Which of two pages in one
 * file is the older nobody knows: as the first of them goes, so do they.
 */
export function oldestFirst<T>(dump: Dump, each: readonly T[]): readonly T[] {
  let from = 0;
  const pages = pagesInDump(dump).map(({ entries, order }) => {
    const own = each.slice(from, from + entries.length);
    from += entries.length;
    return order === "newest-first" ? own.reverse() : own;
  });
  return (dump.order === "newest-first" ? pages.reverse() : pages).flat();
}
