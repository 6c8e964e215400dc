import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../src/model/diagnostic.ts";
import { excerptAt } from "../src/report/excerpt.ts";
import { formatGithub } from "../src/report/format-github.ts";
import { formatJson } from "../src/report/format-json.ts";
import { formatText } from "../src/report/format-text.ts";
import { textWidth } from "../src/report/width.ts";

const impossible: Diagnostic = {
  code: "time-impossible",
  severity: "error",
  message: '"25:10" is not a time of day.',
  file: "content/stowford/1132-record.md",
  line: 3,
  column: 7,
  excerpt: "time: 25:10",
  hint: "write it as 24-hour HH:MM, for example 11:32",
};

const uncertain: Diagnostic = {
  code: "boundary-uncertain",
  severity: "note",
  message: "Whether a new entry starts here is a judgement.",
  file: "seeds/stowford.txt",
  line: 12,
  column: 1,
  excerpt: "Ines Barrow, at the finish",
  hint: "",
};

const emptyDump: Diagnostic = {
  code: "dump-empty",
  severity: "warning",
  message: "This dump has no text.",
  file: "seeds/empty.txt",
  line: 1,
  column: 1,
  excerpt: null,
  hint: "Delete it, or save the page again.",
};

/** What a terminal could obey. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for.
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/;

function at(line: number): Diagnostic {
  return { ...uncertain, line };
}

describe("Diagnostics as text", () => {
  test("come worst first, each with its place, its line, a caret and what to do", () => {
    expect(formatText([uncertain, emptyDump, impossible], { colour: false })).toBe(`\
content/stowford/1132-record.md:3:7  error  time-impossible
  "25:10" is not a time of day.
   3 | time: 25:10
     |       ^
  fix: write it as 24-hour HH:MM, for example 11:32

seeds/empty.txt:1:1  warning  dump-empty
  This dump has no text.
  fix: Delete it, or save the page again.

seeds/stowford.txt:12:1  note  boundary-uncertain
  Whether a new entry starts here is a judgement.
   12 | Ines Barrow, at the finish
      | ^

1 error, 1 warning, 1 note in 3 files
`);
  });

  test("are nothing where there are none", () => {
    expect(formatText([], { colour: true })).toBe("");
  });

  test("have the same order whichever came first", () => {
    const all = [impossible, emptyDump, uncertain, at(3), { ...at(3), column: 2 }, { ...impossible, file: "a.md" }];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(formatText(shuffled, { colour: false })).toBe(formatText(all, { colour: false }));
      }),
    );
  });

  test("fold many notes of one kind in one file, and never an error", () => {
    const notes = Array.from({ length: 15 }, (_, index) => at(index + 1));
    const text = formatText([...notes, { ...uncertain, file: "seeds/other.txt" }], { colour: false });
    expect(text.match(/^seeds\/stowford/gm)).toHaveLength(3);
    expect(text).toContain("     | ^\n  … and 12 more boundary-uncertain in seeds/stowford.txt\n\n");
    expect(text).toContain("seeds/other.txt:12:1");
    expect(text).toContain("16 notes in 2 files");

    const four = formatText([1, 2, 3, 4].map(at), { colour: false });
    expect(four.match(/^seeds\/stowford/gm)).toHaveLength(4);
    const errors = Array.from({ length: 50 }, (_, index) => ({ ...impossible, line: index + 1 }));
    expect(formatText(errors, { colour: false }).match(/^content/gm)).toHaveLength(50);
  });

  test("keep a message of several lines below its head", () => {
    const text = formatText([{ ...emptyDump, message: "One.\nTwo.", hint: "Three.\nFour." }], { colour: false });
    expect(text).toContain("dump-empty\n  One.\n  Two.\n  fix: Three.\n  Four.\n");
  });

  test("are coloured only when asked, and the words are the same", () => {
    const coloured = formatText([impossible, emptyDump, uncertain], { colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a colour is.
    const plain = coloured.replaceAll(/\u001b\[[\d;]*m/g, "");
    expect(coloured).toContain("\u001b[1;31merror\u001b[0m");
    expect(plain).toBe(formatText([impossible, emptyDump, uncertain], { colour: false }));
  });

  test("send nothing to the terminal that a dump put in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(30), (text, column) => {
        const evil = { ...impossible, file: text, message: text, excerpt: text, hint: text, column };
        expect(formatText([evil], { colour: false })).not.toMatch(OBEYED);
      }),
    );
    const title = { ...emptyDump, message: "\u001b]0;owned\u0007 \u202egnp.exe \u009b31m" };
    expect(formatText([title], { colour: false })).toContain("  ␛]0;owned␇ <U+202E>gnp.exe <U+009B>31m\n");
  });
});

describe("The caret stands below its character", () => {
  /** The excerpt and the caret as two lines. */
  function draw(line: string, column: number): string {
    const { text, caret } = excerptAt(line, column);
    return `${text}\n${" ".repeat(caret)}^`;
  }

  test.each([
    ["the first", "time: 25:10", 1, "time: 25:10\n^"],
    ["one past the end", "time:", 6, "time:\n     ^"],
    ["an empty line", "", 1, "\n^"],
    ["a column that is not there", "time:", 99, "time:\n     ^"],
    ["after tabs", "\tab\tc", 5, "    ab  c\n        ^"],
    ["on a tab", "\tab", 1, "    ab\n^"],
    ["after wide characters", "日本 x", 4, "日本 x\n     ^"],
    ["after a picture of two code units", "🏅 x", 4, "🏅 x\n   ^"],
    ["inside such a picture", "a🏅", 3, "a🏅\n ^"],
    ["after an accent of its own", "e\u0301 x", 4, "e\u0301 x\n  ^"],
    ["after what would be invisible", "a\u0000b\u200bc", 5, "a␀b<U+200B>c\n           ^"],
  ])("%s", (_, line, column, drawn) => {
    expect(draw(line, column)).toBe(drawn);
  });

  test("also where the line is too long to show", () => {
    const line = `${"a".repeat(500)}X${"b".repeat(500)}`;
    expect(draw(line, 501)).toBe(`…${"a".repeat(40)}X${"b".repeat(59)}…\n${" ".repeat(41)}^`);
    expect(draw(line, 1)).toBe(`${"a".repeat(100)}…\n^`);
    expect(draw(line, 1002)).toBe(`…${"b".repeat(40)}\n${" ".repeat(41)}^`);
  });

  test("in any text: what stands above it is the character of that column", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (before, after) => {
        const { text, caret } = excerptAt(`${before}日${after}`, before.length + 1);
        const up = [...text].findIndex((_, index, all) => textWidth(all.slice(0, index).join("")) === caret);
        expect([...text][up]).toBe("日");
        expect(textWidth(text)).toBeLessThanOrEqual(102);
      }),
    );
  });
});

