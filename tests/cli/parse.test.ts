import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outline } from "../../src/commands/outline.ts";
import type { Dump } from "../../src/model/dump.ts";
import { fill, temporaryFolder } from "../write/folders.ts";
import { typed } from "./fake-terminal.ts";

const stowford: Dump = {
  file: "seeds/stowford.txt",
  sha256: "",
  lines: 22,
  dialect: "bbc-structured",
  order: "newest-first",
  title: null,
  date: null,
  below: null,
  summary: [{ text: "Barrow wins the Stowford mile", line: 3 }],
  byline: ["Ines Barrow", "Tom Harwell"],
  printedByline: "Ines Barrow and Tom Harwell",
  preamble: [],
  entries: [
    {
      n: 1,
      start: 5,
      end: 12,
      headline: "They are off",
      stamp: {
        printed: "09:08 British Summer Time 23 April 2017",
        time: "09:08",
        date: "2017-04-23",
        zone: "British Summer Time",
        published: "2017-04-23T09:08:00+01:00",
        relative: null,
        minute: null,
      },
      breaking: true,
      labels: ["Men's race", "#StowfordMile"],
      contributor: { name: "Ines Barrow", role: "At the start", kind: "person" },
      blocks: [
        { kind: "paragraph", text: "The gun has gone, and ".repeat(10), start: 9, end: 9 },
        { kind: "list", items: [{ text: "Barrow", items: [{ text: "of Harwell", items: [] }] }], start: 10, end: 11 },
        { kind: "embed", provider: "x", printed: "Twitter", url: null, start: 12, end: 12 },
      ],
      certain: true,
      cue: "numbered",
    },
    {
      n: 2,
      start: 13,
      end: 22,
      headline: null,
      stamp: null,
      breaking: false,
      labels: [],
      contributor: null,
      blocks: [
        { kind: "unparsed", text: "~~~~\u001b[31m", start: 14, end: 14 },
        { kind: "image", alt: null, caption: "The finish", credit: "T. Harwell", src: null, start: 15, end: 17 },
        { kind: "quote", text: "What a day", speaker: "The Mayor", start: 18, end: 18 },
        { kind: "video", caption: "The last lap", start: 19, end: 19 },
        {
          kind: "table",
          rows: [
            ["1", "Barrow"],
            ["2", "Harwell"],
          ],
          start: 20,
          end: 22,
        },
      ],
      certain: false,
      cue: "label",
    },
  ],
  ledger: [
    { start: 1, end: 4, role: "summary" },
    { start: 5, end: 21, role: "body" },
    { start: 22, end: 22, role: "blank" },
  ],
};

test("A dump's outline names every entry and block with its line, and marks what is a judgement or unparsed", () => {
  expect(outline(stowford)).toBe(`\
seeds/stowford.txt  bbc-structured, newest first, 22 lines, 2 entries (1 start is a judgement)
  summary     3  Barrow wins the Stowford mile
  byline   Ines Barrow, Tom Harwell

    1  lines 5-12  09:08 2017-04-23 British Summer Time  "They are off"  BREAKING
       labels: Men's race, #StowfordMile · by Ines Barrow (At the start)
          9  paragraph  The gun has gone, and The gun has gone, and The gun has gone, and The gu …
         10  list       2 items: Barrow
         12  embed      x (Twitter)  its address was not kept

?   2  lines 13-22  no time  no headline  (label)
!        14  unparsed   ~~~~␛[31m
         15  image      no alt text | The finish | T. Harwell
         18  quote      What a day (The Mayor)
         19  video      The last lap
         20  table      2 rows: 1 | Barrow

  lines: 17 body, 4 summary, 1 blank
`);
});

describe("parse", () => {
  const text = "A line that no live blog has\n";

  test("prints the outline, then the problems, and is 0 when there is no error", async () => {
    const cwd = temporaryFolder();
    fill(cwd, { "seeds/stowford.txt": text });
    const { code, out, err } = await typed(cwd, "parse", "seeds/stowford.txt");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^seeds\/stowford\.txt {2}\S+, .* first, \d lines?, \d entr/);
    expect(out).toContain("A line that no live blog has");
    expect(out).toMatch(/\nseeds\/stowford\.txt:1:1 {2}warning {2}/);
  });

  test("with --json prints an array with one object a file, and nothing else", async () => {
    const cwd = temporaryFolder();
    fill(cwd, { "seeds/a.txt": text, "seeds/b.txt": text });
    const { out, err } = await typed(cwd, "parse", "seeds/b.txt", join(cwd, "seeds/a.txt"), "--json");
    expect(err).toBe("");
    const parsed = JSON.parse(out);
    expect(parsed.map(({ file }: { file: string }) => file)).toEqual(["seeds/b.txt", "seeds/a.txt"]);
    expect(Object.keys(parsed[0])).toEqual(
      expect.arrayContaining(["file", "dialect", "title", "summary", "byline", "entries", "ledger", "diagnostics"]),
    );
  });

  test("names a file outside the site from its own folder", async () => {
    const cwd = temporaryFolder();
    fill(cwd, { "elsewhere/a.txt": text });
    mkdirSync(join(cwd, "site"));
    const { out } = await typed(cwd, "parse", "elsewhere/a.txt", "--root", "site", "--json");
    expect(JSON.parse(out)[0].file).toBe("a.txt");
  });

  test("is 1 when a file cannot be read, names it on standard error, and goes on with the others", async () => {
    const cwd = temporaryFolder();
    fill(cwd, { "a.txt": text });
    writeFileSync(join(cwd, "binary.txt"), Buffer.from([0, 1, 2]));
    const { code, out, err } = await typed(cwd, "parse", "gone.txt", "binary.txt", "a.txt", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toHaveLength(1);
    expect(err).toContain("gone.txt:1:1  error  ");
    expect(err).toContain("binary.txt:1:1  error  ");
  });
});
