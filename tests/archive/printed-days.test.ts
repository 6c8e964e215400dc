import { describe, expect, test } from "vitest";
import { dumpStamps } from "../../src/archive/dump-stamps.ts";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import { postsOfDumps } from "../../src/archive/posts.ts";
import type { Clock } from "../../src/archive/stamps.ts";
import { folder, parsed } from "./samples.ts";

// A dump often prints a clock time without its day. The day is inferred from what the dump or index.md proves, never from the
// day on which the archive is built, and each inference has a name.

const NOTHING: Clock = { date: null, timezone: "Europe/London" };
const LIVE_BLOG: Clock = { date: "2019-06-09", timezone: "Europe/London" };

/** Rows of a page that prints its times in front of its posts: `23:50 - The last boat is in.` */
function page(times: readonly string[], top = "Regatta as it happened"): string {
  return [top, "", ...times.map((time, at) => `${time} - Post number ${at} of the regatta stands here.\n`)].join("\n");
}

/** `00:10 2019-06-10 midnight` for every post, in page order. */
function days(text: string, clock: Clock): readonly string[] {
  return dumpStamps(parsed("a.txt", text), clock).value.map((stamp) => {
    if (stamp === null) return "none";
    const rule = stamp.origin.kind === "inferred" ? stamp.origin.rule : stamp.origin.kind;
    return `${stamp.time} ${stamp.instant?.date ?? "?"} ${rule}`;
  });
}

describe("a time without a date", () => {
  test("is of the live blog's day; where none is known it has no instant", () => {
    expect(days(page(["11:05", "11:11"]), LIVE_BLOG)).toEqual([
      "11:05 2019-06-09 live-blog-date",
      "11:11 2019-06-09 live-blog-date",
    ]);
    expect(days(page(["11:05", "11:11"]), NOTHING)).toEqual(["11:05 ? printed", "11:11 ? printed"]);
  });

  test("is of the page's day where only the page prints one, in front of its first line or under its title", () => {
    const rule = ["11:05 2019-05-23 page-date", "11:11 2019-05-23 page-date"];
    expect(days(page(["11:05", "11:11"], " date 2019-05-23 Regatta as it happened"), NOTHING)).toEqual(rule);
    expect(days(page(["11:05", "11:11"], "Regatta as it happened\nThursday 23 May 2019 18:53"), NOTHING)).toEqual(rule);
  });

  test("is of the day that the summary names, if it names one", () => {
    const dump = (bullet: string): string =>
      `Summary\n\n  • ${bullet}\n\n  1. They are offpublished at 09:08 British Summer Time\n\n    Off they go.\n`;
    expect(days(dump("Updates for Sunday, 9 June 2019"), NOTHING)).toEqual(["09:08 2019-06-09 summary-date"]);
    expect(days(dump("Updates from 9 June 2019 to 10 June 2019"), NOTHING)).toEqual(["09:08 ? printed"]);
  });

  test("is of the day of the dated posts beside it, before anything else", () => {
    const dump =
      "  1. Threepublished at 10:30\n\n  2. Twopublished at 10:20 British Summer Time 8 June 2019\n\n  3. Onepublished at 10:10\n";
    expect(days(dump, LIVE_BLOG)).toEqual([
      "10:30 2019-06-08 neighbour-date",
      "10:20 2019-06-08 printed",
      "10:10 2019-06-08 neighbour-date",
    ]);
  });
});

