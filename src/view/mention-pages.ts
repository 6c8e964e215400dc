import type { Config } from "../model/config.ts";
import type { Strings, Words } from "../model/strings.ts";
import { encoded } from "./addresses.ts";
import { dayInWords } from "./dates.ts";
import { type FrameView, frameView } from "./frame.ts";
import type { Gathered } from "./gathered.ts";
import { type LanguageView, ownLanguage } from "./language.ts";
import type { LinkView } from "./series.ts";
import { indexJsonLd, personJsonLd, type SitePage, topicJsonLd } from "./site-json-ld.ts";
import type { TimeView } from "./stamp.ts";
import { clipped } from "./wording.ts";

/** The two kinds of page that gather posts from all live blogs; the first part of their addresses. */
export type MentionKind = "people" | "topics";

/** What both kinds and both depths have: the frame, the way back, the heading. */
interface PageTop {
  readonly frame: FrameView;
  readonly skip: string;
  readonly trail: { readonly label: string; readonly links: readonly LinkView[] };
  readonly title: string;
}

/** `/people/` or `/topics/`, as `templates/mentions-index.hbs` prints it. */
export interface MentionIndexView extends PageTop {
  readonly about: string;
  /** One without a heading, or one for the people and one for the outlets. */
  readonly sections: readonly { readonly heading: string | null; readonly names: readonly NameView[] }[];
}

interface NameView {
  readonly href: string;
  readonly name: string;
  readonly language: LanguageView | null;
  readonly roles: readonly string[];
  readonly count: string;
}

/** One person's or topic's page, as `templates/mentions.hbs` prints it. */
export interface MentionPageView extends PageTop {
  readonly language: LanguageView | null;
  readonly roles: readonly string[];
  readonly count: string;
  /** What gathering by a name does not say. */
  readonly note: string | null;
  readonly coverage: readonly CoverageView[];
}

interface CoverageView extends LinkView {
  readonly language: LanguageView | null;
  readonly day: string | null;
  /** How the name stands there: its role and its spelling, where the page has several; empty where each post says it, or none does. */
  readonly printed: string;
  readonly posts: readonly {
    readonly href: string;
    readonly time: TimeView | null;
    readonly name: string;
    readonly printed: string;
  }[];
}

const DESCRIPTION_LENGTH = 200;
/** A list of names says no more roles of each than this. */
const MOST_ROLES = 3;

function countOf({ posts, coverage }: Gathered, words: Words): string {
  return words.say("mentions.count", {
    posts: words.say("count.posts", { count: posts }),
    liveBlogs: words.say("count.live-blogs", { count: coverage.length }),
  });
}

function pageTop(config: Config, words: Words, page: SitePage, structuredData: object): PageTop {
  const { root } = page;
  return {
    frame: frameView(config, { ...page, title: page.name, lang: null, frameOrigins: [], structuredData }, words),
    skip: words.say("mentions.skip"),
    trail: {
      label: words.say("mentions.trail"),
      links: [
        { href: root, title: words.say("mentions.home") },
        ...page.above.map(({ name, path }) => ({ href: root + path, title: name })),
      ],
    },
    title: page.name,
  };
}

/** The list of all people and outlets, or of all topics. */
export function mentionIndexView(
  config: Config,
  strings: Strings,
  kind: MentionKind,
  entries: readonly Gathered[],
): MentionIndexView {
  const words = strings(config.lang);
  const about = words.say(`${kind}.about`);
  const page = { path: `${kind}/`, root: "../", name: words.say(`${kind}.title`), description: about, above: [] };
  const names = (shown: readonly Gathered[]): readonly NameView[] =>
    shown.map((entry) => ({
      href: encoded(page.root + entry.page),
      name: entry.name,
      language: ownLanguage(entry.lang ?? config.lang, words.lang),
      roles: [...entry.roles.slice(0, MOST_ROLES), ...(entry.roles.length > MOST_ROLES ? ["…"] : [])],
      count: countOf(entry, words),
    }));
  const outlets = entries.filter(({ outlet }) => outlet);
  const people = entries.filter(({ outlet }) => !outlet);
  const both = outlets.length > 0 && people.length > 0;
  const sections = both
    ? [
        { heading: words.say("people.persons"), names: names(people) },
        { heading: words.say("people.outlets"), names: names(outlets) },
      ]
    : [{ heading: null, names: names(entries) }];
  return { ...pageTop(config, words, page, indexJsonLd(config, page, entries)), about, sections };
}

/** Everything under one name or topic: each post under its live blog, the newest event first, posts oldest first. */
export function mentionPageView(config: Config, strings: Strings, kind: MentionKind, entry: Gathered): MentionPageView {
  const words = strings(config.lang);
  const { name, page: path, roles } = entry;
  const count = countOf(entry, words);
  const description = clipped(words.say(`${kind}.description`, { name, count }), DESCRIPTION_LENGTH);
  const above = [{ name: words.say(`${kind}.title`), path: `${kind}/` }];
  const page: SitePage = { path, root: "../../", name, description, above };
  const data = kind === "people" ? personJsonLd(config, page, entry) : topicJsonLd(config, page, entry);
  return {
    ...pageTop(config, words, page, data),
    language: ownLanguage(entry.lang ?? config.lang, words.lang),
    ...{ roles, count },
    note: kind === "people" && !entry.outlet && entry.posts > 1 ? words.say("people.note") : null,
    coverage: entry.coverage.map((coverage) => coverageView(coverage, entry, page.root, config, words)),
  };
}

function coverageView(
  { liveBlog, mentions }: Gathered["coverage"][number],
  { name, roles }: Gathered,
  root: string,
  config: Config,
  words: Words,
): CoverageView {
  const { slug, title, date, lang } = liveBlog;
  // A page's only role stands beneath its heading.
  const asPrinted = mentions.map(({ printed, role }) =>
    [printed === name ? null : printed, roles.length === 1 ? null : role].filter((part) => part !== null).join(", "),
  );
  const [first = ""] = asPrinted;
  const alike = asPrinted.every((printed) => printed === first);
  return {
    href: `${root}${slug}/`,
    title,
    language: ownLanguage(lang ?? config.lang, words.lang),
    day: date === null ? null : dayInWords(date, words),
    printed: alike ? first : "",
    posts: mentions.map(({ post }, at) => ({
      href: encoded(root + post.path),
      time: post.time,
      name: post.name,
      printed: alike ? "" : (asPrinted[at] ?? ""),
    })),
  };
}
