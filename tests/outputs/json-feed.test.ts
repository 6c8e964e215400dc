import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jsonFeed } from "../../src/render/json-feed.ts";
import { liveBlogFeed } from "../../src/view/feed.ts";
import { anyLiveBlog, config, regatta, strings } from "./samples.ts";

const date = z.iso.datetime({ offset: true });
const author = z.strictObject({ name: z.string() });

/** JSON Feed 1.1, as far as these feeds use it. Strict: a field that is spelt wrongly is one that nobody reads. */
const jsonFeedSchema = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string(),
  home_page_url: z.string(),
  feed_url: z.string(),
  description: z.string().optional(),
  icon: z.string(),
  authors: z.array(author).min(1),
  language: z.string(),
  expired: z.literal(true),
  items: z.array(
    z.strictObject({
      id: z.string().startsWith("tag:"),
      url: z.string(),
      title: z.string(),
      content_html: z.string(),
      date_published: date.optional(),
      date_modified: date.optional(),
      authors: z.array(author).optional(),
      tags: z.array(z.string()).optional(),
    }),
  ),
});

const feedOf = (blog = regatta()) => jsonFeedSchema.parse(JSON.parse(jsonFeed(liveBlogFeed(blog, config(), strings))));

describe("JSON Feed says the same as Atom", () => {
  test("that it is over", () => {
    expect(feedOf()).toMatchObject({ expired: true, home_page_url: "https://example.org/archive/regatta/" });
  });

  test("and of each post who, what and where", () => {
    expect(feedOf().items.find(({ id }) => id.endsWith("away"))).toMatchObject({
      id: "tag:example.org,2026:regatta/p-1000-away",
      url: "https://example.org/archive/regatta/#p-1000-away",
      title: "Away at last",
      authors: [{ name: "Ines Barrow" }],
      tags: ["Class One"],
    });
  });

  test("but where no date is proved it has none", () => {
    const dates = feedOf().items.map(({ title, date_published, date_modified }) => [
      title,
      date_published,
      date_modified,
    ]);
    expect(dates).toEqual([
      ["The cup", "2019-06-09T15:10:00+01:00", undefined],
      ["Red flag", "2019-06-09T11:08:00+01:00", "2020-01-02T00:00:00Z"],
      ["The photograph", undefined, "2026-11-21T00:00:00Z"],
      ["Away at last", undefined, undefined],
      ["Flat calm", "2019-06-09T08:50:00+01:00", undefined],
    ]);
  });
});

test("any live blog gives a JSON Feed", () => {
  fc.assert(
    fc.property(anyLiveBlog, (blog) => {
      expect(feedOf(blog).items).toHaveLength(blog.timeline.filter(({ kind }) => kind === "post").length);
    }),
    { numRuns: 100 },
  );
});
