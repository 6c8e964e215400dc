/** How often a build reads its sources, counted: labels must be known ahead of the pages, and that costs no second reading. */
import { beforeEach, expect, test, vi } from "vitest";
import { labelsOf } from "../../src/archive/live-blog.ts";
import { makeAhead } from "../../src/pipeline/make-ahead.ts";
import { makeLiveBlog } from "../../src/pipeline/make-live-blog.ts";
import { planSite } from "../../src/pipeline/plan-site.ts";
import { createMarkdown } from "../../src/posts/markdown.ts";
import { findSources } from "../../src/read/find-sources.ts";
import { brief, site } from "./site.ts";

/** Which files were read, and which of them as dumps, each time it happened. */
const work = vi.hoisted(() => ({ read: [] as string[], parsed: [] as string[], merged: [] as string[] }));
vi.mock("../../src/read/source-file.ts", async (original) => {
  const module = await original<typeof import("../../src/read/source-file.ts")>();
  const readSourceFile: typeof module.readSourceFile = (root, file) => {
    work.read.push(file);
    return module.readSourceFile(root, file);
  };
  return { ...module, readSourceFile };
});
vi.mock("../../src/dumps/read-dump.ts", async (original) => {
  const module = await original<typeof import("../../src/dumps/read-dump.ts")>();
  const readDump: typeof module.readDump = (source, ...rest) => {
    work.parsed.push(source.file);
    return module.readDump(source, ...rest);
  };
  return { ...module, readDump };
});
vi.mock("../../src/archive/live-blog.ts", async (original) => {
  const module = await original<typeof import("../../src/archive/live-blog.ts")>();
  const mergeLiveBlog: typeof module.mergeLiveBlog = (sources) => {
    work.merged.push(sources.slug);
    return module.mergeLiveBlog(sources);
  };
  return { ...module, mergeLiveBlog };
});
beforeEach(() => {
  work.read = [];
  work.parsed = [];
  work.merged = [];
});

const index = (title: string, series: string | null, dump: string): string =>
  `---\ntitle: ${title}\ndate: 2017-04-23\ntimezone: Europe/London\n${series === null ? "" : `series: ${series}\n`}dumps: [${dump}]\n---\n`;

const label = (words: string): string => `---\ntime: "10:00"\nlabels: [${words}]\n---\nThey are off.\n`;

const dump = (headline: string): string =>
  `  1. ${headline}published at 14:22 British Summer Time 23 April 2017\n\n    It rains.\n`;

const FILES = {
  "afterlive.config.json": '{ "search": false }',
  "content/day-one/index.md": index("Day one", "regatta", "one.txt"),
  "content/day-one/a.md": label("Class One"),
  "content/day-two/index.md": index("Day two", "regatta", "two.txt"),
  "content/day-two/a.md": label("Class One"),
  "content/alone/index.md": index("Alone", null, "alone.txt"),
  "seeds/one.txt": dump("Rain"),
  "seeds/two.txt": dump("More rain"),
  "seeds/alone.txt": dump("Sun"),
};

const sorted = (names: readonly string[]): string[] => [...names].sort();

test("every file is read once, every dump parsed once, every live blog merged once", async () => {
  const made = site(FILES);
  const report = await made.build();
  expect(brief(report).filter((line) => line.startsWith("error"))).toEqual([]);
  expect(sorted(work.read)).toEqual(Object.keys(FILES).sort());
  expect(sorted(work.parsed)).toEqual(["seeds/alone.txt", "seeds/one.txt", "seeds/two.txt"]);
  expect(sorted(work.merged)).toEqual(["alone", "day-one", "day-two"]);
  // What it was for: the label that recurs in the series is a topic on the first page already.
  for (const slug of ["day-one", "day-two"])
    expect(made.page(`${slug}/index.html`)).toContain('href="../topics/class-one/"');
});

test("check writes nothing down, so it makes those of a series again, and comes to the same", async () => {
  const [built, checked] = [await site(FILES).build(), await site(FILES).build({ write: false })];
  expect(brief(checked)).toEqual(brief(built));
  expect(work.merged.filter((slug) => slug === "day-one")).toHaveLength(3);
  expect(work.merged.filter((slug) => slug === "alone")).toHaveLength(2);
});

test("what is put aside comes back as it was made, with its labels and its problems", async () => {
  const root = process.cwd();
  const markdown = createMarkdown();
  const untitled = (_: string | null, file: string): string => file;
  const reading = { root, found: (await findSources(root)).value, markdown, untitled, drafts: false };
  const plans = (await planSite(reading)).value;
  const kept: Uint8Array[] = [];
  const spool = { put: (bytes: Uint8Array) => kept.push(bytes) - 1, take: (number: number) => kept[number] ?? null };
  const ahead = await makeAhead(reading, plans, spool);
  expect([...ahead.labels.keys()]).toEqual(["london-marathon-2016", "london-marathon-2017"]);
  expect(kept).toHaveLength(2);
  for (const plan of plans) {
    const [aside, made] = [await ahead.make(plan), await makeLiveBlog(reading, plan)];
    expect(aside).toStrictEqual(made);
    if (ahead.labels.has(plan.slug)) expect(ahead.labels.get(plan.slug)).toEqual(labelsOf(made.value));
  }
});
