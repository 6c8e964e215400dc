import { expect, test } from "vitest";
import { readDump } from "../../src/dumps/read-dump.ts";
import { sourceOf } from "./examples.ts";

// One page of four posts in every layout that publishers stamp posts in: each body must keep its own time.

const POSTS = [
  { hour: 14, minute: 50, headline: "Water over the quay wall", body: "The first boats are in the street." },
  { hour: 14, minute: 21, headline: "Bridge shut to lorries", body: "A second crew has come from Harwell." },
  { hour: 13, minute: 47, headline: "Pumps at the school", body: "Nobody sleeps in the third house." },
  { hour: 13, minute: 5, headline: "Rain since the morning", body: "Good afternoon from the fourth pier." },
] as const;

const two = (figures: number): string => String(figures).padStart(2, "0");

const CLOCKS: Readonly<Record<string, (hour: number, minute: number) => string>> = {
  "14:50": (hour, minute) => `${hour}:${two(minute)}`,
  "2.50pm": (hour, minute) => `${hour - 12}.${two(minute)}pm`,
  "22 July 2024 14:50": (hour, minute) => `22 July 2024 ${hour}:${two(minute)}`,
};

/** Rows of a post: `T` is its time, `H` its headline, `B` its body, an empty row a blank line. */
const LAYOUTS = [
  ...["T/B/", "T//B/", "T/H/B/", "H/T/B/", "H/B/T/", "B/T/"],
  ...["Ines Barrow, T/B/", "Ines Barrow, T/H/B/", "H/Ines Barrow, T/B/", "H/B/Ines Barrow, T/"],
  ...["Posted by Ines Barrow at T/B/", "B/Posted by Ines Barrow at T/", "B/Ines BarrowT/"],
  ...["T, Ines Barrow/B/", "H/T, Ines Barrow/B/", "T | Ines Barrow/B/", "T/Ines Barrow/B/", "Ines Barrow/T/B/"],
  ...["T - B/", "T: B/", "T B/", "[T] B/", "Posted at T/B/"],
];

const TOPS = [[], ["Flood live: the day's events", ""], ["Flood live: the day's events", "By Nell Tewke", ""]];
const FEET = [[], ["Copyright Harbour News"]];

test.each(LAYOUTS)("%s", (layout) => {
  for (const [format, clock] of Object.entries(CLOCKS)) {
    // A name and a time of day without a space between are no one's look.
    if (layout.includes("BarrowT") && !format.startsWith("22")) continue;
    for (const top of TOPS) {
      for (const foot of FEET) {
        const posts = POSTS.flatMap(({ hour, minute, headline, body }) =>
          layout.split("/").map((row) =>
            row
              .replace("T", () => clock(hour, minute))
              .replace(/^H$/, headline)
              .replace(/B$/, body),
          ),
        );
        const { entries } = readDump(sourceOf([...top, ...posts, ...foot].join("\n"))).value;
        const timeOf = (body: string): unknown =>
          entries.find(({ blocks }) => JSON.stringify(blocks).includes(body))?.stamp?.time;
        const read = POSTS.map(({ body }) => timeOf(body));
        expect(read, [format, ...top, ...foot].join(" · ")).toEqual(
          POSTS.map(({ hour, minute }) => `${hour}:${two(minute)}`),
        );
      }
    }
  }
});
