import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dialect } from "../../src/dumps/dialect.ts";
import { dialects, lastResort } from "../../src/dumps/dialects/registry.ts";
import { readDump } from "../../src/dumps/read-dump.ts";
import type { DumpBlock, ListItem } from "../../src/model/block.ts";
import type { Dump } from "../../src/model/dump.ts";
import { examplesOf, sourceOf, textOf } from "./examples.ts";

/** `npm run test:full` cuts samples more often, and tries more tangles of lines. */
const full = process.env["TESTS"] === "full";
/** Characters between two cuts: a prime, so that no layout's lines are as long. */
const STEP = full ? 7 : 97;
const TANGLES = { numRuns: full ? 300 : 100 };

// What every dialect must stand, whatever it reads. A new dialect joins by being in the registry.

const every: readonly Dialect[] = [...dialects, lastResort];

const samples = dialects.flatMap(({ name }) =>
  examplesOf(textOf(new URL(`${name}.md`, import.meta.url))).map(({ dump }) => dump),
);

/** Reads any text with this dialect, whether it claims it or not. */
function readAs(dialect: Dialect, text: string, file?: string): Dump {
  return readDump(sourceOf(text, file), [{ ...dialect, claim: () => ({ why: "asked for", lines: 1 }) }]).value;
}

/** Every line is in exactly one row, rows are in order, and entries are too. */
function expectAccounted(dump: Dump): void {
  const counted = dump.ledger.flatMap(({ start, end }) =>
    Array.from({ length: end - start + 1 }, (_, offset) => start + offset),
  );
  expect(counted).toEqual(Array.from({ length: dump.lines }, (_, index) => index + 1));
  let last = 0;
  for (const entry of dump.entries) {
    expect(entry.start).toBeGreaterThan(last);
    expect(entry.end).toBeGreaterThanOrEqual(entry.start);
    expect(entry.end).toBeLessThanOrEqual(dump.lines);
    for (const block of entry.blocks) {
      expect(block.start).toBeGreaterThanOrEqual(entry.start);
      expect(block.end).toBeLessThanOrEqual(entry.end);
    }
    last = entry.end;
  }
}

/** What a dump says, without line numbers and file names. */
function meaning(dump: Dump): unknown {
  const { file: _file, sha256: _sha256, lines: _lines, ledger: _ledger, ...rest } = dump;
  return JSON.parse(
    JSON.stringify(rest, (key, value: unknown) => (key === "start" || key === "end" ? undefined : value)),
  );
}

