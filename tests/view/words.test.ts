import { describe, expect, test } from "vitest";
import { dayInWords, momentInWords } from "../../src/view/dates.ts";
import { inline, linkedProse } from "../../src/view/inline.ts";
import { clipped, listed } from "../../src/view/wording.ts";
import { strings } from "../outputs/samples.ts";

describe("a link that the dump lost", () => {
  test.each([
    ["Read the report here., external", ["Read the report here.", "↗"]],
    ["He writes, external the town is full.", ["He writes", "↗", " the town is full."]],
    ["Ines Barrow:, external A swan.", ["Ines Barrow:", "↗", " A swan."]],
    ["Bloomberg,, external says", ["Bloomberg,", "↗", " says"]],
    ["No link here, externally speaking.", ["No link here, externally speaking."]],
    ["", []],
  ])("%j", (text, expected) => {
    expect(inline(text).map((part) => ("text" in part ? part.text : "↗"))).toEqual(expected);
  });
});

test("a pointer in prose becomes a link where it is text, and nothing else changes", () => {
  const pointers = new Map([["(see 11:45)", "page-2/#p-flag?a=1&b=2"]]);
  const link = '<a href="page-2/#p-flag?a=1&amp;b=2">(see 11:45)</a>';
  const shown = (html: string): string => linkedProse(html, pointers);
  expect(shown("<p>A &amp; b <em>(see 11:45)</em> (see 9:15) (see 11:45)</p>")).toBe(
    `<p>A &amp; b <em>${link}</em> (see 9:15) ${link}</p>`,
  );
  for (const same of [
    '<p><a href="#x"><em>y</em> (see 11:45)</a></p>',
    "<pre><code>(see 11:45)</code></pre>",
    '<img alt="(see 11:45)">',
  ])
    expect(shown(same)).toBe(same);
});

test.each([
  ["en", ["", "a", "a and b", "a, b and c"]],
  ["cy", ["", "a", "a a(c) b", "a, b a(c) c"]],
  ["ar", ["", "a", "\u2068a\u2069 و\u2068b\u2069", "\u2068\u2068a\u2069، \u2068b\u2069\u2069 و\u2068c\u2069"]],
])("a list in %s", (lang, expected) => {
  const lists = [[], ["a"], ["a", "b"], ["a", "b", "c"]].map((items) => listed(items, strings(lang)));
  expect(lists).toEqual(expected);
});

test.each([
  ["en-GB", "Sunday 9 June 2019", "14:22 on Sunday 9 June 2019"],
  ["cy", "Dydd Sul 9 Mehefin 2019", "14:22, Dydd Sul 9 Mehefin 2019"],
  ["ar", "الأحد 9 يونيو 2019", "14:22 يوم الأحد 9 يونيو 2019"],
])("a day in %s", (lang, day, moment) => {
  const words = strings(lang);
  expect([dayInWords("2019-06-09", words), momentInWords("14:22", "2019-06-09", words)]).toEqual([day, moment]);
});

test("what runs the other way than the words around it keeps to itself", () => {
  const zoned = (lang: string) => strings(lang).say("time.zoned", { time: "12:30", zone: "+03:00" });
  expect([zoned("en"), zoned("ar")]).toEqual(["12:30 +03:00", "\u206612:30 +03:00\u2069"]);
  const names = ["Ines Barrow", "ليلى"];
  expect(listed(names, strings("en"))).toBe("Ines Barrow and \u2068ليلى\u2069");
  expect(listed(names, strings("ar"))).toBe("\u2068Ines Barrow\u2069 وليلى");
});

test("a clipped text ends at a word, and says that it was cut", () => {
  expect(clipped("A kettle has appeared on the pier", 20)).toBe("A kettle has…");
  expect(clipped("A  kettle\n", 20)).toBe("A kettle");
  expect(clipped("x".repeat(50), 10)).toBe(`${"x".repeat(10)}…`);
  expect([clipped("x⛵🚣🚣🚣", 3), clipped("x⛵🚣🚣🚣", 4), clipped("🚣🚣🚣", 2)]).toEqual(["x⛵…", "x⛵🚣…", "🚣…"]);
});
