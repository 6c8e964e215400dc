import { element, fragment, type Markup } from "../html/markup.ts";
import type { Config } from "../model/config.ts";
import type { LiveBlog, LiveBlogCard, Post } from "../model/live-blog.ts";
import type { Strings, Words } from "../model/strings.ts";
import { type Changes, changesOf, editedAt, newestChange, provedInstant } from "../time/changes.ts";
import { rfc3339 } from "../time/zones.ts";
import { addressesFrom, tagOf } from "./addresses.ts";
import { type Surroundings, surroundingsOn } from "./blocks.ts";
import { dayInWords } from "./dates.ts";
import { embedSurroundings } from "./embed.ts";
import { feedHtml, type Resolve } from "./feed-html.ts";
import { licencesOf } from "./licence.ts";
import { pagesOf } from "./pages.ts";
import { postView } from "./post.ts";
import { timeView } from "./stamp.ts";
import { openingName } from "./wording.ts";

/** A feed as Atom and JSON Feed print it: complete, since what it tells of is over. */
export interface FeedView {
  /** A name for good: it stays when the site moves. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly lang: string;
  /** RFC 3339. */
  readonly updated: string;
  /** The page that it is the feed of, and its own addresses; absolute where the site's address is known. */
  readonly page: string;
  readonly atom: string;
  readonly json: string | null;
  readonly icon: string;
  /** Who wrote what no entry names an author for; never empty. */
  readonly authors: readonly string[];
  /** Newest first, as feeds are. */
  readonly entries: readonly FeedEntryView[];
}

export interface FeedEntryView {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly lang: string | null;
  /** RFC 3339; of a post without a time, the latest instant that is possible. */
  readonly updated: string;
  /** Null where no source proves it. */
  readonly published: string | null;
  /** Null where it was never corrected nor added to. */
  readonly edited: string | null;
  readonly author: string | null;
  readonly labels: readonly string[];
  /** Whose words it holds or under which licence; null where nobody has said. */
  readonly rights: string | null;
  readonly html: string;
}

/** `09:08 BST, Sunday 23 April 2017`, `about 11:32 …`, or what is known of a time that is lost. */
function timeLine({ stamp, bracket }: Post, words: Words): string | null {
  if (stamp !== null) {
    const { instant } = stamp;
    const { text } = timeView(stamp, words);
    if (instant === null) return text;
    const time = words.say("time.zoned", { time: text, zone: instant.zone });
    return words.say("feed.when", { time, day: dayInWords(instant.date, words) });
  }
  if (bracket === null) return null;
  const [after, before] = [bracket.after?.time, bracket.before?.time];
  if (after === undefined)
    return before === undefined ? words.say("feed.time-lost") : words.say("feed.time-lost-before", { before });
  return before === undefined
    ? words.say("feed.time-lost-after", { after })
    : words.say("feed.time-lost-between", { after, before });
}

/** The line above a post's body: when, what kind, whose. */
function headLine(post: Post, words: Words): Markup | null {
  const { breaking, key, contributor } = post;
  const named = [contributor?.name, contributor?.role].filter((part) => part != null);
  const who = named.length === 0 ? null : named.reduce((first, last) => words.say("list.more", { first, last }));
  const parts = [
    timeLine(post, words),
    breaking ? words.say("post.breaking") : null,
    key ? words.say("post.key") : null,
    who,
  ];
  const line = parts.filter((part) => part !== null).join(" · ");
  return line === "" ? null : element("p", {}, element("small", {}, line));
}

/** Everything that a post's place on the page says, corrections and additions in words too. */
function entryHtml(post: Post, surroundings: Surroundings, resolve: Resolve): string {
  const { blocks, notes, marks } = postView(post, surroundings, null);
  const { words } = surroundings;
  const shownNotes = notes.map((note) =>
    element(
      "blockquote",
      {},
      element("p", {}, element("strong", {}, note.heading)),
      feedHtml(note.blocks, words, resolve),
    ),
  );
  const shownMarks = marks.map((mark) => element("p", {}, element("small", {}, mark)));
  return fragment(headLine(post, words), feedHtml(blocks, words, resolve), ...shownNotes, ...shownMarks).markup;
}

function entryTitle({ headline, opening, breaking }: Post, words: Words): string {
  const title = headline ?? (opening === "" ? words.say("feed.untitled") : openingName(opening));
  return breaking ? words.say("feed.breaking", { title }) : title;
}

