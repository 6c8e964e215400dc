import type { Block } from "../model/block.ts";
import type { Config } from "../model/config.ts";
import type { Listing, LiveBlog, Post } from "../model/live-blog.ts";
import type { Strings } from "../model/strings.ts";
import { dateInWords, weekday } from "../time/calendar.ts";
import { type BlockView, blockViews, type Surroundings } from "./blocks.ts";
import { coverageLine } from "./coverage.ts";
import { embedSurroundings } from "./embed.ts";
import { type EmbedDesk, embedDesk } from "./embed-desk.ts";
import { type FrameView, frameView } from "./frame.ts";
import { liveBlogJsonLd } from "./json-ld.ts";
import { correctionMark, postView } from "./post.ts";
import { type SourceView, sourceView } from "./sources.ts";
import { type TimeView, timeView } from "./stamp.ts";
import { type TempoView, tempoView } from "./tempo.ts";
import { type SectionView, sectionViews } from "./timeline.ts";
import { clipped, listed } from "./wording.ts";

/** A live blog's page as `templates/live-blog.hbs` prints it, top to bottom. */
export interface LiveBlogView {
  readonly frame: FrameView;
  /** Null where nothing on the page can be loaded from elsewhere. */
  readonly desk: EmbedDesk | null;
  readonly kicker: string;
  readonly title: string;
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
  readonly neighbours: { readonly previous: LinkView | null; readonly next: LinkView | null } | null;
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

interface LinkView {
  readonly href: string;
  readonly title: string;
}

const DESCRIPTION_LENGTH = 200;

function frameOriginsOf(blocks: readonly BlockView[]): string[] {
  return blocks.flatMap((block) => (block.kind === "embed" ? block.frameOrigins : []));
}

/** Previous and next live blog of the series, by date; null outside a series or alone in it. */
function neighboursOf({ slug, series }: LiveBlog, listings: readonly Listing[]): LiveBlogView["neighbours"] {
  if (series === null) return null;
  const key = ({ date, slug: own }: Listing): string => `${date ?? ""} ${own}`;
  const line = listings.filter((other) => other.series === series).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const at = line.findIndex((other) => other.slug === slug);
  const link = (other: Listing | undefined): LinkView | null =>
    other === undefined ? null : { href: `../${other.slug}/`, title: other.title };
  const [previous, next] = [link(at > 0 ? line[at - 1] : undefined), link(line[at + 1])];
  return previous === null && next === null ? null : { previous, next };
}

function moment(post: Post): MomentView {
  const { id, headline, opening, stamp } = post;
  return { href: `#${id}`, time: stamp === null ? null : timeView(stamp), name: headline ?? `${opening}…` };
}

function eventLine({ event }: LiveBlog): string | null {
  if (event === null) return null;
  const [start, end] = [event.start, event.end].map((when) => when?.slice(11, 16));
  const when = start === undefined ? "" : end === undefined ? `from ${start}` : `${start} to ${end}`;
  const parts = [when, event.venue ?? ""].filter((part) => part !== "");
  return parts.length === 0 ? null : `The event itself: ${parts.join(", ")}`;
}

/** The page of one live blog. `listings`: every live blog of the site, for the series. */
export function liveBlogView(
  liveBlog: LiveBlog,
  config: Config,
  listings: readonly Listing[],
  strings: Strings,
): LiveBlogView {
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
    assets: new Set(liveBlog.assets),
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
    desk: frameOrigins.length === 0 ? null : embedDesk(config, words),
    kicker: [place, date === null ? null : `${weekday(date)} ${dateInWords(date)}`]
      .filter((part) => part !== null)
      .join(" · "),
    title,
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
    neighbours: neighboursOf(liveBlog, listings),
  };
}

/** Kinds of picture that those who show cards can read. */
const CARD_PICTURE = /\.(?:jpe?g|png|webp|gif)$/i;

/** The first picture that an author supplied, for cards. */
function pictureOf({ slug, assets }: LiveBlog, posts: readonly Post[]): { path: string; alt: string } | null {
  for (const block of posts.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== "image" || block.src === null) continue;
    if (assets.includes(block.src) && CARD_PICTURE.test(block.src))
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
