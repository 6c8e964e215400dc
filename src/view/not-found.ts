import type { Config } from "../model/config.ts";
import type { Words } from "../model/strings.ts";
import { type FrameView, frameView } from "./frame.ts";
import { FORM_PAGE } from "./policy.ts";
import { type SearchFormView, searchFormView } from "./search-page.ts";

/** The page for addresses that lead nowhere, served at any depth. */
export interface NotFoundView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly about: string;
  readonly all: string;
  /** Null where the site has no search. */
  readonly form: SearchFormView | null;
}

/** The 404 page; hosts serve it at any address, so its links start at the site's base path. */
export function notFoundView(config: Config, words: Words): NotFoundView {
  const root = config.basePath;
  const page = { title: words.say("notFound.title"), description: "", path: "404.html", lang: null, frameOrigins: [] };
  const policy = config.search ? { policy: FORM_PAGE } : {};
  return {
    frame: { ...frameView(config, { ...page, ...policy, root }, words), canonical: null },
    heading: words.say("notFound.heading"),
    about: words.say("notFound.about"),
    all: words.say("notFound.all"),
    form: config.search ? searchFormView(words, root) : null,
  };
}
