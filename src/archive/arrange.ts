import type { Bracket, Gap, Post, TimelineItem } from "../model/live-blog.ts";
import type { Stamp } from "../model/stamp.ts";
import { type Merged, pairKey } from "./overlaps.ts";
import { epochOf, greatest, isRecorded, least, oldestPageFirst, printedEpochs } from "./pages.ts";
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

/** What the pages before and after a page prove of its posts; null where they prove nothing. */
interface Bounds {
  readonly after: Stamp | null;
  readonly before: Stamp | null;
  /** Where on the clock a page stands that has no time at all, and no bound above. */
  readonly floor: number;
}

const UNBOUNDED: Bounds = { after: null, before: null, floor: Number.POSITIVE_INFINITY };

/** Cuts a page into units. Times without a day, like no times, do not place a post. */
function unitsOf(posts: readonly Unplaced[], bounds: Bounds): Unit[] {
  const units: Unit[] = [];
  let run: Unplaced[] = [];
  let { after } = bounds;
  const close = (before: Stamp | null): Post[] => {
    const bracket: Bracket = { after: isNotAfter(after, before) ? after : null, before };
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
  if (run.length > 0) {
    const before = isNotAfter(after, bounds.before) ? bounds.before : null;
    units.push({ epoch: epochOf(before) ?? epochOf(after) ?? bounds.floor, posts: close(before) });
  }
  return inPageOrder(units);
}

/** False where the first of two stamps is the later one: then a clock went back, and one of them bounds nothing. */
function isNotAfter(a: Stamp | null, b: Stamp | null): boolean {
  return (epochOf(a) ?? Number.NEGATIVE_INFINITY) <= (epochOf(b) ?? Number.POSITIVE_INFINITY);
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

/** How a page and the next newer one that has posts of its own meet. */
type Seam = Gap | "adjoining" | "overlapping";

/**
 * What lies between an older and the next newer page. They adjoin where they share posts, directly or by way of pages that
 * merging has emptied, and where no page number between theirs is missing. A missing number proves a gap, whatever times
 * say; without numbers only printed times can speak, and where they overlap nothing is known.
 */
function seamOf(older: PagePosts, newer: PagePosts, { pages, touching }: Merged): Seam {
  const emptied = pages.filter(({ posts }) => posts.length === 0);
  const bothNumbered = older.page !== null && newer.page !== null;
  const bothTimed = [older, newer].every((page) => printedEpochs(page).length > 0);
  // Without either nobody can say which of two pages is the older.
  if (areLinked(older, newer, emptied, touching)) return bothNumbered || bothTimed ? "adjoining" : "overlapping";
  const last = older.posts.at(-1)?.stamp ?? null;
  const next = newer.posts[0]?.stamp ?? null;
  const gap = (missing: Gap["pages"]): Gap => ({
    kind: "gap",
    after: last?.instant == null ? null : last,
    before: next?.instant == null ? null : next,
    pages: missing,
  });
  if (older.page !== null && newer.page !== null) {
    const missing = missingBetween(older.page, newer.page, pages);
    return missing.length === 0 ? "adjoining" : gap(missing);
  }
  return least(printedEpochs(newer)) <= greatest(printedEpochs(older)) ? "overlapping" : gap([]);
}

/** Whether shared posts lead from one page to another, over none but emptied pages. */
function areLinked(
  from: PagePosts,
  to: PagePosts,
  emptied: readonly PagePosts[],
  touching: ReadonlySet<string>,
): boolean {
  const reached = [from];
  let waiting = [...emptied, to];
  for (const page of reached) {
    const next = waiting.filter((other) => touching.has(pairKey(page, other)));
    if (next.includes(to)) return true;
    reached.push(...next);
    waiting = waiting.filter((other) => !next.includes(other));
  }
  return false;
}

/** The stretches of page numbers between two that no dump has: pages that merging has emptied stand between them. */
function missingBetween(older: number, newer: number, pages: readonly PagePosts[]): Gap["pages"] {
  const known = pages.flatMap(({ page }) => (page !== null && newer <= page && page <= older ? [page] : []));
  const ascending = [...new Set([newer, ...known, older])].sort((a, b) => a - b);
  return ascending.flatMap((page, at) => {
    const above = ascending[at + 1] ?? page;
    return above - page > 1 ? [{ first: page + 1, last: above - 1 }] : [];
  });
}

/** The latest, or the earliest, of some stamps that stand on the clock. */
function furthest(posts: readonly Unplaced[], sign: 1 | -1): Stamp | null {
  let best: Stamp | null = null;
  for (const { stamp } of posts) {
    const [epoch, known] = [epochOf(stamp), epochOf(best)];
    if (epoch !== null && (known === null || sign * (epoch - known) > 0)) best = stamp;
  }
  return best;
}

/**
 * What each page's neighbours prove of its posts. Over a gap nothing is claimed, so that no heading bridges what is lost:
 *
 *     page 3: 09:00   page 2: ? ?   page 1: 12:00      page 2 lies between 09:00 and 12:00
 *     page 9: 09:00   (gap)         page 3: ? 14:22    its first post lies before 14:22
 */
function boundsOf(pages: readonly PagePosts[], seams: readonly Seam[]): readonly Bounds[] {
  const afters: (Stamp | null)[] = [];
  const floors: number[] = [];
  let after: Stamp | null = null;
  let floor = Number.NEGATIVE_INFINITY;
  for (const [at, { posts }] of pages.entries()) {
    if (at > 0 && seams[at - 1] !== "adjoining") after = null;
    afters.push(after);
    floors.push(floor);
    after = furthest(posts, 1) ?? after;
    floor = Math.max(floor, epochOf(after) ?? floor);
  }
  const befores: (Stamp | null)[] = [];
  let before: Stamp | null = null;
  for (const [at, { posts }] of [...pages.entries()].reverse()) {
    if (seams[at] !== "adjoining") before = null;
    befores.unshift(before);
    before = furthest(posts, -1) ?? before;
  }
  return pages.map((_, at) => ({
    after: afters[at] ?? null,
    before: befores[at] ?? null,
    floor: floors[at] ?? Number.NEGATIVE_INFINITY,
  }));
}

/** Where a gap stands: after the last post of the older page whose place is the record's own, not an author's. */
function lastOfRecord({ posts }: PagePosts): Unplaced | undefined {
  return posts.findLast(({ stamp }) => stamp === null || isRecorded(stamp)) ?? posts.at(-1);
}

/**
 * The one order of a live blog, oldest first (reader.md, "A live blog's page" 6). Timed posts stand by their instant,
 * equal minutes in page order, dumps before authors; a run without times keeps together and stands right before the
 * timed post that closes it, be it the next page's, after every other post from its bracket; gaps stand once, after the
 * older page's last post.
 * @param own authors' posts that no author puts beside another: those with a time, and one that is alone without
 */
export function arrange(merged: Merged, own: readonly Unplaced[]): readonly TimelineItem[] {
  const ordered = oldestPageFirst(merged.pages).filter(({ posts }) => posts.length > 0);
  const seams = ordered.flatMap((page, at): Seam[] => {
    const newer = ordered[at + 1];
    return newer === undefined ? [] : [seamOf(page, newer, merged)];
  });
  const bounds = boundsOf(ordered, seams);
  const units = ordered.flatMap(({ posts }, at) => unitsOf(posts, bounds[at] ?? UNBOUNDED));
  units.push(
    ...own.map((post) => ({
      epoch: epochOf(post.stamp) ?? Number.POSITIVE_INFINITY,
      posts: [{ ...post, bracket: null }],
    })),
  );
  units.sort((a, b) => (a.epoch === b.epoch ? 0 : a.epoch - b.epoch));
  const gapAfter = new Map<string, Gap>();
  for (const [at, page] of ordered.entries()) {
    const [seam, last] = [seams[at], lastOfRecord(page)];
    if (typeof seam === "object" && last !== undefined) gapAfter.set(last.id, seam);
  }
  return units
    .flatMap(({ posts }) => posts)
    .flatMap((post): TimelineItem[] => {
      const gap = gapAfter.get(post.id);
      return gap === undefined ? [{ kind: "post", post }] : [{ kind: "post", post }, gap];
    });
}
