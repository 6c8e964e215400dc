import type { Post } from "../model/live-blog.ts";
import type { Stamp } from "../model/stamp.ts";
import type { Words } from "../model/strings.ts";
import { dateInWords } from "../time/calendar.ts";
import type { Page, Pages } from "./pages.ts";
import { aliasesOf, postName } from "./post.ts";
import { clipped } from "./wording.ts";

/** A page of a live blog beside others of it, and the way to those. */
export interface PagingView {
  /** `Page 2 of 15, 10:31 to 12:05` */
  readonly label: string;
  /** What turning the order round is called, which turns this page only. */
  readonly order: { readonly newestFirst: string; readonly newestTitle: string; readonly oldestTitle: string };
  readonly turn: { readonly name: string; readonly previous: string; readonly next: string };
  readonly previous: PageLinkView | null;
  readonly next: PageLinkView | null;
  readonly pages: { readonly name: string; readonly links: readonly PageLinkView[] };
  /** To page one, with what stands only there. */
  readonly whole: { readonly href: string; readonly text: string };
  readonly continued: string;
  readonly skip: string;
}

interface PageLinkView {
  readonly number: number;
  readonly current: boolean;
  readonly href: string;
  readonly range: string | null;
  readonly label: string;
}

/** The posts of later pages: an index, and what catches `/regatta/#p-1108-red-flag` typed by hand. */
export interface IndexView {
  readonly heading: string;
  readonly skip: string;
  readonly pages: readonly {
    readonly href: string;
    readonly label: string;
    readonly posts: readonly IndexedPostView[];
  }[];
}

interface IndexedPostView {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly href: string;
  /** `11:08`; null where none is known. */
  readonly time: string | null;
  readonly name: string;
}

const NAME_LENGTH = 80;

/** `10:31 to 12:05`; with their days where the live blog has several; null where no time is known. */
function rangeOf({ posts }: Page, severalDays: boolean, words: Words): string | null {
  const stamps = posts.flatMap(({ stamp }) => stamp ?? []);
  const [from, to] = [stamps[0], stamps.at(-1)];
  if (from === undefined || to === undefined) return null;
  const dateOf = ({ instant }: Stamp): string | null => (severalDays ? (instant?.date ?? null) : null);
  const said = (stamp: Stamp, date: string | null): string =>
    date === null ? stamp.time : words.say("paging.moment", { time: stamp.time, date: dateInWords(date) });
  const [first, last] = [dateOf(from), dateOf(to)];
  if (from.time === to.time && first === last) return said(to, last);
  return words.say("paging.range", { from: said(from, first === last ? null : first), to: said(to, last) });
}

/** What one page is called. */
export interface PageLabel {
  /** `Page 2 of 15` */
  readonly number: string;
  /** `10:31 to 12:05`; null where no time is known. */
  readonly range: string | null;
  /** Both. */
  readonly whole: string;
}

/** What the pages of a live blog are called, in their order; the words are the site's. */
export function pageLabels({ first, later }: Pages, words: Words): readonly PageLabel[] {
  const all = [first, ...later];
  const days = new Set(all.flatMap(({ posts }) => posts.flatMap(({ stamp }) => stamp?.instant?.date ?? [])));
  return all.map((page) => {
    const number = words.say("paging.page", { page: String(page.number), pages: String(all.length) });
    const range = rangeOf(page, days.size > 1, words);
    return { number, range, whole: range === null ? number : words.say("paging.page-range", { page: number, range }) };
  });
}

/** What a page says of itself and the others. */
export function pagingView(page: Page, pages: Pages, labels: readonly PageLabel[], words: Words): PagingView {
  const links = [pages.first, ...pages.later].map(
    (other, at): PageLinkView => ({
      number: other.number,
      current: other.number === page.number,
      href: page.to(other),
      range: labels[at]?.range ?? null,
      label: labels[at]?.whole ?? "",
    }),
  );
  const own = labels[page.number - 1];
  const number = own?.number ?? "";
  return {
    label: own?.whole ?? "",
    order: {
      newestFirst: words.say("paging.newest-first"),
      newestTitle: words.say("paging.newest-title", { page: number }),
      oldestTitle: words.say("paging.oldest-title", { page: number }),
    },
    turn: { name: words.say("paging.turn"), previous: words.say("paging.previous"), next: words.say("paging.next") },
    previous: links[page.number - 2] ?? null,
    next: links[page.number] ?? null,
    pages: { name: words.say("paging.pages"), links },
    whole: { href: page.to(pages.first), text: words.say("paging.whole") },
    continued: words.say("paging.continued"),
    skip: words.say("paging.skip"),
  };
}

/** The index of the later pages that page one carries. */
export function indexView(pages: Pages, labels: readonly PageLabel[], words: Words): IndexView {
  const { href, to } = pages.first;
  const item = (post: Post): IndexedPostView => {
    const { id, stamp } = post;
    const name = clipped(postName(post), NAME_LENGTH);
    return { id, aliases: aliasesOf(post), href: href(`#${id}`), time: stamp?.time ?? null, name };
  };
  return {
    heading: words.say("paging.index"),
    skip: words.say("paging.skip-index"),
    pages: pages.later.map((page) => ({
      href: to(page),
      label: labels[page.number - 1]?.whole ?? "",
      posts: page.posts.map(item),
    })),
  };
}
