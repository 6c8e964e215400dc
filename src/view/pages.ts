import type { LiveBlog, Post, TimelineItem } from "../model/live-blog.ts";

/** A live blog of up to `whole` posts is one page; a longer one is cut into pages of `each`. */
interface Sizes {
  readonly whole: number;
  readonly each: number;
}

const SIZES: Sizes = { whole: 200, each: 100 };

/** One page of a live blog. */
export interface Page {
  /** From 1, the oldest. */
  readonly number: number;
  /** Its address below the site's root: `regatta/`, `regatta/page-2/`. */
  readonly path: string;
  /** From it to the site's root: `../`, `../../`. */
  readonly root: string;
  readonly items: readonly TimelineItem[];
  readonly posts: readonly Post[];
  /**
   * An address as this page has to write it.
   * @param address as it would be written if the live blog were one page: `#p-1108`, `buoy.jpg`, `../tour/`
   */
  href(address: string): string;
  /** The address of another page of the live blog, as this page has to write it. */
  to(page: Page): string;
}

/** A live blog as its pages. */
export interface Pages {
  readonly first: Page;
  /** None, where the live blog is one page. */
  readonly later: readonly Page[];
  /** A post's address below the site's root: `regatta/page-2/#p-1108-red-flag`. */
  postPath(id: string): string;
}

/** Addresses of other sites, and those from a site's root. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/)/i;

/** No file that is published beside a live blog can be called that: those have an extension. */
const folderOf = (number: number): string => (number === 1 ? "" : `page-${number}/`);

/**
 * Cuts a timeline into pages. What is no post stays on the page of the post before it.
 *
 *     post 99   post 100   gap │ post 101   post 102
 */
function cut(timeline: readonly TimelineItem[], { whole, each }: Sizes): readonly (readonly TimelineItem[])[] {
  const isPost = ({ kind }: TimelineItem): boolean => kind === "post";
  if (timeline.filter(isPost).length <= whole) return [timeline];
  const pages: TimelineItem[][] = [[]];
  let posts = 0;
  for (const item of timeline) {
    if (isPost(item)) {
      if (posts > 0 && posts % each === 0) pages.push([]);
      posts += 1;
    }
    pages.at(-1)?.push(item);
  }
  return pages;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Which page has which post, by every id that leads there. A post's own id comes before another one's old one. */
function placesOf(parts: readonly (readonly Post[])[]): ReadonlyMap<string, number> {
  const numbered = parts.flatMap((posts, at) => posts.map(({ id, aliases }) => ({ id, aliases, number: at + 1 })));
  const own = numbered.map(({ id, number }) => [id, number] as const);
  const old = numbered.flatMap(({ aliases, number }) => aliases.map((alias) => [alias, number] as const));
  return new Map([...old, ...own]);
}

/**
 * The one place that knows which page of a live blog a post is on: pages, links, feeds and data ask here.
 * A post may change its page when others are added, its id never does.
 */
export function pagesOf({ slug, timeline }: Pick<LiveBlog, "slug" | "timeline">, sizes: Sizes = SIZES): Pages {
  const parts = cut(timeline, sizes);
  const postsOf = parts.map((items) => items.flatMap((item) => (item.kind === "post" ? [item.post] : [])));
  const places = placesOf(postsOf);

  const hrefFrom = (number: number, address: string): string => {
    const up = number === 1 ? "" : "../";
    if (!address.startsWith("#")) return address === "" || ELSEWHERE.test(address) ? address : up + address;
    const target = places.get(decoded(address.slice(1))) ?? number;
    return target === number ? address : up + folderOf(target) + address;
  };

  const pageAt = (items: readonly TimelineItem[], at: number): Page => ({
    number: at + 1,
    path: `${slug}/${folderOf(at + 1)}`,
    root: at === 0 ? "../" : "../../",
    items,
    posts: postsOf[at] ?? [],
    href: (address) => hrefFrom(at + 1, address),
    to: ({ number }) => (at === 0 ? folderOf(number) : `../${folderOf(number)}`) || "./",
  });
  const [items = [], ...later] = parts;
  const first = pageAt(items, 0);
  return {
    first,
    later: later.map((part, at) => pageAt(part, at + 1)),
    postPath: (id) => `${slug}/${first.href(`#${id}`)}`,
  };
}
