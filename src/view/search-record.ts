import type { Config } from "../model/config.ts";
import type { Directory } from "../model/directory.ts";
import type { LiveBlog, Post } from "../model/live-blog.ts";
import type { SearchRecord } from "../model/search.ts";
import type { Words } from "../model/strings.ts";
import { encoded } from "./addresses.ts";
import { dateInWords, dayInWords } from "./dates.ts";
import { pagesOf } from "./pages.ts";
import { plainText } from "./plain-text.ts";
import { postName } from "./post.ts";
import { timeView } from "./stamp.ts";

const present = (parts: readonly (string | null | undefined)[]): string[] =>
  parts.filter((part): part is string => part != null && part !== "");

function whenOf({ stamp }: Post, date: string | null, words: Words): string {
  const day = stamp?.instant?.date ?? date;
  const known = present([
    stamp === null ? null : timeView(stamp, words).text,
    day === null ? null : dayInWords(day, words),
  ]);
  return known.length === 0 ? "" : known.reduce((first, last) => words.say("list.more", { first, last }));
}

/** Everything that a reader may remember of a post: its body first, which a result quotes from. */
function contentOf({ headline, blocks, notes, contributor, labels }: Post): string {
  const bodies = [blocks, ...notes.map((note) => note.blocks)].map(plainText);
  return present([...bodies, contributor?.name, contributor?.role, ...labels, headline]).join(" · ");
}

/** What live blogs are told apart by in a list: `Stowford Regatta (15 June 2019)`. */
export function blogName({ title, date }: Pick<LiveBlog, "title" | "date">, words: Words): string {
  return date === null ? title : `${title} (${dateInWords(date, words)})`;
}

/**
 * The posts of a live blog for the search index, oldest first. Persons and topics to narrow by are those that have a page,
 * by its address: what the page is called is known when all live blogs are made (`pageNames`).
 * @param words in the site's language
 */
export function searchRecords(
  liveBlog: LiveBlog,
  config: Config,
  directory: Directory,
  words: Words,
): readonly SearchRecord[] {
  const { slug, title, date, lang, series, timeline } = liveBlog;
  const { postPath } = pagesOf(liveBlog);
  const posts = timeline.flatMap((item) => (item.kind === "post" ? [item.post] : []));
  return posts.map((post, at) => ({
    url: encoded(postPath(post.id)),
    language: config.lang,
    content: contentOf(post),
    meta: {
      title: postName(post, words),
      when: whenOf(post, date, words),
      from: title,
      lang: lang === null || lang === config.lang ? "" : lang,
    },
    filters: {
      blog: [blogName(liveBlog, words)],
      person: present([directory.personPath(post.contributor)]),
      topic: [...new Set(present(post.labels.map((label) => directory.topicPath(series, label))))],
    },
    sort: { time: `${date ?? "?"} ${slug} ${String(at).padStart(6, "0")}` },
  }));
}