describe.each(every.map((dialect) => ({ name: dialect.name, dialect })))("$name", ({ dialect }) => {
  test.each([
    ["an empty file", ""],
    ["one line end", "\n"],
    ["blank lines only", " \n\t\n\u00a0\n"],
    ["one word", "word"],
    ["emoji and right-to-left text", "🏃‍♀️ 🏅\nשלום לכולם\n  1. مرحبا published at 10:00"],
    ["a summary and nothing else", "Summary\n\n  • One bullet\n"],
    ["an empty summary", "Summary\n  1. Headlinepublished at 10:00\n\n    The covers are on.\n"],
    ["no summary", "  1. Headlinepublished at 10:00\n\n    The covers are on.\n"],
    [
      "two entries in a minute",
      "  1. Secondpublished at 10:00\n\n    Text.\n\n  2. Firstpublished at 10:00\n\n    Text.\n",
    ],
    ["a label and nothing else", "  1. Postpublished at 10:00\n\n    #HarwellRun\n"],
    ["narrow no-break spaces", "10:15\u202fam\u00a0GMT\n\u202f\u202fThe covers\u202fare on.\n"],
    ["marks of direction", "\u200f10:15\u200e\n\u2067שלום\u2069\n"],
    ["half a surrogate pair", "\ud83c published at 10:00\n\udfc5\n"],
    ["a head and nothing else", "  1. Headlinepublished at 10:00"],
    ["a lead and nothing else", "Headlinepublished at 10:00 British Summer Time 1 May 2019"],
  ])("%s is accounted for", (_, text) => {
    expectAccounted(readAs(dialect, text));
  });

  test("a single line of 200 KB is accounted for", () => {
    for (const piece of ["a", "a ", "published at ", "  1. ", '"', "#a", "Aa Bb ", ", external ", "(", "• ", "This "]) {
      expectAccounted(readAs(dialect, piece.repeat(Math.ceil(200_000 / piece.length))));
    }
  });

  test("every sample is accounted for, cut off in the middle of anything too", () => {
    for (const sample of samples) {
      for (let end = sample.length; end > 0; end -= STEP) expectAccounted(readAs(dialect, sample.slice(0, end)));
    }
  });

  test("the kind of line end changes nothing", () => {
    for (const sample of samples) {
      const plain = readAs(dialect, sample);
      for (const lineEnd of ["\r\n", "\r"]) {
        const other = readAs(dialect, sample.replaceAll("\n", lineEnd));
        expect(meaning(other)).toEqual(meaning(plain));
        expect(other.ledger).toEqual(plain.ledger);
      }
    }
  });

  test("a missing line end at the end of the file changes nothing", () => {
    for (const sample of samples) {
      expect(readAs(dialect, sample.trimEnd()).entries).toEqual(readAs(dialect, `${sample.trimEnd()}\n`).entries);
    }
  });

  test("trailing spaces change nothing, no-break ones neither", () => {
    for (const sample of samples) {
      const plain = meaning(readAs(dialect, sample));
      for (const space of ["  ", "\t", "\u00a0 ", "\u202f"])
        expect(meaning(readAs(dialect, sample.replaceAll("\n", `${space}\n`)))).toEqual(plain);
    }
  });

  test("no-break spaces between words become spaces", () => {
    for (const sample of samples) {
      const noBreak = sample.replaceAll(/(?<=\S) (?=\S)/g, "\u00a0");
      expect(meaning(readAs(dialect, noBreak))).toEqual(meaning(readAs(dialect, sample)));
    }
  });

  test("any text at all is accounted for", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...pieces))), (lines) => {
        expectAccounted(readAs(dialect, lines.join("\n")));
      }),
    );
  });

  // Marks of the grammar with words between them, each word used once, so that a lost one shows.
  test("no word is lost", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (lines) => {
        const text = numberedWords(lines);
        const kept = JSON.stringify(meaning(readAs(dialect, text)));
        for (const word of text.match(WORD) ?? []) expect(kept).toContain(word);
      }),
      TANGLES,
    );
  });

  test("what it tells is in the source, and each word once", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (lines) => {
        const text = numberedWords(lines);
        const dump = readAs(dialect, text);
        const told = textsOf(dump).join("\n");
        const source = text.split(/\s+/).join(" ");
        // Two stamps over one post (a clock's and a match's) stand together with a comma between.
        for (const word of told.split(/,?\s+/)) expect(source).toContain(word);
        for (const word of text.match(WORD) ?? []) expect([word, told.split(word).length - 1]).toEqual([word, 1]);
      }),
      TANGLES,
    );
  });

  test("a dump is a function of its bytes alone: not of its name, nor of what was read before", () => {
    const before = samples.map((sample) => meaning(readAs(dialect, sample)));
    const after = samples.toReversed().map((sample) => meaning(readAs(dialect, sample, "content/other.txt")));
    expect(after.toReversed()).toEqual(before);
  });

  test("ten thousand lines of every kind are accounted for", () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => pieces[(at * 7) % pieces.length] ?? "");
    expectAccounted(readAs(dialect, numberedWords(lines)));
  });
});

const WORD = /Word[a-j]\d+x/g;

/** Lines as a text, every `WORD` in them a word of its own: a lost one shows, and one that comes twice. */
function numberedWords(lines: readonly string[]): string {
  let next = 0;
  return lines.join("\n").replaceAll("WORD", () => `Word${"abcdefghij"[next % 10]}${next++}x`);
}

