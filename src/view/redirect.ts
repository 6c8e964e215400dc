import type { Config } from "../model/config.ts";
import type { LiveBlog } from "../model/live-blog.ts";
import { type LanguageView, languageView, ownLanguage } from "./language.ts";

/** A page at an old address, as `templates/redirect.hbs` prints it. */
export interface RedirectView extends LanguageView {
  readonly title: string;
  /** Where the live blog stands now, and the site's root, both from that page. */
  readonly href: string;
  readonly root: string;
  /** The title's, where it is not the site's. */
  readonly language: LanguageView | null;
}

/** The page at any old address of a live blog: they all stand beside its own. */
export function redirectView({ slug, title, lang }: LiveBlog, config: Config): RedirectView {
  const root = "../";
  return {
    ...languageView(config.lang),
    title,
    href: `${root}${slug}/`,
    root,
    language: ownLanguage(lang, config.lang),
  };
}
