import type { Config } from "../model/config.ts";
import type { LiveBlog } from "../model/live-blog.ts";
import type { Strings } from "../model/strings.ts";
import type { FrameView } from "./frame.ts";
import { type LanguageView, ownLanguage } from "./language.ts";
import { pagesOf } from "./pages.ts";

/** A page at an old address as `templates/redirect.hbs` prints it. */
export interface RedirectView {
  readonly frame: Pick<FrameView, "lang" | "dir" | "words">;
  /** That address, below the site's root. */
  readonly path: string;
  readonly title: string;
  /** Where the live blog stands now, and the site's root, both from that page. */
  readonly href: string;
  readonly root: string;
  /** The title's, where it is not the page's. */
  readonly language: LanguageView | null;
}

/** The pages at every old address of a live blog, each leading to the page that has its posts now. */
export function redirectViews(liveBlog: LiveBlog, config: Config, strings: Strings): readonly RedirectView[] {
  const { slug, title, lang, aliases } = liveBlog;
  const words = strings(lang, config.lang);
  const { first, later } = pagesOf(liveBlog);
  return aliases.flatMap((alias) =>
    [first, ...later].map(
      ({ path, root }): RedirectView => ({
        frame: { lang: words.lang, dir: words.dir, words },
        path: alias + path.slice(slug.length),
        title,
        href: root + path,
        root,
        language: ownLanguage(lang ?? config.lang, words.lang),
      }),
    ),
  );
}
