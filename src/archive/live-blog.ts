import { recogniseEmbed } from "../embeds/providers/registry.ts";
import type { Folder, LiveBlogFile, PostFile } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { EmbedParty } from "../model/embed.ts";
import type { LiveBlog, LiveBlogCard, Post, TimelineItem } from "../model/live-blog.ts";
import { changesOf } from "../time/changes.ts";
import { accountOf } from "./account.ts";
import { amend } from "./amend.ts";
import { arrange } from "./arrange.ts";
import { checkFolder } from "./check-folder.ts";
import { checkOrder } from "./check-order.ts";
import { editedEntries, mergeOverlaps } from "./overlaps.ts";
import { epochs, oldestPageFirst } from "./pages.ts";
import { type Placed, place, postsOf, withoutPlace } from "./place.ts";
import { dateByPointers, resolvePointers } from "./pointers.ts";
import {
  distinctIds,
  type PagePosts,
  postOfFile,
  postsOfDumps,
  type SourceDump,
  sharedIds,
  type Unplaced,
} from "./posts.ts";
import { draftIds } from "./problems.ts";
import { authoredStamp, type Clock } from "./stamps.ts";
import { type Bullet, support } from "./support.ts";
import { smallTempo, tempoOf } from "./tempo.ts";
import { timeProblem } from "./time-problem.ts";

/** Everything that one live blog is made of. */
export interface LiveBlogSources {
  readonly slug: string;
  /** What the page is called where no author says. */
  readonly title: string;
  /** Null for dumps that no author has claimed. */
  readonly folder: Folder | null;
  /** In the order of the claims. */
  readonly dumps: readonly SourceDump[];
}

/**
 * Merges dumps and authors' files of one event into one live blog, oldest first.
 * Diagnostics: those of `postsOfDumps`, `checkOrder`, `editedEntries`, `amend`, `withoutPlace`, `place`, `resolvePointers` and
 * `checkFolder`; `time-impossible`; `id-clash`.
 */
export function mergeLiveBlog({ slug, title, folder, dumps }: LiveBlogSources): Checked<LiveBlog> {
  const diagnostics: Diagnostic[] = [];
  const take = <T>({ value, diagnostics: more }: Checked<T>): T => {
    diagnostics.push(...more);
    return value;
  };
  const index = folder?.index ?? null;
  const clock: Clock = { date: index?.date ?? null, timezone: index?.timezone ?? null };

  const read = take(postsOfDumps(dumps, clock));
  const merged = mergeOverlaps(oldestPageFirst(read));
  diagnostics.push(...checkOrder(index, dumps, read, merged));
  const pages = distinctIds(merged.pages);
  diagnostics.push(...editedEntries(pages));
  const files = folder?.posts ?? [];
  const authored = take(authoredPosts(files, clock));
  const drafts = draftIds(folder?.drafts ?? []);
  const amended = take(amend(pages, authored, folder?.amendments ?? [], clock, drafts));
  const dated = dateByPointers(amended.pages, clock);
  const own = new Map(amended.own.map((post) => [post.id, post]));
  const placed = files.flatMap((file): Placed[] => {
    const post = own.get(`p-${file.stem}`);
    return file.placement === null || post === undefined ? [] : [{ file, placement: file.placement, post }];
  });
  const beside = new Set(placed.map(({ post }) => post));
  const timed = amended.own.filter((post) => !beside.has(post));
  const standing = arrange({ ...merged, pages: dated }, timed);
  diagnostics.push(...withoutPlace(files, standing));
  const timeline = take(place(standing, placed, drafts));
  const posts = postsOf(timeline);
  const pointers = take(
    resolvePointers(
      posts,
      dumps.map(({ dump }) => dump),
    ),
  );
  if (folder !== null) diagnostics.push(...checkFolder(folder, posts));
  const shown = withSharedIds(timeline, sharedIds(merged.pages, pages));

  const summary = take(support(index === null ? bulletsOf(read) : authoredBullets(index, read), posts));
  const bullets = summary.map(({ text }) => text);
  const coverage = coverageOf(posts);
  const value: LiveBlog = {
    slug,
    title: index?.title ?? title,
    date: clock.date ?? coverage?.from.date ?? null,
    timezone: clock.timezone,
    place: index?.place ?? null,
    lang: index?.lang ?? null,
    series: index?.series ?? null,
    aliases: index?.aliases ?? [],
    standfirst: index?.body ?? [],
    event: index?.event ?? null,
    summary,
    byline: [...new Set(dumps.flatMap(({ dump }) => dump.byline))],
    timeline: shown,
    tempo: tempoOf(timeline),
    pointers,
    coverage,
    openStart: posts.find(isRecord)?.stamp === null,
    dumps: dumps.map((source) => accountOf(source, index?.title ?? title, bullets)),
    files: folder === null ? [] : [folder.index, ...folder.posts, ...folder.amendments].map(({ file }) => file),
    corrections: index?.corrections ?? [],
    assets: folder?.assets ?? new Map(),
  };
  return { value, diagnostics };
}

