import type { Block } from "../model/block.ts";
import type { Config } from "../model/config.ts";
import type { Directory } from "../model/directory.ts";
import type { LiveBlog, Post, TimelineItem } from "../model/live-blog.ts";
import type { Strings, Words } from "../model/strings.ts";
import { type BlockView, type Surroundings, surroundingsOn } from "./blocks.ts";
import { embedSurroundings } from "./embed.ts";
import { type EmbedDesk, embedDesk } from "./embed-desk.ts";
import { type Page, type Pages, pagesOf } from "./pages.ts";
import { type PageLabel, pageLabels } from "./paging.ts";
import { type PostView, postView } from "./post.ts";
import { type Heading, headingsOf, type SectionView, sectionViews } from "./timeline.ts";

/** What all pages of a live blog are made from. */
export interface Whole {
  readonly liveBlog: LiveBlog;
  readonly config: Config;
  readonly directory: Directory;
  readonly pages: Pages;
  readonly labels: readonly PageLabel[];
  /** Whether its title is too long to be set as large as others. */
  readonly longTitle: boolean;
  readonly headings: ReadonlyMap<TimelineItem, Heading>;
  /** What its pages say in words of the site's own: in its language where a catalogue has that. */
  readonly words: Words;
}

const LONG_TITLE = 110;

/** A live blog, made ready to be shown page by page. */
export function wholeOf(liveBlog: LiveBlog, config: Config, strings: Strings, directory: Directory): Whole {
  const pages = pagesOf(liveBlog);
  const words = strings(liveBlog.lang, config.lang);
  return {
    ...{ liveBlog, config, directory, pages, words },
    labels: pageLabels(pages, words),
    longTitle: liveBlog.title.length > LONG_TITLE,
    headings: headingsOf(liveBlog.timeline, words),
  };
}

/**
 * What the blocks of a page stand among.
 * @param others blocks that the page shows beside its posts: embeds are counted over all
 */
export function surroundingsOf({ liveBlog, config, words }: Whole, page: Page, others: readonly Block[]) {
  const blocks = [...others, ...page.posts.flatMap(blocksOf)];
  const embeds = embedSurroundings(blocks, config.embeds, words, liveBlog.lang ?? config.lang);
  return surroundingsOn(page, liveBlog, embeds);
}

/** What a page shows of the timeline. */
export interface PartView {
  readonly sections: readonly SectionView[];
  /** Whom the embeds of its posts would load from. */
  readonly frameOrigins: readonly string[];
}

/** The posts and gaps of one page. */
export function partView(
  { liveBlog, directory, pages, headings, words }: Whole,
  page: Page,
  surroundings: Surroundings,
): PartView {
  const before = [pages.first, ...pages.later][page.number - 2]?.items.at(-1) ?? null;
  const links = { directory, series: liveBlog.series };
  const sections = sectionViews(page.items, words, (post) => postView(post, surroundings, links), headings, before);
  const shown = sections.flatMap(({ items }) => items.flatMap(({ post }) => (post === null ? [] : [post])));
  return { sections, frameOrigins: frameOriginsOf(shown.flatMap(blockViewsOf)) };
}

function blocksOf({ blocks, notes, captures }: Post): readonly Block[] {
  return [...blocks, ...[...notes, ...captures].flatMap((inner) => inner.blocks)];
}

function blockViewsOf({ blocks, notes, captures }: PostView): readonly BlockView[] {
  return [...blocks, ...[...notes, ...captures].flatMap((inner) => inner.blocks)];
}

/** Whom the embeds among some blocks would load from. */
export function frameOriginsOf(blocks: readonly BlockView[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "embed" ? block.frameOrigins : []));
}

/** What the embeds of a page share; null where nothing on it can be loaded from elsewhere. */
export function deskOf({ config, words }: Whole, frameOrigins: readonly string[]): EmbedDesk | null {
  return frameOrigins.length === 0 ? null : embedDesk(config, words);
}
