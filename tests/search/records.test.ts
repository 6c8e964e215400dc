/** What the search index is told of each post. */
import { describe, expect, test } from "vitest";
import { directoryOf } from "../../src/archive/directory.ts";
import { searchRecords } from "../../src/view/search-record.ts";
import { folder, post } from "../archive/samples.ts";
import { config, liveBlog, paragraph, regatta, strings } from "../outputs/samples.ts";

const topics = directoryOf(["Class One"], [], new Map());
const recordsOf = (blog: ReturnType<typeof liveBlog>, keys = {}) =>
  searchRecords(blog, config(keys), topics, strings("en"));

describe("a post's record", () => {
  test("has its words, its name, when it was, what it is narrowed by, and the address of the post itself", () => {
    const record = recordsOf(regatta()).find(({ url }) => url.endsWith("#p-1000-away"));
    expect(record).toEqual({
      url: "regatta/#p-1000-away",
      language: "en",
      content: "They are off.\nSee the flag. · Ines Barrow · harbour master · Class One · Away at last",
      meta: {
        title: "Away at last",
        when: "about 10:00, Sunday 9 June 2019",
        from: "Stowford Regatta 2019",
        lang: "",
      },
      filters: {
        blog: [expect.stringMatching(/^Stowford Regatta 2019/)],
        person: ["people/ines-barrow/"],
        topic: ["topics/class-one/"],
      },
      sort: { time: expect.stringMatching(/ regatta 000001$/) },
    });
  });

  test("has what the archive noted beneath it, too", () => {
    const flag = recordsOf(regatta()).find(({ meta }) => meta.title === "Red flag");
    expect(flag?.content).toContain("Nobody is hurt.");
    expect(flag?.content).toContain("The flag is in the museum.");
  });

  test("stands for every post once, in the order of the timeline", () => {
    const records = recordsOf(regatta());
    expect(records.map(({ meta }) => meta.title)).toEqual([
      "Flat calm",
      "Away at last",
      "The photograph",
      "Red flag",
      "The cup",
    ]);
    expect(records.map(({ sort }) => sort.time)).toEqual(records.map(({ sort }) => sort.time).sort());
  });
});

describe("a person is a way to narrow", () => {
  test.each([
    ["with a role", { name: "Ines Barrow", role: "harbour master", kind: "person" }, ["people/ines-barrow/"]],
    ["who is an outlet", { name: "Radio Stowford", role: null, kind: "outlet" }, ["people/radio-stowford/"]],
    ["unless nothing says who that is", { name: "Bram Oakes", role: null, kind: "person" }, []],
  ] as const)("%s", (_, contributor, person) => {
    const blog = liveBlog([], folder("regatta", { posts: [post("a", { contributor, body: [paragraph("Here.")] })] }));
    expect(recordsOf(blog).map(({ filters }) => filters.person)).toEqual([person]);
    // Found by words either way: the name is on the page.
    expect(recordsOf(blog)[0]?.content).toContain(contributor.name);
  });
});

test("a topic is a way to narrow, once, however it is spelt; another label is found by words only", () => {
  const labels = ["#Class-One", "Class One", "CLASS ONE", "Swans"];
  const blog = liveBlog([], folder("regatta", { posts: [post("a", { labels, body: [paragraph("Here.")] })] }));
  expect(recordsOf(blog)).toMatchObject([
    { filters: { topic: ["topics/class-one/"] }, content: expect.stringContaining("Swans") },
  ]);
});

test("a post without headline, time or day is called by its first words; its language is said where it is another", () => {
  const blog = liveBlog(
    [],
    folder("regatta", {
      index: { title: "Ras Harwell", lang: "cy", date: null },
      posts: [post("a", { body: [paragraph("Môr tawel.")] })],
    }),
  );
  expect(recordsOf(blog)).toMatchObject([
    { meta: { title: expect.stringMatching(/^Môr tawel/), when: "", lang: "cy" }, language: "en" },
  ]);
  expect(recordsOf(blog, { lang: "cy" })[0]).toMatchObject({ meta: { lang: "" }, language: "cy" });
});
