import type { Bracket, Gap, Post, TimelineItem } from "../model/live-blog.ts";
import type { Stamp } from "../model/stamp.ts";
import { type Merged, pairKey } from "./overlaps.ts";
import { epochOf, epochs, oldestPageFirst } from "./pages.ts";
import type { PagePosts, Unplaced } from "./posts.ts";

/**
 * Posts that keep together: a run without times and the timed post that closes it, or an author's post.
 *
 *     page, oldest first:   08:24  08:28  ?  ?  14:22  ?
 *     units:               [08:24][08:28][?  ?  14:22][?]
 */
interface Unit {
  /** Where on the clock it stands, in ms; a run stands where its closing post does. */
  readonly epoch: number;
  readonly posts: readonly Post[];
}

/** Cuts a page into units. Times without a day, like no times, do not place a post. */
function unitsOf(posts: readonly Unplaced[], floor: number): Unit[] {
  const units: Unit[] = [];
  let run: Unplaced[] = [];
  let after: Stamp | null = null;
  const close = (before: Stamp | null): Post[] => {
    const bracket: Bracket = { after, before };
    return run.map((post) => ({ ...post, bracket: post.stamp === null ? bracket : null }));
  };
  for (const post of posts) {
    const epoch = epochOf(post.stamp);
    if (epoch === null) {
      run.push(post);
      continue;
    }
    units.push({ epoch, posts: [...close(post.stamp), { ...post, bracket: null }] });
    run = [];
    after = post.stamp;
  }
  if (run.length > 0) units.push({ epoch: epochOf(after) ?? floor, posts: close(null) });
  return inPageOrder(units);
}

/** A page whose clock goes back by less than this is out of order by its own habit; by more, a post was pinned or edited. */
const SHORT_STEP_BACK = 15 * 60_000;

/** Where a page's clock goes back a little (`19:43 19:41 19:42`), its own order stands: the earlier ones wait for the later. */
function inPageOrder(units: readonly Unit[]): Unit[] {
  let next = Number.POSITIVE_INFINITY;
  const ordered = [...units].reverse().map((unit): Unit => {
    const epoch = unit.epoch > next && unit.epoch - next <= SHORT_STEP_BACK ? next : unit.epoch;
    next = epoch;
    return { ...unit, epoch };
  });
  return ordered.reverse();
}

/** The gap between an older and the next newer page; null where they touch, overlap, or one of them tells nothing. */
function gapBetween(older: PagePosts, newer: PagePosts, touching: ReadonlySet<string>): Gap | null {
  if (touching.has(pairKey(older, newer))) return null;
  if (older.posts.length === 0 || newer.posts.length === 0) return null;
  const numbered = older.page !== null && newer.page !== null;
  if (numbered && Math.abs(older.page - newer.page) <= 1) return null;
  if (Math.min(...epochs(newer)) <= Math.max(...epochs(older))) return null;
  const last = older.posts.at(-1)?.stamp ?? null;
  const next = newer.posts[0]?.stamp ?? null;
  return {
    kind: "gap",
    after: last?.instant === null ? null : last,
    before: next?.instant === null ? null : next,
    pages: numbered ? { first: newer.page + 1, last: older.page - 1 } : null,
  };
}

/**
 * The one order of a live blog, oldest first (reader.md, "A live blog's page" 6). Timed posts stand by their instant,
 * equal minutes in page order, dumps before authors; a run without times keeps together and stands right before the
 * timed post that closes it, after every other post from its bracket; gaps stand once, after the older page's last post.
 * @param own authors' posts that have a time of their own
 */
export function arrange({ pages, touching }: Merged, own: readonly Unplaced[]): readonly TimelineItem[] {
  const ordered = oldestPageFirst(pages);
  const units: Unit[] = [];
  const gapAfter = new Map<string, Gap>();
  let floor = Number.NEGATIVE_INFINITY;
  for (const [index, page] of ordered.entries()) {
    units.push(...unitsOf(page.posts, floor));
    floor = Math.max(floor, ...epochs(page));
    const newer = ordered[index + 1];
    const gap = newer === undefined ? null : gapBetween(page, newer, touching);
    const last = page.posts.at(-1);
    if (gap !== null && last !== undefined) gapAfter.set(last.id, gap);
  }
  units.push(...own.flatMap((post) => unitsOf([post], Number.POSITIVE_INFINITY)));
  units.sort((a, b) => (a.epoch === b.epoch ? 0 : a.epoch - b.epoch));
  return units
    .flatMap(({ posts }) => posts)
    .flatMap((post): TimelineItem[] => {
      const gap = gapAfter.get(post.id);
      return gap === undefined ? [{ kind: "post", post }] : [{ kind: "post", post }, gap];
    });
}
