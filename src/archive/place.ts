import type { Placement, PostFile } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Post, TimelineItem } from "../model/live-blog.ts";
import type { Unplaced } from "./posts.ts";
import { atKey, type KnownIds, noSuchPost } from "./problems.ts";

/** A post whose author says beside which other one it stands. */
export interface Placed {
  readonly file: PostFile;
  readonly placement: Placement;
  readonly post: Unplaced;
}

/** The posts that stand beside one, in the order of their files. */
interface Beside {
  readonly before: Unplaced[];
  readonly after: Unplaced[];
}

/**
 * Puts posts beside the ones that their authors name. Several at one place read in the order of their files; a post
 * may name another that is placed in the same way, and takes along what stands beside itself:
 *
 *     a after base · b after a · c after base   →   base  a  b  c
 *
 * Diagnostics: `place-not-found` (no such post, a draft, or posts that name each other in a circle).
 * @param drafts ids of posts that are there, and not published
 */
export function place(
  timeline: readonly TimelineItem[],
  placed: readonly Placed[],
  drafts: ReadonlySet<string> = new Set(),
): Checked<readonly TimelineItem[]> {
  const named = new Map<string, Unplaced>();
  for (const post of [...postsOf(timeline), ...placed.map((each) => each.post)]) {
    for (const name of [post.id, ...post.aliases]) if (!named.has(name)) named.set(name, post);
  }
  const beside = new Map<Unplaced, Beside>();
  for (const { placement, post } of placed) {
    const target = named.get(placement.post);
    if (target === undefined) continue;
    const both = beside.get(target) ?? { before: [], after: [] };
    both[placement.side].push(post);
    beside.set(target, both);
  }
  const standing = new Set<Unplaced>();
  const items = timeline.flatMap((item): readonly TimelineItem[] => {
    if (item.kind === "gap") return [item];
    return inOrder(item.post, beside).map((post) => {
      standing.add(post);
      return { kind: "post", post: post === item.post ? item.post : { ...post, bracket: null } };
    });
  });
  const lost = placed.filter(({ post }) => !standing.has(post));
  const known = new Set(postsOf(items).map(({ id }) => id));
  const targets = new Map(lost.map(({ post, placement }) => [post, named.get(placement.post)]));
  return {
    value: items,
    diagnostics: lost.map((each) => notPlaced(each, targets, { known, drafts })),
  };
}

/**
 * Posts of which nothing says where they stand. Where a live blog has no other for them to stand among, none need say it.
 * Diagnostic: `post-without-place`, an error.
 * @param timeline without the posts that stand beside others
 */
export function withoutPlace(files: readonly PostFile[], timeline: readonly TimelineItem[]): readonly Diagnostic[] {
  if (postsOf(timeline).length === 1) return [];
  return files
    .filter(({ time, placement }) => time === null && placement === null)
    .map((file) =>
      atKey(file, "", {
        code: "post-without-place",
        severity: "error",
        message: "Nothing says where this post stands: it has neither a time nor a neighbour.",
        hint: "Write time: 11:32, or, where no time is known, after: or before: with another post's id.",
      }),
    );
}

/** A post with all that stands beside it, beside those, and so on. A walk without recursion: chains are long. */
function inOrder(root: Unplaced, beside: ReadonlyMap<Unplaced, Beside>): readonly Unplaced[] {
  const ordered: Unplaced[] = [];
  const waiting = [{ post: root, open: true }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { post, open } = next;
    const { before, after } = (open ? beside.get(post) : undefined) ?? { before: [], after: [] };
    if (before.length + after.length === 0) {
      ordered.push(post);
      continue;
    }
    for (const each of [...after].reverse()) waiting.push({ post: each, open: true });
    waiting.push({ post, open: false });
    for (const each of [...before].reverse()) waiting.push({ post: each, open: true });
  }
  return ordered;
}

function notPlaced(
  { file, placement: { side, post: wanted }, post }: Placed,
  targets: ReadonlyMap<Unplaced, Unplaced | undefined>,
  ids: KnownIds,
): Diagnostic {
  const problem = { code: "place-not-found", severity: "error" } as const;
  const target = targets.get(post);
  if (target === undefined) {
    const { why, hint } = noSuchPost(wanted, ids);
    return atKey(file, side, { ...problem, message: `${why}, so there is no place ${side} it`, hint });
  }
  const seen = new Set<Unplaced>();
  let last: Unplaced | undefined = target;
  for (; last !== undefined && last !== post && !seen.has(last); last = targets.get(last)) seen.add(last);
  return last === post
    ? atKey(file, side, {
        ...problem,
        message: `the post stands ${side} "${wanted}", which in the end stands beside this one again: a circle`,
        hint: "let one of them name a post of a dump, or give it a time",
      })
    : atKey(file, side, {
        ...problem,
        message: `the post stands ${side} "${wanted}", which has no place itself`,
        hint: `mend the place of "${wanted}" first; there is an error for it too`,
      });
}

/** What the timeline holds, gaps left out. */
export function postsOf(timeline: readonly TimelineItem[]): readonly Post[] {
  return timeline.filter((item) => item.kind === "post").map(({ post }) => post);
}
