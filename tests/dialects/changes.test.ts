/**
 * A dump that goes on in another dialect half way: somebody saved two pages into one file. Both parts are read as what they
 * are, a warning names both and the line, and no line is lost.
 */
import { describe, expect, test } from "vitest";
import { readDump } from "../../src/dumps/read-dump.ts";
import { sourceOf } from "./examples.ts";

type Post = readonly [head: string, time: string, body: string];
type Bodies = readonly [Post, Post, Post];

const BODIES: Bodies = [
  ["Race abandoned", "10:40", "They are all in, and four of them are swimming. The harbour master has rung the bell."],
  ["Away", "10:31", "Eleven boats are off in a dead calm, which nobody minds but the crews of ten of them."],
  ["Not a breath", "10:05", "The start is put back by an hour. Owen Peverell has gone to buy everybody a bun."],
];

/** The same three posts as each dialect prints them. */
const PRINTED: Readonly<Record<string, (posts: Bodies) => string>> = {
  "bbc-structured": (posts) =>
    `Summary\n\n  • Larkspur wins\n\n${posts.map(([head, time, body], at) => `  ${at + 1}. ${head}published at ${time} British Summer Time 9 June 2019\n\n    ${body}\n`).join("\n")}`,
  "bbc-flat": (posts) =>
    `${posts[0][0]}published at 10:40 British Summer Time 9 June 2019\n#HarbourDay\nLarkspur wins\nInes Barrow and Owen Peverell\n${posts.map(([, , body]) => `#HarbourDay\n${body}\n`).join("")}`,
  "bbc-live-reporting": (posts) =>
    `Got a TV Licence?\n\nYou need one to watch live TV on any channel.\n\n  1. Larkspur wins\n  2. Four in the water\n\nLive Reporting\n\nBy Ines Barrow\n\nAll times stated are UK\n\n${posts.map(([head, , body], at) => `  ${at + 1}. ${head}\n\n    ${body}\n`).join("\n")}`,
  "bbc-flat-old": (posts) =>
    `Got a TV Licence?\n\nLive Reporting\n\nBy Ines Barrow\n\nAll times stated are UK\n\n${posts.map(([head, , body]) => `${head}\n\n${body}\n`).join("\n")}`,
  "bbc-legacy": (posts) =>
    `As it happened\n\n${posts.map(([, time, body], at) => `  ${at + 1}. ${time.replace(":", "")}: \n\n    ${body}\n`).join("\n")}`,
  guardian: (posts) =>
    `${posts.map(([head, time, body]) => `${time.replace(":", ".")}am BST\n\n${head}\n\n${body}\n`).join("\n")}`,
};

const NAMES = Object.keys(PRINTED);
const PAIRS = NAMES.flatMap((above) =>
  NAMES.filter((below) => below !== above).map((below) => [above, below] as const),
);

const print = (dialect: string): string => PRINTED[dialect]?.(BODIES) ?? "";

describe.each(PAIRS)("%s, then %s", (above, below) => {
  const top = print(above);
  const { value: dump, diagnostics } = readDump(sourceOf(`${top}\n${print(below)}`));

  test("is noticed at the line, with both names", () => {
    const changes = diagnostics.filter(({ code }) => code === "dialect-changes");
    expect(changes.map(({ severity, line }) => [severity, line])).toEqual([["warning", top.split("\n").length + 1]]);
    expect(changes[0]?.message).toContain(`laid out as ${above}, from here on as ${below}`);
    expect(diagnostics.map(({ code }) => code)).not.toContain("dialect-ambiguous");
  });

  test("has every post of both, and every line in its account", () => {
    const read = dump.entries.flatMap(({ blocks }) => blocks.map((block) => ("text" in block ? block.text : "")));
    const words = BODIES.map(([, , body]) => body);
    expect(read.filter((text) => words.some((body) => body === text))).toHaveLength(2 * BODIES.length);
    expect(dump.ledger.map(({ start }) => start)).toEqual([1, ...dump.ledger.slice(0, -1).map(({ end }) => end + 1)]);
    expect(dump.ledger.at(-1)?.end).toBe(dump.lines);
  });
});

test("each part keeps its own order and day", () => {
  const oldestFirst: Bodies = [BODIES[2], BODIES[1], BODIES[0]];
  const top = `${print("bbc-structured")}\n`;
  const { value: dump } = readDump(sourceOf(`${top}${PRINTED["guardian"]?.(oldestFirst) ?? ""}`));
  expect(dump).toMatchObject({ order: "newest-first", date: null });
  expect(dump.below).toEqual({ line: top.split("\n").length, order: "oldest-first", date: null });

  const dated = `County cup night\n\n2 May 2013 Last updated at 22:35\n\n${print("bbc-legacy")}`;
  expect(readDump(sourceOf(`${dated}\n${print("guardian")}`)).value).toMatchObject({
    date: "2013-05-02",
    below: { date: null },
  });
});

test("a second flat page in a file is another page: its headline and its time are no text of the first", () => {
  const flat = print("bbc-flat");
  const { value: dump, diagnostics } = readDump(sourceOf(`${flat}${flat.replace("Race abandoned", "All home")}`));
  expect(diagnostics.map(({ code }) => code)).toContain("dialect-changes");
  expect(dump.entries.flatMap(({ headline }) => headline ?? [])).toEqual(["Race abandoned", "All home"]);
});

test.each(NAMES)("%s by itself changes nowhere", (dialect) => {
  expect(readDump(sourceOf(print(dialect))).diagnostics.map(({ code }) => code)).not.toContain("dialect-changes");
});

test("a long top over a page's first time is its top, not a page without times", () => {
  const top = [
    "Harbour day: live",
    ...BODIES.map(([, , body]) => body),
    ...BODIES.map(([, , body]) => `${body} Again.`),
  ];
  const { value: dump, diagnostics } = readDump(sourceOf(`${top.join("\n\n")}\n\n${print("guardian")}`));
  expect(diagnostics.map(({ code }) => code)).not.toContain("dialect-changes");
  expect(dump.entries.map(({ headline }) => headline)).toEqual(BODIES.map(([head]) => head));
});

test("a timetable in a post is no page of another kind", () => {
  const timetable = ["10:00", "10:30", "11:00", "11:30", "12:00", "12:30"].map((time) => `${time} - a heat`).join("\n");
  const { diagnostics } = readDump(sourceOf(`${print("bbc-flat")}${timetable}\n`));
  expect(diagnostics.map(({ code }) => code)).not.toContain("dialect-changes");
});
