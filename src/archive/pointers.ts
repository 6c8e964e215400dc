import type { Diagnostic } from "../model/diagnostic.ts";
import type { Post } from "../model/live-blog.ts";
import type { Instant, Stamp } from "../model/stamp.ts";
import { type Pointer, pointersIn } from "../time/pointers.ts";
import { instantIn } from "../time/zones.ts";
import { epochOf, epochs, oldestPageFirst } from "./pages.ts";
import type { PagePosts, Unplaced } from "./posts.ts";
import type { Clock } from "./stamps.ts";
import { blockWords } from "./words.ts";

/** The name that a pointer is hung on: two to four capitalised words right before it. */
const NAME = /(?:\p{Lu}[\p{L}'’-]{1,30} ){1,3}\p{Lu}[\p{L}'’-]{1,30} $/u;
const NAME_LENGTH = 130;

const wordsOf = ({ blocks }: Unplaced): string => blocks.map(blockWords).join("\n");

/**
 * The rule `pointer`: "… James Example (1:16)" dates the post that it points at. It holds only where exactly one older
 * post of the same dump has that name and no time, and exactly one reading of the clock lies between the last time
 * known before the post and the first known after it. The stamp is marked inferred.
 */
export function dateByPointers(pages: readonly PagePosts[], clock: Clock): readonly PagePosts[] {
  const { date, timezone } = clock;
  if (date === null || timezone === null) return pages;
  const dated = new Map<PagePosts, PagePosts>();
  let floor = Number.NEGATIVE_INFINITY;
  for (const page of oldestPageFirst(pages)) {
    const posts = [...page.posts];
    for (const [at, post] of page.posts.entries()) {
      const text = wordsOf(post);
      for (const pointer of pointersIn(text)) {
        const target = targetOf(pointer, text, posts.slice(0, at));
        const aimed = target === -1 ? undefined : posts[target];
        if (aimed === undefined) continue;
        const instants = pointer.times.map((time) => instantIn(date, time, timezone)).filter((known) => known !== null);
        const stamp = onlyBetween(instants, bounds(posts, target, floor));
        if (stamp !== null) posts[target] = { ...aimed, stamp };
      }
    }
    floor = Math.max(floor, ...epochs(page));
    dated.set(page, { ...page, posts });
  }
  return pages.map((page) => dated.get(page) ?? page);
}

/** The index of the one older untimed post that has the pointer's name; -1 where none or several do. */
function targetOf({ index }: Pointer, text: string, older: readonly Unplaced[]): number {
  const name = NAME.exec(text.slice(Math.max(0, index - NAME_LENGTH), index))?.[0].trim();
  if (name === undefined) return -1;
  const found = older.flatMap((post, at) => (post.stamp === null && wordsOf(post).includes(name) ? [at] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}

function bounds(posts: readonly Unplaced[], at: number, floor: number): readonly [after: number, before: number] {
  const known = (post: Unplaced | undefined): number | null => epochOf(post?.stamp ?? null);
  const before = posts.slice(at + 1).find((post) => known(post) !== null);
  const after = posts.slice(0, at).findLast((post) => known(post) !== null);
  return [known(after) ?? floor, known(before) ?? Number.POSITIVE_INFINITY];
}

function onlyBetween(instants: readonly Instant[], [after, before]: readonly [number, number]): Stamp | null {
  const [only, ...more] = instants.filter(({ epoch }) => after <= epoch && epoch <= before);
  if (only === undefined || more.length > 0) return null;
  return { time: only.time, instant: only, origin: { kind: "inferred", rule: "pointer" } };
}

/**
 * Which post each pointer of a live blog leads to, by its printed words. One that no post's time answers stays text.
 * Diagnostic: `pointer-unresolved`, a note at the entry that prints it.
 */
export function resolvePointers(posts: readonly Post[]): {
  readonly value: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const byTime = new Map<string, string>();
  for (const { stamp, id } of posts) if (stamp !== null && !byTime.has(stamp.time)) byTime.set(stamp.time, id);
  const value = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const post of posts.filter(({ origins: [first] }) => first.kind === "dump")) {
    for (const { printed, times } of pointersIn(wordsOf(post))) {
      const [target, ...others] = times.flatMap((time) => byTime.get(time) ?? []);
      if (target !== undefined && others.length === 0) value.set(printed, target);
      else diagnostics.push(unresolved(post, printed));
    }
  }
  return { value, diagnostics };
}

function unresolved({ origins: [origin] }: Post, printed: string): Diagnostic {
  return {
    ...{ code: "pointer-unresolved", severity: "note", file: origin.file, column: 1, excerpt: null },
    line: origin.kind === "dump" ? origin.start : 1,
    message: `"${printed}" in this entry points at a post that the archive does not have, or has twice`,
    hint: "nothing to do: it stays text. A post with that time, from another dump or an author, would become its link",
  };
}
