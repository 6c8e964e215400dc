import type { Post } from "../model/live-blog.ts";
import type { Stamp } from "../model/stamp.ts";
import type { Words } from "../model/strings.ts";
import { dateInWords } from "./dates.ts";
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

/** When a page begins and ends, by its own times. */
interface Range {
  readonly from: Stamp;
  readonly to: Stamp;
}

function rangeOf({ posts }: Page): Range | null {
  const stamps = posts.flatMap(({ stamp }) => stamp ?? []);
  const [from, to] = [stamps[0], stamps.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

const dateOf = ({ instant }: Stamp): string | null => instant?.date ?? null;

/** `10:31 to 12:05 on 9 June 2019`. @param known a day that needs no saying */
function rangeInWords({ from, to }: Range, known: string | null, words: Words): string {
  const said = ({ time }: Stamp, date: string | null): string =>
    date === null ? time : words.say("paging.moment", { time, date: dateInWords(date, words) });
  const [first, last] = [dateOf(from), dateOf(to)];
  const end = said(to, last === known ? null : last);
  if (from.time === to.time && first === last) return end;
  return words.say("paging.range", { from: said(from, first === last || first === known ? null : first), to: end });
}

/** What one page is called. */
export interface PageLabel {
  /** `Page 2 of 15` */
  readonly number: string;
  /** `Page 2 of 15, 10:31 to 12:05 on 9 June 2019` */
  readonly whole: string;
  /** The same where the page before it is in sight: of a day that goes on, no more than the times. */
  readonly beside: string;
  /** `10:31 to 12:05`, of the same; null where no time is known. */
  readonly range: string | null;
}

/** What the pages of a live blog are called, in their order. */
export function pageLabels({ first, later }: Pages, words: Words): readonly PageLabel[] {
  const all = [first, ...later];
  const ranges = all.map(rangeOf);
  const days = new Set(all.flatMap(({ posts }) => posts.flatMap(({ stamp }) => stamp?.instant?.date ?? [])));
  // A live blog of one day has said it.
  const [only = null] = days.size === 1 ? days : [];
  const joined = (number: string, range: string | null): string =>
    range === null ? number : words.say("paging.page-range", { page: number, range });
  return all.map((page, at) => {
    const range = ranges[at] ?? null;
    const before = ranges[at - 1] ?? null;
    const number = words.say("paging.page", { page: String(page.number), pages: String(all.length) });
    const short =
      range === null ? null : rangeInWords(range, only ?? (before === null ? null : dateOf(before.to)), words);
    return {
      number,
      whole: joined(number, range === null ? null : rangeInWords(range, only, words)),
      beside: joined(number, short),
      range: short,
    };
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
      label: labels[at]?.beside ?? "",
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
    const name = clipped(postName(post, words), NAME_LENGTH);
    return { id, aliases: aliasesOf(post), href: href(`#${id}`), time: stamp?.time ?? null, name };
  };
  return {
    heading: words.say("paging.index"),
    skip: words.say("paging.skip-index"),
    pages: pages.later.map((page) => ({
      href: to(page),
      label: labels[page.number - 1]?.beside ?? "",
      posts: page.posts.map(item),
    })),
  };
}
