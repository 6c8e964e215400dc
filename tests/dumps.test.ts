import { describe, expect, test } from "vitest";
import { toContract } from "../src/dumps/contract.ts";
import { linesOf, pageOf, words } from "../src/dumps/parts/lines.ts";
import { hasSentenceWord } from "../src/dumps/parts/shapes.ts";
import { readStamp, splitHeadline } from "../src/dumps/parts/stamp.ts";
import { readDump } from "../src/dumps/read-dump.ts";
import { sourceOf } from "./dialects/examples.ts";

// What a dump's dialects share: choosing one, lines, stamps, and the form that `parse --json` gives. What each dialect reads
// is told in tests/dialects/*.md.

const STRUCTURED =
  "  1. Rain stops playpublished at 14:22 British Summer Time 23 June 2018\n\n    The covers are on.\n";
const LEAD = "Rain stops playpublished at 14:22 British Summer Time 23 June 2018\n";

describe("choosing a dialect", () => {
  test("the one whose marks are there reads the dump", () => {
    expect(readDump(sourceOf(STRUCTURED)).value.dialect).toBe("bbc-structured");
    expect(readDump(sourceOf(`${LEAD}The covers are on.\n`)).value.dialect).toBe("bbc-flat");
  });

  test("a few lines that none knows stand as one post of plain text, and a warning says what would help", () => {
    const { value, diagnostics } = readDump(sourceOf("A market day\n\nNobody wrote down when.\n"));
    expect(value.dialect).toBe("plain");
    expect(value.entries).toMatchObject([
      {
        n: 1,
        start: 1,
        end: 3,
        certain: false,
        stamp: null,
        blocks: [
          { kind: "unparsed", text: "A market day", start: 1, end: 1 },
          { kind: "unparsed", text: "Nobody wrote down when.", start: 3, end: 3 },
        ],
      },
    ]);
    expect(diagnostics).toMatchObject([{ code: "dialect-unknown", severity: "warning", line: 1, column: 1 }]);
    expect(diagnostics[0]?.message).toContain("bbc-structured, bbc-flat");
    expect(diagnostics[0]?.hint).toContain("published at");
  });

  test("of more than a few paragraphs that none knows each is a post, and none is sure", () => {
    const text =
      "A market day\n\nNobody wrote down when.\n\nThe first cart came.\nIt was red.\n\nThen nine.\n\nThen rain.\n";
    const { value, diagnostics } = readDump(sourceOf(text));
    expect(value).toMatchObject({ dialect: "plain", title: "A market day", order: "oldest-first" });
    expect(value.entries.map(({ start, end, certain }) => [start, end, certain])).toEqual([
      [3, 4, false],
      [5, 7, false],
      [8, 9, false],
      [10, 10, false],
    ]);
    expect(value.entries.map(({ stamp }) => stamp)).toEqual([null, null, null, null]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["dialect-unknown"]);
  });

  test("two that claim one dump are both named; the one with more lines to show for it wins", () => {
    const both = `${LEAD}${STRUCTURED}  2. Toss delayedpublished at 10:22 British Summer Time 23 June 2018\n`;
    const { value, diagnostics } = readDump(sourceOf(both));
    expect(value.dialect).toBe("bbc-structured");
    expect(diagnostics[0]).toMatchObject({ code: "dialect-ambiguous", severity: "warning", line: 1 });
    expect(diagnostics[0]?.message).toContain("bbc-structured (numbered headlines");
    expect(diagnostics[0]?.message).toContain("2 lines) and bbc-flat (a headline without a number");
  });

  test.each(["", "\n \n\u00a0\n"])("an empty dump gives no posts and a warning (%j)", (text) => {
    const { value, diagnostics } = readDump(sourceOf(text));
    expect(value).toMatchObject({ entries: [], preamble: [], summary: [] });
    expect(diagnostics).toMatchObject([{ code: "dump-empty", severity: "warning", line: 1 }]);
  });
});

