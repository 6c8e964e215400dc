import { describe, expect, test } from "vitest";
import { explanationText } from "../../src/commands/explain-text.ts";
import type { LineExplanation } from "../../src/explain/shapes.ts";
import { fill, temporaryFolder } from "../write/folders.ts";
import { typed } from "./fake-terminal.ts";

const DUMP = `Summary

  • Larkspur wins the harbour cup

  1. Awaypublished at 10:40 British Summer Time 9 June 2019

    They are off, all eleven of them, in a dead calm.

  2. Start postponedpublished at 09:05 British Summer Time 9 June 2019

    Not a breath\u00a0on the water. \u001b[31m
`;
const INDEX = "---\ntitle: Regatta\ndate: 2019-06-09\ntimezone: Europe/London\ndumps: [p9.txt]\n---\n";
const SITE = {
  "content/regatta/buoy.svg": "<svg/>",
  "seeds/p9.txt": DUMP,
  "content/regatta/index.md": INDEX,
  "content/regatta/1100-red-flag.md": "---\ntime: 11:00\nheadline: Red flag\n---\nContact at the perch.\n",
  "content/regatta/later.md": "---\ntime: 12:00\nheadline: Later\ndraft: true\n---\n",
};

function siteOf(files: Readonly<Record<string, string>> = SITE): string {
  const cwd = temporaryFolder();
  fill(cwd, files);
  return cwd;
}

const judged: LineExplanation = {
  ...{ version: 1, kind: "line", file: "seeds/p3.txt", line: 13, text: "Dry land at last.  " },
  dialect: {
    name: "bbc-flat",
    chosenBy: null,
    claims: [
      { dialect: "bbc-flat", why: "a glued headline on the first line", lines: 1 },
      { dialect: "bbc-legacy", why: "clock times", lines: 1 },
    ],
  },
  ledger: { start: 13, end: 13, role: "paragraph" },
  means: "words of a post's body",
  shown: "where it stands in its post",
  entry: {
    ...{ n: 4, start: 12, end: 14, headline: null, labels: ["#HarbourDay"], printed: null, certain: false },
    contributor: { name: "Ines Barrow", role: "On the pier", kind: "person" },
    cue: "follows an embed",
    boundary: {
      ...{ score: 1.8, withStart: 4.1, without: 2.3 },
      cues: [
        { name: "three lines of four go on", weight: -1.2 },
        { name: "follows an embed", weight: 3 },
      ],
    },
  },
  block: { kind: "paragraph", start: 13, end: 13 },
  boundary: {
    ...{ score: -1.2, withStart: 2.9, without: 4.1 },
    cues: [{ name: "three lines of four go on", weight: -1.2 }],
  },
  post: {
    ...{
      id: "p-the-raft-sinks",
      aliases: ["p-raft"],
      headline: null,
      opening: "The raft sinks",
      link: "/regatta/#p-the-raft-sinks",
    },
    sources: [
      { file: "seeds/p4.txt", start: 30, end: 33 },
      { file: "seeds/p3.txt", start: 12, end: 14 },
    ],
    captures: [{ file: "seeds/p3.txt", start: 12, end: 14 }],
    amendedBy: [{ file: "content/regatta/raft.md", changes: ["time"] }],
    stamp: {
      clock: "14:32",
      at: "2019-06-09T14:32:00+01:00",
      origin: "inferred",
      rule: "pointer",
      why: "another post names it",
    },
    ...{ stands: "by its time", previous: "p-1420-the-cup", next: null },
  },
  page: { slug: "regatta", title: "Regatta", file: "dist/regatta/index.html", link: "/regatta/", draft: true },
  homeless: null,
  diagnostics: [],
};

