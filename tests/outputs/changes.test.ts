/**
 * When things last changed. Atom wants to be told of every post, so a post whose time is lost takes the latest instant
 * that is possible. No clock and no file's date is asked: the same sources, the same feed, in any year.
 */
import { describe, expect, test } from "vitest";
import { changesOf, provedChange } from "../../src/time/changes.ts";
import { DAY, folder, parsed, post, structured } from "../archive/samples.ts";
import { liveBlog, regatta } from "./samples.ts";

const changed = (blog: ReturnType<typeof liveBlog>, id: string) => changesOf(blog).posts.get(id)?.text;

describe("a post last changed", () => {
  test("when it was published", () => {
    expect(changed(regatta(), "p-1510-the-cup")).toBe("2019-06-09T15:10:00+01:00");
  });

  test("when it was corrected or added to, if that was later", () => {
    expect(changed(regatta(), "p-1108-red-flag")).toBe("2020-01-02T00:00:00Z");
    expect(changed(regatta(), "p-the-photograph")).toBe("2026-11-21T00:00:00Z");
  });

  test("not before it was published, if it was corrected on the day", () => {
    const corrections = [{ date: "2019-06-09", text: "It was eleven boats." }];
    const day = folder("regatta", { posts: [post("a", { at: "11:08", corrections })] });
    expect(changed(liveBlog([], day), "p-a")).toBe("2019-06-09T11:08:00+01:00");
  });

  test("before the next post whose time is known, if its own is not", () => {
    const day = folder("regatta", {
      posts: [
        post("a", { at: "11:08" }),
        post("b", { placement: { side: "after", post: "p-a" } }),
        post("c", { at: "12:30" }),
      ],
    });
    expect(changed(liveBlog([], day), "p-b")).toBe("2019-06-09T12:30:00+01:00");
  });

  test("no later than the newest post, if nothing known comes after it", () => {
    const day = folder("regatta", {
      posts: [post("a", { at: "11:08" }), post("b", { placement: { side: "after", post: "p-a" } })],
    });
    expect(changed(liveBlog([], day), "p-b")).toBe("2019-06-09T11:08:00+01:00");
  });

  test("on the live blog's day, if no time at all is known; in 1970, if no day is", () => {
    const dump = parsed("a.txt", "Somebody wrote this down.\n");
    const [dated, undated] = [liveBlog([dump], folder("regatta")), liveBlog([dump])];
    expect([...changesOf(dated).posts.values()].map(({ text }) => text)).toEqual(["2019-06-09T00:00:00Z"]);
    expect([...changesOf(undated).posts.values()].map(({ text }) => text)).toEqual(["1970-01-01T00:00:00Z"]);
  });

  test("in a year before clocks of computers began, if it was then", () => {
    const moon = structured("a.txt", [{ headline: "Landed", at: "21:17 British Summer Time 20 July 1969" }]);
    const blog = liveBlog([moon]);
    expect(changed(blog, "p-2117-landed")).toBe("1969-07-20T21:17:00+01:00");
    expect(changesOf(blog).liveBlog.text).toBe("1969-07-20T21:17:00+01:00");
  });
});

describe("a live blog last changed", () => {
  test("with the newest of its posts", () => {
    expect(changesOf(regatta()).liveBlog.text).toBe("2026-11-21T00:00:00Z");
  });

  test("or when it was corrected itself", () => {
    const corrections = [{ date: "2027-01-01", text: "It was a Sunday." }];
    expect(changesOf(regatta({ index: { corrections } })).liveBlog.text).toBe("2027-01-01T00:00:00Z");
  });

  test("for search engines only at what is proved: not at a time that its author calls approximate", () => {
    const day = folder("regatta", {
      posts: [post("a", { at: "11:08" }), post("b", { at: "12:30", approximate: true })],
    });
    expect(provedChange(liveBlog([], day))?.text).toBe("2019-06-09T11:08:00+01:00");
    expect(provedChange(liveBlog([structured("a.txt", [{ headline: "Away", at: "09:00" }])]))).toBeNull();
    expect(provedChange(liveBlog([structured("a.txt", [{ headline: "Away", at: `09:00 ${DAY}` }])]))).not.toBeNull();
  });
});
