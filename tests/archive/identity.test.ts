import { describe, expect, test } from "vitest";
import { entryIds } from "../../src/archive/identity.ts";
import { slug } from "../../src/archive/words.ts";
import { DAY, parsed, structured } from "./samples.ts";

describe("the id of a dump's entry", () => {
  test("is its printed time and its printed headline", () => {
    const dump = structured("a.txt", [
      { headline: "'We have all day'", at: `09:31 ${DAY}`, body: "The skippers wait." },
    ]);
    expect(entryIds(dump)).toEqual(["p-0931-we-have-all-day"]);
  });

  test("where the headline is a placeholder, is its time and its first six words", () => {
    const dump = structured("a.txt", [{ at: `09:17 ${DAY}`, body: "A kettle has appeared on the old pier." }]);
    expect(entryIds(dump)).toEqual(["p-0917-a-kettle-has-appeared-on-the"]);
  });

  test("says the date too where two days share time and headline", () => {
    const dump = structured("a.txt", [
      { headline: "Good morning", at: "08:00 British Summer Time 10 June 2019", body: "Day two." },
      { headline: "Good morning", at: "08:00 British Summer Time 9 June 2019", body: "Day one." },
    ]);
    expect(entryIds(dump)).toEqual(["p-20190610-0800-good-morning", "p-20190609-0800-good-morning"]);
  });

  test("takes further words where the date is the same as well", () => {
    const dump = structured("a.txt", [
      { headline: "Get involved", at: `08:00 ${DAY}`, body: "Tell us where you are watching from." },
      { headline: "Get involved", at: `08:00 ${DAY}`, body: "Send your pictures of the fleet." },
    ]);
    expect(entryIds(dump)).toEqual([
      "p-20190609-0800-get-involved-tell-us-where-you-are-watching-from",
      "p-20190609-0800-get-involved-send-your-pictures-of-the-fleet",
    ]);
  });

  test("takes its source line where nothing else sets two apart", () => {
    const twice = { headline: "Get involved", at: `08:00 ${DAY}`, body: "Tell us where you are." };
    const [first, second] = entryIds(structured("a.txt", [twice, twice]));
    expect(first).toMatch(/^p-20190609-0800-get-involved-tell-us-where-you-are-l\d+$/);
    expect(second).not.toBe(first);
  });

  test("does not change when an entry that is unlike it comes or goes", () => {
    const kept = { headline: "Start postponed", at: `09:05 ${DAY}`, body: "Not a breath on the water." };
    const other = { headline: "Away", at: `10:40 ${DAY}`, body: "They are off." };
    expect(entryIds(structured("a.txt", [other, kept]))).toContain(entryIds(structured("a.txt", [kept]))[0]);
  });

  test("is there for an entry that says nothing at all", () => {
    const ids = entryIds(parsed("a.txt", `Summary\n\n  • x\n\n  1. Postpublished at 09:00 ${DAY}\n`));
    expect(ids).toEqual(["p-0900"]);
  });
});

describe("words in an address", () => {
  test.each([
    ["Men’s wheelchair race", "mens-wheelchair-race"],
    ["Schär wins — in 1:39:57!", "schar-wins-in-1-39-57"],
    ["  ¡Olé! ", "ole"],
    ["مرحبا بالعالم", "مرحبا-بالعالم"],
    ["…", ""],
  ])("%s → %s", (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  test("are cut at the end of a word", () => {
    expect(slug("one two three", 9)).toBe("one-two");
    expect(slug("x".repeat(5000))).toHaveLength(60);
    expect(slug("\u{20000}".repeat(50), 5)).toBe("\u{20000}\u{20000}");
  });
});
