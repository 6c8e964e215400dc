import { describe, expect, test } from "vitest";
import { brief, readable, site } from "./site.ts";

const DUMP = `Summary

  • Not a breath on the water in the morning

  1. Awaypublished at 10:40 British Summer Time 9 June 2019

    They are off, all eleven of them.

  2. Start postponedpublished at 09:05 British Summer Time 9 June 2019

    Not a breath on the water this morning.
`;
const INDEX = `---
title: Regatta
date: 2019-06-09
timezone: Europe/London
dumps: [{ file: "regatta.txt", page: 1 }]
---
`;
const POST = `---
time: 11:08
headline: Red flag
---
Contact at the perch.
`;
const GOOD = {
  "seeds/regatta.txt": DUMP,
  "content/regatta/index.md": INDEX,
  "content/regatta/1108-red-flag.md": POST,
  "afterlive.config.json": '{ "title": "Regattas", "url": "https://example.org/" }',
};

test("the good site that every case below spoils has nothing to report", async () => {
  const good = site(GOOD);
  expect(brief(await good.build())).toEqual([]);
  const text = readable(good.page("regatta/index.html"));
  for (const words of ["Not a breath on the water", "They are off", "Contact at the perch", "in the morning"])
    expect(text).toContain(words);
});

/** What is spoilt, and the one diagnostic that says so. Errors leave the old site whole; the rest is published. */
const CASES: readonly (readonly [what: string, file: string, content: string | Uint8Array, diagnostic: string])[] = [
  ["an empty dump", "seeds/regatta.txt", "", "warning dump-empty seeds/regatta.txt:1:1"],
  ["a dump of blank lines", "seeds/regatta.txt", "\n  \n\u00A0\n", "warning dump-empty seeds/regatta.txt:1:1"],
  [
    "a binary dump",
    "seeds/regatta.txt",
    Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
    "error file-binary seeds/regatta.txt:1:1",
  ],
  [
    "a dump that is not UTF-8",
    "seeds/regatta.txt",
    Buffer.from([0x63, 0x61, 0x66, 0xe9]),
    "error file-not-utf8 seeds/regatta.txt:1:1",
  ],
  [
    "a 10 MB line",
    "seeds/regatta.txt",
    `${DUMP}\n${"x".repeat(10_000_000)}\n`,
    "error line-too-long seeds/regatta.txt:13:1",
  ],
  [
    "a dump of an unknown dialect",
    "seeds/regatta.txt",
    "A kettle appeared.\n\nNobody knows whose.\n",
    "warning dialect-unknown seeds/regatta.txt:1:1",
  ],
  [
    "YAML that does not parse",
    "content/regatta/1108-red-flag.md",
    '---\ntime: 11:08\nheadline: "Red flag\n---\n',
    "error yaml-unreadable content/regatta/1108-red-flag.md:3:11",
  ],
  [
    "an unknown key",
    "content/regatta/1108-red-flag.md",
    "---\ntime: 11:08\nheadlin: Red flag\n---\n",
    "error key-unknown content/regatta/1108-red-flag.md:3:1",
  ],
  [
    "an impossible time",
    "content/regatta/1108-red-flag.md",
    "---\ntime: 25:08\nheadline: Red flag\n---\n",
    "error time-impossible content/regatta/1108-red-flag.md:2:7",
  ],
  [
    "a post for a live blog that does not exist",
    "content/regata/1200.md",
    POST,
    "error live-blog-missing content/regata/1200.md:1:1",
  ],
  [
    "a post that wants a dump entry's id",
    "content/regatta/1040-away.md",
    POST,
    "error id-clash content/regatta/1040-away.md:1:1",
  ],
  [
    "a claim that fits no dump",
    "content/regatta/index.md",
    INDEX.replace("regatta.txt", "regata.txt"),
    "error dump-not-found content/regatta/index.md:5:17",
  ],
  [
    "a link to a post that is not there",
    "content/regatta/1108-red-flag.md",
    `${POST}See [the start](#p-0905-start-postponed), [the end](#p-the-end) and [elsewhere](https://example.org/).\n`,
    "warning link-dead content/regatta/1108-red-flag.md:5:1",
  ],
  [
    "a link to a file that is not there",
    "content/regatta/1108-red-flag.md",
    `${POST}\n[Instructions](instructions.pdf)\n`,
    "warning link-dead content/regatta/1108-red-flag.md:5:1",
  ],
  [
    "config that is no JSON",
    "afterlive.config.json",
    '{ "title": "Regattas", }',
    "error json-unreadable afterlive.config.json:1:24",
  ],
  [
    "an unknown config key",
    "afterlive.config.json",
    '{ "titel": "Regattas", "url": "https://example.org/" }',
    "error key-unknown afterlive.config.json:1:3",
  ],
];

