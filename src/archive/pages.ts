import type { Stamp } from "../model/stamp.ts";
import type { PagePosts } from "./posts.ts";

/** Where a stamp stands on the clock, in ms; null where it does not place a post. */
export function epochOf(stamp: Stamp | null): number | null {
  return stamp?.instant?.epoch ?? null;
}

/** The instants of a page's posts, in ms. */
export function epochs({ posts }: PagePosts): number[] {
  return posts.map(({ stamp }) => epochOf(stamp)).filter((epoch) => epoch !== null);
}

/** Oldest page first: by page number where both are known (page 1 is the newest), else by their first instants. */
export function oldestPageFirst(pages: readonly PagePosts[]): PagePosts[] {
  const first = (page: PagePosts): number => Math.min(...epochs(page), Number.POSITIVE_INFINITY);
  return [...pages].sort((a, b) => {
    if (a.page !== null && b.page !== null && a.page !== b.page) return b.page - a.page;
    return first(a) === first(b) ? 0 : first(a) - first(b);
  });
}
