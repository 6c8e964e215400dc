import type { Block } from "../model/block.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Dump } from "../model/dump.ts";
import type { Post } from "../model/live-blog.ts";
import type { Instant, Stamp } from "../model/stamp.ts";
import { type Pointer, pointersIn } from "../time/pointers.ts";
import { instantIn } from "../time/zones.ts";
import { epochOf, epochs, greatest, oldestPageFirst } from "./pages.ts";
import type { PagePosts, Unplaced } from "./posts.ts";
import type { Clock } from "./stamps.ts";
import { blockWords } from "./words.ts";

/** The name that a pointer is hung on: two to four capitalised words right before it. */
const NAME = /(?:\p{Lu}[\p{L}'’-]{1,30} ){1,3}\p{Lu}[\p{L}'’-]{1,30} $/u;
const NAME_LENGTH = 130;

const wordsOf = ({ blocks }: { readonly blocks: readonly Block[] }): string => blocks.map(blockWords).join("\n");

/**
 * The dumps whose writers point at posts by their times: those with an explicit `(see 11:45)`. Only there is a bare
 * `(1:16)` a pointer too; elsewhere it may be how long somebody ran.
 */
function pointingDumps(dumps: readonly Dump[]): ReadonlySet<string> {
  const points = ({ entries }: Dump): boolean =>
    entries.some((entry) => pointersIn(wordsOf(entry)).some(({ explicit }) => explicit));
  return new Set(dumps.filter(points).map(({ file }) => file));
}

/** Whether a pointer's looks are one in that post, whose words are those of its first source. */
function isPointer({ explicit }: Pointer, { origins: [shown] }: Unplaced, pointing: ReadonlySet<string>): boolean {
  return explicit || pointing.has(shown.file);
}

/**
 * The rule `pointer`: "… James Example (1:16)" dates the post that it points at. It holds only where the same dump also has
 * an explicit "(see 11:45)", exactly one older post of it has that name and no time, and exactly one reading of the clock
 * lies between the last time known before the post and the first known after it; and not where a post that is already dated
 * answers the pointer. The stamp is marked inferred.
 */
export function dateByPointers(pages: readonly PagePosts[], clock: Clock): readonly PagePosts[] {
  const { date, timezone } = clock;
  if (date === null || timezone === null) return pages;
  const pointing = pointingDumps(pages.map(({ dump }) => dump));
  const answered = new Set(pages.flatMap(epochs));
  const dated = new Map<PagePosts, PagePosts>();
  let floor = Number.NEGATIVE_INFINITY;
  for (const page of oldestPageFirst(pages)) {
    const posts = [...page.posts];
    for (const [at, post] of page.posts.entries()) {
      const text = wordsOf(post);
      for (const pointer of pointersIn(text).filter((each) => isPointer(each, post, pointing))) {
        const target = targetOf(pointer, text, posts.slice(0, at));
        const aimed = target === -1 ? undefined : posts[target];
        if (aimed === undefined) continue;
        const instants = pointer.times.map((time) => instantIn(date, time, timezone)).filter((known) => known !== null);
        if (instants.some(({ epoch }) => answered.has(epoch))) continue;
        const stamp = onlyBetween(instants, bounds(posts, target, floor));
        if (stamp !== null) posts[target] = { ...aimed, stamp };
      }
    }
    floor = Math.max(floor, greatest(epochs(page)));
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
 * Which post each pointer of a live blog leads to, by its printed words: the one other post of that minute, of the pointing
 * post's own day where that is known. Where none answers, or several do, it stays text; so it does everywhere where the same
 * words would lead to different posts, or are no pointer in another dump.
 * Diagnostic: `pointer-unresolved`, a note at the entry that prints it.
 */
export function resolvePointers(
  posts: readonly Post[],
  dumps: readonly Dump[],
): { readonly value: ReadonlyMap<string, string>; readonly diagnostics: readonly Diagnostic[] } {
  const pointing = pointingDumps(dumps);
  const byTime = new Map<string, Post[]>();
  for (const post of posts) {
    if (post.stamp === null) continue;
    const minute = byTime.get(post.stamp.time);
    if (minute === undefined) byTime.set(post.stamp.time, [post]);
    else minute.push(post);
  }
  const answerTo = (post: Post, times: readonly string[]): string | null => {
    const day = dayOf(post);
    const isMeant = (other: Post): boolean => other !== post && (day === null || dayOf(other) === day);
    const [only, ...more] = times.flatMap((time) => byTime.get(time) ?? []).filter(isMeant);
    return only === undefined || more.length > 0 ? null : only.id;
  };
  const found = posts
    .filter(({ origins: [first] }) => first.kind === "dump")
    .flatMap((post) =>
      pointersIn(wordsOf(post)).map((pointer) => {
        const meant = isPointer(pointer, post, pointing);
        return { post, meant, printed: pointer.printed, answer: meant ? answerTo(post, pointer.times) : null };
      }),
    );
  const answers = new Map<string, Set<string | null>>();
  for (const { printed, answer } of found) answers.set(printed, (answers.get(printed) ?? new Set()).add(answer));
  const value = new Map<string, string>();
  for (const [printed, [only, ...more]] of answers) if (only != null && more.length === 0) value.set(printed, only);
  const lost = found.filter(({ meant, printed }) => meant && !value.has(printed));
  return { value, diagnostics: lost.map(({ post, printed }) => unresolved(post, printed)) };
}

/** The day of a post on the event's clock: its own, else that of both its neighbours in time; null where they differ. */
function dayOf({ stamp, bracket }: Post): string | null {
  if (stamp !== null) return stamp.instant?.date ?? null;
  const [after, before] = [bracket?.after?.instant?.date, bracket?.before?.instant?.date];
  return after !== undefined && after === before ? after : null;
}

function unresolved({ origins: [origin] }: Post, printed: string): Diagnostic {
  return {
    ...{ code: "pointer-unresolved", severity: "note", file: origin.file, column: 1, excerpt: null },
    line: origin.kind === "dump" ? origin.start : 1,
    message: `"${printed}" in this entry points at a post that the archive does not have, or at one of several`,
    hint: "nothing to do: it stays text. A post with that time, from another dump or an author, would become its link",
  };
}
