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

  test("on other pages draws neighbours as one stroke and names no post", () => {
    const crowd = Array.from({ length: 50 }, (_, minute) => `10:${String(49 - minute).padStart(2, "0")}`);
    const small = smallTempo(merge([{ dump: page("a.txt", "23:00", ...crowd), page: 1 }]).tempo);
    expect(small?.strokes.length).toBeLessThan(10);
    expect(small?.strokes.every(({ post: id }) => id === "")).toBe(true);
  });
});
