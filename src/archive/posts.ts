import type { PostFile } from "../model/authored.ts";
import type { Span } from "../model/block.ts";
import type { Checked } from "../model/diagnostic.ts";
import type { Dump, Entry } from "../model/dump.ts";
import type { OffClock, Origin, Post } from "../model/live-blog.ts";
import { dumpStamps } from "./dump-stamps.ts";
import { entryIds, longerIds } from "./identity.ts";
import { oldestFirst } from "./pages-in-dump.ts";
import type { OlderPost } from "./printed-days.ts";
import type { Clock } from "./stamps.ts";
import { firstWords } from "./words.ts";

const OPENING_WORDS = 8;

/** A post before it has its place in the timeline. */
export type Unplaced = Omit<Post, "bracket">;

/** The posts of one dump, oldest first, with what is known of the page it was. */
export interface PagePosts {
  readonly dump: Dump;
  readonly page: number | null;
  readonly posts: readonly Unplaced[];
}

/**
 * The posts that a dump's entries become, oldest first.
 * Diagnostics: those of `dumpStamps`.
 * @param copies other files that hold the same dump: each of their entries is that post too
 * @param older the last post of the nearest older page, where pages are numbered
 */
export function postsOfDump(
  dump: Dump,
  page: number | null,
  clock: Clock,
  copies: readonly string[] = [],
  older: OlderPost | null = null,
): Checked<PagePosts> {
  const ids = entryIds(dump);
  const { value: stamps, diagnostics } = dumpStamps(dump, clock, older);
  const posts = dump.entries.map((entry, index): Unplaced => {
    const { headline, breaking, labels, contributor, blocks, certain } = entry;
    return {
      id: ids[index] ?? "",
      aliases: [],
      ...{ headline, breaking, labels, contributor, blocks, certain },
      opening: firstWords(blocks, OPENING_WORDS) || labels.join(", "),
      stamp: stamps[index] ?? null,
      offClock: offClockOf(entry),
      key: false,
      origins: [dumpOrigin(dump.file, entry), ...copies.map((file) => dumpOrigin(file, entry))],
      ...{ captures: [], notes: [], corrections: [], added: null },
    };
  });
  return { value: { dump, page, posts: oldestFirst(dump, posts) }, diagnostics };
}

/** One dump of a live blog. */
export interface SourceDump {
  readonly dump: Dump;
  readonly page: number | null;
  /** Whose words it holds or under which licence; null where nobody says. */
  readonly licence?: string | null;
  /** Other files that hold the same, byte for byte. */
  readonly copies?: readonly string[];
  /** Which of the `dumps` of `index.md` claims it; null where none does. */
  readonly claim?: number | null;
}

/**
 * The posts of all dumps, in the order of the claims. Numbered pages are read oldest first (page 1 is the newest), so that each
 * goes on with the day on which the one before it ends: over midnight a page of bare times is of the next day. Over missing
 * pages no day goes on: nobody knows how many midnights they held.
 * Diagnostics: those of `postsOfDump`.
 */
export function postsOfDumps(dumps: readonly SourceDump[], clock: Clock): Checked<readonly PagePosts[]> {
  const read = new Map<SourceDump, Checked<PagePosts>>();
  const lasts = new Map<number, LastPost>();
  for (const source of [...dumps].sort((a, b) => (b.page ?? 0) - (a.page ?? 0))) {
    const { dump, page, copies } = source;
    // Two captures of one page are not one after the other.
    const above = [...lasts.keys()].findLast((number) => page !== null && number > page);
    const end = above === undefined ? undefined : lasts.get(above);
    const older = end === undefined ? null : { ...end, gap: above !== (page ?? 0) + 1 };
    const posts = postsOfDump(dump, page, clock, copies, older);
    read.set(source, posts);
    const last = posts.value.posts.findLast(({ stamp }) => stamp?.instant != null)?.stamp?.instant ?? null;
    if (page !== null && last !== null) lasts.set(page, laterOf(last, lasts.get(page)));
  }
  const all = dumps.flatMap((source) => read.get(source) ?? []);
  return { value: all.map(({ value }) => value), diagnostics: all.flatMap(({ diagnostics }) => diagnostics) };
}

type LastPost = Omit<OlderPost, "gap">;

function laterOf(a: LastPost, b: LastPost = a): LastPost {
  return `${a.date} ${a.time}` > `${b.date} ${b.time}` ? a : b;
}

