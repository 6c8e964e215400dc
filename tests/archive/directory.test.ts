import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directoryOf, nameSlug } from "../../src/archive/directory.ts";
import type { Listing } from "../../src/model/live-blog.ts";
import { foldPath, pathFault } from "../../src/write/path-rules.ts";

describe("a name in an address", () => {
  test.each([
    ["Ines Barrow", "ines-barrow"],
    ["INES BARROW", "ines-barrow"],
    ["Inès Barrow", "ines-barrow"],
    ["Baroness Ada O’Hare-Lane", "baroness-ada-ohare-lane"],
    ["#ClassOne", "classone"],
    ["Men's race", "mens-race"],
    ["李娜", "李娜"],
    ["إيناس بارو", "إيناس-بارو"],
    ["Инес Барроу", "инес-барроу"],
    ["Łucja", "łucja"],
    ["Con", "con-"],
    ["Con Air", "con-air"],
  ])("%s → %s", (name, slug) => {
    expect(nameSlug(name)).toBe(slug);
  });

  test.each(["", "***", "— … —", "💥", "\u0301", "x".repeat(181), "李".repeat(61)])("%j has none", (name) => {
    expect(nameSlug(name)).toBeNull();
  });

  test("of any text can be a folder on any disk, where nothing else is it", () => {
    const text = fc.string({ unit: "binary", maxLength: 30 });
    fc.assert(
      fc.property(text, (name) => {
        const slug = nameSlug(name);
        if (slug === null) return;
        expect(pathFault(`people/${slug}/index.html`)).toBeNull();
        expect(foldPath(slug)).toBe(slug);
      }),
      { numRuns: 300 },
    );
  });
});

describe("who has a page", () => {
  const { personPath } = directoryOf([], [], new Map());

  test.each([
    [
      "a contributor with a role",
      { name: "Ines Barrow", role: "harbour master", kind: "person" },
      "people/ines-barrow/",
    ],
    ["an outlet", { name: "Radio Harwell", role: null, kind: "outlet" }, "people/radio-harwell/"],
  ] as const)("%s", (_, contributor, path) => {
    expect(personPath(contributor)).toBe(path);
  });

  test.each([
    ["a member of the public, who has no role", { name: "Ines Barrow", role: null, kind: "person" }],
    ["a name without a letter", { name: "***", role: "anonymous", kind: "person" }],
    ["nobody", null],
  ] as const)("not %s", (_, contributor) => {
    expect(personPath(contributor)).toBeNull();
  });
});

describe("which labels are topics", () => {
  const listing = (slug: string, series: string | null): Listing => ({
    slug,
    title: slug,
    date: null,
    lang: null,
    series,
  });
  const { topicPath } = directoryOf(
    ["Weather"],
    [listing("a", "regatta"), listing("b", "regatta"), listing("c", "fair"), listing("d", null)],
    new Map([
      ["a", ["Class One", "Dinghies", "Dinghies!", "***"]],
      ["b", ["#CLASS ONE", "Raft race", "***"]],
    ]),
  );

  test("those that stand in two live blogs of the series, however they are spelt", () => {
    expect(topicPath("regatta", "class one")).toBe("topics/class-one/");
  });

  test("not those that stand twice in one, nor those of one each", () => {
    expect(topicPath("regatta", "Dinghies")).toBeNull();
    expect(topicPath("regatta", "Raft race")).toBeNull();
  });

  test("not in another series, nor outside any", () => {
    expect(topicPath("fair", "Class One")).toBeNull();
    expect(topicPath(null, "Class One")).toBeNull();
  });

  test("those that are listed, everywhere", () => {
    expect([topicPath("fair", "weather"), topicPath(null, "WEATHER")]).toEqual(Array(2).fill("topics/weather/"));
  });

  test("never one of punctuation alone", () => {
    expect(topicPath("regatta", "***")).toBeNull();
  });
});
