import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../src/posts/markdown.ts";
import { readPostFile } from "../../src/posts/post-file.ts";
import { listed, readIndex, readPost, source } from "./read.ts";

/** A folder with twelve faults, as an author in a hurry leaves it. */
const index = `---
title: Stowford Fair 2017
timezone: Europe/Stowford
dumps:
  - { file: fair.txt, pgae: 3 }
  - ../old/fair.txt
---
Every year since 1702.
`;
const opening = `---
time: 25:10
headlin: The fair opens
---
![The gate](../gate.jpg)
`;
const race = `---
headline: The race
key: perhaps
added: 2026-02-30
---
Barrow <b>wins</b>, says [the results](javascript:alert(1)).
`;
const goodbye = `---
time: 18:00
time: 18:05
corrections:
  - { date: 2017-05-03, text: "It was warm.", by: Ines }
---
Good night.
`;

test("Eleven faults in four files are found in one run, each where it stands", () => {
  expect({
    "index.md": listed(readIndex(index).diagnostics),
    "opening.md": listed(readPost(opening, "opening").diagnostics),
    "race.md": listed(readPost(race, "race").diagnostics),
    "goodbye.md": listed(readPost(goodbye, "goodbye").diagnostics),
  }).toEqual({
    "index.md": ["3:11 timezone-unknown", "5:23 key-unknown", "6:5 path-leaves-folder"],
    "opening.md": ["2:7 time-impossible", "3:1 key-unknown", "5:1 path-leaves-folder"],
    "race.md": ["3:6 value-wrong", "4:8 date-impossible", "6:8 warning html-shown-as-text", "6:26 warning link-unsafe"],
    "goodbye.md": ["3:1 key-twice", "5:47 key-unknown"],
  });
});

test("A file with an error gives nothing; a warning takes nothing away", () => {
  expect(readPost(opening).value).toBeNull();
  expect(readIndex(index).value).toBeNull();
  expect(readPost("---\ntime: 11:32\n---\n<b>Off</b>\n").value).toMatchObject({ kind: "post" });
});

test.each(["content/opening.md", "content/fair/day-two/opening.md", "opening.md", "content/fair/opening.txt"])(
  "a file belongs to a live blog's folder: %s does not",
  (file) => {
    const { value, diagnostics } = readPostFile(source("---\ntime: 11:32\n---\n", file), createMarkdown());
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ file, line: 1, column: 1, code: "file-misplaced" }]);
  },
);

describe("Whatever the text", () => {
  const word = fc.constantFrom(
    ..."--- ---js time: 11:32 headline: key: true labels: [ ] { } - ? : & * ! | > % @ ' \" << &a *a !!x amends: p-a a.txt:1".split(
      " ",
    ),
    ...["\n", "\n---\n", "\n\n", "\t", "  ", "\n  ", "\r\n", "\ufeff", "\0", "\ud800", "é"],
  );
  const text = fc
    .array(fc.oneof(word, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 40 })
    .map((words) => words.join(""));
  const likely = fc.oneof(
    text,
    text.map((inner) => `---\ntime: 11:32\n${inner}\n---\nWords.\n`),
  );

  test("reading it never throws; it gives a value or says why not, inside the file", () => {
    fc.assert(
      fc.property(likely, (typed) => {
        const lines = typed.split(/\r\n|\r|\n/);
        for (const { value, diagnostics } of [readPost(typed), readIndex(typed)]) {
          expect(value === null).toBe(diagnostics.some(({ severity }) => severity === "error"));
          for (const { line, column, message, hint, excerpt } of diagnostics) {
            expect(excerpt).toBe(lines[line - 1]);
            expect(column).toBeLessThanOrEqual((excerpt ?? "").length + 1);
            expect(message).not.toBe("");
            expect(hint).not.toBe("");
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("and reading it twice gives the same", () => {
    fc.assert(
      fc.property(likely, (typed) => {
        expect(readPost(typed)).toEqual(readPost(typed));
      }),
    );
  });
});