function offClockOf({ stamp }: Entry): OffClock | null {
  if (stamp === null || (stamp.minute === null && stamp.relative === null)) return null;
  return { minute: stamp.minute, relative: stamp.relative };
}

function dumpOrigin(file: string, { start, end }: Span): Origin {
  return { kind: "dump", file, start, end };
}

/**
 * Every id, and every alias that merging has left, leads to one post. One that two posts want is neither's, as in a single
 * dump: each goes by another id that merging has left it, else by its next longer form that no other post wants. So the ids
 * are a function of the posts: in which order dumps are claimed and what their files are called changes none. A third post
 * that is alike changes those of the first two only where it is alike in their longer form too.
 */
export function distinctIds(pages: readonly PagePosts[]): readonly PagePosts[] {
  const all = pages.flatMap(({ posts }) => posts);
  const wanted = tally(all.map(namesOf));
  const nameless = all.filter((post) => !namesOf(post).some((id) => wanted.get(id) === 1));
  const sources = nameless.length === 0 ? new Map<string, EntrySource>() : sourcesOf(pages);
  const longer = new Map(
    nameless.map((post) => [post, longerNames(post, sources).filter((id) => !wanted.has(id))] as const),
  );
  const further = tally([...longer.values()]);
  const idOf = (post: Unplaced): string =>
    namesOf(post).find((id) => wanted.get(id) === 1) ??
    longer.get(post)?.find((id) => further.get(id) === 1) ??
    post.id;
  return pages.map((page) => ({
    ...page,
    posts: page.posts.map((post): Unplaced => {
      const id = idOf(post);
      return { ...post, id, aliases: namesOf(post).filter((old) => old !== id && wanted.get(old) === 1) };
    }),
  }));
}

/**
 * What two posts wanted and neither has, each with the one that stands first: a link from before the other came still leads
 * to one of them. Nothing else goes by these ids.
 * @param wanted pages as they were merged
 * @param given the same pages with distinct ids
 * @returns for a post's id, the ids that lead to it besides
 */
export function sharedIds(
  wanted: readonly PagePosts[],
  given: readonly PagePosts[],
): ReadonlyMap<string, readonly string[]> {
  const after = given.flatMap(({ posts }) => posts);
  const taken = new Set(after.flatMap(namesOf));
  const leading = new Map<string, string[]>();
  for (const [at, post] of wanted.flatMap(({ posts }) => posts).entries()) {
    const { id } = after[at] ?? post;
    for (const name of namesOf(post).filter((each) => !taken.has(each))) {
      taken.add(name);
      leading.set(id, [...(leading.get(id) ?? []), name]);
    }
  }
  return leading;
}

/** How many of these lists each id stands in. */
function tally(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of lists.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** The ids by which its dumps know a post, each once, its own first. */
const namesOf = ({ id, aliases }: Unplaced): readonly string[] => [...new Set([id, ...aliases])];

/** An entry and the bytes that it stands in. */
interface EntrySource {
  readonly entry: Entry;
  readonly sha256: string;
}

function sourcesOf(pages: readonly PagePosts[]): ReadonlyMap<string, EntrySource> {
  return new Map(
    pages.flatMap(({ dump: { file, sha256, entries } }) =>
      entries.map((entry) => [`${file}:${entry.start}`, { entry, sha256 }] as const),
    ),
  );
}

/** The longer ids of each entry that a post was read from, each once. */
function longerNames({ origins }: Unplaced, sources: ReadonlyMap<string, EntrySource>): readonly string[] {
  const ids = origins.flatMap((origin): readonly string[] => {
    const source = origin.kind === "dump" ? sources.get(`${origin.file}:${origin.start}`) : undefined;
    return source === undefined ? [] : longerIds(source.entry, source.sha256);
  });
  return [...new Set(ids)];
}

/** The post that an author's file becomes, its time already worked out. */
export function postOfFile(file: PostFile, stamp: Post["stamp"]): Unplaced {
  const { headline, labels, contributor, key, corrections, added, aliases, body } = file;
  return {
    id: `p-${file.stem}`,
    ...{ aliases, headline, stamp, labels, contributor, key, corrections, added },
    opening: firstWords(body, OPENING_WORDS) || labels.join(", "),
    offClock: null,
    breaking: false,
    blocks: body,
    certain: true,
    origins: [{ kind: "author", file: file.file }],
    captures: [],
    notes: [],
  };
}
