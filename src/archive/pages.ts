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

/** Whether a stamp is of the record: printed by a dump, whatever rule knows its day; not given by an author, nor pointed at. */
export function isRecorded({ origin }: Stamp): boolean {
  return origin.kind === "printed" || (origin.kind === "inferred" && origin.rule !== "pointer");
}

/** The instants that a page itself printed, in ms. */
export function printedEpochs({ posts }: PagePosts): number[] {
  return posts.flatMap(({ stamp }) => (stamp?.instant != null && isRecorded(stamp) ? [stamp.instant.epoch] : []));
}

/** The least number of a list, infinite of an empty one; a spread into Math.min breaks on very long pages. */
export function least(numbers: readonly number[]): number {
  return numbers.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
}

/** The greatest number of a list, minus infinity of an empty one. */
export function greatest(numbers: readonly number[]): number {
  return numbers.reduce((greatest, each) => Math.max(greatest, each), Number.NEGATIVE_INFINITY);
}

/**
 * Oldest page first. Numbered pages stand by their numbers (page 1 is the newest), with or without times; each of the others
 * before the first of those that begins later, by the first instant printed, and at the end where it has none. Where neither
 * tells two apart, their bytes do: in which order they are claimed, and what their files are called, never counts.
 */
export function oldestPageFirst(pages: readonly PagePosts[]): PagePosts[] {
  const first = (page: PagePosts): number => {
    const printed = printedEpochs(page);
    return least(printed.length > 0 ? printed : epochs(page));
  };
  const keyed = pages.map((page) => ({ page, number: page.page, first: first(page) }));
  const byTime = (a: (typeof keyed)[number], b: (typeof keyed)[number]): number => {
    if (a.first !== b.first) return a.first - b.first;
    return a.page.dump.sha256 < b.page.dump.sha256 ? -1 : 1;
  };
  const ordered = keyed
    .filter(({ number }) => number !== null)
    .sort((a, b) => (b.number ?? 0) - (a.number ?? 0) || byTime(a, b));
  for (const other of keyed.filter(({ number }) => number === null).sort(byTime)) {
    const later = ordered.findIndex((known) => known.first !== Number.POSITIVE_INFINITY && known.first > other.first);
    ordered.splice(later === -1 ? ordered.length : later, 0, other);
  }
  return ordered.map(({ page }) => page);
}
