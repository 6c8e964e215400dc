import { expect, test } from "vitest";
import { directionOf, ownLanguage } from "../../src/view/language.ts";

test.each([
  ["en", "ltr"],
  ["cy-GB", "ltr"],
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["fa", "rtl"],
  ["ur-PK", "rtl"],
  ["UR", "rtl"],
  ["ur-Latn", "ltr"],
  ["az-Arab", "rtl"],
  ["pa-Arab-PK", "rtl"],
  ["zh-Hant", "ltr"],
])("%s is written %s", (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});

test("a live blog says its language where it is not the page's", () => {
  expect(ownLanguage("cy", "en")).toEqual({ lang: "cy", dir: "ltr" });
  expect(ownLanguage("en", "cy")).toEqual({ lang: "en", dir: "ltr" });
  expect(ownLanguage("en", "en")).toBeNull();
});
