import type { Config } from "../model/config.ts";
import type { Words } from "../model/strings.ts";
import { encoded } from "./addresses.ts";
import { dataBlock } from "./data-block.ts";
import { type HeadFacts, type HeadView, headView } from "./head.ts";
import { type LanguageView, ownLanguage } from "./language.ts";
import { contentPolicy, type PolicyExtras } from "./policy.ts";

/** What every page's `<head>` and running head and foot print. */
export interface FrameView extends LanguageView {
  /** What the page says in words of its own. */
  readonly words: Words;
  /** Of the site's title, description and publisher, where that is not the page's. */
  readonly siteLanguage: LanguageView | null;
  readonly siteTitle: string;
  /** The whole of `<title>`. */
  readonly title: string;
  readonly description: string;
  readonly canonical: string | null;
  /** From this page to the site's root: `./`, `../`, or an absolute path for pages served at any depth. */
  readonly root: string;
  readonly csp: string;
  readonly publisher: string | null;
  /** Whether the site has a search page. */
  readonly search: boolean;
  readonly head: HeadView;
  /** JSON-LD, ready for the inside of its `<script>`; null where the page has none. */
  readonly structuredData: string | null;
}

/**
 * The frame of one page. `path` is its address below the site's root: `` or `london-marathon-2017/`.
 * @param words that it speaks
 */
export function frameView(
  config: Config,
  page: HeadFacts & {
    readonly structuredData?: object;
    readonly frameOrigins: readonly string[];
    readonly policy?: PolicyExtras;
  },
  words: Words,
): FrameView {
  return {
    ...{ lang: words.lang, dir: words.dir, words },
    siteLanguage: ownLanguage(config.lang, words.lang),
    siteTitle: config.title,
    title: page.path === "" ? page.title : `${page.title} · ${config.title}`,
    description: page.description,
    canonical: config.url === null ? null : encoded(config.url + page.path),
    root: page.root,
    csp: contentPolicy(page.frameOrigins, page.policy),
    publisher: config.publisher,
    search: config.search,
    head: headView(config, page),
    structuredData: page.structuredData === undefined ? null : dataBlock(page.structuredData),
  };
}
