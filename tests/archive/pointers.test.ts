import { describe, expect, test } from "vitest";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import { pointersIn } from "../../src/time/pointers.ts";
import { DAY, folder, parsed, type SampleEntry, structured, withoutBulletNotes } from "./samples.ts";

describe("a clock time in brackets", () => {
  test.each([
    ["a swan (1:16) was seen", ["01:16", "13:16"]],
    ["a swan (see 11:45)", ["11:45", "23:45"]],
    ["a swan (see 12.05)", ["12:05", "00:05"]],
    ["a swan (14:20)", ["14:20"]],
    ["a swan (11.45)", []],
    ["a swan (25:99)", []],
    ["at 09:00 GMT, see 11:45", []],
  ])("%s", (text, times) => {
    expect(pointersIn(text).flatMap((pointer) => pointer.times)).toEqual(times);
  });
});

/** A flat page with a pointer to a post that names its skipper and has lost its time. */
const page = (pointer: string, more = "They were late away (see 10:40).") =>
  parsed(
    "flat.txt",
    [
      `The cup goes homepublished at 14:20 ${DAY}`,
      "Larkspur has it by a length in the end.",
      "A fine day for it",
      "Ines Barrow and Owen Peverell",
      "Larkspur has it by a length in the end.",
      "#HarbourDay",
      `The wall follows Hester Vane ${pointer} home. ${more}`,
      "#HarbourDay",
      "Hester Vane is past the old perch and going well.",
    ].join("\n"),
  );

const merge = (pointer: string, date: string | null = "2019-06-09", more?: string) => {
  const morning = structured("p9.txt", [{ headline: "Away", at: `10:40 ${DAY}`, body: "They are off, all of them." }]);
  const dumps = [
    { dump: page(pointer, more), page: 3 },
    { dump: morning, page: 9 },
  ];
  const own = folder("regatta", { index: { date } });
  return withoutBulletNotes(mergeLiveBlog({ slug: "regatta", title: "Regatta", dumps, folder: own }));
};

describe("the rule `pointer`", () => {
  const times = (pointer: string) =>
    merge(pointer).value.timeline.flatMap((item) => (item.kind === "post" ? (item.post.stamp?.time ?? "??:??") : "…"));

  test("dates the one older post that the pointer names, between the times known around it, and says so", () => {
    expect(times("(1:16)")).toEqual(["10:40", "…", "13:16", "??:??", "14:20"]);
    const { value, diagnostics } = merge("(1:16)");
    expect(value.timeline[2]).toMatchObject({ post: { stamp: { origin: { kind: "inferred", rule: "pointer" } } } });
    expect(value.pointers.get("(1:16)")).toBe("p-hester-vane-is-past-the-old");
    expect(diagnostics).toEqual([]);
  });

  test("dates nothing where no reading of the clock fits, and the pointer stays text", () => {
    expect(times("(3:16)")).toEqual(["10:40", "…", "??:??", "??:??", "14:20"]);
    expect(merge("(3:16)").diagnostics).toMatchObject([{ code: "pointer-unresolved", severity: "note", line: 6 }]);
  });

  test("takes twelve to be noon where midnight does not fit", () => {
    expect(times("(12:00)")).toEqual(["10:40", "…", "12:00", "??:??", "14:20"]);
  });

  test("dates nothing where the day is not known", () => {
    expect(merge("(1:16)", null).value.pointers.has("(1:16)")).toBe(false);
  });

  test("leads to a post that prints the time", () => {
    expect(merge("(see 10:40)").value.pointers.get("(see 10:40)")).toBe("p-1040-away");
  });

  test("says nothing where the dump has no (see …): then the time in brackets may be how long somebody took", () => {
    const { value, diagnostics } = merge("(2:05)", "2019-06-09", "Well sailed.");
    expect(value.timeline.filter((item) => item.kind === "post" && item.post.stamp === null)).toHaveLength(2);
    expect([value.pointers.size, diagnostics]).toEqual([0, []]);
  });

  test("dates nothing where a post that has that time already answers", () => {
    expect(times("(see 10:40)")).toEqual(["10:40", "…", "??:??", "??:??", "14:20"]);
  });
});

describe("a pointer leads to one post or to none", () => {
  /** The pointers of a live blog of two days, and the notes at those that lead nowhere. */
  const links = (...entries: readonly SampleEntry[]) => {
    const dumps = [{ dump: structured("a.txt", entries), page: null }];
    const { value, diagnostics } = withoutBulletNotes(
      mergeLiveBlog({ slug: "a", title: "A", dumps, folder: folder("regatta") }),
    );
    return [Object.fromEntries(value.pointers), diagnostics.map(({ code }) => code)];
  };
  const eve = { headline: "Eve", at: "11:45 British Summer Time 8 June 2019" };
  const flag = { headline: "Flag", at: `11:45 ${DAY}` };
  const goose = { headline: "Goose", at: `11:45 ${DAY}` };
  const tea = { headline: "Tea", at: `15:00 ${DAY}`, body: "The flag (see 11:45) is still up." };

  test("to that of the pointing post's own day", () => {
    expect(links(tea, flag, eve)).toEqual([{ "(see 11:45)": "p-1145-flag" }, []]);
  });

  test("to none where several posts are of that minute, or only another day's", () => {
    expect(links(tea, goose, flag)).toEqual([{}, ["pointer-unresolved"]]);
    expect(links(tea, eve)).toEqual([{}, ["pointer-unresolved"]]);
  });

  test("never to itself", () => {
    expect(links({ ...flag, body: "As we said (see 11:45), a flag." })).toEqual([{}, ["pointer-unresolved"]]);
  });

  test("to none where the same words mean different posts in different places", () => {
    const tide = { ...eve, headline: "Tide", at: "12:00 British Summer Time 8 June 2019", body: "High (see 11:45)." };
    expect(links(tea, flag, tide, eve)).toEqual([{}, ["pointer-unresolved", "pointer-unresolved"]]);
  });
});