describe("Diagnostics as JSON", () => {
  const changes = { added: ["a.html"], changed: [], removed: [], unchanged: 2 };

  test("have a shape that stays", () => {
    expect(formatJson({ diagnostics: [emptyDump], changes, liveBlogs: 1, posts: 2 })).toBe(`\
{
  "version": 1,
  "liveBlogs": 1,
  "posts": 2,
  "errors": 0,
  "warnings": 1,
  "notes": 0,
  "changes": {
    "added": [
      "a.html"
    ],
    "changed": [],
    "removed": [],
    "unchanged": 2
  },
  "diagnostics": [
    {
      "code": "dump-empty",
      "severity": "warning",
      "message": "This dump has no text.",
      "file": "seeds/empty.txt",
      "line": 1,
      "column": 1,
      "excerpt": null,
      "hint": "Delete it, or save the page again."
    }
  ]
}
`);
  });

  test("are all there, the worst first", () => {
    const notes = Array.from({ length: 50 }, (_, index) => at(50 - index));
    const json = JSON.parse(formatJson({ diagnostics: [...notes, impossible], changes: null, liveBlogs: 0, posts: 0 }));
    expect(json.diagnostics.map(({ line }: Diagnostic) => line)).toEqual([
      3,
      ...notes.map((note) => note.line).reverse(),
    ]);
    expect(json.changes).toBeNull();
  });

  test("are safe to print and the same when read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (excerpt) => {
        const json = formatJson({ diagnostics: [{ ...emptyDump, excerpt }], changes: null, liveBlogs: 0, posts: 0 });
        expect(JSON.parse(json).diagnostics[0].excerpt).toBe(excerpt);
        expect(json).not.toMatch(OBEYED);
      }),
    );
  });
});

describe("Diagnostics as annotations of GitHub Actions", () => {
  test("come worst first, with a summary", () => {
    expect(formatGithub([uncertain, emptyDump, impossible])).toBe(
      [
        '::error file=content/stowford/1132-record.md,line=3,col=7,title=time-impossible::"25:10" is not a time of day.%0Afix: write it as 24-hour HH:MM, for example 11:32',
        "::warning file=seeds/empty.txt,line=1,col=1,title=dump-empty::This dump has no text.%0Afix: Delete it, or save the page again.",
        "::notice file=seeds/stowford.txt,line=12,col=1,title=boundary-uncertain::Whether a new entry starts here is a judgement.",
        "1 error, 1 warning, 1 note in 3 files",
        "",
      ].join("\n"),
    );
  });

  test("escape what would end them or begin another", () => {
    const evil = { ...emptyDump, file: "a,b:c%d.md", message: "100%\r\n::error::no\r##", hint: "" };
    expect(formatGithub([evil])).toBe(
      "::warning file=a%2Cb%3Ac%25d.md,line=1,col=1,title=dump-empty::100%25%0A::error::no%0A##\n1 warning in 1 file\n",
    );
  });

  test("are ten of each severity, as many as GitHub shows", () => {
    const text = formatGithub([impossible, ...Array.from({ length: 25 }, (_, index) => at(index + 1))]);
    expect(text.match(/^::error/gm)).toHaveLength(1);
    expect(text.match(/^::notice/gm)).toHaveLength(10);
    expect(text).toContain("1 error, 25 notes in 2 files (15 not shown: GitHub shows ten of a kind; --json has all)\n");
  });
});
