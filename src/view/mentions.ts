import type { Directory } from "../model/directory.ts";
import type { LiveBlog, Post } from "../model/live-blog.ts";
import type { Words } from "../model/strings.ts";
import { momentInWords } from "./dates.ts";
import { pagesOf } from "./pages.ts";
import { postName } from "./post.ts";
import { type TimeView, timeView } from "./stamp.ts";

/** A post as the pages of people and topics list it. */
export interface MentionedPost {
  /** Its address below the site's root. */
  readonly path: string;
  readonly time: TimeView | null;
  readonly name: string;
}

/** A post that a person wrote or spoke, or that carries a topic's label. */
export interface Mention {
  /** The address of the person's or topic's page below the site's root: `people/ines-barrow/`. */
  readonly page: string;
  /** The name or label as it is printed there. */
  readonly printed: string;
  readonly role: string | null;
  readonly outlet: boolean;
  readonly post: MentionedPost;
}

/** What is kept of a live blog, beside its card, for the pages of people and topics. Oldest first. */
export interface LiveBlogMentions {
  readonly slug: string;
  readonly title: string;
  readonly date: string | null;
  readonly lang: string | null;
  readonly people: readonly Mention[];
  readonly topics: readonly Mention[];
}

/** `09:08`; of another day than the live blog's, `00:15 on Monday 10 June 2019`. */
function timeOf({ stamp }: Post, date: string | null, words: Words): TimeView | null {
  if (stamp === null) return null;
  const { text, datetime } = timeView(stamp, words);
  const day = stamp.instant?.date ?? date;
  return { text: day === null || day === date ? text : momentInWords(text, day, words), datetime };
}

/** Whom and what a live blog's posts mention, as far as they have a page. Copied, so that no dump stays in memory for it. */
export function mentionsOf(liveBlog: LiveBlog, directory: Directory, words: Words): LiveBlogMentions {
  const { slug, title, date, lang, series, timeline } = liveBlog;
  const people: Mention[] = [];
  const topics: Mention[] = [];
  const { postPath } = pagesOf(liveBlog);
  for (const item of timeline) {
    if (item.kind === "gap") continue;
    const { id, contributor, labels } = item.post;
    const post = { path: postPath(id), time: timeOf(item.post, date, words), name: postName(item.post, words) };
    const person = directory.personPath(contributor);
    if (contributor !== null && person !== null) {
      const { name, role, kind } = contributor;
      people.push({ page: person, printed: name, role, outlet: kind === "outlet", post });
    }
    const seen = new Set<string>();
    for (const label of labels) {
      const page = directory.topicPath(series, label);
      // Two spellings of one topic on a post are one mention.
      if (page === null || seen.has(page)) continue;
      seen.add(page);
      topics.push({ page, printed: label, role: null, outlet: false, post });
    }
  }
  return structuredClone({ slug, title, date, lang, people, topics });
}
