import type { Config } from "../model/config.ts";
import type { Directory } from "../model/directory.ts";
import type { LiveBlog, Post } from "../model/live-blog.ts";
import type { Strings, Words } from "../model/strings.ts";
import { type BlockView, blockViews } from "./blocks.ts";
import { coverageLine, eventLine } from "./coverage.ts";
import { dayInWords } from "./dates.ts";
import type { EmbedDesk } from "./embed-desk.ts";
import { type FrameView, frameView } from "./frame.ts";
import { closedInvitations } from "./invitations.ts";
import { liveBlogJsonLd } from "./json-ld.ts";
import { type LanguageView, ownLanguage } from "./language.ts";
import { type LaterPageView, laterPageView, turnsOf } from "./later-page.ts";
import { type LicenceView, licenceView } from "./licence.ts";
import { deskOf, frameOriginsOf, partView, surroundingsOf, type Whole, wholeOf } from "./live-blog-part.ts";
import type { Page } from "./pages.ts";
import { type IndexView, indexView, type PagingView, pagingView } from "./paging.ts";
import { postName } from "./post.ts";
import {
  type AdditionsView,
  type CitationView,
  type CorrectionView,
  citation,
  corrected,
  laterAdditions,
  type MarksView,
  marksView,
  missingEmbeds,
  type ToldPost,
} from "./provenance.ts";
import type { LiveBlogLink, Neighbours, Series } from "./series.ts";
import { type SourceView, sourceView } from "./sources.ts";
import { type TimeView, timeView } from "./stamp.ts";
import { type TempoView, tempoView } from "./tempo.ts";
import type { SectionView } from "./timeline.ts";
import { clipped, listed } from "./wording.ts";

/** A live blog's page, the first if it has several, as `templates/live-blog.hbs` prints it, top to bottom. */
export interface LiveBlogView {
  /** Its address below the site's root. */
  readonly path: string;
  readonly frame: FrameView;
  /** Of the live blog's own words, where it is not the page's. */
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
  /** Null where no words of the day invite readers to anything. */
  readonly invitations: string | null;
  readonly tempo: TempoView | null;
  /** One bullet is a paragraph, several are a list. */
  readonly summary: readonly SummaryItemView[];
  readonly single: boolean;
  readonly moments: readonly MomentView[];
  readonly sections: readonly SectionView[];
  /** Null where this is the only page, both. */
  readonly paging: PagingView | null;
  readonly index: IndexView | null;
  readonly sources: readonly SourceView[];
  /** Names of the authors' files that it was made of. */
  readonly files: readonly string[];
  /** What is said of the rights in those. */
  readonly licence: LicenceView;
  readonly corrections: readonly CorrectionView[];
  readonly additions: readonly AdditionsView[];
  readonly missingEmbeds: readonly ToldPost[];
  /** Null where no mark is there to explain. */
  readonly marks: MarksView | null;
  readonly cite: CitationView;
  readonly neighbours: { readonly previous: NeighbourView | null; readonly next: NeighbourView | null } | null;
}

interface NeighbourView {
  readonly href: string;
  readonly title: string;
  /** Of its title, where it is not the page's. */
  readonly language: LanguageView | null;
}

interface SummaryItemView {
  readonly text: string;
  readonly href: string | null;
}

interface MomentView {
  /** Its day, where key moments are of several days and the one before is of another. */
  readonly day: string | null;
  readonly href: string;
  readonly time: TimeView | null;
  readonly name: string;
}

function neighboursView(found: Neighbours | undefined, config: Config, words: Words): LiveBlogView["neighbours"] {
  if (found === undefined) return null;
  const view = (link: LiveBlogLink | null): NeighbourView | null =>
    link && { href: link.href, title: link.title, language: ownLanguage(link.lang ?? config.lang, words.lang) };
  return { previous: view(found.previous), next: view(found.next) };
}

const DESCRIPTION_LENGTH = 200;

