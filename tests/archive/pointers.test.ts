import { describe, expect, test } from "vitest";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import type { Amendment, PostFile } from "../../src/model/authored.ts";
import type { LiveBlog } from "../../src/model/live-blog.ts";
import { pointersIn } from "../../src/time/pointers.ts";
import { amendment, DAY, folder, parsed, post, type SampleEntry, structured, withoutBulletNotes } from "./samples.ts";

describe("a clock time in brackets", () => {
  test.each([
    ["a swan (1:16) was seen", ["01:16", "13:16"]],
    ["a swan (see 11:45)", ["11:45", "23:45"]],
    ["a swan (see 12.05)", ["12:05", "00:05"]],
    ["a swan (14:20)", ["14:20"]],
    ["a swan (see 09:15)", ["09:15"]],
    ["a swan (See 11.45am)", ["11:45"]],
    ["a swan (see 1:16 p.m.)", ["13:16"]],
    ["a swan (see 12am)", []],
    ["a swan (see 12:05am)", ["00:05"]],
    ["a swan (see 09:15 post)", ["09:15"]],
    ["a swan (see our 13:05 BST update below)", ["13:05"]],
    ["a swan (see 13:05 and 14:10)", []],
    ["kick-off (11:45am)", []],
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

/** Where the pointers of a live blog lead; each is printed in one post. */
const linksOf = ({ pointers }: LiveBlog) => Object.fromEntries([...pointers.values()].flatMap((each) => [...each]));

describe("the rule `pointer`", () => {
  const times = (pointer: string) =>
    merge(pointer).value.timeline.flatMap((item) => (item.kind === "post" ? (item.post.stamp?.time ?? "??:??") : "…"));

  test("dates the one older post that the pointer names, between the times known around it, and says so", () => {
    expect(times("(1:16)")).toEqual(["10:40", "…", "13:16", "??:??", "14:20"]);
    const { value, diagnostics } = merge("(1:16)");
    expect(value.timeline[2]).toMatchObject({ post: { stamp: { origin: { kind: "inferred", rule: "pointer" } } } });
    expect(linksOf(value)).toEqual({ "(1:16)": "p-hester-vane-is-past-the-old", "(see 10:40)": "p-1040-away" });
    expect(diagnostics).toEqual([]);
  });

  test("dates nothing where no reading of the clock fits, and the pointer stays text", () => {
    expect(times("(3:16)")).toEqual(["10:40", "…", "??:??", "??:??", "14:20"]);
    expect(merge("(3:16)").diagnostics).toMatchObject([{ code: "pointer-unresolved", severity: "note", line: 7 }]);
  });

  test("takes twelve to be noon where midnight does not fit", () => {
    expect(times("(12:00)")).toEqual(["10:40", "…", "12:00", "??:??", "14:20"]);
  });

  test("dates nothing where the day is not known", () => {
    expect(linksOf(merge("(1:16)", null).value)).toEqual({ "(see 10:40)": "p-1040-away" });
  });

  test("leads to a post that prints the time", () => {
    expect(linksOf(merge("(see 10:40)").value)).toEqual({ "(see 10:40)": "p-1040-away" });
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
  /** Where the pointers of a page lead, by the post they stand in, and what is said of those that lead nowhere. */
  const links = (
    entries: readonly SampleEntry[],
    posts: readonly PostFile[] = [],
    notes: readonly Amendment[] = [],
  ) => {
    const dumps = [{ dump: structured("a.txt", entries), page: null }];
    const own = folder("regatta", { posts: [...posts], amendments: [...notes] });
    const { value, diagnostics } = withoutBulletNotes(mergeLiveBlog({ slug: "a", title: "A", dumps, folder: own }));
    const lost = diagnostics.filter(({ code }) => code === "pointer-unresolved");
    return {
      led: [...value.pointers].flatMap(([from, answers]) => [...answers].map(([, to]) => `${from} → ${to}`)),
      lost: lost.map(({ file, line, message }) => `${file}:${line} ${message}`),
    };
  };
  const on = (day: number) => `British Summer Time ${day} June 2019`;
  const at = (time: string, headline: string, body = "", day = 9): SampleEntry => ({
    ...{ headline, at: `${time} ${on(day)}`, body },
  });
  const flag = at("11:45", "Flag");
  const tea = at("15:00", "Tea", "The flag (see 11:45) is still up.");

  test("to that of the twelve hours before: so a 12-hour clock has one reading", () => {
    expect(links([tea, flag, at("11:45", "Eve", "", 8)]).led).toEqual(["p-1500-tea → p-1145-flag"]);
    const night = [at("23:50", "Lamps", "As we said (see 9:10)."), at("21:10", "Dusk"), at("09:10", "Dawn")];
    expect(links(night).led).toEqual(["p-2350-lamps → p-2110-dusk"]);
  });

  test("over midnight too", () => {
    const small = at("00:20", "Small hours", "The lamps (see 23:50) are out.", 10);
    expect(links([small, at("23:50", "Lamps")]).led).toEqual(["p-0020-small-hours → p-2350-lamps"]);
  });

  test("else to that of the pointing post's own day, be it a later one: posts are edited", () => {
    expect(links([at("23:50", "Lamps", "As we said (see 9:10)."), at("09:10", "Dawn")]).led).toEqual([
      "p-2350-lamps → p-0910-dawn",
    ]);
    expect(links([tea, at("09:00", "Dawn", "The cup is at three (see 15:00)."), flag]).led).toEqual([
      "p-0900-dawn → p-1500-tea",
      "p-1500-tea → p-1145-flag",
    ]);
  });

  test("of several days each to its own, though the words are the same", () => {
    const tide = at("12:00", "Tide", "High (see 11:45).", 8);
    expect(links([tea, flag, tide, at("11:45", "Eve", "", 8)]).led).toEqual([
      "p-1200-tide → p-1145-eve",
      "p-1500-tea → p-1145-flag",
    ]);
  });

  test("to none where several posts are of that minute, where only another day's is, where none is", () => {
    expect(links([tea, at("11:45", "Goose"), flag])).toEqual({
      led: [],
      lost: [
        'seeds/a.txt:5 "(see 11:45)" points at another post, and which one is meant is not clear: of that time are "p-1145-flag", "p-1145-goose". It stays text.',
      ],
    });
    expect(links([tea, at("11:45", "Eve", "", 8)]).lost).toEqual([
      'seeds/a.txt:5 "(see 11:45)" points at another post, and which one is meant is not clear: of that time is, on another day, "p-1145-eve". It stays text.',
    ]);
    expect(links([tea]).lost).toEqual([
      'seeds/a.txt:5 "(see 11:45)" points at another post, and no other post is of 11:45 or 23:45. It stays text.',
    ]);
  });

  test("to none where nobody knows the day of the post of that time, and says no other", () => {
    const undated = { headline: "Flag", at: "11:45 IST", body: "" };
    const said = (...entries: readonly SampleEntry[]) => links(entries).lost;
    expect(said(tea, undated)).toEqual([
      'seeds/a.txt:5 "(see 11:45)" points at another post, and which one is meant is not clear: of that time is, on a day that nobody knows, "p-1145-flag". It stays text.',
    ]);
  });

  test("back to an older post alone where it is bare: it can as well be a score", () => {
    const noon = at("12:10", "Noon", "The swan swam the wall in a fine time (3:10), after the flag (see 11:45).");
    const cup = at("15:10", "Cup");
    expect(links([cup, noon, flag])).toEqual({
      led: ["p-1210-noon → p-1145-flag"],
      lost: ['seeds/a.txt:7 "(3:10)" points at another post, and no older post is of 03:10 or 15:10. It stays text.'],
    });
    const late = at("17:00", "Late", "The cup (3:10) is home, as we said (see 11:45).");
    expect(links([late, cup, flag]).led).toEqual(["p-1700-late → p-1510-cup", "p-1700-late → p-1145-flag"]);
  });

  test("never to itself", () => {
    expect(links([at("11:45", "Flag", "As we said (see 11:45), a flag.")]).led).toEqual([]);
  });

  test("not from where an author has written a link", () => {
    const html = '<p>It was close (<a href="#p-flag">see 14:00</a>).</p>';
    const body = [{ kind: "prose", text: "It was close (see 14:00).", html, start: 4, end: 4 } as const];
    expect(links([flag], [post("mine", { at: "16:00", body })])).toEqual({ led: [], lost: [] });
  });

  test("from an author's post and note too, where they say see", () => {
    const prose = (text: string) => [{ kind: "prose", text, html: text, start: 4, end: 4 } as const];
    const mine = post("by-a-length", {
      at: "16:00",
      body: prose("It was close (see 3:00pm), closer than (see 15:00) or (11:45)."),
    });
    const note = amendment("note", { post: "p-1145-flag" }, { body: prose("Taken down later (see 4.00pm).") });
    expect(links([tea, flag], [mine], [note])).toEqual({
      led: [
        "p-1145-flag → p-by-a-length",
        "p-1500-tea → p-1145-flag",
        "p-by-a-length → p-1500-tea",
        "p-by-a-length → p-1500-tea",
      ],
      lost: [],
    });
    const lost = post("lost", { at: "16:00", body: prose("It was close (see 14:00).") });
    expect(links([flag], [lost]).lost).toEqual([expect.stringContaining('content/regatta/lost.md:4 "(see 14:00)"')]);
  });
});
