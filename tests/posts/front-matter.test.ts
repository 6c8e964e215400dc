import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listed, readKeys, readPost } from "./read.ts";

describe("Front matter begins with a line --- and ends with another", () => {
  test.each([
    ["an empty file", "", ["1:1 front-matter-missing"]],
    ["only blank lines", "\n\n", ["1:1 front-matter-missing"]],
    ["no front matter", "# The fair\n", ["1:1 front-matter-missing"]],
    ["a blank line before it", "\n---\ntime: 11:32\n---\n", ["2:1 front-matter-late"]],
    ["spaces before it", "  ---\ntime: 11:32\n---\n", ["1:3 front-matter-late"]],
    ["no end", "---\ntime: 11:32\n\nThe fair opens.\n", ["1:1 front-matter-unclosed"]],
    ["words after the end", "---\ntime: 11:32\n--- The fair opens.\n", ["3:4 front-matter-closing"]],
    ["four dashes at the end", "---\ntime: 11:32\n----\n", ["3:4 front-matter-closing"]],
    ["a language", "---json\n{}\n---\n", ["1:4 front-matter-language"]],
    ["four dashes at the beginning", "----\ntime: 11:32\n---\n", ["1:4 front-matter-language"]],
    ["a third ---", "---\ntime: 11:32\n---\n\n---\nThe fair opens.\n", ["5:1 warning body-begins-with-rule"]],
    ["a paragraph between two rules", "---\n\nThe fair opens.\n\n---\nMore.\n", ["3:1 front-matter-not-keys"]],
    ["a list", "---\n- time\n---\n", ["2:1 front-matter-not-keys"]],
    ["nothing in it", "---\n---\nThe fair opens.\n", []],
    ["only a comment in it", "---\n# later\n---\nThe fair opens.\n", []],
    ["spaces after the dashes", "---  \ntime: 11:32\n--- \nThe fair opens.\n", []],
    ["Windows line ends", "---\r\ntime: 25:10\r\n---\r\nThe fair opens.\r\n", ["2:7 time-impossible"]],
    ["more than 64 KB", `---\nheadline: ${"a".repeat(65_536)}\n---\n`, ["1:1 front-matter-too-long"]],
    ["thousands of lines", `---\n${"\n".repeat(3_000)}---\n`, ["1:1 front-matter-too-long"]],
  ])("%s", (_, text, problems) => {
    expect(listed(readPost(text).diagnostics)).toEqual(problems);
  });

  test.each([
    "---js",
    "---javascript",
    "---JS",
    "--- js",
    "---coffee",
    "---constructor",
    "---__proto__",
    "---toString",
  ])("nothing after the dashes is ever run or looked up: %s", (opening) => {
    const folder = mkdtempSync(join(tmpdir(), "afterlive-"));
    const marker = join(folder, "ran");
    const code = `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "")`;
    const { value, diagnostics } = readPost(`${opening}\n{ time: ${code} }\n---\n`);
    const ran = existsSync(marker);
    rmSync(folder, { recursive: true });
    expect(ran).toBe(false);
    expect(value).toBeNull();
    expect(listed(diagnostics)).toEqual(["1:4 front-matter-language"]);
  });

  test("a file that failed once fails the same way again", () => {
    const text = "---\ntime: [\n---\n";
    expect(readPost(text)).toEqual(readPost(text));
    expect(listed(readPost(text).diagnostics)).toHaveLength(1);
  });
});

describe("YAML is read as it is typed", () => {
  test("times, dates, numbers and no are text", () => {
    const { value, diagnostics } = readKeys("time: 11:32", "headline: 1.10", "labels: [010, no, 2017-04-23, 1e3, ~~]");
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ headline: "1.10", labels: ["010", "no", "2017-04-23", "1e3", "~~"] });
  });

  test.each([
    ["a colon in a value", ["time: 11:32", "headline: Barrow: I did it"], "3:11 yaml-unreadable"],
    ["an apostrophe", ["headline: 'It's over'"], "2:15 yaml-unreadable"],
    ["an open quote", ['headline: "It is over', "time: 11:32"], "2:11 yaml-unreadable"],
    ["a key without a colon", ["headline", "time: 11:32"], "2:1 yaml-unreadable"],
    ["tabs", ["contributor:", "\tname: Ines Barrow"], "3:1 yaml-tab"],
    ["an anchor", ["time: 11:32", "headline: &a Over"], "3:14 yaml-not-plain"],
    ["a merge key", ["time: 11:32", "<<: { key: true }"], "3:1 yaml-not-plain"],
    ["a tag", ["time: 11:32", "headline: !!js/function run"], "3:25 yaml-not-plain"],
    ["a key that is a list", ["time: 11:32", "? [a]", ": b"], "3:3 yaml-not-plain"],
    ["a key twice", ["time: 11:32", "headline: One", "time: 12:00"], "4:1 key-twice"],
    ["brackets in brackets", [`labels: ${"[".repeat(5_000)}`], "2:25 front-matter-too-deep"],
    ["lists in lists", ["- ".repeat(30_000)], "2:33 front-matter-too-deep"],
  ])("%s", (_, lines, problem) => {
    expect(listed(readKeys(...lines).diagnostics)).toEqual([problem]);
  });

  test("aliases are refused, so a bomb of them cannot go off", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]", "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]", "time: 11:32"];
    const found = listed(readKeys(...bomb).diagnostics);
    expect(found.slice(0, 2)).toEqual(["2:1 key-unknown", "2:7 yaml-not-plain"]);
    expect(found.filter((problem) => problem.startsWith("3:") && problem.endsWith("yaml-not-plain"))).toHaveLength(10);
  });

  test("keys that a prototype has are keys like any other", () => {
    expect(listed(readKeys("time: 11:32", "__proto__: { key: true }", "constructor: x").diagnostics)).toEqual([
      "3:1 key-unknown",
      "4:1 key-unknown",
    ]);
  });
});