/** Every text that a dump tells, as printed; what stands in its ledger alone (boilerplate) is not among them. */
function textsOf(dump: Dump): readonly string[] {
  return [
    ...[dump.title ?? "", dump.printedByline ?? ""],
    ...dump.summary.map(({ text }) => text),
    ...dump.preamble.flatMap(textsOfBlock),
    ...dump.entries.flatMap(({ headline, stamp, labels, contributor, blocks }) => [
      ...[headline ?? "", stamp?.printed ?? "", contributor?.name ?? "", contributor?.role ?? ""],
      ...labels,
      ...blocks.flatMap(textsOfBlock),
    ]),
  ].filter((text) => text !== "");
}

function textsOfBlock(block: DumpBlock): readonly string[] {
  switch (block.kind) {
    case "list":
      return block.items.flatMap(textsOfItem);
    case "table":
      return block.rows.flat();
    case "image":
      return [block.alt ?? "", block.caption ?? "", block.credit ?? ""];
    case "video":
      return [block.caption];
    case "embed":
      return [];
    case "quote":
      return [block.text, block.speaker ?? ""];
    default:
      return [block.text];
  }
}

const textsOfItem = ({ text, items }: ListItem): readonly string[] => [text, ...items.flatMap(textsOfItem)];

/** Lines of every kind that a dump can hold, in any order. */
const pieces = [
  "",
  "Summary",
  "  • WORD WORD",
  "  1. WORDpublished at 10:00 British Summer Time 1 May 2019",
  "  2. WORDpublished at 9:99 British Summer Time",
  "  3. WORD",
  "    WORDpublished at 10:00",
  "WORD WORDpublished at 10:00 Greenwich Mean Time 1 May 2019Breaking",
  "    Breaking",
  "    WORD WORD",
  "    WORD WORD is here.",
  "WORD is outside.",
  "    #WORD",
  "#WORD",
  "    BBC WORD",
  "    • WORD",
  "        • WORD",
  "      WORD goes on",
  "    1. WORD",
  "    2. WORD",
  "    .",
  "    WORDImage source, WORD",
  "    Image caption,",
  "    Media caption,",
  "    Quote Message",
  "    -3 WORD 16, WORD 8; +2 WORD 9",
  "    Skip twitter post",
  "    Allow Twitter content?",
  "    This article contains content provided by Twitter. We ask for your permission.",
  "    The BBC is not responsible for the content of external sites.",
  "    End of twitter post",
  '"WORD began.',
  'and WORD ended."',
  "WORD WORD",
  "WORD WORD, WORD WORD and WORD WORD",
  "Edited by WORD WORD in WORD, with WORD",
  "Our reporter on WORD",
  "WORD: thank you WORD, external",
  "Watch: WORD",
  // Publishers' pages.
  "14:36",
  "3.11pm BST",
  "  • 18:01",
  "22 July 2024 15:20",
  "1 hr 8 min ago",
  "1669661349",
  "25:10",
  "14:36 - WORD is here.",
  "14:31 - WORD WORD",
  "0640: WORD",
  "02:30 am: WORD will speak:",
  "10am: WORD speaks.",
  "06:15 pm IST WORD moving ahead in town Barrow says WORD is here.",
  "22:19 , Ines Barrow",
  "22:06 , Ines BarrowWORD",
  "Ines Barrow22 July 2024 15:05",
  "43' WORD",
  "90+3 min: WORD",
  "GOAL! WORD",
  "FULL TIME: A FINAL! WORD",
  "By Ines Barrow",
  "By WORD",
  "From WORD",
  "Share",
  "Key posts",
  "Live updates",
  "Thursday 12 July 2018",
  "(WORD)",
  "WORD. Photograph: WORD/Agency",
  "WORD live: the regatta",
  "WORD 3&2",
  "This article is from the source 'guardian' and was first published or seen on .",
];
