import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { liveBlogJsonSchema } from "../../src/posts/schema/live-blog.ts";
import { postJsonSchema } from "../../src/posts/schema/post.ts";
import { listed, readIndex, readKeys, readPost } from "./read.ts";

describe("A post says", () => {
  test("what authoring files may say, all of it", () => {
    const { value, diagnostics } = readKeys(
      "time: 2017-04-23 11:32+01:00",
      "approximate: true",
      "headline: Barrow breaks  away",
      "contributor: { name: Ines Barrow, role: two-time winner }",
      "labels: [Women's race]",
      "key: true",
      "draft: false",
      "added: 2026-11-21",
      "by: Harwell desk",
      "aliases: [post_58fc]",
      "corrections: [{ date: 2017-05-03, text: The time was wrong. }]",
    );
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      kind: "post",
      file: "content/stowford-fair/1132-barrow-wins.md",
      slug: "stowford-fair",
      stem: "1132-barrow-wins",
      time: { time: "11:32", date: "2017-04-23", offset: "+01:00" },
      approximate: true,
      placement: null,
      headline: "Barrow breaks away",
      contributor: { name: "Ines Barrow", role: "two-time winner", kind: "person" },
      labels: ["Women's race"],
      key: true,
      draft: false,
      added: { date: "2026-11-21", by: "Harwell desk" },
      aliases: ["post_58fc"],
      corrections: [{ date: "2017-05-03", text: "The time was wrong." }],
      body: [{ kind: "prose", html: "<p>Words.</p>", text: "Words.", start: 14, end: 14 }],
    });
  });

  test("what it stands after, where it has no time", () => {
    expect(readKeys("after: p-1120-the-lead-grows").value).toMatchObject({
      kind: "post",
      time: null,
      placement: { side: "after", post: "p-1120-the-lead-grows" },
    });
  });

  test("what it amends: then what it leaves out stays as it is", () => {
    const { value, diagnostics } = readKeys("amends: 000_0d240cc41b9701d0.txt:32", "image: start.jpg");
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      kind: "amendment",
      target: { dump: "000_0d240cc41b9701d0.txt", line: 32 },
      image: "start.jpg",
      ...{ embed: null, labels: null, key: null, time: null, headline: null },
    });
    expect(readKeys("amends: p-0908-off-they-go").value).toMatchObject({ target: { post: "p-0908-off-they-go" } });
  });

  test.each([
    ["11:32", "11:32", null, null],
    ["00:00", "00:00", null, null],
    ["2017-04-23T11:32", "11:32", "2017-04-23", null],
    ["2017-04-23 11:32", "11:32", "2017-04-23", null],
    ["2017-04-23T11:32:05+01:00", "11:32", "2017-04-23", "+01:00"],
    ["2017-04-23T10:32Z", "10:32", "2017-04-23", "+00:00"],
    ["11:32-05:30", "11:32", null, "-05:30"],
  ])("its time, in any of these forms: %s", (typed, time, date, offset) => {
    expect(readKeys(`time: ${typed}`).value?.time).toEqual({ time, date, offset });
  });
});

describe("A live blog says", () => {
  test("what index.md may say, all of it", () => {
    const { value, diagnostics } = readIndex(`---
title: Stowford Fair 2017
date: 2017-04-23
timezone: Europe/London
place: Stowford
lang: cy
series: stowford-fair
dumps:
  - "000_*.txt"
  - { file: 001_fair.txt, page: 9 }
summary:
  - The fair opens
  - text: Barrow wins
    post: p-1132-barrow-wins
event: { start: 2017-04-23 08:55, venue: The Mall }
aliases: [fair-2017]
corrections: [{ date: 2017-05-03, text: Wrong day. }]
draft: true
---
Every year since 1702.
`);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      slug: "stowford-fair",
      stem: "index",
      title: "Stowford Fair 2017",
      date: "2017-04-23",
      timezone: "Europe/London",
      place: "Stowford",
      lang: "cy",
      series: "stowford-fair",
      dumps: [
        { pattern: "000_*.txt", page: null, dialect: null, licence: null },
        { pattern: "001_fair.txt", page: 9, dialect: null, licence: null },
      ],
      summary: [
        { text: "The fair opens", post: null },
        { text: "Barrow wins", post: "p-1132-barrow-wins" },
      ],
      event: { start: "2017-04-23T08:55", end: null, venue: "The Mall" },
      aliases: ["fair-2017"],
      draft: true,
      body: [{ kind: "prose", text: "Every year since 1702." }],
    });
  });

  test("where each of its values stands", () => {
    const places = readIndex("---\ntitle: Fair\nsummary:\n  - text: One\n    post: p-one\ndumps: [a.txt]\n---\n").value
      ?.places;
    const at = (key: string) => [places?.get(key)?.line, places?.get(key)?.column];
    expect(at("")).toEqual([1, 1]);
    expect(at("title")).toEqual([2, 8]);
    expect(at("summary")).toEqual([4, 3]);
    expect(at("summary.0.post")).toEqual([5, 11]);
    expect(at("dumps.0")).toEqual([6, 9]);
    expect(places?.get("title")?.excerpt).toBe("title: Fair");
  });

  test("only its title, if it has no more to say", () => {
    const { value, diagnostics } = readIndex("---\ntitle: 2017\n---\n");
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ title: "2017", summary: null, dumps: [], event: null, body: [] });
  });
});

