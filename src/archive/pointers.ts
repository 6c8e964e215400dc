import type { Block } from "../model/block.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Dump } from "../model/dump.ts";
import type { LiveBlog, Post } from "../model/live-blog.ts";
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

/** Some words of a post, where they stand, and which pointers in them are some. */
interface Passage {
  readonly file: string;
  readonly line: number;
  readonly pointers: readonly Pointer[];
}

/** What a post says, of every source that readers see. */
function passagesOf({ origins: [shown], blocks, captures, notes }: Post, pointing: ReadonlySet<string>): Passage[] {
  const parts = [{ file: shown.file, blocks }, ...captures, ...notes];
  return parts.flatMap(({ file, blocks: each }) =>
    each.map((block): Passage => {
      // What an author has made a link is one: `([see 11:45](#p-1145-flag))`.
      const isPlain = ({ printed }: Pointer): boolean => block.kind !== "prose" || block.html.includes(printed);
      const isMeant = (pointer: Pointer): boolean => isPlain(pointer) && (pointer.explicit || pointing.has(file));
      return { file, line: block.start, pointers: pointersIn(blockWords(block)).filter(isMeant) };
    }),
  );
}

/** Further back than this a clock of twelve hours shows the same time again. */
const LOOK_BACK = 12 * 60 * 60_000;

/** A pointer and the posts of its time. */
interface Aim {
  readonly pointer: Pointer;
  readonly candidates: readonly Post[];
}

/**
 * Which post each pointer leads to, for each post that has some: writers point back, so it is the one post of that minute in
 * the twelve hours before, over midnight too; where there is none, the one of the pointing post's own day; where that day is
 * not known, the only one of the live blog. A bare one leads to nothing that stands below it: `(3:10)` at noon is a lap time.
 * Where none answers, or several do, it stays text. Authors point with `(see 11:45)` as dumps do.
 * Diagnostic: `pointer-unresolved`, a note where it stands.
 */
export function resolvePointers(
  posts: readonly Post[],
  dumps: readonly Dump[],
): { readonly value: LiveBlog["pointers"]; readonly diagnostics: readonly Diagnostic[] } {
  const pointing = pointingDumps(dumps);
  const byTime = new Map<string, Post[]>();
  for (const post of posts) {
    if (post.stamp === null) continue;
    const minute = byTime.get(post.stamp.time);
    if (minute === undefined) byTime.set(post.stamp.time, [post]);
    else minute.push(post);
  }
  const value = new Map<string, Map<string, string>>();
  const diagnostics: Diagnostic[] = [];
  const order = new Map(posts.map((post, at) => [post, at]));
  const standsBefore = (a: Post, b: Post): boolean => (order.get(a) ?? 0) < (order.get(b) ?? 0);
  for (const post of posts) {
    const answers = new Map<string, string>();
    for (const { file, line, pointers } of passagesOf(post, pointing)) {
      for (const pointer of pointers) {
        const candidates = pointer.times
          .flatMap((time) => byTime.get(time) ?? [])
          .filter((other) => (pointer.explicit ? other !== post : standsBefore(other, post)));
        const answer = answerTo(post, candidates);
        if (answer === null) diagnostics.push(unresolved({ pointer, candidates }, { file, line }));
        else answers.set(pointer.printed, answer.id);
      }
    }
    if (answers.size > 0) value.set(post.id, answers);
  }
  return { value, diagnostics };
}

/** The one of these posts that is meant; null where none is, or several can be. */
function answerTo(post: Post, candidates: readonly Post[]): Post | null {
  const [day, now] = [dayOf(post), epochOf(post.stamp)];
  const isBefore = ({ stamp }: Post): boolean => {
    const then = epochOf(stamp);
    return now !== null && then !== null && then <= now && now - then < LOOK_BACK;
  };
  const before = candidates.filter(isBefore);
  const [only, ...more] =
    before.length > 0 ? before : candidates.filter((other) => day === null || dayOf(other) === day);
  return only === undefined || more.length > 0 ? null : only;
}

/** The day of a post on the event's clock: its own, else that of both its neighbours in time; null where they differ. */
function dayOf({ stamp, bracket }: Post): string | null {
  if (stamp !== null) return stamp.instant?.date ?? null;
  const [after, before] = [bracket?.after?.instant?.date, bracket?.before?.instant?.date];
  return after !== undefined && after === before ? after : null;
}

function unresolved(
  { pointer: { printed, times, explicit }, candidates }: Aim,
  place: Pick<Diagnostic, "file" | "line">,
): Diagnostic {
  const which = candidates.map(({ id }) => `"${id}"`).join(", ");
  const [only] = candidates;
  // The only post of that time answers, unless its day is not that of the pointing post, or not known.
  const one = only === undefined || dayOf(only) !== null ? "is, on another day," : "is, on a day that nobody knows,";
  const why =
    candidates.length === 0
      ? `and no ${explicit ? "other" : "older"} post is of ${times.join(" or ")}`
      : `and which one is meant is not clear: of that time ${candidates.length === 1 ? one : "are"} ${which}`;
  return {
    ...{ code: "pointer-unresolved", severity: "note", ...place, column: 1, excerpt: null },
    message: `"${printed}" points at another post, ${why}. It stays text.`,
    hint: "Nothing to do. A post of that time, from another dump or an author, would become its link.",
  };
}