/** An author may have given such an id to one of the posts: then it is that one's. */
function withSharedIds(
  timeline: readonly TimelineItem[],
  shared: ReadonlyMap<string, readonly string[]>,
): readonly TimelineItem[] {
  if (shared.size === 0) return timeline;
  const taken = new Set(postsOf(timeline).flatMap(({ id, aliases }) => [id, ...aliases]));
  return timeline.map((item) => {
    if (item.kind !== "post") return item;
    const more = (shared.get(item.post.id) ?? []).filter((id) => !taken.has(id));
    return { ...item, post: { ...item.post, aliases: [...item.post.aliases, ...more] } };
  });
}

function authoredPosts(files: readonly PostFile[], clock: Clock): Checked<readonly Unplaced[]> {
  const diagnostics: Diagnostic[] = [];
  const value = files.flatMap((file): Unplaced[] => {
    if (file.time === null) return [postOfFile(file, null)];
    const stamp = authoredStamp(file.time, file.approximate, clock);
    if (typeof stamp !== "string") return [postOfFile(file, stamp)];
    diagnostics.push(timeProblem(file, stamp));
    return [];
  });
  return { value, diagnostics };
}

/** The author's bullets, else the dumps'. */
function authoredBullets({ summary, file, places }: LiveBlogFile, pages: readonly PagePosts[]): Bullet[] {
  if (summary === null) return bulletsOf(pages);
  return summary.map((item, at) => ({ ...item, file, line: places.get(`summary.${at}`)?.line ?? 1 }));
}

/** The bullets of the latest page that has any: the page-wide summary is repeated on each, and the last is the fullest. */
function bulletsOf(pages: readonly PagePosts[]): Bullet[] {
  const ordered = oldestPageFirst(pages).filter(({ dump }) => dump.summary.length > 0);
  const placed = ordered.findLast((page) => page.page !== null || epochs(page).length > 0);
  const { file = "", summary = [] } = (placed ?? ordered.at(-1))?.dump ?? {};
  return summary.map(({ text, line }) => ({ text, post: null, file, line }));
}

const isRecord = ({ origins: [first] }: Post): boolean => first.kind === "dump";

/** Only what dumps print is claimed as preserved; a live blog without dumps is its author's own. */
function coverageOf(posts: readonly Post[]): LiveBlog["coverage"] {
  const record = posts.some(isRecord) ? posts.filter(isRecord) : posts;
  const instants = record
    .filter(({ stamp }) => stamp?.origin.kind !== "author" || !posts.some(isRecord))
    .flatMap(({ stamp }) => (stamp?.instant == null ? [] : [stamp.instant]))
    .sort((a, b) => a.epoch - b.epoch);
  const [from, to] = [instants[0], instants.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/**
 * What other pages need to know of a live blog: all that is kept of it once its files are written. Copied: a part of a
 * dump's text would keep all of it in memory.
 */
export function cardOf(liveBlog: LiveBlog): LiveBlogCard {
  const { slug, title, date, place, lang, series, summary, timeline, tempo } = liveBlog;
  const posts = postsOf(timeline).length;
  return structuredClone({
    slug,
    title,
    date,
    place,
    lang,
    series,
    lead: summary[0]?.text ?? null,
    posts,
    tempo: smallTempo(tempo),
    updated: changesOf(liveBlog).liveBlog,
    embeds: partiesOf(liveBlog),
  });
}

/** The labels of its posts, each spelling once; copied, as the card is. */
export function labelsOf({ timeline }: LiveBlog): readonly string[] {
  return structuredClone([...new Set(postsOf(timeline).flatMap(({ labels }) => labels))]);
}

/** One embed of each party whose things stand on the page. */
function partiesOf({ standfirst, timeline, dumps }: LiveBlog): readonly EmbedParty[] {
  const posts = postsOf(timeline).flatMap(({ blocks, notes }) => [...blocks, ...notes.flatMap((note) => note.blocks)]);
  const parties = new Map<string, EmbedParty>();
  for (const block of [...standfirst, ...posts, ...dumps.flatMap(({ preamble }) => preamble)]) {
    if (block.kind !== "embed" || block.url === null || !URL.canParse(block.url)) continue;
    const { provider, url } = block;
    const party = recogniseEmbed({ provider, url })?.provider.key ?? new URL(url).host;
    if (!parties.has(party)) parties.set(party, { provider, url });
  }
  return [...parties.values()];
}
