import { describe, expect, test } from "vitest";
import { inline } from "../../src/view/inline.ts";
import { clipped, counted, listed, withArticle } from "../../src/view/wording.ts";

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

test("small words", () => {
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect([counted(0, "post"), counted(1, "post"), counted(2, "post")]).toEqual(["0 posts", "1 post", "2 posts"]);
  expect([withArticle("Instagram post"), withArticle("post")]).toEqual(["an Instagram post", "a post"]);
});

test("a clipped text ends at a word, and says that it was cut", () => {
  expect(clipped("A kettle has appeared on the pier", 20)).toBe("A kettle has…");
  expect(clipped("A  kettle\n", 20)).toBe("A kettle");
  expect(clipped("x".repeat(50), 10)).toBe(`${"x".repeat(10)}…`);
  expect([clipped("x⛵🚣🚣🚣", 3), clipped("x⛵🚣🚣🚣", 4), clipped("🚣🚣🚣", 2)]).toEqual(["x⛵…", "x⛵🚣…", "🚣…"]);
});
