import type { PageNames } from "../model/search.ts";
import type { LiveBlogMentions, Mention } from "./mentions.ts";

/** The mentions of one person or topic in one live blog, oldest post first. */
interface Coverage {
  readonly liveBlog: LiveBlogMentions;
  readonly mentions: readonly [Mention, ...Mention[]];
}

/** Everything that stands under one name or one topic. */
export interface Gathered {
  readonly page: string;
  /** As its oldest live blog prints it first. */
  readonly name: string;
  /** Of that name, where it is not the site's. */
  readonly lang: string | null;
  readonly outlet: boolean;
  /** As printed, the oldest first. */
  readonly roles: readonly string[];
  readonly posts: number;
  /** Newest event first. */
  readonly coverage: readonly Coverage[];
}

/** Live blogs by their events, those whose day nobody knows first. */
function oldestFirst(liveBlogs: readonly LiveBlogMentions[]): readonly LiveBlogMentions[] {
  const key = ({ date, slug }: LiveBlogMentions): string => `${date ?? ""} ${slug}`;
  return liveBlogs.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Gathers what all live blogs mention under the pages that it belongs to, in the order of their addresses. One name is one
 * page, whoever bears it: nobody can say whether two people of one name are one.
 */
export function gathered(liveBlogs: readonly LiveBlogMentions[], kind: "people" | "topics"): readonly Gathered[] {
  const pages = new Map<string, [Coverage, ...Coverage[]]>();
  for (const liveBlog of oldestFirst(liveBlogs)) {
    const here = new Map<string, [Mention, ...Mention[]]>();
    for (const mention of liveBlog[kind]) {
      const mentions = here.get(mention.page);
      if (mentions === undefined) here.set(mention.page, [mention]);
      else mentions.push(mention);
    }
    for (const [page, mentions] of here) {
      const coverage = pages.get(page);
      if (coverage === undefined) pages.set(page, [{ liveBlog, mentions }]);
      else coverage.push({ liveBlog, mentions });
    }
  }
  return [...pages]
    .map(([page, coverage]) => summedUp(page, coverage))
    .sort((a, b) => (a.page.slice(0, -1) < b.page.slice(0, -1) ? -1 : 1));
}

/** What the pages of people and topics are called, by their addresses: whoever lists them says the same. */
export function pageNames(liveBlogs: readonly LiveBlogMentions[]): PageNames {
  const pages = [...gathered(liveBlogs, "people"), ...gathered(liveBlogs, "topics")];
  return new Map(pages.map(({ page, name }) => [page, name]));
}

/** @param coverage the oldest event first */
function summedUp(page: string, coverage: readonly [Coverage, ...Coverage[]]): Gathered {
  const all = coverage.flatMap(({ mentions }) => mentions);
  const [oldest] = coverage;
  return {
    page,
    name: oldest.mentions[0].printed,
    lang: oldest.liveBlog.lang,
    outlet: all.every(({ outlet }) => outlet),
    roles: [...new Set(all.flatMap(({ role }) => (role === null ? [] : [role])))],
    posts: all.length,
    coverage: coverage.toReversed(),
  };
}
