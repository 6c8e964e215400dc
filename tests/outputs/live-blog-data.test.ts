import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { liveBlogData, liveBlogDataJsonSchema } from "../../src/data/live-blog.ts";
import { json } from "../../src/render/json.ts";
import { liveBlogDataView } from "../../src/view/live-blog-data.ts";
import { DAY, folder, parsed, structured } from "../archive/samples.ts";
import { anyLiveBlog, config, directory, liveBlog, regatta } from "./samples.ts";

const dataOf = (blog = regatta(), site = config()) =>
  liveBlogData.parse(JSON.parse(json(liveBlogDataView(blog, site, directory))));
const postOf = (blog: ReturnType<typeof liveBlog>, id: string) =>
  dataOf(blog).timeline.find((item) => item.kind === "post" && item.id === id);

describe("liveblog.json is the live blog, merged and in order", () => {
  test("oldest first", () => {
    const ids = dataOf().timeline.map((item) => (item.kind === "post" ? item.id : item.kind));
    expect(ids).toEqual(["p-0850-flat-calm", "p-1000-away", "p-the-photograph", "p-1108-red-flag", "p-1510-the-cup"]);
  });

  test("a post: what was read, where, and what was said of it since", () => {
    expect(postOf(regatta(), "p-1108-red-flag")).toMatchObject({
      tag: "tag:example.org,2026:regatta/p-1108-red-flag",
      url: "https://example.org/archive/regatta/#p-1108-red-flag",
      time: { clock: "11:08", at: "2019-06-09T11:08:00+01:00", zone: "BST", origin: "printed", approximate: false },
      blocks: [
        { kind: "paragraph", text: "The race is stopped." },
        { kind: "paragraph", text: "Nobody is hurt." },
      ],
      text: "The race is stopped.\nNobody is hurt.",
      sources: [{ kind: "dump", file: "seeds/a.txt" }],
      corrections: [{ date: "2019-06-11", text: "It was orange." }],
      notes: [{ file: "content/regatta/flag.md", text: "The flag is in the museum.", added: { date: "2020-01-02" } }],
    });
  });

  test("a lost time is null, with what is known around it; an unknown address is null too", () => {
    const blog = liveBlog([parsed("a.txt", "Somebody wrote this down.\n")]);
    expect(dataOf(blog, config({}))).toMatchObject({
      url: null,
      coverage: null,
      timeline: [{ url: null, time: null, between: { after: null, before: null } }],
    });
  });

  test("a gap stands where it lies, with the pages that are missing", () => {
    const page = (file: string, at: string) => structured(file, [{ headline: "Boats", at: `${at} ${DAY}` }]);
    const blog = liveBlog([
      { dump: page("a.txt", "09:00"), page: 5 },
      { dump: page("b.txt", "15:00"), page: 2 },
    ]);
    expect(dataOf(blog).timeline[1]).toMatchObject({
      kind: "gap",
      after: { clock: "09:00" },
      before: { clock: "15:00" },
      pages: [{ first: 3, last: 4 }],
    });
    expect(dataOf(blog).sources).toMatchObject([
      { file: "seeds/a.txt", page: 5 },
      { file: "seeds/b.txt", page: 2 },
    ]);
  });

  test("the mark of a lost link stays in the record, and is not among the words", () => {
    const dump = structured("a.txt", [{ headline: "Report", at: `09:00 ${DAY}`, body: "Read it here., external" }]);
    expect(postOf(liveBlog([dump]), "p-0900-report")).toMatchObject({
      blocks: [{ text: "Read it here., external" }],
      text: "Read it here.",
    });
  });
});

describe("its schema", () => {
  test("names every field that there is, at any depth that an example reaches", () => {
    const strict = new Set<string>();
    const walk = (schema: unknown): void => {
      if (typeof schema !== "object" || schema === null) return;
      if ("properties" in schema) for (const key of Object.keys(schema.properties ?? {})) strict.add(key);
      for (const value of Object.values(schema)) walk(value);
    };
    walk(liveBlogDataJsonSchema());
    const used = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if (!Array.isArray(value)) for (const key of Object.keys(value)) used.add(key);
      for (const inner of Object.values(value)) collect(inner);
    };
    collect(liveBlogDataView(regatta(), config(), directory));
    expect([...used].filter((key) => !strict.has(key))).toEqual([]);
  });

  test("takes any live blog", () => {
    fc.assert(
      fc.property(anyLiveBlog, (blog) => {
        expect(dataOf(blog).timeline).toHaveLength(blog.timeline.length);
      }),
      { numRuns: 100 },
    );
  });

  test("does not take what is none", () => {
    const good = dataOf();
    for (const spoilt of [
      { ...good, version: 2 },
      { ...good, timeline: [{ kind: "post" }] },
      { ...good, updated: "today" },
    ])
      expect(liveBlogData.safeParse(spoilt).success).toBe(false);
  });
});

test("an author's folder without posts is a live blog too", () => {
  expect(dataOf(liveBlog([], folder("regatta")))).toMatchObject({ timeline: [], updated: "2019-06-09T00:00:00Z" });
});
