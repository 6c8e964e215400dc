import type { EmbedDesk } from "./embed-desk.ts";
import { type FrameView, frameView } from "./frame.ts";
import { closedInvitations } from "./invitations.ts";
import { liveBlogJsonLd } from "./json-ld.ts";
import { type LanguageView, ownLanguage } from "./language.ts";
import { deskOf, partView, surroundingsOf, type Whole } from "./live-blog-part.ts";
import type { Page } from "./pages.ts";
import { type PagingView, pagingView } from "./paging.ts";
import type { SectionView } from "./timeline.ts";

/** A page of a long live blog after its first, as `templates/later-page.hbs` prints it. */
export interface LaterPageView {
  /** Its address below the site's root. */
  readonly path: string;
  readonly frame: FrameView;
  /** Of the live blog's own words, where it is not the page's. */
  readonly language: LanguageView | null;
  /** Null where nothing on the page can be loaded from elsewhere. */
  readonly desk: EmbedDesk | null;
  readonly title: string;
  /** Too long to be set as large as others. */
  readonly longTitle: boolean;
  /** Null where no words of the day invite readers to anything. */
  readonly invitations: string | null;
  readonly paging: PagingView;
  readonly sections: readonly SectionView[];
}

/**
 * A later page: its part of the timeline and the way to the others. What tells of the live blog as a whole stands on the
 * first.
 */
export function laterPageView(whole: Whole, page: Page): LaterPageView {
  const { liveBlog, config, directory, pages, labels, longTitle, words } = whole;
  const { slug, title, lang } = liveBlog;
  const { path, root, posts } = page;
  const { sections, frameOrigins } = partView(whole, page, surroundingsOf(whole, page, []));
  const paging = pagingView(page, pages, labels, words);
  const name = words.say("paging.title", { title, page: labels[page.number - 1]?.number ?? "" });
  return {
    frame: frameView(
      config,
      {
        ...{ title: name, description: paging.label, lang, frameOrigins, path, root },
        liveBlog: { slug, title },
        turns: turnsOf(paging),
        structuredData: liveBlogJsonLd(liveBlog, config, { path, root, name, posts, directory }),
      },
      words,
    ),
    language: ownLanguage(lang ?? config.lang, words.lang),
    desk: deskOf(whole, frameOrigins),
    invitations: closedInvitations(liveBlog, posts, false, words),
    ...{ path, title, longTitle, paging, sections },
  };
}

/** What a page's `<head>` says of the pages beside it. */
export function turnsOf({ previous, next }: PagingView) {
  return [
    { rel: "prev" as const, link: previous },
    { rel: "next" as const, link: next },
  ].flatMap(({ rel, link }) => (link === null ? [] : [{ rel, href: link.href }]));
}
