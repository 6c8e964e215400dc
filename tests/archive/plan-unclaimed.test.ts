/** Dumps that no author has claimed become live blogs all the same; a note says which `index.md` to write. */
import matter from "gray-matter";
import { describe, expect, test } from "vitest";
import { planUnclaimed } from "../../src/archive/plan.ts";
import { remember, type UnclaimedDump } from "../../src/archive/unclaimed.ts";
import { parsed } from "./samples.ts";

const dump = (name: string, given: Partial<UnclaimedDump> = {}): UnclaimedDump => ({
  ...{ file: `seeds/${name}`, sha256: `sha of ${name}`, days: [], title: null, summary: "" },
  ...given,
});
const plan = (dumps: readonly UnclaimedDump[], ...taken: readonly string[]) =>
  planUnclaimed(
    dumps,
    (slug) => !taken.includes(slug),
    (date, file) => `(${date ?? file})`,
  );
const slugs = (dumps: readonly UnclaimedDump[], ...taken: readonly string[]) =>
  plan(dumps, ...taken).value.map(({ slug }) => slug);
const page = (name: string) => dump(name, { days: ["2019-06-09"], summary: "They are off in the harbour" });

test("pages of one day and summary are one live blog, with one note at the first that lists them all", () => {
  const { value, diagnostics } = plan([page("b.txt"), page("a.txt"), page("c.txt")]);
  expect(value.map(({ dumps }) => dumps.map(({ file }) => file))).toEqual([
    ["seeds/a.txt", "seeds/b.txt", "seeds/c.txt"],
  ]);
  expect(diagnostics).toMatchObject([{ code: "dump-unclaimed", severity: "note", file: "seeds/a.txt" }]);
  expect(diagnostics[0]?.message).toContain("nor 2 more that belong with it");
  expect(diagnostics[0]?.hint).toContain("dumps:\n  - a.txt\n  - b.txt\n  - c.txt\n---");
});

test("a page that runs over midnight joins those of both its days; the day of the whole is the first", () => {
  const of = (name: string, ...days: readonly string[]) => dump(name, { days, summary: "They are off in the harbour" });
  const night = [of("a.txt", "2019-06-10"), of("c.txt", "2019-06-09"), of("b.txt", "2019-06-10", "2019-06-09")];
  for (const dumps of [night, night.toReversed()]) {
    const { value, diagnostics } = plan(dumps);
    expect(value.map(({ slug, dumps: found }) => [slug, found.length])).toEqual([["live-2019-06-09", 3]]);
    expect(diagnostics[0]?.hint).toContain("\ndate: 2019-06-09\n");
  }
  expect(slugs(night.slice(0, 2))).toEqual(["live-2019-06-10", "live-2019-06-09"]);
});

test("typography tells no summaries apart, and what has no summary stands alone", () => {
  const told = (name: string, summary: string) => dump(name, { days: ["2019-06-09"], summary });
  expect(slugs([told("a.txt", "They're off - at last"), told("b.txt", "They’re off — at last")])).toHaveLength(1);
  expect(slugs([told("a.txt", ""), told("b.txt", "")])).toHaveLength(2);
});

test("what is kept of a dump are the days that it prints, else the page's own", () => {
  const head = (n: number, day: number) => `  ${n}. Awaypublished at 10:40 British Summer Time ${day} June 2019\n\n`;
  expect(remember(parsed("a.txt", `${head(1, 10)}${head(2, 9)}${head(3, 9)}`)).days).toEqual([
    "2019-06-10",
    "2019-06-09",
  ]);
  const rows = "11:05 - They are off in the harbour.\n\n11:01 - Not a breath of wind.\n\n11:00 - The gates open.\n";
  expect(remember(parsed("a.txt", ` date 2019-05-23 Regatta as it happened\n\n${rows}`)).days).toEqual(["2019-05-23"]);
});

test("the order in which dumps are found changes nothing", () => {
  const dumps = ["a.txt", "b.txt", "c.txt"].map((name) => dump(name, { title: "Harbour day" }));
  expect(plan([...dumps].reverse())).toEqual(plan(dumps));
});

describe("the proposed index.md is what it looks like, however odd the words", () => {
  test.each([
    "a: b #c",
    "yes",
    "2019",
    "- Harwell",
    "'We have all day'",
    '"Away',
    "Regatta, day 2",
    "No",
    "Olé — ¡olé!",
    "a\\b",
    "Half: ",
  ])("title %j", (title) => {
    const [note] = plan([dump("001 #2: x.txt", { title })]).diagnostics;
    const { data } = matter(`${note?.hint.slice(note.hint.indexOf("---"))}\n`);
    expect(data).toEqual({ title, dumps: ["001 #2: x.txt"] });
  });

  test("usual names stand bare", () => {
    const [note] = plan([dump("000_0d240cc4.txt", { title: "Stowford Regatta" })]).diagnostics;
    expect(note?.hint).toContain("title: Stowford Regatta\ndumps:\n  - 000_0d240cc4.txt");
  });
});

test("without a printed title it is called by its day, else by its first file, in words that are handed in", () => {
  const titles = (given: Partial<UnclaimedDump>) => plan([dump("a.txt", given)]).value.map(({ title }) => title);
  expect(titles({ title: "Tea", days: ["2019-06-09"] })).toEqual(["Tea"]);
  expect(titles({ days: ["2019-06-09"] })).toEqual(["(2019-06-09)"]);
  expect(titles({})).toEqual(["(a)"]);
});

describe("its address", () => {
  test("is none that somebody else has", () => {
    expect(slugs([dump("a.txt", { title: "Search" })], "search")).toEqual(["search-a"]);
    expect(slugs([dump("a.txt", { title: "Tea" }), dump("b.txt", { title: "Tea" })])).toEqual(["tea", "tea-b"]);
  });

  test("is of letters that every address shows as they are", () => {
    expect(slugs([dump("a.txt", { title: "Olé مرحبا" })])).toEqual(["ole"]);
    expect(slugs([dump("a.txt", { title: "مرحبا", days: ["2019-06-09"] })])).toEqual(["live-2019-06-09"]);
    expect(slugs([dump("中文.txt")])).toEqual(["live"]);
  });

  test("is one live blog's alone, whatever its dumps are called", () => {
    const names = ["مرحبا.txt", "中文.txt", "x y.txt", "x-y.txt", "x_y.txt"];
    const dumps = names.map((name, at) => dump(name, { title: "Tea", sha256: `${at}`.padStart(64, "f") }));
    expect(new Set(slugs(dumps)).size).toBe(names.length);
    for (const slug of slugs(dumps)) expect(slug).toMatch(/^[a-z0-9-]+$/);
  });
});
