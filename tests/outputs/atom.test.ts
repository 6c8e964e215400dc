import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atom } from "../../src/render/atom.ts";
import { liveBlogFeed } from "../../src/view/feed.ts";
import { DAY, folder, parsed, post, structured } from "../archive/samples.ts";
import { anyLiveBlog, config, HOSTILE, liveBlog, paragraph, regatta, strings } from "./samples.ts";
import { parts, rootOf, textOf } from "./xml.ts";

const feedOf = (blog = regatta(), site = config()) => atom(liveBlogFeed(blog, site, strings));
const entriesOf = (xml: string) => parts(rootOf(xml), "entry");
const entry = (xml: string, title: string) => {
  const found = entriesOf(xml).find((candidate) => textOf(candidate, "title") === title);
  if (found === undefined) throw new Error(`no entry is titled "${title}"`);
  return found;
};
const linksOf = (xml: string) =>
  parts(rootOf(xml), "link").map(({ attributes }) => [attributes["rel"], attributes["href"]]);

test("a live blog of one post, whole", () => {
  const day = folder("regatta", {
    index: { title: "Stowford Regatta 2019", lang: "en-GB" },
    posts: [
      post("1108-red-flag", {
        at: "11:08",
        headline: "Red flag & protest",
        body: [paragraph("Contact at <the> perch.")],
      }),
    ],
  });
  expect(feedOf(liveBlog([], day))).toBe(`\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en-GB">
<id>tag:example.org,2026:regatta/</id>
<title>Stowford Regatta 2019 · Stowford live blogs</title>
<link rel="self" href="https://example.org/archive/regatta/feed.xml" type="application/atom+xml"/>
<link rel="alternate" href="https://example.org/archive/regatta/" type="text/html"/>
<link rel="alternate" href="https://example.org/archive/regatta/feed.json" type="application/feed+json"/>
<icon>https://example.org/archive/assets/icon-512.png</icon>
<updated>2019-06-09T11:08:00+01:00</updated>
<generator>Afterlive</generator>
<fh:complete/>
<author><name>Stowford live blogs</name></author>
<entry><id>tag:example.org,2026:regatta/p-1108-red-flag</id><title>Red flag &amp; protest</title>\
<link rel="alternate" href="https://example.org/archive/regatta/#p-1108-red-flag" type="text/html"/>\
<published>2019-06-09T11:08:00+01:00</published><updated>2019-06-09T11:08:00+01:00</updated>\
<content type="html">&lt;p&gt;&lt;small&gt;11:08 BST, Sunday 9 June 2019&lt;/small&gt;&lt;/p&gt;\
&lt;p&gt;Contact at &amp;lt;the&amp;gt; perch.&lt;/p&gt;</content></entry>
</feed>
`);
});

describe("every post of a finished event is there", () => {
  test("newest first, under ids that stay when the site moves", () => {
    const ids = (url: string) =>
      entriesOf(feedOf(regatta(), config({ url, feedAuthority: "example.org", feedDate: "2019-06" }))).map((found) =>
        textOf(found, "id"),
      );
    expect(ids("https://example.org/archive/")).toEqual([
      "tag:example.org,2019-06:regatta/p-1510-the-cup",
      "tag:example.org,2019-06:regatta/p-1108-red-flag",
      "tag:example.org,2019-06:regatta/p-the-photograph",
      "tag:example.org,2019-06:regatta/p-1000-away",
      "tag:example.org,2019-06:regatta/p-0850-flat-calm",
    ]);
    expect(ids("https://live.stowford.example/")).toEqual(ids("https://example.org/archive/"));
  });

  test("where the site's address is not known: links from the feed's own place, ids under a name that is nobody's", () => {
    const xml = feedOf(regatta(), config({}));
    expect(linksOf(xml)).toEqual([
      ["self", "../regatta/feed.xml"],
      ["alternate", "../regatta/"],
      ["alternate", "../regatta/feed.json"],
    ]);
    expect(textOf(entry(xml, "The cup"), "id")).toBe("tag:archive.invalid,2026:regatta/p-1510-the-cup");
    expect(textOf(entry(xml, "Away at last"), "content")).toContain('<a href="../regatta/#p-1108-red-flag">');
  });
});

