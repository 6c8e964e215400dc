import { LIVE_BLOG_DATA, type LiveBlogData } from "../data/live-blog.ts";
import { recogniseEmbed } from "../embeds/providers/registry.ts";
import type { Block } from "../model/block.ts";
import type { Config } from "../model/config.ts";
import type { Directory } from "../model/directory.ts";
import type { DumpAccount, LiveBlog, Post, TimelineItem } from "../model/live-blog.ts";
import type { Stamp } from "../model/stamp.ts";
import { changesOf } from "../time/changes.ts";
import { rfc3339 } from "../time/zones.ts";
import { addressesFrom, tagOf } from "./addresses.ts";
import { type Pages, pagesOf } from "./pages.ts";
import { plainText } from "./plain-text.ts";

type Item = LiveBlogData["timeline"][number];
type PostData = Extract<Item, { kind: "post" }>;
type BlockData = PostData["blocks"][number];

/** Where the description of the data stands, from the file that holds it. */
const SCHEMA = "../liveblog.schema.json";

function timeData({ time, instant, origin }: Stamp): PostData["time"] {
  return {
    clock: time,
    at: instant === null ? null : rfc3339(instant),
    zone: instant?.zone ?? null,
    origin: origin.kind,
    rule: origin.kind === "inferred" ? origin.rule : null,
    approximate: origin.kind === "author" && origin.approximate,
  };
}

const timeOrNull = (stamp: Stamp | null): PostData["time"] => (stamp === null ? null : timeData(stamp));

/** A provider's thing by its clean public link: what was pasted may hold a token that opens what is private. */
function publicUrl(provider: string, url: string | null): string | null {
  const known = url === null ? null : recogniseEmbed({ provider, url });
  return known === null ? url : known.provider.original(known.ref);
}

function blockData(block: Block): BlockData {
  if (block.kind !== "embed") return block;
  const { kind, provider, printed, url, quote, start, end } = block;
  const words = quote === undefined ? null : { text: quote.text, by: quote.by };
  return { kind, provider, printed, url: publicUrl(provider, url), quote: words, start, end };
}

function postData(post: Post, slug: string, pages: Pages, config: Config, directory: Directory): PostData {
  const { id, aliases, headline, opening, stamp, bracket, breaking, key, labels, contributor } = post;
  const { blocks, certain, origins, captures, notes, corrections, added } = post;
  const person = directory.personPath(contributor);
  return {
    kind: "post",
    id,
    tag: tagOf(config, `${slug}/${id}`),
    url: urlOf(config, pages.postPath(id)),
    ...{ aliases, headline, opening },
    time: timeOrNull(stamp),
    between: bracket === null ? null : { after: timeOrNull(bracket.after), before: timeOrNull(bracket.before) },
    ...{ breaking, key, labels },
    contributor: contributor === null ? null : { ...contributor, page: person === null ? null : urlOf(config, person) },
    blocks: blocks.map(blockData),
    text: plainText(blocks),
    certain,
    sources: origins,
    captures: captures.map(({ file, start, end, ...capture }) => ({
      ...{ file, start, end, labels: capture.labels, contributor: capture.contributor },
      blocks: capture.blocks.map(blockData),
      text: plainText(capture.blocks),
    })),
    notes: notes.map((note) => ({
      ...{ file: note.file, changed: note.changed, added: note.added },
      blocks: note.blocks.map(blockData),
      text: plainText(note.blocks),
    })),
    ...{ corrections, added },
  };
}

function sourceData(account: DumpAccount): LiveBlogData["sources"][number] {
  const { file, sha256, dialect, lines, page, licence, posts, uncertain, title, byline, summary } = account;
  const { preamble, leftOut } = account;
  return {
    ...{ file, sha256, dialect, lines, page, licence, posts, uncertain, title, byline, summary },
    preamble: preamble.map(blockData),
    leftOut: leftOut.map(({ role, start, end }) => ({ role, start, end })),
  };
}

function urlOf(config: Config, path: string): string | null {
  return config.url === null ? null : addressesFrom(config, "")(path);
}

/** A live blog as `liveblog.json` holds it: everything that is known of it, in one order, nothing worded for readers. */
export function liveBlogDataView(liveBlog: LiveBlog, config: Config, directory: Directory): LiveBlogData {
  const { slug, title, date, place, lang, series, aliases, standfirst, event, byline, summary } = liveBlog;
  const { coverage, openStart, timeline, pointers, dumps, files, assets, corrections } = liveBlog;
  const pages = pagesOf(liveBlog);
  const itemData = (item: TimelineItem): Item =>
    item.kind === "post"
      ? postData(item.post, slug, pages, config, directory)
      : { ...item, after: timeOrNull(item.after), before: timeOrNull(item.before) };
  return {
    $schema: SCHEMA,
    ...LIVE_BLOG_DATA,
    tag: tagOf(config, slug),
    url: urlOf(config, `${slug}/`),
    ...{ slug, title, date, place, lang: lang ?? config.lang, series, aliases },
    standfirst: standfirst.map(blockData),
    ...{ event, byline },
    summary: summary.map(({ text, post }) => ({ text, post })),
    coverage: coverage === null ? null : { from: rfc3339(coverage.from), to: rfc3339(coverage.to), openStart },
    updated: changesOf(liveBlog).liveBlog.text,
    timeline: timeline.map(itemData),
    pointers: [...pointers].flatMap(([from, answers]) =>
      [...answers].map(([printed, post]) => ({ printed, in: from, post })),
    ),
    sources: dumps.map(sourceData),
    ...{ files, licence: config.licence, assets: [...assets.keys()], corrections },
  };
}