// An unknown key is said at the key; a wrong value at the value; what is missing at the group that lacks it.
describe("What is wrong is said where it stands", () => {
  test.each([
    ["time: 25:10", "2:7 time-impossible"],
    ["time: 9:5", "2:7 time-impossible"],
    ["time: 9:05", "2:7 time-impossible"],
    ["time: 11:60", "2:7 time-impossible"],
    ["time: 11.32", "2:7 time-impossible"],
    ["time: 1132", "2:7 time-impossible"],
    ["time: 11:32 am", "2:7 time-impossible"],
    ["time: 11:32+25:00", "2:7 time-impossible"],
    ["time: 2017-04-23", "2:7 time-incomplete"],
    ["time: 2017-02-30", "2:7 date-impossible"],
    ["time: 2017-02-30T11:32", "2:7 date-impossible"],
    ["time:   ", "2:1 value-wrong"],
    ["time: [11:32]", "2:7 value-wrong"],
    ["amends: fair.txt", "2:9 amends-wrong"],
    ["amends: ../fair.txt:3", "2:9 amends-wrong"],
    ["amends: fair.txt:0", "2:9 amends-wrong"],
    ["after: 1132-barrow-wins", "2:8 value-wrong"],
  ])("%s", (line, problem) => {
    expect(listed(readKeys(line).diagnostics)).toEqual([problem]);
  });

  test.each([
    ["tiem: 11:40", "3:1 key-unknown"],
    ["hide: true", "3:1 key-unknown"],
    ["headline: true", "3:11 value-wrong"],
    ['headline: " "', "3:11 value-wrong"],
    ['headline: "a\\u0000b"', "3:11 value-wrong"],
    ['headline: "\\ud800"', "3:11 value-wrong"],
    ["key: yes", "3:6 value-wrong"],
    ["labels: Fair", "3:9 value-wrong"],
    ["labels: [Fair, { a: b }]", "3:16 value-wrong"],
    ["contributor: Ines Barrow", "3:14 value-wrong"],
    ["contributor: { role: winner }", "3:14 key-missing"],
    ["contributor: { name: Ines, rôle: winner }", "3:28 key-unknown"],
    ["added: 21/11/2026", "3:8 value-wrong"],
    ["added: 2026-11-31", "3:8 date-impossible"],
    ["by: Ines", "3:5 key-not-here"],
    ["embed: https://x.com/jack/status/20", "3:8 key-not-here"],
    ["corrections: [{ date: 2017-05-03 }]", "3:15 key-missing"],
    ['aliases: ["a b"]', "3:11 value-wrong"],
    ["aliases: [_timeline]", "3:11 value-wrong"],
    ["aliases: [old, older, old]", "3:23 alias-repeated"],
    ["aliases: [p-1132-barrow-wins]", "3:11 alias-repeated"],
  ])("%s, beside a good time", (line, problem) => {
    expect(listed(readKeys("time: 11:32", line).diagnostics)).toEqual([problem]);
  });

  test.each([
    [["after: p-a", "before: p-b"], ["3:9 post-placed-twice"]],
    [["amends: p-a", "before: p-b"], ["3:9 key-not-here"]],
    [["after: p-a", "approximate: true"], ["3:14 warning key-without-effect"]],
    [["amends: p-a", "image: ../start.jpg"], ["3:8 path-leaves-folder"]],
    [["amends: p-a", "image: 'pictures\\start.jpg'"], ["3:8 path-leaves-folder"]],
    [["amends: p-a", "embed: javascript:alert(1)"], ["3:8 value-wrong"]],
    [["amends: p-a", "embed: https://example.org/fair"], ["3:8 warning embed-unknown"]],
  ])("%j", (lines, problems) => {
    expect(listed(readKeys(...lines).diagnostics)).toEqual(problems);
  });

  test.each([
    ["titel: Fair", ["1:1 key-missing", "2:1 key-unknown"]],
    ["title: Fair\ntimezone: BST", ["3:11 timezone-unknown"]],
    ["title: Fair\ntimezone: Europe/Stowford", ["3:11 timezone-unknown"]],
    ["title: Fair\ntimezone: europe/london", ["3:11 timezone-unknown"]],
    ["title: Fair\ndate: 2017-02-30", ["3:7 date-impossible"]],
    ["title: Fair\nlang: English!", ["3:7 value-wrong"]],
    ["title: Fair\nseries: Stowford Fair", ["3:9 slug-invalid"]],
    ["title: Fair\naliases: [about]", ["3:11 slug-reserved"]],
    ["title: Fair\naliases: [fair-2016, fair-2016]", ["3:22 alias-repeated"]],
    ["title: Fair\ndumps: [../fair.txt]", ["3:9 path-leaves-folder"]],
    ["title: Fair\ndumps: [{ file: a.txt, page: 1.5 }]", ["3:30 value-wrong"]],
    ["title: Fair\ndumps: [{ fiel: a.txt }]", ["3:9 key-missing", "3:11 key-unknown"]],
    ["title: Fair\ndumps: [[a.txt]]", ["3:9 value-wrong"]],
    ["title: Fair\nsummary: [{ text: One, post: one }]", ["3:30 value-wrong"]],
    ["title: Fair\nevent: { start: 08:55 }", ["3:17 value-wrong"]],
    ["title: Fair\nevent: { start: 2017-04-23T08:55, end: 2017-04-23T08:00 }", ["3:40 time-impossible"]],
  ])("index.md: %s", (keys, problems) => {
    const { value, diagnostics } = readIndex(`---\n${keys}\n---\n`);
    expect(listed(diagnostics)).toEqual(problems);
    expect(value).toBeNull();
  });

  test.each([
    ["About", "slug-invalid", 'Call it "about".'],
    ["Fête à Stowford", "slug-invalid", 'Call it "fete-a-stowford".'],
    ["con", "slug-invalid", "Choose another name."],
    ["people", "slug-reserved", 'Choose another name, such as "people-2017".'],
  ])("a live blog's folder named %s", (slug, code, hint) => {
    const { value, diagnostics } = readIndex("---\ntitle: Fair\n---\n", slug);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ line: 1, column: 1, code, hint }]);
  });

  test("a post's file named 11.32 Barrow", () => {
    const { diagnostics } = readPost("---\ntime: 11:32\n---\n", "11.32 Barrow");
    expect(diagnostics).toMatchObject([{ code: "slug-invalid", hint: 'Call it "11-32-barrow".' }]);
  });
});