describe("each fault gives one clear diagnostic", () => {
  test.each(CASES)("%s", async (_, file, content, expected) => {
    const spoilt = site(GOOD);
    await spoilt.build();
    const before = spoilt.published();
    spoilt.write(file, content);
    const report = await spoilt.build();
    expect(brief(report).filter((line) => !line.startsWith("note"))).toEqual([expected]);
    const [first] = report.diagnostics;
    expect(first?.message).not.toBe("");
    expect(first?.hint).not.toBe("");
    if (expected.startsWith("error")) {
      expect(report.changes).toBeNull();
      expect(spoilt.published()).toEqual(before);
    } else expect(report.changes).not.toBeNull();
  });

  test("and all of them together are reported in one run, each once", async () => {
    const content = CASES.filter(([, file]) => file.startsWith("content/") && !file.endsWith("index.md"));
    const files = Object.fromEntries(
      content.map(([what, file, text], at) => [
        file.replace(/[^/]*\.md$/, `${at}-${what.replaceAll(/\W+/g, "-").toLowerCase()}.md`),
        text,
      ]),
    );
    const report = await site({ ...GOOD, ...files }).build();
    const codes = report.diagnostics.map(({ code }) => code).sort();
    expect(codes).toEqual([
      "key-unknown",
      "link-dead",
      "link-dead",
      "live-blog-missing",
      "time-impossible",
      "yaml-unreadable",
    ]);
  });
});

describe("what only looks like a fault", () => {
  const text = async (dump: string) => {
    const one = site({ ...GOOD, "seeds/regatta.txt": dump });
    expect(brief(await one.build())).toEqual([]);
    return one.page("regatta/index.html").replaceAll(/[0-9a-f]{64}/g, "");
  };

  test("a byte order mark, CRLF and lone CR line ends change no page", async () => {
    const plain = await text(DUMP);
    for (const same of [`\uFEFF${DUMP}`, DUMP.replaceAll("\n", "\r\n"), DUMP.replaceAll("\n", "\r")])
      expect(await text(same)).toBe(plain);
  });
});

describe("--keep-going", () => {
  test("leaves out a live blog whose dumps cannot be told, and publishes nothing under a config that is wrong", async () => {
    const two = site({ ...GOOD, "content/other/index.md": "---\ntitle: Other\ndumps: [gone.txt]\n---\n" });
    expect((await two.build({ keepGoing: true })).diagnostics.map(({ code }) => code)).toEqual(["dump-not-found"]);
    expect(two.published().has("other/index.html")).toBe(false);
    two.write("afterlive.config.json", '{ "titel": "Regattas" }');
    expect((await two.build({ keepGoing: true })).changes).toBeNull();
  });

  test("publishes the live blogs without errors, and still reports the others", async () => {
    const two = site({ ...GOOD, "content/other/index.md": "---\ntitle: Other\ndate: 2019-02-30\n---\n" });
    const report = await two.build({ keepGoing: true });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["date-impossible"]);
    expect(two.published().has("regatta/index.html")).toBe(true);
    expect(two.published().has("other/index.html")).toBe(false);
  });
});

test("`check` reports the same as `build` and writes nothing", async () => {
  const spoilt = site({ ...GOOD, "content/regatta/1108-red-flag.md": POST.replace("11:08", "25:08") });
  const checked = await spoilt.build({ write: false });
  expect(brief(checked)).toEqual(brief(await spoilt.build()));
  expect(() => spoilt.published()).toThrow();
});
