import type { Config } from "../model/config.ts";
import type { LiveBlogCard } from "../model/live-blog.ts";
import type { Words } from "../model/strings.ts";
import { dayInWords } from "./dates.ts";
import { type FrameView, frameView } from "./frame.ts";
import { type LanguageView, ownLanguage } from "./language.ts";
import type { LiveBlogMentions } from "./mentions.ts";
import type { LinkView } from "./series.ts";
import { homeJsonLd } from "./site-json-ld.ts";
import { smallTempoView, type TempoView } from "./tempo.ts";

interface CardView {
  readonly href: string;
  readonly title: string;
  /** Of its title and lead, where it is not the page's. */
  readonly language: LanguageView | null;
  readonly meta: readonly string[];
  readonly lead: string | null;
  readonly tempo: TempoView | null;
}

/** The home page: every live blog, newest event first, by year. */
export interface HomeView {
  readonly frame: FrameView;
  readonly title: string;
  readonly description: string;
  /** Ways into the archive beside its live blogs: people and topics, where there are some. */
  readonly ways: { readonly label: string; readonly links: readonly LinkView[] } | null;
  readonly years: readonly { readonly year: string; readonly cards: readonly CardView[] }[];
}

function cardView(card: LiveBlogCard, config: Config, words: Words): CardView {
  const { slug, title, lang, date, place, posts, lead, tempo } = card;
  const day = date === null ? null : dayInWords(date, words);
  const meta = [day, place, words.say("count.posts", { count: posts })].filter((part) => part !== null);
  const language = ownLanguage(lang ?? config.lang, words.lang);
  return { href: `${slug}/`, title, language, meta, lead, tempo: smallTempoView(tempo) };
}

function waysOf(mentions: readonly LiveBlogMentions[], { say }: Words): HomeView["ways"] {
  const links = (["people", "topics"] as const)
    .filter((kind) => mentions.some((liveBlog) => liveBlog[kind].length > 0))
    .map((kind) => ({ href: `${kind}/`, title: say(`${kind}.title`) }));
  return links.length === 0 ? null : { label: say("mentions.ways"), links };
}

/** Live blogs for the home page, those without a date last. */
export function homeView(
  config: Config,
  words: Words,
  cards: readonly LiveBlogCard[],
  mentions: readonly LiveBlogMentions[],
): HomeView {
  const newestFirst = [...cards].sort((a, b) => {
    if (a.date !== b.date) return (a.date ?? "") < (b.date ?? "") ? 1 : -1;
    return a.slug < b.slug ? -1 : 1;
  });
  const years = new Map<string, CardView[]>();
  for (const card of newestFirst) {
    const year = card.date?.slice(0, 4) ?? words.say("home.undated");
    years.set(year, [...(years.get(year) ?? []), cardView(card, config, words)]);
  }
  const { title, description } = config;
  const structuredData = homeJsonLd(config, newestFirst);
  return {
    frame: frameView(
      config,
      { title, description, path: "", lang: null, root: "./", frameOrigins: [], structuredData },
      words,
    ),
    ...{ title, description, ways: waysOf(mentions, words) },
    years: [...years].map(([year, shown]) => ({ year, cards: shown })),
  };
}
