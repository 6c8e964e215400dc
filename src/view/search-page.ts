import type { Config } from "../model/config.ts";
import type { Words } from "../model/strings.ts";
import { type FrameView, frameView } from "./frame.ts";
import { SEARCH_PAGE } from "./policy.ts";

/** The form that leads to the search page, on any page. */
export interface SearchFormView {
  readonly action: string;
  readonly label: string;
  readonly button: string;
}

/** What the search page narrows by; the key is a filter's of the index. */
interface FilterView {
  readonly key: string;
  readonly label: string;
  readonly all: string;
}

/** `/search/`: a form, and a place for what is found. The script takes its words from here. */
export interface SearchPageView {
  readonly frame: FrameView;
  readonly skip: string;
  readonly title: string;
  readonly about: string;
  readonly form: SearchFormView;
  readonly filters: readonly FilterView[];
  readonly order: {
    readonly label: string;
    readonly options: readonly { readonly key: string; readonly label: string }[];
  };
  readonly results: string;
  readonly more: string;
  readonly withoutScript: string;
  readonly elsewhere: readonly { readonly href: string; readonly label: string }[];
  /** What the page says while it works, by the name of a `data-` attribute. */
  readonly says: readonly { readonly name: string; readonly text: string }[];
}

/** The form. @param root from the page that it stands on to the site's root */
export function searchFormView(words: Words, root: string): SearchFormView {
  return { action: `${root}search/`, label: words.say("search.label"), button: words.say("search.button") };
}

const FILTERS = ["blog", "person", "topic"];
const ORDERS = ["best", "oldest", "newest"];
const SAYS = ["loading", "none", "one", "many", "showing", "failed"];

/** Pages that lead to posts without a search, by their addresses. */
const ELSEWHERE = ["people/", "topics/"];

/** The search page. @param pages addresses of the pages that the site has */
export function searchPageView(config: Config, words: Words, pages: readonly string[]): SearchPageView {
  const say = (key: string): string => words.say(`search.${key}`);
  const title = say("title");
  const page = { title, description: "", path: "search/", lang: null, root: "../", frameOrigins: [] };
  return {
    frame: frameView(config, { ...page, policy: SEARCH_PAGE }, words),
    ...{
      skip: say("skip"),
      title,
      about: say("about"),
      results: say("results"),
      more: say("more"),
      withoutScript: say("withoutScript"),
    },
    form: searchFormView(words, page.root),
    filters: FILTERS.map((key) => ({ key, label: say(`${key}.label`), all: say(`${key}.all`) })),
    order: { label: say("order.label"), options: ORDERS.map((key) => ({ key, label: say(`order.${key}`) })) },
    elsewhere: ["", ...ELSEWHERE.filter((path) => pages.includes(path))].map((path) => ({
      href: page.root + path,
      label: say(`elsewhere.${path === "" ? "home" : path.slice(0, -1)}`),
    })),
    says: SAYS.map((name) => ({ name, text: say(`says.${name}`) })),
  };
}