/** One whose day is lost stands where the timeline has it, without a word on its day. */
function momentViews(posts: readonly Post[], href: Page["href"], words: Words): readonly MomentView[] {
  const moments = posts.filter(({ key }) => key);
  const days = new Set(moments.flatMap(({ stamp }) => stamp?.instant?.date ?? []));
  let last: string | null = null;
  return moments.map((post) => {
    const { id, stamp } = post;
    const day: string | null = stamp?.instant?.date ?? last;
    const isNew = days.size > 1 && day !== null && day !== last;
    last = day;
    return {
      day: isNew ? dayInWords(day, words) : null,
      href: href(`#${id}`),
      time: stamp === null ? null : timeView(stamp, words),
      name: postName(post, words),
    };
  });
}

/** Every page of one live blog. `series`: of all live blogs of the site; `directory`: who and what has a page on it. */
export function liveBlogViews(
  liveBlog: LiveBlog,
  config: Config,
  series: Series,
  strings: Strings,
  directory: Directory,
): { readonly first: LiveBlogView; readonly later: readonly LaterPageView[] } {
  const whole = wholeOf(liveBlog, config, strings, directory);
  const first = firstPageView(whole, series);
  return { first, later: whole.pages.later.map((page) => laterPageView(whole, page)) };
}

function firstPageView(whole: Whole, series: Series): LiveBlogView {
  const { liveBlog, config, directory, pages, labels, longTitle, words } = whole;
  const { slug, title, lang, date, place, summary, timeline, dumps, files, byline } = liveBlog;
  const posts = timeline.flatMap((item) => (item.kind === "post" ? [item.post] : []));
  const { first: page, later } = pages;
  const { path, root, href } = page;
  const others = [...liveBlog.standfirst, ...dumps.flatMap(({ preamble }) => preamble)];
  const surroundings = surroundingsOf(whole, page, others);
  const standfirst = blockViews(liveBlog.standfirst, surroundings);
  const { sections, frameOrigins: ofPosts } = partView(whole, page, surroundings);
  const sources = dumps.map((dump) => sourceView(dump, surroundings));
  const ofOthers = frameOriginsOf([...standfirst, ...sources.flatMap(({ preamble }) => preamble)]);
  const frameOrigins = [...ofOthers, ...ofPosts];
  const coverage = coverageLine(liveBlog, posts.length, words);
  const description = clipped(summary[0]?.text ?? coverage.join(" · "), DESCRIPTION_LENGTH);
  const paging = later.length === 0 ? null : pagingView(page, pages, labels, words);
  return {
    path,
    frame: frameView(
      config,
      {
        ...{ title, description, lang, frameOrigins, path, root },
        liveBlog: { slug, title },
        turns: paging === null ? [] : turnsOf(paging),
        image: pictureOf(liveBlog, posts),
        structuredData: liveBlogJsonLd(liveBlog, config, {
          ...{ path, root, name: title, posts: page.posts, directory },
        }),
      },
      words,
    ),
    language: ownLanguage(lang ?? config.lang, words.lang),
    desk: deskOf(whole, frameOrigins),
    kicker: [place, date === null ? null : dayInWords(date, words)].filter((part) => part !== null).join(" · "),
    title,
    longTitle,
    standfirst,
    coverage,
    byline: byline.length === 0 ? null : listed(byline, words),
    event: eventLine(liveBlog, words),
    invitations: closedInvitations(liveBlog, page.posts, true, words),
    tempo: tempoView(liveBlog, href, words),
    summary: summary.map(({ text, post }) => ({ text, href: post === null ? null : href(`#${post}`) })),
    single: summary.length === 1,
    moments: momentViews(posts, href, words),
    sections,
    paging,
    index: later.length === 0 ? null : indexView(pages, labels, words),
    sources,
    files: files.map((file) => file.slice(file.lastIndexOf("/") + 1)),
    licence: licenceView(config.licence, "provenance.no-licence", words),
    corrections: corrected(liveBlog, posts, href, words),
    additions: laterAdditions(posts, href, words),
    missingEmbeds: missingEmbeds(posts, href, words),
    marks: marksView(liveBlog, posts, words),
    cite: citation(liveBlog, path, config, words),
    neighbours: neighboursView(series.get(slug), config, words),
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