describe("a dump that changes its dialect half way", () => {
  const head = (n: number, text: string): string =>
    `  ${n}. ${text}published at 10:${10 + n} British Summer Time 23 June 2018\n\n    The covers are on again.\n\n`;
  const structured = `Summary\n\n  • Rain\n\n${head(1, "Rain")}${head(2, "Toss delayed")}`;
  const flat = `${LEAD}The covers are on.\nRain\nTam Rossway and Ines Barrow\n#HarwellRun\nThe covers are on.\n#Rain\nThey come off.\n`;
  const reporting = "Live Reporting\n\nBy Ines Barrow\n\nAll times stated are UK\n\n";
  const posts = "  1. Gates open\n\n    The gates are open.\n\n  2. Queues\n\n    Long queues.\n\n";

  test.each([
    ["structured, then flat", structured, flat, "bbc-structured", "bbc-flat"],
    ["flat, then structured", flat, structured, "bbc-flat", "bbc-structured"],
    ["without times, then structured", `${reporting}${posts}`, structured, "bbc-live-reporting", "bbc-structured"],
    ["structured, then without times", structured, `${reporting}${posts}`, "bbc-structured", "bbc-live-reporting"],
  ])("%s: each part is read as what it is, and a warning stands where it changes", (_, above, below, first, second) => {
    const { value, diagnostics } = readDump(sourceOf(`${above}${below}`));
    const whole = [above, below].map((part) => readDump(sourceOf(part)).value);
    expect(whole.map(({ dialect }) => dialect)).toEqual([first, second]);
    expect(value.dialect).toBe(first);
    const line = above.split("\n").length;
    expect(diagnostics[0]).toMatchObject({ code: "dialect-changes", severity: "warning", line });
    expect(diagnostics.map(({ code }) => code)).not.toContain("dialect-ambiguous");
    expect(value.entries.map(({ headline, labels }) => [headline, labels])).toEqual(
      whole.flatMap(({ entries }) => entries.map(({ headline, labels }) => [headline, labels])),
    );
    expect(value.ledger.flatMap(({ start, end }) => [start, end])).toEqual(
      value.ledger.flatMap(({ start, end }) => [start, end]).toSorted((a, b) => a - b),
    );
    expect(value.ledger.at(-1)?.end).toBe(value.lines);
  });

  test("a stray line is no change, whatever it looks like", () => {
    const { value, diagnostics } = readDump(sourceOf(`${structured}${LEAD}`));
    expect(value.dialect).toBe("bbc-structured");
    expect(diagnostics.map(({ code }) => code)).toEqual(["line-unclaimed"]);
  });
});

describe("lines", () => {
  test("end at line feed, carriage return or both, and count from 1", () => {
    expect(linesOf("a\nb\r\nc\rd")).toEqual([
      { number: 1, text: "a" },
      { number: 2, text: "b" },
      { number: 3, text: "c" },
      { number: 4, text: "d" },
    ]);
  });

  test("end nowhere else, and an end at the end of the file starts no line", () => {
    expect(linesOf("a\u2028b\u0085c\vd\n")).toHaveLength(1);
    expect(linesOf("a\n\n")).toHaveLength(2);
  });

  test("keep their spaces; only words lose them", () => {
    expect(linesOf("  a \n")[0]?.text).toBe("  a ");
    expect(words(" \u00a0two\u00a0\u202f words\t")).toBe("two words");
    expect(pageOf(sourceOf("\t  a")).inked[0]?.indent).toBe(6);
  });
});

