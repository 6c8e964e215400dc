import { describe, expect, test } from "vitest";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import { smallTempo } from "../../src/archive/tempo.ts";
import { tempoView } from "../../src/view/tempo.ts";
import { strings } from "../outputs/samples.ts";
import { DAY, folder, post, structured } from "./samples.ts";

const page = (file: string, ...times: string[]) =>
  structured(
    file,
    times.map((time) => ({ headline: `At ${time}`, at: `${time} ${DAY}`, body: "Something happened on the water." })),
  );

const merge = (
  dumps: Parameters<typeof mergeLiveBlog>[0]["dumps"],
  posts = [post("0900", { at: "09:00", key: true })],
) => mergeLiveBlog({ slug: "regatta", title: "Regatta", folder: folder("regatta", { posts }), dumps }).value;

const morning = { dump: page("p9.txt", "09:30", "09:20", "09:10", "09:05"), page: 9 };
const afternoon = { dump: page("p3.txt", "13:00", "12:30"), page: 3 };

describe("the tempo map", () => {
  test("places every timed post between the first and the last, and marks what is lost between two pages", () => {
    const { tempo } = merge([morning, afternoon]);
    expect(tempo).toMatchObject({
      from: { time: "09:00" },
      to: { time: "13:00" },
      lost: [{ start: 0.125, end: 0.875 }],
    });
    expect(tempo?.strokes.map(({ share, key }) => [Number(share.toFixed(3)), key])).toEqual([
      [0, true],
      ...[0.021, 0.042, 0.083, 0.125, 0.875, 1].map((share) => [share, false]),
    ]);
  });

  test("is not drawn below six timed posts, nor below two hours", () => {
    expect(merge([morning], []).tempo).toBeNull();
    expect(
      merge([{ dump: page("a.txt", "10:59", "10:40", "10:30", "10:20", "10:10", "10:05", "09:00"), page: 1 }], [])
        .tempo,
    ).toBeNull();
  });

  test("labels full hours on the event's clock and says the same in words", () => {
    const view = tempoView(merge([morning, afternoon]), (address) => address, strings("en"));
    expect(view?.ticks.map(({ text }) => text)).toEqual(["09:00", "10:00", "11:00", "12:00", "13:00"]);
    expect(view?.strokes[0]).toMatchObject({ x: "2.00%", key: true, href: "#p-0900" });
    expect(view?.caption).toBe(
      "One stroke a post, 7 from 09:00 to 13:00, key moments in the accent and hatched where the dumps have lost posts or their times.",
    );
  });

  test("says what a mark means only where there is one", () => {
    const view = tempoView(merge([morning], []), (address) => address, strings("en"));
    expect(view).toBeNull();
    const day = { dump: page("a.txt", "14:00", "13:00", "12:00", "11:00", "10:00", "09:00"), page: 1 };
    expect(tempoView(merge([day], []), (address) => address, strings("en"))?.caption).toBe(
      "One stroke a post, 6 from 09:00 to 14:00.",
    );
  });

  test.each([
    ["26 March 2017", "25 March 2017", "no 01:00 that night", ["23:00", "26 March", "02:00", "03:00", "04:00"]],
    ["29 October 2017", "28 October 2017", "01:00 twice", ["23:00", "29 October", "01:00", "02:00", "03:00", "04:00"]],
  ])("labels stand where the clock shows them in a night when clocks change: %s", (day, eve, _, labels) => {
    const zone = (date: string, hour: number) =>
      (day.includes("March") ? date === day && hour >= 1 : date === eve || hour < 1)
        ? "British Summer Time"
        : "Greenwich Mean Time";
    const at = (date: string, hour: number) => `${String(hour).padStart(2, "0")}:30 ${zone(date, hour)} ${date}`;
    const entries = [...[4, 3, 2].map((hour) => at(day, hour)), at(day, 0), at(eve, 23), at(eve, 22)].map((time) => ({
      headline: `At ${time}`,
      at: time,
      body: "Something happened on the water.",
    }));
    const view = tempoView(
      merge([{ dump: structured("a.txt", entries), page: 1 }], []),
      (address) => address,
      strings("en"),
    );
    expect(view?.ticks.map(({ text }) => text)).toEqual(labels);
    const share = (x = "") => Number(x.replace("%", ""));
    // The post of half past two stands right after the label of two.
    const [two, post] = [
      view?.ticks.find(({ text }) => text === "02:00")?.x,
      view?.strokes.find(({ href }) => href?.includes("0230"))?.x,
    ];
    const three = view?.ticks.find(({ text }) => text === "03:00")?.x;
    expect(share(post) - share(two)).toBeCloseTo((share(three) - share(two)) / 2, 1);
  });

  test("on other pages draws neighbours as one stroke and names no post", () => {
    const crowd = Array.from({ length: 50 }, (_, minute) => `10:${String(49 - minute).padStart(2, "0")}`);
    const small = smallTempo(merge([{ dump: page("a.txt", "23:00", ...crowd), page: 1 }]).tempo);
    expect(small?.strokes.length).toBeLessThan(10);
    expect(small?.strokes.every(({ post: id }) => id === "")).toBe(true);
  });
});