describe("midnight", () => {
  test("is where the clock starts again, oldest post first: the live blog's day is that of its first posts", () => {
    expect(days(page(["23:40", "23:55", "00:05", "00:20"]), LIVE_BLOG)).toEqual([
      "23:40 2019-06-09 live-blog-date",
      "23:55 2019-06-09 live-blog-date",
      "00:05 2019-06-10 midnight",
      "00:20 2019-06-10 midnight",
    ]);
  });

  test("newest post first it is the same, read from below", () => {
    expect(days(page(["00:20", "00:05", "23:55", "23:40", "23:20"]), LIVE_BLOG)).toEqual([
      "00:20 2019-06-10 midnight",
      "00:05 2019-06-10 midnight",
      "23:55 2019-06-09 live-blog-date",
      "23:40 2019-06-09 live-blog-date",
      "23:20 2019-06-09 live-blog-date",
    ]);
  });

  test("a page's own date is that of its last posts", () => {
    expect(days(page(["00:20", "23:55", "23:40"], " date 2019-06-10 Regatta as it happened"), NOTHING)).toEqual([
      "00:20 2019-06-10 page-date",
      "23:55 2019-06-09 midnight",
      "23:40 2019-06-09 midnight",
    ]);
  });

  test("carries the day of a dated post over, in both directions", () => {
    const dump = [
      "  1. Fourpublished at 00:20",
      "  2. Threepublished at 23:50 British Summer Time 8 June 2019",
      "  3. Twopublished at 08:10",
      "  4. Onepublished at 23:45",
    ].join("\n\n");
    expect(days(dump, NOTHING)).toEqual([
      "00:20 2019-06-09 midnight",
      "23:50 2019-06-08 printed",
      "08:10 2019-06-08 neighbour-date",
      "23:45 2019-06-07 midnight",
    ]);
  });

  test("lies between two numbered pages, in whichever order they are claimed", () => {
    const newer = { dump: parsed("b.txt", page(["03:00", "01:10", "00:05"])), page: 1 };
    const older = { dump: parsed("a.txt", page(["23:50", "22:10", "20:00"])), page: 2 };
    for (const dumps of [
      [newer, older],
      [older, newer],
    ]) {
      const stamps = postsOfDumps(dumps, LIVE_BLOG).value.flatMap(({ posts }) => posts.map(({ stamp }) => stamp));
      const night = stamps.filter((stamp) => (stamp?.time ?? "") < "12:00");
      expect(night).toHaveLength(3);
      for (const stamp of night) {
        expect(stamp).toMatchObject({
          instant: { date: "2019-06-10" },
          origin: { kind: "inferred", rule: "midnight" },
        });
      }
      const evening = stamps.filter((stamp) => (stamp?.time ?? "") > "12:00");
      expect(evening.map((stamp) => stamp?.instant?.date)).toEqual(["2019-06-09", "2019-06-09", "2019-06-09"]);
    }
  });

  test("a night without posts is one too", () => {
    expect(days(page(["09:15", "08:00", "21:30", "20:10"]), LIVE_BLOG).map((day) => day.slice(6, 16))).toEqual([
      ...["2019-06-10", "2019-06-10", "2019-06-09", "2019-06-09"],
    ]);
  });
});

describe("midnight between two pages", () => {
  /** The days of pages that print times alone, `[number, time, time …]`, oldest post first. */
  const daysOf = (...pages: readonly (readonly [number | null, ...string[]])[]) => {
    const dumps = pages.map(([number, ...times]) => ({ dump: parsed(`${number}.txt`, page(times)), page: number }));
    const { value } = mergeLiveBlog({ slug: "a", title: "A", folder: folder("a"), dumps });
    return value.timeline.flatMap((item) => {
      const stamp = item.kind === "post" ? item.post.stamp : null;
      const rule = stamp?.origin.kind === "inferred" ? stamp.origin.rule : "?";
      return stamp === null ? [] : [`${stamp.instant?.date} ${stamp.time} ${rule}`];
    });
  };
  const [evening, night] = [["21:10", "23:50"] as const, ["00:10", "00:40"] as const];

  test("carries on from page to page, however many days", () => {
    expect(
      daysOf([3, "21:10", "23:50"], [2, "08:10", "12:30", "17:00", "20:40"], [1, "07:00", "07:30"]).map((day) =>
        day.slice(0, 16),
      ),
    ).toEqual([
      "2019-06-09 21:10",
      "2019-06-09 23:50",
      "2019-06-10 08:10",
      "2019-06-10 12:30",
      "2019-06-10 17:00",
      "2019-06-10 20:40",
      "2019-06-11 07:00",
      "2019-06-11 07:30",
    ]);
  });

  test("or the day on which the older page ends, by a rule of its own: index.md need not say so", () => {
    expect(daysOf([2, "23:50", "00:10"], [1, "01:20", "02:00"]).slice(2)).toEqual([
      ...["2019-06-10 01:20 older-page-date", "2019-06-10 02:00 older-page-date"],
    ]);
  });

  test("is carried over no missing page: what comes after has the live blog's day, unless that is over", () => {
    const bare = (found: readonly string[]) => found.map((day) => day.slice(0, 16));
    expect(bare(daysOf([5, "10:00", "12:00"], [1, "14:00"]))).toEqual([
      ...["2019-06-09 10:00", "2019-06-09 12:00", "2019-06-09 14:00"],
    ]);
    // It is of a later day than page 5; of which, only the three pages between would tell.
    expect(bare(daysOf([5, "21:10", "23:50"], [1, "08:10"]))).toEqual([
      ...["2019-06-09 21:10", "2019-06-09 23:50", "undefined 08:10 "],
    ]);
    expect(bare(daysOf([5, "23:50", "00:10"], [1, "09:00"])).at(-1)).toBe("undefined 09:00 ");
  });

  test("is carried to the next page alone where index.md has no day", () => {
    const older = parsed("5.txt", "  1. Lastpublished at 10:30 British Summer Time 8 June 2019\n");
    const newer = parsed("1.txt", page(["11:05", "11:11"]));
    const dayOfNewer = (number: number) =>
      postsOfDumps(
        [
          { dump: newer, page: 1 },
          { dump: older, page: number },
        ],
        NOTHING,
      ).value[0]?.posts[0]?.stamp?.instant?.date;
    expect(dayOfNewer(2)).toBe("2019-06-08");
    expect(dayOfNewer(5)).toBeUndefined();
  });

  test("is not where pages overlap, nor between two captures of one page, nor where nobody knows which is the older", () => {
    expect(daysOf([2, "10:00", "15:00"], [1, "09:00", "16:00"]).every((day) => day.startsWith("2019-06-09"))).toBe(
      true,
    );
    expect(daysOf([1, "12:00", "20:00"], [1, "11:00", "19:00"]).every((day) => day.startsWith("2019-06-09"))).toBe(
      true,
    );
    expect(daysOf([null, ...evening], [null, ...night]).every((day) => day.startsWith("2019-06-09"))).toBe(true);
  });
});