describe("Hints say what to do", () => {
  const hintOf = (...lines: readonly string[]): Diagnostic | undefined =>
    readKeys("time: 11:32", ...lines).diagnostics[0];

  test.each([
    ["haedline: x", 'Did you mean "headline"?'],
    ["lables: [x]", 'Did you mean "labels"?'],
    ["Key: true", 'Did you mean "key"?'],
    ["redact: [x]", 'This version of Afterlive does not have "redact" yet: take it out for now.'],
    ["labels: x", "For example: labels: [Women's race]"],
    ["contributor: x", "For example: contributor: { name: Ines Barrow, role: two-time winner }"],
  ])("%s → %s", (line, hint) => {
    expect(hintOf(line)?.hint).toBe(hint);
  });

  test("a time zone in other letters is answered with its name", () => {
    const { diagnostics } = readIndex("---\ntitle: Fair\ntimezone: europe/london\n---\n");
    expect(diagnostics.map(({ hint }) => hint)).toEqual(['Did you mean "Europe/London"?']);
  });

  test("a key like no other is answered with those that are known", () => {
    expect(hintOf("weather: fine")?.hint).toContain("Known keys: time, approximate, after");
    expect(hintOf(`${"k".repeat(900)}: 1`)?.message.length).toBeLessThan(200);
  });

  test("the line is shown as it is", () => {
    expect(hintOf("haedline: Off  they go  # at last")?.excerpt).toBe("haedline: Off  they go  # at last");
  });
});

test("Editors get a JSON Schema in which every key is described", () => {
  for (const schema of [postJsonSchema(), liveBlogJsonSchema(["bbc-flat"])]) {
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    const { properties } = schema as { properties: Record<string, { description?: string; examples?: unknown[] }> };
    expect(Object.keys(properties).length).toBeGreaterThan(10);
    for (const [key, { description, examples }] of Object.entries(properties)) {
      expect([key, description]).toEqual([key, expect.any(String)]);
      expect([key, examples]).toEqual([key, [expect.anything()]]);
    }
  }
  expect(liveBlogJsonSchema([])).toMatchObject({ required: ["title"] });
});
