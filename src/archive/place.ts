import type { Placement, PostFile } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Post, TimelineItem } from "../model/live-blog.ts";
import type { Unplaced } from "./posts.ts";
import { atKey, nearestIds } from "./problems.ts";

/** A post whose author says beside which other one it stands. */
export interface Placed {
  readonly file: PostFile;
  readonly placement: Placement;
  readonly post: Unplaced;
}

/**
 * Puts posts beside the ones that their authors name. Several at one place read in the order of their files; a post
 * may name another that is placed in the same way.
 * Diagnostics: `place-not-found` (no such post, or posts that name each other in a circle).
 */
export function place(timeline: readonly TimelineItem[], placed: readonly Placed[]): Checked<readonly TimelineItem[]> {
  const items = [...timeline];
  const followers = new Map<string, string>();
  const indexOf = (id: string): number =>
    items.findIndex((item) => item.kind === "post" && (item.post.id === id || item.post.aliases.includes(id)));
  let waiting = placed;
  for (let left = Number.POSITIVE_INFINITY; waiting.length > 0 && waiting.length < left; ) {
    left = waiting.length;
    waiting = waiting.filter(({ placement: { side, post: target }, post }) => {
      const at = indexOf(side === "after" ? (followers.get(target) ?? target) : target);
      if (at === -1) return true;
      items.splice(side === "after" ? at + 1 : at, 0, { kind: "post", post: { ...post, bracket: null } });
      if (side === "after") followers.set(target, post.id);
      return false;
    });
  }
  const ids = items.filter((item) => item.kind === "post").map(({ post }) => post.id);
  return { value: items, diagnostics: waiting.map(({ file, placement }) => notFound(file, placement, ids, placed)) };
}

function notFound(file: PostFile, { side, post }: Placement, ids: string[], placed: readonly Placed[]): Diagnostic {
  const circle = placed.some((other) => other.post.id === post);
  return atKey(file, side, {
    code: "place-not-found",
    severity: "error",
    message: circle
      ? `the post stands ${side} "${post}", which in the end stands beside this one again: a circle`
      : `no post of this live blog has the id "${post}", so there is no place ${side} it`,
    hint: circle ? "let one of them name a post of a dump, or give it a time" : nearestIds(post, ids),
  });
}

/** What the timeline holds, gaps left out. */
export function postsOf(timeline: readonly TimelineItem[]): readonly Post[] {
  return timeline.filter((item) => item.kind === "post").map(({ post }) => post);
}
