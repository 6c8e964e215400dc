/**
 * A live blog of up to 200 posts is one page. A longer one is cut into pages of 100, counted from the oldest post, so that
 * posts added at the end move no other. `pagesOf` is the one place that knows which page has which post.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Post, TimelineItem } from "../../src/model/live-blog.ts";
import { pagesOf } from "../../src/view/pages.ts";
import { regatta } from "../outputs/samples.ts";

const PLAIN = regatta().timeline.flatMap((item) => (item.kind === "post" ? [item.post] : []))[0] as Post;
const GAP: TimelineItem = { kind: "gap", after: null, before: null, pages: [] };

const item = (id: string, aliases: readonly string[] = []): TimelineItem => ({
  kind: "post",
  post: { ...PLAIN, id, aliases },
});
const timelineOf = (count: number): TimelineItem[] => Array.from({ length: count }, (_, n) => item(`p-${n}`));
const cut = (timeline: readonly TimelineItem[]) => {
  const { first, later } = pagesOf({ slug: "regatta", timeline });
  return [first, ...later];
};

describe("where a live blog is cut", () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [199, [199]],
    [200, [200]],
    [201, [100, 100, 1]],
    [300, [100, 100, 100]],
    [301, [100, 100, 100, 1]],
    [1418, [...Array.from({ length: 14 }, () => 100), 18]],
  ])("%i posts", (count, sizes) => {
    expect(cut(timelineOf(count)).map(({ posts }) => posts.length)).toEqual(sizes);
  });

  test("pages are numbered from the oldest, each a folder below the first", () => {
    expect(cut(timelineOf(201)).map(({ number, path, root }) => [number, path, root])).toEqual([
      [1, "regatta/", "../"],
      [2, "regatta/page-2/", "../../"],
      [3, "regatta/page-3/", "../../"],
    ]);
  });

  test("a gap counts as no post, and stays with the post before it", () => {
    const timeline = timelineOf(300).flatMap((post, at) => (at === 99 ? [post, GAP] : [post]));
    const [first, second] = cut([GAP, ...timeline]);
    expect(first?.items.map(({ kind }) => kind)).toEqual(["gap", ...Array(100).fill("post"), "gap"]);
    expect(second?.items[0]).toEqual(item("p-100"));
  });

  test("whatever a live blog holds, its pages in their order are its timeline, and all but the last are full", () => {
    const any = fc.array(fc.constantFrom("post", "post", "post", "gap"), { maxLength: 700, size: "max" });
    fc.assert(
      fc.property(any, (kinds) => {
        const timeline = kinds.map((kind, n) => (kind === "gap" ? { ...GAP } : item(`p-${n}`)));
        const pages = cut(timeline);
        expect(pages.flatMap(({ items }) => items)).toEqual(timeline);
        expect(pages.map(({ number }) => number)).toEqual(pages.map((_, at) => at + 1));
        if (pages.length > 1) {
          expect(pages.slice(0, -1).every(({ posts }) => posts.length === 100)).toBe(true);
          expect(pages.at(-1)?.posts.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("how a page writes an address", () => {
  const timeline = timelineOf(300).map((post, at) => (at === 250 ? item("p-été", ["post_58fc", "p-0"]) : post));
  const [first, second, third] = cut(timeline);

  test.each([
    ["#p-0", "#p-0", "../#p-0", "../#p-0"],
    ["#p-100", "page-2/#p-100", "#p-100", "../page-2/#p-100"],
    ["#p-%C3%A9t%C3%A9", "page-3/#p-%C3%A9t%C3%A9", "../page-3/#p-%C3%A9t%C3%A9", "#p-%C3%A9t%C3%A9"],
    ["#post_58fc", "page-3/#post_58fc", "../page-3/#post_58fc", "#post_58fc"],
    ["#nobody", "#nobody", "#nobody", "#nobody"],
    ["#%E9", "#%E9", "#%E9", "#%E9"],
    ["buoy.jpg", "buoy.jpg", "../buoy.jpg", "../buoy.jpg"],
    ["../tour/", "../tour/", "../../tour/", "../../tour/"],
    ["https://example.org/", "https://example.org/", "https://example.org/", "https://example.org/"],
    ["mailto:ines@example.org", "mailto:ines@example.org", "mailto:ines@example.org", "mailto:ines@example.org"],
    ["/elsewhere", "/elsewhere", "/elsewhere", "/elsewhere"],
    ["", "", "", ""],
  ])("%j: %j on the first page, %j on the second, %j on the third", (address, ...written) => {
    expect([first, second, third].map((page) => page?.href(address))).toEqual(written);
  });

  test("to another page", () => {
    expect([first, second, third].map((page) => second && page?.to(second))).toEqual([
      "page-2/",
      "../page-2/",
      "../page-2/",
    ]);
    expect([first, second].map((page) => first && page?.to(first))).toEqual(["./", "../"]);
  });

  test("and from outside, below the site's root", () => {
    const { postPath } = pagesOf({ slug: "regatta", timeline });
    expect(["p-0", "p-199", "p-été"].map(postPath)).toEqual([
      "regatta/#p-0",
      "regatta/page-2/#p-199",
      "regatta/page-3/#p-été",
    ]);
  });
});