test("one fact a line, each with its name before it", () => {
  expect(explanationText(judged, false)).toBe(`\
seeds/p3.txt:13

  │ Dry land at last.··

dialect   bbc-flat: a glued headline on the first line (1 line says so)
          bbc-legacy claimed it too: clock times (1 line says so)
role      paragraph: words of a post's body
block     paragraph, line 13
entry     4, lines 12 to 14, without a headline
          labels: #HarbourDay
          by Ines Barrow, On the pier
          starts at line 12, a judgement: follows an embed
          score +1.8: three lines of four go on -1.2, follows an embed +3.0
          the whole page +4.1 with a start here, +2.3 without
printed   no time: bbc-flat read none for this entry
a start?  no entry starts here
          score -1.2: three lines of four go on -1.2
          the whole page +2.9 with a start here, +4.1 without
readers   see it where it stands in its post
post      p-the-raft-sinks
          also known as p-raft
          in the words of seeds/p4.txt:30-33
          merged with seeds/p3.txt:12-14, which reads differently
          amended by content/regatta/raft.md: time
time      14:32, which is 2019-06-09T14:32:00+01:00
          inferred by the rule pointer: another post names it
stands    by its time
          the last, after p-1420-the-cup
link      /regatta/#p-the-raft-sinks
page      dist/regatta/index.html, Regatta, a draft: build leaves it out without --drafts
`);
});

