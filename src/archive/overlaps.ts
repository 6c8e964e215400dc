import type { PagePosts, Unplaced } from "./posts.ts";
import { blockWords, firstWords, folded } from "./words.ts";

const COMPARED_WORDS = 8;
/** Fewer words than this say too little to know a post by. */
const TELLING_WORDS = 4;

interface Marks {
  readonly time: string | null;
  readonly headline: string | null;
  readonly opening: string;
  readonly words: number;
}

function marksOf({ stamp, headline, blocks }: Unplaced): Marks {
  const opening = firstWords(blocks, COMPARED_WORDS);
  const time = stamp === null ? null : `${stamp.instant?.date ?? ""} ${stamp.time}`;
  const words = opening === "" ? 0 : opening.split(" ").length;
  return { time, headline: headline === null ? null : folded(headline), opening: folded(opening), words };
}

/** Nothing known of both speaks against it, and enough speaks for it. */
function same(a: Marks, b: Marks): boolean {
  const clash = (x: string | null, y: string | null): boolean => x !== null && y !== null && x !== y;
  if (clash(a.time, b.time) || clash(a.headline, b.headline) || a.opening !== b.opening) return false;
  return a.words >= TELLING_WORDS || (a.time !== null && a.time === b.time && a.headline === b.headline);
}

function amount({ blocks, headline, stamp, labels }: Unplaced): number {
  const words = blocks.map((block) => blockWords(block).length + 1).reduce((sum, length) => sum + length, 0);
  return words + labels.length + (headline?.length ?? 0) + (stamp === null ? 0 : 1);
}

/** One post of two readings: the fuller body, whatever either knows, both origins, both ids. */
function joined(a: Unplaced, b: Unplaced): Unplaced {
  const [fuller, other] = amount(a) >= amount(b) ? [a, b] : [b, a];
  return {
    ...fuller,
    aliases: [...fuller.aliases, ...(other.id === fuller.id ? [] : [other.id]), ...other.aliases],
    headline: fuller.headline ?? other.headline,
    stamp: fuller.stamp ?? other.stamp,
    labels: fuller.labels.length >= other.labels.length ? fuller.labels : other.labels,
    contributor: fuller.contributor ?? other.contributor,
    breaking: fuller.breaking || other.breaking,
    certain: fuller.certain || other.certain,
    origins: [...fuller.origins, ...other.origins],
  };
}

/** Pages after merging, and which pairs of them (by index) were found to overlap. */
export interface Merged {
  readonly pages: readonly PagePosts[];
  readonly touching: ReadonlySet<string>;
}

/** The key under which `Merged.touching` knows a pair of pages. */
export function pairKey(a: PagePosts, b: PagePosts): string {
  return [a.dump.file, b.dump.file].sort().join(" ");
}

/**
 * Entries that two dumps of one live blog share become one post, which stays on the page claimed first.
 * Known by their opening words, and by time and headline where both have them (dialects.md: pages overlap).
 * Posts of the same dump are never merged.
 */
export function mergeOverlaps(pages: readonly PagePosts[]): Merged {
  const merged: PagePosts[] = [];
  const touching = new Set<string>();
  const known = new Map<string, { page: number; index: number; marks: Marks }[]>();
  for (const page of pages) {
    const at = merged.length;
    const own: Unplaced[] = [];
    const found: { opening: string; index: number; marks: Marks }[] = [];
    for (const post of page.posts) {
      const marks = marksOf(post);
      const earlier = known.get(marks.opening)?.find((candidate) => same(candidate.marks, marks));
      const home = earlier === undefined ? undefined : merged[earlier.page];
      const twin = earlier === undefined ? undefined : home?.posts[earlier.index];
      if (earlier === undefined || home === undefined || twin === undefined) {
        found.push({ opening: marks.opening, index: own.length, marks });
        own.push(post);
        continue;
      }
      merged[earlier.page] = { ...home, posts: home.posts.with(earlier.index, joined(twin, post)) };
      touching.add(pairKey(home, page));
    }
    merged.push({ ...page, posts: own });
    for (const { opening, index, marks } of found)
      known.set(opening, [...(known.get(opening) ?? []), { page: at, index, marks }]);
  }
  return { pages: merged, touching };
}
