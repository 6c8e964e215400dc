/** A reference such as `(see 11:45)` is a link wherever its post is read: on the page, in the feeds and in the data. */
import { expect, test } from "vitest";
import { site } from "./site.ts";

const at = (n: number, time: string, day: number, headline: string, body: string): string =>
  `  ${n}. ${headline}published at ${time} British Summer Time ${day} June 2019\n\n    ${body}\n\n`;

test("two days of one live blog, each with its own 11:45, and an author who points at one", async () => {
  const regatta = site({
    "seeds/a.txt": [
      ...["Summary\n\n  • Two days of sail\n\n", at(1, "15:00", 9, "Tea", "The flag (see 11:45) is still up.")],
      ...[at(2, "11:45", 9, "Flag", "Up it goes."), at(3, "00:20", 9, "Night", "The lamps (see 23.50pm) are out.")],
      ...[at(4, "12:00", 8, "Tide", "High (see 11.45am)."), at(5, "11:45", 8, "Eve", "Slack water. See 12:00.")],
    ].join(""),
    "content/regatta/index.md": "---\ntitle: Regatta\ndate: 2019-06-08\ntimezone: Europe/London\ndumps: [a.txt]\n---\n",
    "content/regatta/late.md":
      "---\ntime: 2019-06-09T16:00\nheadline: Late\n---\nAs *told* (see 15:00), `(see 15:00)`.\n",
  });
  const { diagnostics } = await regatta.build();
  const lost = diagnostics.filter(({ code }) => code === "pointer-unresolved");
  expect(lost.map(({ line, message }) => [line, message])).toEqual([
    [15, expect.stringContaining("no other post is of 23:50")],
  ]);
  const page = regatta.page("regatta/index.html");
  const linked = (html: string): string[] =>
    [...html.matchAll(/href="([^"]*)">(\(see [^)]*\))</g)].map(([, to, text]) => `${text} ${to}`);
  const links = ["(see 11.45am) #p-1145-eve", "(see 11:45) #p-1145-flag", "(see 15:00) #p-1500-tea"];
  expect(linked(page)).toEqual(links);
  const feed = JSON.parse(regatta.page("regatta/feed.json"));
  const html: string = feed.items.map((item: { content_html: string }) => item.content_html).join("");
  expect(
    linked(html)
      .map((link) => link.replace("../regatta/", ""))
      .toSorted(),
  ).toEqual(links);
  const data = JSON.parse(regatta.page("regatta/liveblog.json"));
  expect(data.pointers).toEqual([
    { printed: "(see 11.45am)", in: "p-1200-tide", post: "p-1145-eve" },
    { printed: "(see 11:45)", in: "p-1500-tea", post: "p-1145-flag" },
    { printed: "(see 15:00)", in: "p-late", post: "p-1500-tea" },
  ]);
});