test("colours are for a terminal only", () => {
  const coloured = explanationText(judged, true);
  expect(coloured).toContain("\u001b[1mseeds/p3.txt:13\u001b[0m");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking the colours away is the point.
  expect(coloured.replaceAll(/\u001b\[[\d;]*m/g, "")).toBe(explanationText(judged, false));
});

describe("explain", () => {
  test("tells where a line of a dump went, and shows what nobody sees in it", async () => {
    const { code, out, err } = await typed(siteOf(), "explain", "seeds/p9.txt:11");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("│     Not a breath<U+00A0>on the water. ␛[31m");
    expect(out).toContain("\npost      p-0905-start-postponed\n");
    expect(out).toContain("\nlink      /regatta/#p-0905-start-postponed\n");
    expect(out).toContain("\npage      dist/regatta/index.html, Regatta\n");
  });

  test("takes a place as problems print it, with a column", async () => {
    const cwd = siteOf();
    const [bare, place] = [
      await typed(cwd, "explain", "seeds/p9.txt:7"),
      await typed(cwd, "explain", "seeds/p9.txt:7:5"),
    ];
    expect(place).toEqual(bare);
  });

  test("without a line gives the dump at a glance: dialect, lines, entries and their posts", async () => {
    const { out } = await typed(siteOf(), "explain", "seeds/p9.txt");
    expect(out).toMatch(/\ndialect {3}bbc-structured: .*\(2 lines say so\)\n/);
    expect(out).toMatch(/\nlines {5}11: .*2 headline/);
    expect(out).toMatch(/\n {4}2 {2}9-11 +09:05 +p-0905-start-postponed\n/);
  });

  test("of an author's post and of a draft", async () => {
    const cwd = siteOf();
    const { out } = await typed(cwd, "explain", "content/regatta/1100-red-flag.md");
    expect(out).toContain("\nis        a post of its own\npost      p-1100-red-flag\n");
    expect(out).toContain("its author gives it");
    const later = "content/regatta/later.md";
    expect((await typed(cwd, "explain", later)).out).toContain("\nis        a draft");
    expect((await typed(cwd, "explain", later, "--drafts")).out).toContain("\npost      p-later\n");
  });

  test("knows a post's body as the site's configuration reads it: here an embed, which has no opening words", async () => {
    const file = "content/regatta/swan.md";
    const body = "https://social.example/@ines/109384055412614544";
    const files = { ...SITE, [file]: `---\ntime: 11:30\n---\n${body}\n` };
    const config = { "afterlive.config.json": '{ "embeds": { "mastodon": ["social.example"] } }' };
    const opening = async (cwd: string) => JSON.parse((await typed(cwd, "explain", file, "--json")).out).post.opening;
    expect(await opening(siteOf({ ...files, ...config }))).toBe("");
    expect(await opening(siteOf(files))).toBe(body);
  });

  test("with --json prints one object and nothing else", async () => {
    const { out, err } = await typed(siteOf(), "explain", "seeds/p9.txt:7", "--json");
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({
      ...{ version: 1, kind: "line", line: 7, ledger: { role: "paragraph" }, post: { id: "p-1040-away" } },
    });
  });

  test("of a dump outside the site says that it is on no page", async () => {
    const cwd = siteOf({ "site/seeds/a.txt": DUMP, "elsewhere/b.txt": DUMP });
    const { code, out } = await typed(cwd, "explain", "elsewhere/b.txt:7", "--root", "site");
    expect(code).toBe(0);
    expect(out).toContain("page      none: it is no dump in seeds/");
  });

  test("while an index.md cannot be read, says which one it is", async () => {
    const cwd = siteOf({ ...SITE, "content/regatta/index.md": "---\ntitel: Regatta\n---\n" });
    const { out } = await typed(cwd, "explain", "seeds/p9.txt:7");
    expect(out).toContain("nobody can say which live blog has it while content/regatta/index.md has an error");
  });
});

test("of what readers do not see says so", async () => {
  const { out } = await typed(siteOf(), "explain", "seeds/p9.txt:2");
  expect(out).toContain("\nentry     none: no entry holds this line\n");
  expect(out).toContain("\nreaders   do not see it: there is nothing on it\n");
});

describe("--dialect", () => {
  test("overrules who claims the dump, in `explain` and in `parse`, and says so", async () => {
    const cwd = siteOf();
    const { out } = await typed(cwd, "explain", "seeds/p9.txt", "--dialect", "plain");
    expect(out).toContain("\ndialect   plain: chosen by --dialect\n          bbc-structured claimed it too: ");
    expect((await typed(cwd, "parse", "seeds/p9.txt", "--dialect", "plain")).out).toMatch(/^seeds\/p9\.txt {2}plain,/);
  });

  test("is what index.md says, where nothing was typed", async () => {
    const index = INDEX.replace("[p9.txt]", "[{ file: p9.txt, dialect: plain }]");
    const { out } = await typed(siteOf({ ...SITE, "content/regatta/index.md": index }), "explain", "seeds/p9.txt");
    expect(out).toContain("\ndialect   plain: chosen by content/regatta/index.md\n");
  });

  test("that nobody knows is 2, with the nearest name and all of them", async () => {
    for (const command of ["parse", "explain"]) {
      const { code, err } = await typed(siteOf(), command, "seeds/p9.txt", "--dialect", "bbc-flatt");
      expect(code).toBe(2);
      expect(err).toMatch(
        /There is no dialect "bbc-flatt"\. Did you mean bbc-flat\?\nThe dialects are bbc-structured, .*plain\./,
      );
    }
  });
});

test.each([
  ["no file", [], "Name one file"],
  ["two files", ["a.txt", "b.txt"], "Name one file"],
  ["a line that is not there", ["seeds/p9.txt:99"], "has 11 lines, and no line 99"],
  ["a line that a file of yours does not have", ["content/regatta/index.md:77"], "has 6 lines, and no line 77"],
  ["a file that is neither words nor a dump", ["content/regatta/buoy.svg"], "it is published as it is"],
  ["line 0", ["seeds/p9.txt:0"], "has 11 lines, and no line 0"],
  ["a line beyond all counting", ["seeds/p9.txt:99999999999"], "no line 99999999999"],
  ["a dialect for an author's file", ["content/regatta/index.md", "--dialect", "plain"], "this is a file of yours"],
])("%s is 2, with what is wrong", async (_, words, said) => {
  const { code, err } = await typed(siteOf(), "explain", ...words);
  expect(code).toBe(2);
  expect(err).toContain(said);
});

test("a file that cannot be read is 1 and named", async () => {
  const { code, err } = await typed(siteOf(), "explain", "seeds/gone.txt:3");
  expect(code).toBe(1);
  expect(err).toContain("seeds/gone.txt:1:1  error  file-missing\n  there is no such file\n");
  expect((await typed(siteOf(), "explain", "seeds")).err).toContain("this is a folder\n  fix: name one of the files");
});
