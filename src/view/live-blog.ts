import type { Block } from "../model/block.ts";
import type { Config } from "../model/config.ts";
import type { LiveBlog, Post } from "../model/live-blog.ts";
import type { Strings } from "../model/strings.ts";
import { dateInWords, weekday } from "../time/calendar.ts";
import { type BlockView, blockViews, type Surroundings } from "./blocks.ts";
import { coverageLine, eventLine } from "./coverage.ts";
import { embedSurroundings } from "./embed.ts";
import { type EmbedDesk, embedDesk } from "./embed-desk.ts";
import { type FrameView, frameView } from "./frame.ts";
import { liveBlogJsonLd } from "./json-ld.ts";
import { type LanguageView, ownLanguage } from "./language.ts";
import { correctionMark, postName, postView } from "./post.ts";
import type { Neighbours, Series } from "./series.ts";
import { type SourceView, sourceView } from "./sources.ts";
import { type TimeView, timeView } from "./stamp.ts";
import { type TempoView, tempoView } from "./tempo.ts";
import { type SectionView, sectionViews } from "./timeline.ts";
import { clipped, listed } from "./wording.ts";

/** A live blog's page as `templates/live-blog.hbs` prints it, top to bottom. */
export interface LiveBlogView {
  readonly frame: FrameView;
  /** Of the live blog's own words, where it is not the site's. */
  readonly language: LanguageView | null;
  /** Null where nothing on the page can be loaded from elsewhere. */
  readonly desk: EmbedDesk | null;
  readonly kicker: string;
  readonly title: string;
  /** Too long to be set as large as others. */
  readonly longTitle: boolean;
  readonly standfirst: readonly BlockView[];
  readonly coverage: readonly string[];
  readonly byline: string | null;
  readonly event: string | null;
  readonly tempo: TempoView | null;
  /** One bullet is a paragraph, several are a list. */
  readonly summary: readonly SummaryItemView[];
  readonly single: boolean;
  readonly moments: readonly MomentView[];
  readonly sections: readonly SectionView[];
  readonly sources: readonly SourceView[];
  /** Names of the authors' files that it was made of. */
  readonly files: readonly string[];
  readonly corrections: readonly string[];
  readonly neighbours: Neighbours | null;
}

interface SummaryItemView {
  readonly text: string;
  readonly href: string | null;
}

interface MomentView {
  readonly href: string;
  readonly time: TimeView | null;
  readonly name: string;
}

const DESCRIPTION_LENGTH = 200;
const LONG_TITLE = 110;

function frameOriginsOf(blocks: readonly BlockView[]): string[] {
  return blocks.flatMap((block) => (block.kind === "embed" ? block.frameOrigins : []));
}

function moment(post: Post): MomentView {
  const { id, stamp } = post;
  return { href: `#${id}`, time: stamp === null ? null : timeView(stamp), name: postName(post) };
}

/** The page of one live blog. `series`: of all live blogs of the site. */
export function liveBlogView(liveBlog: LiveBlog, config: Config, series: Series, strings: Strings): LiveBlogView {
  const { slug, title, lang, date, place, summary, timeline, dumps, files, byline, corrections } = liveBlog;
  const posts = timeline.flatMap((item) => (item.kind === "post" ? [item.post] : []));
  const blocks = [
    ...liveBlog.standfirst,
    ...posts.flatMap((post) => [...post.blocks, ...notesOf(post), ...capturesOf(post)]),
    ...dumps.flatMap(({ preamble }) => preamble),
  ];
  const words = strings(lang ?? config.lang);
  const surroundings: Surroundings = {
    embeds: embedSurroundings(blocks, config.embeds, words, lang ?? config.lang),
    assets: liveBlog.assets,
    pointers: liveBlog.pointers,
  };
  const standfirst = blockViews(liveBlog.standfirst, surroundings);
  const sections = sectionViews(timeline, (post) => postView(post, surroundings));
  const shown = sections.flatMap(({ items }) => items.flatMap(({ post }) => (post === null ? [] : [post])));
  const sources = dumps.map((dump) => sourceView(dump, surroundings));
  const frameOrigins = frameOriginsOf([
    ...standfirst,
    ...sources.flatMap(({ preamble }) => preamble),
    ...shown.flatMap((post) => [...post.blocks, ...[...post.notes, ...post.captures].flatMap(({ blocks }) => blocks)]),
  ]);
  const [path, root] = [`${slug}/`, "../"];
  const coverage = coverageLine(liveBlog, posts.length);
  const description = clipped(summary[0]?.text ?? coverage.join(" · "), DESCRIPTION_LENGTH);
  return {
    frame: frameView(config, {
      ...{ title, description, lang, frameOrigins, path, root },
      liveBlog: slug,
      image: pictureOf(liveBlog, posts),
      structuredData: liveBlogJsonLd(liveBlog, config, { path, root, description, posts }),
    }),
    language: ownLanguage(lang, config.lang),
    desk: frameOrigins.length === 0 ? null : embedDesk(config, words),
    kicker: [place, date === null ? null : `${weekday(date)} ${dateInWords(date)}`]
      .filter((part) => part !== null)
      .join(" · "),
    title,
    longTitle: title.length > LONG_TITLE,
    standfirst,
    coverage,
    byline: byline.length === 0 ? null : listed(byline),
    event: eventLine(liveBlog),
    tempo: tempoView(liveBlog),
    summary: summary.map(({ text, post }) => ({ text, href: post === null ? null : `#${post}` })),
    single: summary.length === 1,
    moments: posts.filter(({ key }) => key).map(moment),
    sections,
    sources,
    files: files.map((file) => file.slice(file.lastIndexOf("/") + 1)),
    corrections: corrections.map(correctionMark),
    neighbours: series.get(slug) ?? null,
  };
}

/** Kinds of picture that those who show cards can read. */
const CARD_PICTURE = /\.(?:jpe?g|png|webp|gif)$/i;

/** The first picture that an author supplied, for cards. */
function pictureOf({ slug, assets }: LiveBlog, posts: readonly Post[]): { path: string; alt: string } | null {
  for (const block of posts.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== "image" || block.src === null) continue;
    if (assets.has(block.src) && CARD_PICTURE.test(block.src))
      return { path: `${slug}/${block.src}`, alt: block.alt ?? "" };
  }
  return null;
}

function capturesOf({ captures }: Post): readonly Block[] {
  return captures.flatMap(({ blocks }) => blocks);
}

function notesOf({ notes }: Post): readonly Block[] {
  return notes.flatMap(({ blocks }) => blocks);
}