/** A post's own addresses (`#p-1108`, `../other/`, `buoy.jpg`) seen from the live blog's page, as addresses that hold. */
function resolver(config: Config, slug: string): Resolve {
  const base = new URL(`${slug}/`, config.url ?? "relative:/").href;
  const root = addressesFrom(config, "../")("");
  return (href) => {
    if (!URL.canParse(href, base)) return href;
    const { href: found, protocol } = new URL(href, base);
    return protocol === "relative:" ? root + found.slice("relative:/".length) : found;
  };
}

const authorsOf = (config: Config, named: readonly string[]): readonly string[] =>
  named.length > 0 ? named : [config.publisher ?? config.title];

/** The feed of one live blog: every post of it. */
export function liveBlogFeed(liveBlog: LiveBlog, config: Config, strings: Strings): FeedView {
  const { slug, title, lang, summary, timeline, byline, standfirst } = liveBlog;
  const posts = timeline.flatMap((item) => (item.kind === "post" ? [item.post] : []));
  const address = addressesFrom(config, "../");
  const changes: Changes = changesOf(liveBlog);
  const blocks = [
    ...standfirst,
    ...posts.flatMap((post) => [...post.blocks, ...post.notes.flatMap((note) => note.blocks)]),
  ];
  const language = lang ?? config.lang;
  const words = strings(lang, config.lang);
  const pages = pagesOf(liveBlog);
  const embeds = embedSurroundings(blocks, config.embeds, words, language);
  const surroundings = surroundingsOn(pages.first, liveBlog, embeds);
  const resolve = resolver(config, slug);
  const licenceOf = licencesOf(liveBlog, config);
  const entry = (post: Post): FeedEntryView => {
    const published = provedInstant(post.stamp);
    return {
      id: tagOf(config, `${slug}/${post.id}`),
      url: address(pages.postPath(post.id)),
      title: entryTitle(post, words),
      lang: null,
      updated: (changes.posts.get(post.id) ?? changes.liveBlog).text,
      published: published === null ? null : rfc3339(published),
      edited: editedAt(post)?.text ?? null,
      author: post.contributor?.name ?? null,
      labels: post.labels,
      rights: licenceOf(post),
      html: entryHtml(post, surroundings, resolve),
    };
  };
  return {
    id: tagOf(config, `${slug}/`),
    title: `${title} · ${config.title}`,
    subtitle: summary[0]?.text ?? null,
    lang: language,
    updated: changes.liveBlog.text,
    page: address(`${slug}/`),
    atom: address(`${slug}/feed.xml`),
    json: address(`${slug}/feed.json`),
    icon: address("assets/icon-512.png"),
    authors: authorsOf(config, byline),
    entries: posts.map(entry).toReversed(),
  };
}

function cardEntry(card: LiveBlogCard, config: Config, words: Words): FeedEntryView {
  const { slug, title, date, place, lang, lead, posts, updated } = card;
  const day = date === null ? null : dayInWords(date, words);
  const facts = [day, place, words.say("count.posts", { count: posts })].filter((part) => part !== null).join(" · ");
  return {
    id: tagOf(config, slug),
    url: addressesFrom(config, "./")(`${slug}/`),
    ...{ title, lang, updated: updated.text, published: null, edited: null, author: null, labels: [], rights: null },
    html: fragment(lead === null ? null : element("p", {}, lead), element("p", {}, element("small", {}, facts))).markup,
  };
}

/** The feed of the site: every live blog, newest event first. */
export function siteFeed(config: Config, cards: readonly LiveBlogCard[], strings: Strings): FeedView {
  const words = strings(config.lang);
  const address = addressesFrom(config, "./");
  const order = ({ date, slug }: LiveBlogCard): string => `${date ?? ""} ${slug}`;
  const newestFirst = cards.toSorted((a, b) => (order(a) < order(b) ? 1 : -1));
  return {
    id: tagOf(config, "/"),
    title: config.title,
    subtitle: config.description === "" ? null : config.description,
    lang: config.lang,
    updated: newestChange(cards).text,
    page: address(""),
    atom: address("feed.xml"),
    json: null,
    icon: address("assets/icon-512.png"),
    authors: authorsOf(config, []),
    entries: newestFirst.map((card) => cardEntry(card, config, words)),
  };
}