describe("two pages in one file", () => {
  const head = (n: number, at: string) => `  ${n}. Post ${n}published at ${at}\n\n    Number ${n} of the regatta.\n\n`;
  const above = `${head(1, "10:30 British Summer Time 8 June 2019")}${head(2, "10:20 British Summer Time 8 June 2019")}`;
  const below = (...times: readonly string[]) =>
    times.map((at) => `${at} BST\n\nAt ${at}\n\nThe house sits again, and nobody has bought grapes.\n`).join("\n");

  test("prove no day for each other", () => {
    expect(days(above + below("3.11pm", "2.58pm", "2.05pm"), NOTHING)).toEqual([
      "10:30 2019-06-08 printed",
      "10:20 2019-06-08 printed",
      "15:11 ? printed",
      "14:58 ? printed",
      "14:05 ? printed",
    ]);
  });

  test("are read each in its own order: an oldest-first page below is not read backwards", () => {
    const dump = parsed("a.txt", above + below("2.05pm", "2.58pm", "3.11pm"));
    expect(dumpStamps(dump, LIVE_BLOG).diagnostics).toEqual([]);
    expect(postsOfDumps([{ dump, page: null }], LIVE_BLOG).value[0]?.posts.map(({ stamp }) => stamp?.time)).toEqual([
      "14:05",
      "14:58",
      "15:11",
      "10:20",
      "10:30",
    ]);
  });
});

