import type { Config } from "../model/config.ts";
import type { LiveBlog } from "../model/live-blog.ts";
import { type LanguageView, languageView, ownLanguage } from "./language.ts";
import { pagesOf } from "./pages.ts";

/** A page at an old address as `templates/redirect.hbs` prints it. */
export interface RedirectView extends LanguageView {
  /** That address, below the site's root. */
  readonly path: string;
  readonly title: string;
  /** Where the live blog stands now, and the site's root, both from that page. */
  readonly href: string;
  readonly root: string;
  /** The title's, where it is not the site's. */
  readonly language: LanguageView | null;
}

/** The pages at every old address of a live blog, each leading to the page that has its posts now. */
export function redirectViews(liveBlog: LiveBlog, config: Config): readonly RedirectView[] {
  const { slug, title, lang, aliases } = liveBlog;
  const { first, later } = pagesOf(liveBlog);
  return aliases.flatMap((alias) =>
    [first, ...later].map(
      ({ path, root }): RedirectView => ({
        ...languageView(config.lang),
        path: alias + path.slice(slug.length),
        title,
        href: root + path,
        root,
        language: ownLanguage(lang, config.lang),
      }),
    ),
  );
}
