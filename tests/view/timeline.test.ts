/** Headings of the timeline: hours, and runs of posts whose times are lost, under what is known of them. */
import { describe, expect, test } from "vitest";
import type { Bracket, Post, TimelineItem } from "../../src/model/live-blog.ts";
import type { Stamp } from "../../src/model/stamp.ts";
import { instantIn } from "../../src/time/zones.ts";
import { postView } from "../../src/view/post.ts";
import { sectionViews } from "../../src/view/timeline.ts";
import { regatta, strings } from "../outputs/samples.ts";

const PLAIN = regatta().timeline.flatMap((item) => (item.kind === "post" ? [item.post] : []))[0];

function stamp(time: string, date = "2019-06-09"): Stamp {
  return { time, instant: instantIn(date, time, "Europe/London"), origin: { kind: "printed" } };
}

function item(given: Partial<Post>): TimelineItem {
  if (PLAIN === undefined) throw new Error("the sample has no post");
  return { kind: "post", post: { ...PLAIN, stamp: null, bracket: null, ...given } };
}
const timed = (time: string, date?: string) => item({ stamp: stamp(time, date) });
const lost = (after: Stamp | null, before: Stamp | null) => item({ bracket: { after, before } satisfies Bracket });

function headings(...items: readonly TimelineItem[]): string[] {
  const embeds = { config: { off: [], frames: [], mastodon: [], own: null, days: 1, noscriptFrame: true }, lang: "en" };
  const words = strings("en");
  const surroundings = {
    words,
    embeds: { ...embeds, words, totals: new Map(), seen: new Map() },
    ...{ assets: new Map(), pointers: new Map(), pointersOf: () => new Map(), href: (address: string) => address },
    besideDumps: true,
  };
  return sectionViews(items, words, (post) => postView(post, surroundings, null)).map(({ heading }) => heading);
}

describe("a run of posts whose times are lost", () => {
  test("stands under the times around it", () => {
    expect(headings(lost(null, stamp("14:22")), timed("14:22"))).toEqual([
      "Before 14:22, times not preserved",
      "14:00",
    ]);
    expect(headings(timed("14:22"), lost(stamp("14:22"), stamp("16:00")), timed("16:00"))[1]).toBe(
      "Between 14:22 and 16:00, times not preserved",
    );
    expect(headings(timed("14:22"), lost(stamp("14:22"), null))[1]).toBe("After 14:22, times not preserved");
  });

  test("and, in a live blog of several days, under their days, as hours are", () => {
    const [night, morning] = [stamp("23:55"), stamp("09:10", "2019-06-10")];
    const noon = stamp("12:00", "2019-06-10");
    expect(
      headings(
        lost(null, night),
        item({ stamp: night }),
        lost(night, morning),
        item({ stamp: morning }),
        lost(morning, noon),
        item({ stamp: noon }),
        lost(noon, null),
      ),
    ).toEqual([
      "Before 23:55 on Sunday 9 June 2019, times not preserved",
      "Sunday 9 June 2019, 23:00",
      "Between 23:55 on Sunday 9 June 2019 and 09:10 on Monday 10 June 2019, times not preserved",
      "Monday 10 June 2019, 09:00",
      "Between 09:10 and 12:00 on Monday 10 June 2019, times not preserved",
      "Monday 10 June 2019, 12:00",
      "After 12:00 on Monday 10 June 2019, times not preserved",
    ]);
  });

  test("two runs before the same hour of two days are two", () => {
    const [first, second] = [stamp("09:10"), stamp("09:10", "2019-06-10")];
    expect(headings(lost(null, first), lost(null, second), item({ stamp: second }), timed("09:10"))).toHaveLength(4);
  });
});