describe("a clock that goes back without a midnight", () => {
  const rows = ["19:30", "19:38", "19:42", "19:41", "19:45"];

  test("is a note, and the page's order stands", () => {
    const dump = parsed("a.txt", page(rows));
    expect(dumpStamps(dump, LIVE_BLOG).diagnostics).toMatchObject([
      { code: "clock-back", severity: "note", file: "seeds/a.txt", line: 9 },
    ]);
    const { value } = mergeLiveBlog({ slug: "a", title: "A", folder: null, dumps: [{ dump, page: null }] });
    expect(value.timeline.map((item) => (item.kind === "post" ? item.post.stamp?.time : null))).toEqual(rows);
  });

  test("is one where the days are printed too, and the note names both posts and their times", () => {
    const head = (n: number, at: string) => `  ${n}. Post ${n}published at ${at} British Summer Time 9 June 2019\n\n`;
    const notes = (...times: readonly string[]) =>
      dumpStamps(parsed("a.txt", times.map((at, n) => head(n + 1, at)).join("")), NOTHING).diagnostics;
    expect(notes("15:10", "16:32", "10:40")).toMatchObject([{ code: "clock-back", line: 1 }]);
    expect(notes("15:10", "16:32", "10:40")[0]?.message).toBe(
      "The page shows this post as newer than the one at line 3, but its time, `15:10 British Summer Time 9 June 2019`, is before that one's, `16:32 British Summer Time 9 June 2019`, and no midnight lies between.",
    );
    expect(notes("16:32", "15:10", "15:10", "10:40")).toEqual([]);
  });

  test("proves no day across it", () => {
    const dump = [
      "  1. Threepublished at 10:10",
      "  2. Twopublished at 10:20",
      "  3. Onepublished at 10:05 British Summer Time 8 June 2019",
    ].join("\n\n");
    expect(days(dump, NOTHING)).toEqual([
      "10:10 ? printed",
      "10:20 2019-06-08 neighbour-date",
      "10:05 2019-06-08 printed",
    ]);
  });

  test("in the hour that clocks show twice is none: the second 01:10 is after 01:50", () => {
    const dump = parsed("a.txt", page(["01:30", "01:50", "01:10", "01:40"]));
    const { value, diagnostics } = dumpStamps(dump, { date: "2019-10-27", timezone: "Europe/London" });
    expect(value.map((stamp) => stamp?.instant?.offset)).toEqual(["+01:00", "+01:00", "+00:00", "+00:00"]);
    expect(diagnostics).toEqual([]);
  });
});

test("an hour that the clocks skip has no instant, and a note says why", () => {
  const dump = parsed("a.txt", page(["00:30", "01:30", "02:30"]));
  const { value, diagnostics } = dumpStamps(dump, { date: "2019-03-31", timezone: "Europe/London" });
  expect(value.map((stamp) => stamp?.instant?.offset)).toEqual(["+00:00", undefined, "+01:00"]);
  expect(diagnostics).toMatchObject([{ code: "time-skipped", severity: "note", line: 5 }]);
});

describe("a date without a year", () => {
  const dump =
    "  1. Twopublished at 00:10 Greenwich Mean Time 1 January\n\n  2. Onepublished at 23:50 Greenwich Mean Time 31 December\n";

  test("takes the year that brings it nearest to what is known", () => {
    expect(days(dump, { date: "2018-12-31", timezone: null })).toEqual([
      "00:10 2019-01-01 live-blog-date",
      "23:50 2018-12-31 live-blog-date",
    ]);
  });

  test("has no instant where nothing proves one", () => {
    expect(days(dump, NOTHING)).toEqual(["00:10 ? printed", "23:50 ? printed"]);
  });
});

describe("a zone whose name several clocks share", () => {
  const text = page(["08:50 IST", "08:31 IST"]).replaceAll(" - ", ": ");

  test("is the one that the live blog's own zone calls its clock", () => {
    const at = (timezone: string): readonly (string | undefined)[] =>
      dumpStamps(parsed("a.txt", text), { date: "2019-06-09", timezone }).value.map((stamp) => stamp?.instant?.offset);
    expect(at("Asia/Kolkata")).toEqual(["+05:30", "+05:30"]);
    expect(at("Europe/Dublin")).toEqual(["+01:00", "+01:00"]);
  });

  test("else its posts have no instant, and one warning says what would help", () => {
    for (const timezone of [null, "America/Denver", "Europe/London"]) {
      const { value, diagnostics } = dumpStamps(parsed("a.txt", text), { date: "2019-06-09", timezone });
      expect(value.map((stamp) => stamp?.instant)).toEqual([null, null]);
      expect(diagnostics).toMatchObject([{ code: "zone-ambiguous", severity: "warning" }]);
      expect(diagnostics[0]?.hint).toContain("timezone");
    }
  });
});

test("times that are on no clock make no stamp, and are kept for the reader", () => {
  const minutes = "Cup final\n\n43' Barrow shoots.\n\n41' Craik shoots.\n\n40' A corner.\n";
  expect(days(minutes, LIVE_BLOG)).toEqual(["none", "none", "none"]);
  const dumps = [{ dump: parsed("a.txt", minutes), page: null }];
  const [item] = mergeLiveBlog({ slug: "a", title: "A", folder: null, dumps }).value.timeline;
  expect(item?.kind === "post" ? item.post.offClock : null).toEqual({ minute: "40", relative: null });
});
