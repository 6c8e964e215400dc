/**
 * What page numbers prove: the order of pages, that something is missing between them, and when posts without times were.
 * Pages count from the newest: page 3 is older than page 2.
 */
import { describe, expect, test } from "vitest";
import { arrange } from "../../src/archive/arrange.ts";
import { oldestPageFirst } from "../../src/archive/pages.ts";
import { type PagePosts, postOfFile, postsOfDumps } from "../../src/archive/posts.ts";
import { authoredStamp } from "../../src/archive/stamps.ts";
import type { Stamp } from "../../src/model/stamp.ts";
import { DAY, post, structured } from "./samples.ts";

const CLOCK = { date: "2019-06-09", timezone: "Europe/London" };

/** A page whose posts are at these times, oldest first; `?` has lost its time. */
function page(file: string, number: number | null, ...times: readonly string[]): PagePosts {
  const entries = times.map((at, n) => ({ headline: `${file} ${n}`, at: `${at === "?" ? "00:00" : at} ${DAY}` }));
  const dump = structured(file, [...entries].reverse());
  const all = postsOfDumps([{ dump, page: number }], CLOCK).value[0]?.posts ?? [];
  const posts = all.slice(0, times.length);
  return { dump, page: number, posts: posts.map((each, n) => (times[n] === "?" ? { ...each, stamp: null } : each)) };
}

const given = (time: string): Stamp => {
  const stamp = authoredStamp({ time, date: null, offset: null }, false, CLOCK);
  if (typeof stamp === "string") throw new Error(stamp);
  return stamp;
};

const merged = (pages: readonly PagePosts[], ...pairs: readonly string[]) => ({ pages, touching: new Set(pairs) });
const pair = (a: string, b: string) => `seeds/${a} seeds/${b}`;

/** The timeline as times, `?`, and gaps with the pages that are missing. */
function outline(pages: readonly PagePosts[], pairs: readonly string[] = [], authored: readonly string[] = []): string {
  const own = authored.map((time) => postOfFile(post(time), given(time)));
  return arrange(merged(pages, ...pairs), own)
    .map((item) => {
      if (item.kind === "post") return item.post.stamp?.time ?? "?";
      const stretches = [...item.pages].reverse().map(({ first, last }) => `${last}-${first}`);
      return stretches.length === 0 ? "…" : `…${stretches.join(" ")}…`;
    })
    .join(" ");
}

const brackets = (pages: readonly PagePosts[]): readonly string[] =>
  arrange(merged(pages), []).flatMap((item) => {
    if (item.kind === "gap" || item.post.bracket === null) return [];
    const { after, before } = item.post.bracket;
    return [`${after?.time ?? ""}–${before?.time ?? ""}`];
  });

describe("the order of pages", () => {
  const order = (...pages: readonly PagePosts[]) =>
    oldestPageFirst(pages).map(({ dump }) => dump.file.slice("seeds/".length));
  const [five, lost, one] = [page("5", 5, "09:00"), page("4", 4, "?"), page("1", 1, "12:00")];
  const [early, noon] = [page("early", null, "08:00"), page("noon", null, "11:59")];

  test("is that of their numbers, the others by time among them, in whatever order they are claimed", () => {
    const expected = ["early", "5", "4", "noon", "1"];
    expect(order(five, lost, one, early, noon)).toEqual(expected);
    expect(order(noon, one, early, lost, five)).toEqual(expected);
    expect(order(one, noon, lost, early, five)).toEqual(expected);
  });

  test("a number outweighs times that contradict it", () => {
    const [late, soon] = [page("late", 2, "13:00"), page("soon", 1, "10:00")];
    for (const claims of [
      [noon, late, soon],
      [soon, noon, late],
      [late, soon, noon],
    ]) {
      expect(order(...claims)).toEqual(["noon", "late", "soon"]);
    }
  });

  test("an author's time for a post moves no page", () => {
    const later = page("later", null, "12:00", "12:10");
    const posts = later.posts.map((each, n) => (n === 0 ? { ...each, stamp: given("07:00") } : each));
    expect(order({ ...later, posts }, page("soon", null, "11:00"))).toEqual(["soon", "later"]);
  });
});

describe("a gap between numbered pages", () => {
  test("is there although both show the same minute", () => {
    expect(outline([page("9", 9, "09:00"), page("3", 3, "09:00", "09:10")])).toBe("09:00 …8-4… 09:00 09:10");
  });

  test("is there although an author's time reaches over it, and stands where the record ends", () => {
    const older = page("9", 9, "09:00", "09:05");
    const posts = older.posts.map((each, n) => (n === 1 ? { ...each, stamp: given("14:30") } : each));
    expect(outline([{ ...older, posts }, page("3", 3, "14:00")])).toBe("09:00 …8-4… 14:00 14:30");
  });

  test("is there although a page that merging has emptied lies between, and does not count that as missing", () => {
    const pages = [page("9", 9, "09:00"), page("8", 8), page("3", 3, "14:00")];
    expect(outline(pages)).toBe("09:00 …7-4… 14:00");
    expect(outline([page("9", 9, "09:00"), page("8", 8), page("7", 7, "14:00")])).toBe("09:00 14:00");
  });

  test("names each stretch of them where an emptied page splits it", () => {
    expect(outline([page("9", 9, "09:00"), page("6", 6), page("3", 3, "14:00")])).toBe("09:00 …8-7 5-4… 14:00");
  });

  test("is not there where shared posts lead over an emptied page", () => {
    const pages = [page("9", 9, "09:00"), page("5", 5), page("3", 3, "14:00")];
    expect(outline(pages, [pair("5", "9"), pair("3", "5")])).toBe("09:00 14:00");
  });
});

describe("posts without times", () => {
  const three = page("3", 3, "09:00");

  test("of a whole page lie between what its neighbours print, and an author's post stands before them", () => {
    const pages = [three, page("2", 2, "?", "?"), page("1", 1, "12:00")];
    expect(brackets(pages)).toEqual(["09:00–12:00", "09:00–12:00"]);
    expect(outline(pages, [], ["10:00"])).toBe("09:00 10:00 ? ? 12:00");
  });

  test("of several such pages do too, each page's in its place", () => {
    const pages = [page("4", 4, "09:00"), page("3", 3, "?"), page("2", 2, "?"), page("1", 1, "12:00")];
    expect(brackets(pages)).toEqual(["09:00–12:00", "09:00–12:00"]);
  });

  test("at a page's beginning or end are bounded by the neighbour", () => {
    expect(brackets([three, page("2", 2, "?", "12:00")])).toEqual(["09:00–12:00"]);
    const trailing = [page("3", 3, "09:00", "?"), page("2", 2, "12:00")];
    expect(brackets(trailing)).toEqual(["09:00–12:00"]);
    expect(outline(trailing, [], ["10:00"])).toBe("09:00 10:00 ? 12:00");
  });

  test("are bounded by nothing beyond a gap", () => {
    expect(brackets([page("9", 9, "09:00"), page("3", 3, "?", "14:22")])).toEqual(["–14:22"]);
    const trailing = [page("9", 9, "09:00", "?"), page("3", 3, "14:22")];
    expect(brackets(trailing)).toEqual(["09:00–"]);
    expect(outline(trailing, [], ["11:00"])).toBe("09:00 ? …8-4… 11:00 14:22");
  });

  test("are bounded by no neighbour whose clock contradicts the page's own", () => {
    expect(brackets([page("3", 3, "13:00"), page("2", 2, "?", "12:00")])).toEqual(["–12:00"]);
  });
});
