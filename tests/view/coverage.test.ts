/** The coverage line claims what is known and no more; every day and zone that it needs is said, none twice. */
import { describe, expect, test } from "vitest";
import type { LiveBlog } from "../../src/model/live-blog.ts";
import type { Instant } from "../../src/model/stamp.ts";
import { instantIn } from "../../src/time/zones.ts";
import { coverageLine, eventLine } from "../../src/view/coverage.ts";
import { liveBlog, regatta, strings } from "../outputs/samples.ts";

const ENGLISH = strings("en");
const DUMPED = regatta();
const AUTHORED = liveBlog([]);

/** `2019-06-09 08:50` on London's clock. */
function instant(text: string, which?: "later"): Instant {
  const found = instantIn(text.slice(0, 10), text.slice(11), "Europe/London", which);
  if (found === null) throw new Error(`London's clocks never show ${text}`);
  return found;
}

const [MORNING, NOON] = ["2019-06-09 08:50", "2019-06-09 12:00"].map((text) => instant(text));
const [NIGHT, AFTER] = ["2019-06-09 23:55", "2019-06-10 01:05"].map((text) => instant(text));
const [SUMMER, WINTER] = [instant("2019-10-27 01:30"), instant("2019-10-27 01:40", "later")];

type Case = readonly [
  what: string,
  from: Instant | undefined,
  to: Instant | undefined,
  openStart: boolean,
  dumps: string,
  authors: string,
];
const CASES: readonly Case[] = [
  ["nothing known", undefined, undefined, false, "No times are preserved", "No times are given"],
  [
    "one moment",
    NOON,
    NOON,
    false,
    "What is preserved is from 12:00 BST on Sunday 9 June 2019",
    "From 12:00 BST on Sunday 9 June 2019",
  ],
  [
    "one moment, and lost times before it",
    NOON,
    NOON,
    true,
    "What is preserved ends at 12:00 BST on Sunday 9 June 2019; the posts before it have lost their times",
    "Ends at 12:00 BST on Sunday 9 June 2019; the posts before it have lost their times",
  ],
  [
    "one day",
    MORNING,
    NOON,
    false,
    "What is preserved runs from 08:50 to 12:00 BST on Sunday 9 June 2019",
    "Runs from 08:50 to 12:00 BST on Sunday 9 June 2019",
  ],
  [
    "one day, and lost times before it",
    MORNING,
    NOON,
    true,
    "What is preserved begins before 08:50 and runs to 12:00 BST on Sunday 9 June 2019",
    "Begins before 08:50 and runs to 12:00 BST on Sunday 9 June 2019",
  ],
  [
    "two days",
    NIGHT,
    AFTER,
    false,
    "What is preserved runs from 23:55 BST on Sunday 9 June 2019 to 01:05 BST on Monday 10 June 2019",
    "Runs from 23:55 BST on Sunday 9 June 2019 to 01:05 BST on Monday 10 June 2019",
  ],
  [
    "two days, and lost times before them",
    NIGHT,
    AFTER,
    true,
    "What is preserved begins before 23:55 BST on Sunday 9 June 2019 and runs to 01:05 BST on Monday 10 June 2019",
    "Begins before 23:55 BST on Sunday 9 June 2019 and runs to 01:05 BST on Monday 10 June 2019",
  ],
  [
    "one day on which the clocks change",
    SUMMER,
    WINTER,
    false,
    "What is preserved runs from 01:30 BST to 01:40 GMT on Sunday 27 October 2019",
    "Runs from 01:30 BST to 01:40 GMT on Sunday 27 October 2019",
  ],
  [
    "that day, and lost times before it",
    SUMMER,
    WINTER,
    true,
    "What is preserved begins before 01:30 BST and runs to 01:40 GMT on Sunday 27 October 2019",
    "Begins before 01:30 BST and runs to 01:40 GMT on Sunday 27 October 2019",
  ],
];

test.each(CASES)("%s", (_, from, to, openStart, dumps, authors) => {
  const coverage = from === undefined || to === undefined ? null : { from, to };
  const lineOf = (blog: LiveBlog) => coverageLine({ ...blog, coverage, openStart }, 2, ENGLISH)[0];
  expect([lineOf(DUMPED), lineOf(AUTHORED)]).toEqual([dumps, authors]);
});

test("what it was made of", () => {
  expect(coverageLine(DUMPED, 5, ENGLISH).slice(1)).toEqual(["5 posts from 1 dump and 3 files"]);
  expect(coverageLine(AUTHORED, 1, ENGLISH).slice(1)).toEqual(["1 post"]);
});

describe("when the event itself was, for a live blog of 9 June", () => {
  test.each([
    ["2019-06-09T08:55", "2019-06-09T18:00", "08:55 to 18:00"],
    ["2019-06-09T08:55", null, "from 08:55"],
    [null, "2019-06-09T18:00", "until 18:00"],
    ["2019-06-09T08:55", "2019-06-11T18:00", "08:55 on Sunday 9 June 2019 to 18:00 on Tuesday 11 June 2019"],
    ["2019-06-08T08:55", null, "from 08:55 on Saturday 8 June 2019"],
    [null, "2019-06-10T01:00", "until 01:00 on Monday 10 June 2019"],
    ["2019-06-08T08:55", "2019-06-08T18:00", "08:55 on Saturday 8 June 2019 to 18:00 on Saturday 8 June 2019"],
  ])("%s, %s", (start, end, words) => {
    const event = { start, end, venue: null };
    expect(eventLine({ event, date: "2019-06-09" }, ENGLISH)).toBe(`The event itself: ${words}`);
  });

  test("where the live blog has no day, one day is not said and two are", () => {
    const of = (end: string) =>
      eventLine({ event: { start: "2019-06-09T08:55", end, venue: null }, date: null }, ENGLISH);
    expect(of("2019-06-09T18:00")).toBe("The event itself: 08:55 to 18:00");
    expect(of("2019-06-10T18:00")).toContain("on Monday 10 June 2019");
  });

  test("its venue, with a time or alone; nothing of an event without facts", () => {
    const at = (start: string | null, venue: string | null) =>
      eventLine({ event: { start, end: null, venue }, date: "2019-06-09" }, ENGLISH);
    expect(at("2019-06-09T08:55", "Harbour")).toBe("The event itself: from 08:55, Harbour");
    expect(at(null, "Harbour")).toBe("The event itself: Harbour");
    expect([at(null, null), eventLine({ event: null, date: null }, ENGLISH)]).toEqual([null, null]);
  });
});