describe("stamps", () => {
  test.each([
    [
      "14:22 British Summer Time 23 June 2018",
      "14:22",
      "2018-06-23",
      "British Summer Time",
      "2018-06-23T14:22:00+01:00",
    ],
    ["9:05 GMT 1 March 2021", "09:05", "2021-03-01", "GMT", "2021-03-01T09:05:00+00:00"],
    [
      "09:18 Amser Safonol Greenwich 25 Tachwedd 2022",
      "09:18",
      "2022-11-25",
      "Amser Safonol Greenwich",
      "2022-11-25T09:18:00+00:00",
    ],
    ["23:59 British Summer Time 29 February", "23:59", "--02-29", "British Summer Time", null],
    ["00:00 British Summer Time", "00:00", null, "British Summer Time", null],
    ["21:35", "21:35", null, null, null],
    ["21:35 7 May 2015", "21:35", "2015-05-07", null, null],
    ["12:15 AEST 7 May 2015", "12:15", "2015-05-07", "AEST", "2015-05-07T12:15:00+10:00"],
    ["12:15 IST 7 May 2015", "12:15", "2015-05-07", "IST", null],
  ])("%s", (text, time, date, zone, published) => {
    expect(readStamp(text)).toEqual({ printed: text, time, date, zone, published, relative: null, minute: null });
  });

  test.each([
    "24:00",
    "12:60",
    "1222",
    "12:22:05",
    "12:22 on the quay",
    "12:22 30 February 2018",
    "12:22 British Summer Time 31 June",
    "18:28 PM",
    "0640The",
    "12:22 lunch time",
    "12:22 British Summer Time 2018",
    "yesterday",
    "",
  ])("%j is none", (text) => {
    expect(readStamp(text)).toBeNull();
  });

  test("are glued to a headline, at its end; in running text they are words", () => {
    expect(splitHeadline("Report published at last!published at 10:00 GMT 1 May 2019")).toMatchObject({
      headline: "Report published at last!",
      stamp: { time: "10:00" },
    });
    expect(splitHeadline("The report, published at 10:00 GMT, says so")).toBeNull();
  });
});

describe("the form that `parse --json` gives", () => {
  test("flattens the stamp and keeps everything else", () => {
    const { value, diagnostics } = readDump(sourceOf(STRUCTURED));
    expect(toContract(value, diagnostics)).toEqual({
      file: "seeds/example.txt",
      sha256: value.sha256,
      lines: 3,
      dialect: "bbc-structured",
      order: "newest-first",
      title: null,
      date: null,
      below: null,
      summary: [],
      byline: [],
      preamble: [],
      entries: [
        {
          n: 1,
          start: 1,
          end: 3,
          headline: "Rain stops play",
          time: "14:22",
          time_relative: null,
          minute: null,
          date: "2018-06-23",
          zone: "British Summer Time",
          published: "2018-06-23T14:22:00+01:00",
          inferred: null,
          breaking: false,
          labels: [],
          contributor: null,
          blocks: [{ kind: "paragraph", text: "The covers are on.", start: 3, end: 3 }],
          certain: true,
          cue: "numbered headline with its time",
        },
      ],
      ledger: [
        { start: 1, end: 1, role: "headline" },
        { start: 2, end: 2, role: "blank" },
        { start: 3, end: 3, role: "paragraph" },
      ],
      diagnostics: [],
    });
  });

  test("a table's words are also one text", () => {
    const table = STRUCTURED.replace("The covers are on.", "-3 Barrow 16, Craik 8; +2 Marsh 11");
    const [entry] = toContract(readDump(sourceOf(table)).value, []).entries;
    expect(entry?.blocks).toMatchObject([
      {
        rows: [
          ["-3", "Barrow 16", "Craik 8"],
          ["+2", "Marsh 11"],
        ],
        text: "-3, Barrow 16, Craik 8; +2, Marsh 11",
      },
    ]);
  });

  test("a problem keeps its place and says what to do", () => {
    const { value, diagnostics } = readDump(sourceOf(`${STRUCTURED}\nA stray line\n`));
    expect(toContract(value, diagnostics).diagnostics).toMatchObject([
      { code: "line-unclaimed", severity: "warning", line: 5, column: 1 },
    ]);
    expect(value.entries[0]?.blocks.at(-1)).toEqual({ kind: "unparsed", text: "A stray line", start: 5, end: 5 });
  });
});

test.each(["Will Craik", "Theresa May Holt", "US markets", "May Rossway"])("`%s` has no word of a sentence", (text) => {
  expect(hasSentenceWord(text)).toBe(false);
});

test.each(["Will it rain", "They are off", "Rain may come", "I’m on the pier", "We win"])("`%s` has one", (text) => {
  expect(hasSentenceWord(text)).toBe(true);
});
