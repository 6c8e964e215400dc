import type { Config } from "../model/config.ts";
import type { LiveBlog, Post } from "../model/live-blog.ts";
import type { Words } from "../model/strings.ts";
import { encoded } from "./addresses.ts";
import { dayInWords } from "./dates.ts";
import type { Page } from "./pages.ts";
import { additionMarks, correctionMark, postName } from "./post.ts";

/** A post that the foot of the page tells something of. */
export interface ToldPost {
  readonly href: string;
  readonly name: string;
}

/** Posts of which the same is told: when they were added, and by whom. */
export interface AdditionsView {
  readonly told: string;
  readonly posts: readonly ToldPost[];
}

/** A correction, and the post that it is of; null where it is of the live blog as a whole. */
export interface CorrectionView {
  readonly told: string;
  readonly post: ToldPost | null;
}

/** What was corrected, with its day: of the live blog as a whole, then of its posts, oldest first. */
export function corrected(
  { corrections }: LiveBlog,
  posts: readonly Post[],
  href: Page["href"],
  words: Words,
): readonly CorrectionView[] {
  const whole = corrections.map((each) => ({ told: correctionMark(each, words), post: null }));
  const ofPosts = posts.flatMap((post) =>
    post.corrections.map((each) => ({ told: correctionMark(each, words), post: toldPost(post, href, words) })),
  );
  return [...whole, ...ofPosts];
}

function toldPost(post: Post, href: Page["href"], words: Words): ToldPost {
  return { href: href(`#${post.id}`), name: postName(post, words) };
}

/** What came later than the day, by when and by whom; posts oldest first. */
export function laterAdditions(posts: readonly Post[], href: Page["href"], words: Words): readonly AdditionsView[] {
  const byMark = new Map<string, ToldPost[]>();
  for (const post of posts) {
    for (const mark of new Set(additionMarks(post, words))) {
      const told = byMark.get(mark);
      if (told === undefined) byMark.set(mark, [toldPost(post, href, words)]);
      else told.push(toldPost(post, href, words));
    }
  }
  return [...byMark].map(([told, posts]) => ({ told, posts }));
}

/** Posts whose embeds the sources name without an address: what stood there cannot be shown. */
export function missingEmbeds(posts: readonly Post[], href: Page["href"], words: Words): readonly ToldPost[] {
  return posts.flatMap((post) => {
    const blocks = [...post.blocks, ...post.notes.flatMap((note) => note.blocks)];
    const lost = blocks.some((block) => block.kind === "embed" && block.url === null);
    return lost ? [toldPost(post, href, words)] : [];
  });
}

/** How to name the live blog elsewhere. */
export interface CitationView {
  readonly text: string;
  /** Behind the text; null where nobody knows it. Apart, since it runs from left to right in any language. */
  readonly address: string | null;
}

/** What is known of title, day, archive and address. */
export function citation({ title, date }: LiveBlog, path: string, config: Config, words: Words): CitationView {
  const address = config.url === null ? null : encoded(config.url + path);
  const day = date === null ? [] : [dayInWords(date, words)];
  const known = [title, ...day, config.title, ...(address === null ? [] : [""])];
  return { text: known.reduce((first, last) => words.say("list.more", { first, last })).trimEnd(), address };
}

/** What the marks on the pages of a live blog mean, as far as they occur. */
export interface MarksView {
  readonly meanings: readonly string[];
  /** Whether links may have lost their addresses: only those of dumps have. */
  readonly lostLinks: boolean;
}

/** Whose the times are, and what else its posts say; null where none of that is there. */
export function marksView({ dumps }: LiveBlog, posts: readonly Post[], words: Words): MarksView | null {
  const fromDumps = dumps.length > 0;
  const timed = posts.some(({ stamp }) => stamp !== null);
  const inferred = posts.some(({ certain }) => !certain);
  const meanings = [
    ...(timed ? [words.say(fromDumps ? "provenance.mark-times" : "provenance.mark-times-given")] : []),
    ...(inferred ? [words.say("provenance.mark-start")] : []),
  ];
  return fromDumps || meanings.length > 0 ? { meanings, lostLinks: fromDumps } : null;
}
