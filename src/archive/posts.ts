import type { PostFile } from "../model/authored.ts";
import type { Span } from "../model/block.ts";
import type { Checked } from "../model/diagnostic.ts";
import type { Dump, Entry } from "../model/dump.ts";
import type { OffClock, Origin, Post } from "../model/live-blog.ts";
import { dumpStamps } from "./dump-stamps.ts";
import { entryIds, longerIds } from "./identity.ts";
import type { OlderPost } from "./printed-days.ts";
import type { Clock } from "./stamps.ts";
import { firstWords, slug } from "./words.ts";

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
 * @param older the last post of the next older page, where pages are numbered
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
  return { value: { dump, page, posts: dump.order === "newest-first" ? posts.reverse() : posts }, diagnostics };
}

/** One dump of a live blog. */
export interface SourceDump {
  readonly dump: Dump;
  readonly page: number | null;
  /** Other files that hold the same, byte for byte. */
  readonly copies?: readonly string[];
  /** Which of the `dumps` of `index.md` claims it; null where none does. */
  readonly claim?: number | null;
}

/**
 * The posts of all dumps, in the order of the claims. Numbered pages are read oldest first (page 1 is the newest), so that each
 * goes on with the day on which the one before it ends: over midnight a page of bare times is of the next day.
 * Diagnostics: those of `postsOfDump`.
 */
export function postsOfDumps(dumps: readonly SourceDump[], clock: Clock): Checked<readonly PagePosts[]> {
  const read = new Map<SourceDump, Checked<PagePosts>>();
  let older: OlderPost | null = null;
  for (const source of [...dumps].sort((a, b) => (b.page ?? 0) - (a.page ?? 0))) {
    const { dump, page, copies } = source;
    const posts: Checked<PagePosts> = postsOfDump(dump, page, clock, copies, page === null ? null : older);
    read.set(source, posts);
    if (page !== null)
      older = posts.value.posts.findLast(({ stamp }) => stamp?.instant != null)?.stamp?.instant ?? older;
  }
  const all = dumps.flatMap((source) => read.get(source) ?? []);
  return { value: all.map(({ value }) => value), diagnostics: all.flatMap(({ diagnostics }) => diagnostics) };
}

function offClockOf({ stamp }: Entry): OffClock | null {
  if (stamp === null || (stamp.minute === null && stamp.relative === null)) return null;
  return { minute: stamp.minute, relative: stamp.relative };
}

function dumpOrigin(file: string, { start, end }: Span): Origin {
  return { kind: "dump", file, start, end };
}

/**
 * Every id, and every alias that merging has left, leads to one post. Where two posts want one, that of the dump claimed
 * first keeps it; the other goes by the id that another of its dumps gives it, else by the next longer form of its own.
 * Only after merging is it known which posts are different.
 *
 * The order of the claims decides, and nothing of the posts: either post had the short id before the other dump came, and
 * only that order tells which of them had it first. A rule by content would take an id away from a published post.
 */
export function distinctIds(pages: readonly PagePosts[]): readonly PagePosts[] {
  const taken = new Set<string>();
  const take = (id: string): boolean => !taken.has(id) && taken.add(id).has(id);
  const entries = new Map(
    pages.flatMap(({ dump }) => dump.entries.map((entry) => [`${dump.file}:${entry.start}`, entry] as const)),
  );
  return pages.map((page) => {
    const named = page.posts.map((post): Unplaced => {
      const id = [post.id, ...post.aliases, ...longerForms(post, entries)].find(take);
      return id === undefined ? post : { ...post, id, aliases: [post.id, ...post.aliases].filter((old) => old !== id) };
    });
    const posts = named.map((post): Unplaced => ({ ...post, aliases: post.aliases.filter(take) }));
    return { ...page, posts };
  });
}

/** Further ids of a post, from each dump that has it; the last ones with the dump's name, which is like no other. */
function longerForms({ id, origins }: Unplaced, entries: ReadonlyMap<string, Entry>): readonly string[] {
  const sources = origins.flatMap((origin) => (origin.kind === "dump" ? [origin] : []));
  const longer = sources.flatMap(({ file, start }) => {
    const entry = entries.get(`${file}:${start}`);
    return entry === undefined ? [] : longerIds(entry);
  });
  return [
    ...longer,
    ...sources.map(({ file, start }) => `${id}-l${start}-${slug(file.replace(/^seeds\/|\.txt$/g, ""))}`),
  ];
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
