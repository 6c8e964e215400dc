import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bbcFlatOld } from "../../src/dumps/dialects/bbc-flat-old.ts";
import { bbcLegacy } from "../../src/dumps/dialects/bbc-legacy.ts";
import { bbcLiveReporting } from "../../src/dumps/dialects/bbc-live-reporting.ts";
import { readDump } from "../../src/dumps/read-dump.ts";
import type { Dump } from "../../src/model/dump.ts";
import { sourceOf } from "./examples.ts";

// What the three dialects of older BBC pages share, besides the conformance suite: the marks of their own grammars, in any
// order, lose no word, and no time is made up.

const read = (text: string): Dump => readDump(sourceOf(text)).value;

describe.each([bbcLiveReporting, bbcFlatOld, bbcLegacy])("$name", (dialect) => {
  const readAs = (text: string): Dump =>
    readDump(sourceOf(text), [{ ...dialect, claim: () => ({ why: "asked for", lines: 1 }) }]).value;

  test("loses no word of anybody's", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (lines) => {
        let next = 0;
        const text = lines
          .map((line) => line.replaceAll("WORD", () => `Word${"abcdefghij"[next % 10]}${next++}x`))
          .join("\n");
        const kept = JSON.stringify(readAs(text));
        for (const word of text.match(/Word[a-j]\d+x/g) ?? []) expect(kept).toContain(word);
      }),
      { numRuns: 500 },
    );
  });

  test("gives a post only a time that stands in its own lines", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (lines) => {
        for (const { stamp, start, end } of readAs(lines.join("\n")).entries) {
          if (stamp !== null) expect(lines.slice(start - 1, end).join("\n")).toContain(stamp.printed);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("numbers", () => {
  const page = (...posts: readonly string[]): string =>
    `Live Reporting\n\nAll times stated are UK\n\n${posts.join("\n\n")}\n`;

  test("are kept as printed, and a gap is a note", () => {
    const { value, diagnostics } = readDump(sourceOf(page("  4. One\n\n    Text.", "  7. Two\n\n    Text.")));
    expect(value.entries.map(({ n }) => n)).toEqual([4, 7]);
    expect(diagnostics).toMatchObject([
      { code: "numbering-gap", severity: "note", line: 5 },
      { code: "numbering-gap", severity: "note", line: 9 },
    ]);
    expect(diagnostics[1]?.message).toContain("numbers 5 to 6 are not in the dump");
  });

  test("that start again are a warning: two pages may stand in one file", () => {
    const { value, diagnostics } = readDump(
      sourceOf(page("  1. One\n\n    Text.", "  2. Two\n\n    Text.", "  1. Three")),
    );
    expect(value.entries.map(({ n }) => n)).toEqual([1, 2, 1]);
    expect(diagnostics).toMatchObject([{ code: "numbering-restart", severity: "warning", line: 13 }]);
  });

  test("that count down are one note, not one a post, and a gap among them is one as well", () => {
    const down = (...numbers: readonly number[]) =>
      readDump(sourceOf(page(...numbers.map((n) => `  ${n}. Post\n\n    Text.`))));
    const { value, diagnostics } = down(4, 3, 2, 1);
    expect(value.entries.map(({ n }) => n)).toEqual([4, 3, 2, 1]);
    expect(diagnostics).toMatchObject([{ code: "numbering-down", severity: "note", line: 5 }]);

    const gaps = down(9, 8, 7, 4, 3, 2, 9, 8).diagnostics;
    expect(gaps.map(({ code, line }) => `${code} ${line}`)).toEqual([
      "numbering-down 5",
      "numbering-gap 17",
      "numbering-restart 29",
    ]);
    expect(gaps[1]?.message).toContain("numbers 5 to 6 are not in the dump");
  });

  test("of a list inside a post are no posts", () => {
    const text = page(
      "  1. Results\n\n    1. Ines Barrow (Harwell)\n    2. Nell Quill (Stowford)",
      "  2. Next\n\n    Text.",
    );
    expect(read(text).entries.map(({ headline }) => headline)).toEqual(["Results", "Next"]);
  });
});

describe("a time that no clock shows", () => {
  test("stays out of the stamp and is text, and a warning names it", () => {
    const { value, diagnostics } = readDump(
      sourceOf("As it happened\n\n  1. 1949: \n\n    Text.\n\n  2. 2575: \n\n    Text.\n"),
    );
    expect(value.entries[1]).toMatchObject({ labels: [], blocks: [{ text: "2575:" }, { text: "Text." }] });
    expect(value.entries.map(({ stamp }) => stamp?.time ?? null)).toEqual(["19:49", null]);
    expect(diagnostics).toMatchObject([{ code: "stamp-unreadable", severity: "warning", line: 7 }]);
  });

  test("takes no kind of post with it: that is the label", () => {
    const { entries } = read(
      "As it happened\n\n  1. 1949 Commentary\n\n    Text.\n\n  2. 2575 Analysis\n\n    Text.\n",
    );
    expect(entries.map(({ labels }) => labels)).toEqual([["Commentary"], ["Analysis"]]);
    expect(entries[1]?.blocks).toMatchObject([{ text: "2575" }, { text: "Text." }]);
  });
});

/** Lines of every kind that older pages hold, but for those that are nobody's words (credits, buttons, the licence). */
const pieces = [
  "",
  "",
  "Live Reporting",
  "By Ines Barrow and Nell Quill",
  "All times stated are UK",
  "Get involved",
  "As it happened",
  "2 May 2013 Last updated at 14:35",
  "  1. WORD",
  "  2. WORD WORD",
  "  4. Post update",
  "  5. Envelope update",
  "  6. BreakingWORD",
  "  7. 1949: ",
  "  9. 2230 WORD",
  "  10. 9949: WORD",
  "1724: WORD is here.",
  "0640WORD goes on.",
  "1300 WORD",
  "79 mins: WORD",
  "Update:",
  "Date: 12:14 BST",
  "Date: WORD",
  "Title: WORD",
  "Content: WORD",
  "Post update",
  "WORD WORD",
  "WORD WORD v WORD (12:30 BST)",
  "WORD is here.",
  "    WORD WORD",
  "    WORD is here.",
  "    Image caption: WORD",
  "    Video content",
  "    Video caption: WORD",
  "Media captionWORD",
  "    Quote Message: WORD said.",
  '    Quote Message: WORD said." from WORD',
  "    from WORD",
  "    View more on twitter",
  "    • WORD",
  "    BBC WORD",
  "    Ines Barrow",
  "    Our reporter",
  "    Contributor Ines Barrow",
  "    #WORD",
  "    .",
];