describe("a date is a fact or is left out", () => {
  test("published is what a source proves; updated is always there", () => {
    const dates = (title: string) => {
      const found = entry(feedOf(), title);
      return [textOf(found, "published"), textOf(found, "updated")];
    };
    expect(dates("The cup")).toEqual(["2019-06-09T15:10:00+01:00", "2019-06-09T15:10:00+01:00"]);
    expect(dates("Red flag")).toEqual(["2019-06-09T11:08:00+01:00", "2020-01-02T00:00:00Z"]);
    // Its author says "about".
    expect(dates("Away at last")).toEqual([null, "2019-06-09T10:00:00+01:00"]);
    expect(dates("The photograph")).toEqual([null, "2026-11-21T00:00:00Z"]);
  });

  test("what is known of a lost time is said in words", () => {
    const text = textOf(
      entriesOf(feedOf(liveBlog([parsed("a.txt", "Somebody wrote this down.\n")])))[0] ?? rootOf("<x/>"),
      "content",
    );
    expect(text).toContain("Time not preserved");
  });
});

describe("what the page says in words, the feed says", () => {
  test.each([
    ["corrections", "Red flag", "Corrected 11 June 2019: It was orange."],
    ["notes", "Red flag", "A note from the archive, 2 January 2020"],
    ["additions", "The photograph", "Added to the archive 21 November 2026 by Harwell Museum."],
    ["times that are about", "Away at last", "about 10:00 BST, Sunday 9 June 2019"],
    ["key moments, and who wrote", "Away at last", "Key moment · Ines Barrow, harbour master"],
    ["captions and credits", "The photograph", "The start · Picture: H. Lane"],
  ])("%s", (_, title, words) => {
    expect(textOf(entry(feedOf(), title), "content")).toContain(words);
  });

  test("an embed is its plain link: a feed loads nothing from elsewhere", () => {
    const url = "https://x.com/jack/status/20";
    const body = [{ kind: "embed", provider: "x", printed: null, url, start: 1, end: 1 } as const];
    const [only] = entriesOf(feedOf(liveBlog([], folder("regatta", { posts: [post("a", { body })] }))));
    const html = textOf(only ?? rootOf("<x/>"), "content");
    expect(html).toMatch(/<a href="https:\/\/x\.com\/[^"]*20">View original post on X<\/a>/);
    expect(html).not.toMatch(/<(?:iframe|script|button)/);
  });
});

describe("whatever the words are, the document stays one", () => {
  test.each(HOSTILE)("%j", (words) => {
    const contributor = { name: words, role: words, kind: "person" as const };
    const hostile = post("a", { at: "09:00", headline: words, labels: [words], contributor, body: [paragraph(words)] });
    const xml = feedOf(liveBlog([], folder("regatta", { index: { title: words }, posts: [hostile] })));
    const [only] = entriesOf(xml);
    const kept = words.replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "\uFFFD");
    expect(textOf(only ?? rootOf("<x/>"), "title")).toBe(kept);
    expect(textOf(only ?? rootOf("<x/>"), "content")).not.toMatch(/<script|<a href="javascript/);
  });

  test("an id that was cut in the middle of a character", () => {
    const blog = liveBlog([structured("a.txt", [{ headline: `a${"𐐀".repeat(40)}`, at: `09:00 ${DAY}` }])]);
    expect(textOf(entriesOf(feedOf(blog))[0] ?? rootOf("<x/>"), "id")).toMatch(
      /^tag:example\.org,2026:regatta\/p-0900-a/,
    );
  });

  test("any live blog: well-formed, an entry a post, ids unique, and the same bytes twice", () => {
    fc.assert(
      fc.property(anyLiveBlog, (blog) => {
        const xml = feedOf(blog);
        const ids = entriesOf(xml).map((found) => textOf(found, "id"));
        expect(ids.length).toBe(blog.timeline.filter(({ kind }) => kind === "post").length);
        expect(new Set(ids).size).toBe(ids.length);
        expect(feedOf(blog)).toBe(xml);
      }),
      { numRuns: 100 },
    );
  });
});
