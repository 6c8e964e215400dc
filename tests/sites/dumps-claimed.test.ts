/** Dumps that are there twice, belong elsewhere, are read as another dialect, or hold one post in two wordings. */
import { describe, expect, test } from "vitest";
import { brief, readable, site } from "./site.ts";

const dump = (body: string, at = "10:40 British Summer Time 9 June 2019") => `Summary

  • They are off in the harbour

  1. Awaypublished at ${at}

    ${body}
`;
const BODY = "They are off, all eleven of them, in a dead calm.";
const DUMP = dump(BODY);
const index = (dumps: string) => `---
title: Regatta
date: 2019-06-09
timezone: Europe/London
dumps: ${dumps}
---
`;
const times = (text: string, words: string): number => text.split(words).length - 1;

describe("the same dump under two names", () => {
  const warned = "warning dump-twice seeds/b.txt:1:1";

  test("claimed by two live blogs, a copy each: a warning at the second that names both", async () => {
    const other = index("[b.txt]").replace("Regatta", "Harbour day");
    const two = site({
      ...{ "seeds/a.txt": DUMP, "seeds/b.txt": DUMP },
      ...{ "content/harbour/index.md": other, "content/regatta/index.md": index("[a.txt]") },
    });
    const shared = (await two.build()).diagnostics.filter(({ code }) => code === "dump-shared");
    expect(shared.map(({ severity, file }) => [severity, file])).toEqual([["warning", "seeds/a.txt"]]);
    for (const word of ["seeds/b.txt", '"harbour"', '"regatta"']) expect(shared[0]?.message).toContain(word);
  });

  test("claimed by one live blog: one warning that names both, one set of posts", async () => {
    const one = site({ "seeds/a.txt": DUMP, "seeds/b.txt": DUMP, "content/regatta/index.md": index("[a.txt, b.txt]") });
    const report = await one.build();
    expect(brief(report)).toEqual(expect.arrayContaining([warned]));
    expect(report.diagnostics.filter(({ code }) => code === "dump-twice")).toHaveLength(1);
    expect(report.diagnostics.find(({ code }) => code === "dump-twice")?.message).toContain("seeds/a.txt");
    expect(report.posts).toBe(1);
    expect(times(readable(one.page("regatta/index.html")), BODY)).toBe(1);
  });

  test.each([
    ["claimed once, the copy unclaimed: the copy becomes no live blog of its own", "[a.txt]"],
    ["claimed by a pattern", '["?.txt"]'],
  ])("%s", async (_, dumps) => {
    const one = site({ "seeds/a.txt": DUMP, "seeds/b.txt": DUMP, "content/regatta/index.md": index(dumps) });
    const report = await one.build();
    expect(brief(report)).toContain(warned);
    expect([report.liveBlogs, report.posts]).toEqual([1, 1]);
  });

  test("unclaimed, even where neither day nor summary says that they belong together", async () => {
    const bare = "A kettle appeared.\n\nNobody knows whose.\n";
    const report = await site({ "seeds/a.txt": bare, "seeds/b.txt": bare }).build();
    expect(brief(report)).toContain(warned);
    expect(report.liveBlogs).toBe(1);
  });

  test("an amendment finds its entry under either name", async () => {
    const one = site({
      ...{ "seeds/a.txt": DUMP, "seeds/b.txt": DUMP, "content/regatta/index.md": index("[a.txt, b.txt]") },
      "content/regatta/calm.md": "---\namends: b.txt:7\n---\nThe log says the same.\n",
    });
    expect(brief(await one.build()).filter((line) => line.startsWith("error"))).toEqual([]);
    expect(readable(one.page("regatta/index.html"))).toContain("The log says the same.");
  });
});

test("a dump of another event is published as claimed, with a warning at the claim", async () => {
  const one = site({
    "seeds/a.txt": DUMP,
    "seeds/b.txt": dump("The fair opens with a brass band.", "11:00 British Summer Time 3 May 2018"),
    "content/regatta/index.md": index("[a.txt, b.txt]"),
  });
  const report = await one.build();
  expect(brief(report)).toContain("warning dump-elsewhere content/regatta/index.md:5:16");
  expect(readable(one.page("regatta/index.html"))).toContain("brass band");
});

describe("`dialect` in index.md", () => {
  const files = { "seeds/a.txt": DUMP };

  test("reads the dump as that dialect, whichever claims it", async () => {
    const one = site({ ...files, "content/regatta/index.md": index("[{ file: a.txt, dialect: plain }]") });
    const report = await one.build();
    expect(report.changes).not.toBeNull();
    expect(readable(one.page("regatta/index.html"))).toContain("1. Awaypublished at 10:40");
  });

  test("is an error at the name where there is no such dialect, with the nearest and all of them", async () => {
    const one = site({ ...files, "content/regatta/index.md": index("[{ file: a.txt, dialect: bbc-flta }]") });
    const report = await one.build();
    const problem = report.diagnostics.find(({ code }) => code === "dialect-not-found");
    expect(brief(report)).toContain("error dialect-not-found content/regatta/index.md:5:33");
    expect(problem?.hint).toMatch(/^Did you mean "bbc-flat"\? Known dialects: bbc-structured, .*plain\.$/);
    expect(report.changes).toBeNull();
  });
});

test("a post that two captures word differently shows the fuller text, and the other folded up beneath it", async () => {
  const one = site({
    "seeds/a.txt": DUMP,
    "seeds/b.txt": dump(`${BODY} Three thousand people watch.`),
    "content/regatta/index.md": index("[a.txt, b.txt]"),
  });
  expect(brief(await one.build())).toContain("note entry-edited seeds/a.txt:5:1");
  const page = one.page("regatta/index.html");
  const [details = ""] = page.match(/<details class="note">[\s\S]*?<\/details>/) ?? [];
  expect(readable(details)).toContain("Another capture of this post reads differently a.txt, lines 5 to 7");
  expect(readable(details)).toContain(BODY);
  expect(readable(page.replace(details, ""))).toContain("Three thousand people watch.");
});

test("a post that names a draft is told that it is one", async () => {
  const report = await site({
    ...{ "seeds/a.txt": DUMP, "content/regatta/index.md": index("[a.txt]") },
    "content/regatta/late.md": "---\nheadline: Late\ntime: 11:00\ndraft: true\n---\nNot yet.\n",
    "content/regatta/later.md": "---\nheadline: Later\nafter: p-late\n---\nAnd then.\n",
  }).build();
  const problem = report.diagnostics.find(({ code }) => code === "place-not-found");
  expect(problem?.message).toContain('the post "p-late" is a draft');
});

describe("a dump that nobody claims and that prints no title", () => {
  const bare = "A kettle appeared.\n\nNobody knows whose.\n";
  const titles = async (lang: string) => {
    const made = site({ "afterlive.config.json": JSON.stringify({ lang }), "seeds/a.txt": bare, "seeds/b.txt": DUMP });
    await made.build();
    return [made.page("live-a/index.html"), made.page("live-2019-06-09/index.html")].map(
      (page) => /<h1>(.*?)<\/h1>/.exec(page)?.[1],
    );
  };

  test.each([
    ["en", ["Live coverage (a)", "Live coverage, 9 June 2019"]],
    ["cy", ["Blog byw (a)", "Blog byw, 9 Mehefin 2019"]],
    ["ar", ["تغطية مباشرة (\u2068a\u2069)", "تغطية مباشرة، 9 يونيو 2019"]],
  ])("is called by file or day in the site's language: %s", async (lang, expected) => {
    expect(await titles(lang)).toEqual(expected);
  });
});
