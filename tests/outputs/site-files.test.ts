import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { liveBlogData } from "../../src/data/live-blog.ts";
import { site, type TestSite } from "../sites/site.ts";
import { parts, rootOf, textOf } from "./xml.ts";

const REGATTA = `---
title: Stowford Regatta 2019
date: 2019-06-15
timezone: Europe/London
place: Stowford
lang: en-GB
summary: [Lady Mavis wins by a plank]
aliases: [old-regatta]
event: { start: 2019-06-15T09:15, venue: Stowford harbour }
---
One day on the water.
`;
const POST = `---
time: 11:08
headline: Red flag </script><b>
labels: [Class One]
key: true
---
Contact at the perch. See [the start](#p-away).
`;
const FILES = {
  "content/regatta/index.md": REGATTA,
  "content/regatta/1108-red-flag.md": POST,
  "content/regatta/away.md": "---\nafter: p-1108-red-flag\n---\n![Two boats](boats.png)\n",
  "content/regatta/boats.png": Uint8Array.of(0x89, 0x50),
  "content/flower-show/index.md": "---\ntitle: Flower show\ndate: 2018-08-01\n---\nNo posts are left.\n",
  "afterlive.config.json": JSON.stringify({
    url: "https://example.org/archive",
    title: "Stowford live blogs",
    description: "Every day that Stowford wrote down.",
    publisher: "Stowford Echo",
  }),
};

async function built(files: Parameters<typeof site>[0] = FILES): Promise<TestSite> {
  const made = site(files);
  const { diagnostics, changes } = await made.build();
  if (changes === null) throw new Error(`the site does not build: ${JSON.stringify(diagnostics)}`);
  return made;
}

const headOf = (page: string): string => page.slice(0, page.indexOf("</head>"));

describe("a published site", () => {
  test("has its feeds, data, sitemap, robots.txt, manifest and icons", async () => {
    const files = [...(await built()).published().keys()];
    expect(files).toEqual(
      expect.arrayContaining([
        "assets/icon-180.png",
        "assets/icon-192.png",
        "assets/icon-512.png",
        "feed.xml",
        "liveblog.schema.json",
        "regatta/feed.json",
        "regatta/feed.xml",
        "regatta/liveblog.json",
        "robots.txt",
        "site.webmanifest",
        "sitemap.xml",
      ]),
    );
  });

  test("is the same bytes when it is built again from sources that were written in another order", async () => {
    const again = Object.fromEntries(Object.entries(FILES).reverse());
    expect([...(await built(again)).published()]).toEqual([...(await built()).published()]);
  });

  test("lists its live blogs in a feed, newest event first", async () => {
    const feed = rootOf((await built()).page("feed.xml"));
    expect(textOf(feed, "id")).toBe("tag:example.org,2026:/");
    expect(textOf(feed, "updated")).toBe("2019-06-15T11:08:00+01:00");
    expect(parts(feed, "entry").map((entry) => [textOf(entry, "id"), textOf(entry, "content")])).toEqual([
      [
        "tag:example.org,2026:regatta",
        "<p>Lady Mavis wins by a plank</p><p><small>Saturday 15 June 2019 · Stowford · 2 posts</small></p>",
      ],
      ["tag:example.org,2026:flower-show", "<p><small>Wednesday 1 August 2018 · 0 posts</small></p>"],
    ]);
  });

  test("keeps the schema of its data beside it, where the data says", async () => {
    const made = await built();
    const data = liveBlogData.parse(JSON.parse(made.page("regatta/liveblog.json")));
    const schema = new URL(data.$schema ?? "", "https://example.org/archive/regatta/liveblog.json").pathname;
    expect(made.published().has(schema.slice("/archive/".length))).toBe(true);
    expect(JSON.parse(made.page("liveblog.schema.json"))).toMatchObject({
      title: "Afterlive live blog",
      properties: { timeline: { description: expect.any(String) } },
    });
  });
});

describe("sitemap and robots.txt", () => {
  test("every page that is one stands in the sitemap, with the day of its last change; redirects and 404 do not", async () => {
    const made = await built();
    const urls = parts(rootOf(made.page("sitemap.xml")), "url");
    const listed = new Map(urls.map((url) => [textOf(url, "loc"), textOf(url, "lastmod")]));
    expect(listed.get("https://example.org/archive/regatta/")).toBe("2019-06-15T11:08:00+01:00");
    expect(listed.get("https://example.org/archive/")).toBe("2019-06-15T11:08:00+01:00");
    const pages = [...made.published()]
      .filter(([path, html]) => /(?:^|\/)index\.html$/.test(path) && !html.includes('content="noindex"'))
      .map(([path]) => `https://example.org/archive/${path.slice(0, -"index.html".length)}`);
    expect([...listed.keys()]).toEqual(pages.sort());
    expect(made.published().has("old-regatta/index.html")).toBe(true);
    expect(made.page("robots.txt")).toBe(
      "User-agent: *\nDisallow:\n\nSitemap: https://example.org/archive/sitemap.xml\n",
    );
  });

  test("without the site's address there is no sitemap, and a note said so", async () => {
    const made = site({ ...FILES, "afterlive.config.json": '{ "title": "Stowford" }' });
    expect((await made.build()).diagnostics.map(({ code }) => code)).toContain("config-no-url");
    expect(made.published().has("sitemap.xml")).toBe(false);
    expect(made.page("robots.txt")).not.toContain("Sitemap");
  });
});

describe("the manifest", () => {
  test("names icons that are there, at the sizes it says", async () => {
    const made = await built();
    const manifest: { icons: { src: string; type: string; sizes: string }[] } = JSON.parse(
      made.page("site.webmanifest"),
    );
    expect(manifest).toMatchObject({ name: "Stowford live blogs", lang: "en", start_url: "./" });
    for (const { src, type, sizes } of manifest.icons) {
      const bytes = readFileSync(`${made.root}/dist/${src}`);
      if (type !== "image/png") continue;
      expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
    }
  });
});

describe("a page's head", () => {
  test("leads to the feeds and the data of its live blog, and to the site's feed", async () => {
    const made = await built();
    const head = headOf(made.page("regatta/index.html"));
    const links = [...head.matchAll(/<link rel="alternate" href="([^"]*)" type="([^"]*)"/g)].map(([, href, type]) => [
      href,
      type,
    ]);
    expect(links).toEqual([
      ["../regatta/feed.xml", "application/atom+xml"],
      ["../regatta/feed.json", "application/feed+json"],
      ["../regatta/liveblog.json", "application/json"],
      ["../feed.xml", "application/atom+xml"],
    ]);
    expect(headOf(made.page("index.html"))).toContain('<link rel="alternate" href="./feed.xml"');
  });

  test("says on a card what the page is, with its picture where it has one", async () => {
    const head = headOf((await built()).page("regatta/index.html"));
    const cards = [...head.matchAll(/<meta property="([^"]*)" content="([^"]*)">/g)].map(([, name, content]) => [
      name,
      content,
    ]);
    expect(cards).toEqual([
      ["og:type", "article"],
      ["og:title", "Stowford Regatta 2019"],
      ["og:description", "Lady Mavis wins by a plank"],
      ["og:url", "https://example.org/archive/regatta/"],
      ["og:site_name", "Stowford live blogs"],
      ["og:locale", "en_GB"],
      ["og:image", "https://example.org/archive/regatta/boats.png"],
      ["og:image:alt", "Two boats"],
    ]);
    expect(head).toContain('<meta name="twitter:card" content="summary_large_image">');
  });

  test("says nothing that needs the site's address where that is not known", async () => {
    const head = headOf((await built({ ...FILES, "afterlive.config.json": "{}" })).page("regatta/index.html"));
    expect(head).not.toMatch(/og:url|og:image/);
    expect(head).toContain('<meta name="twitter:card" content="summary">');
  });
});

test("the structured data of a page is one block, whatever its words, and names anchors that the page has", async () => {
  const page = (await built()).page("regatta/index.html");
  const blocks = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  expect(blocks).toHaveLength(1);
  const data: { "@graph": { liveBlogUpdate?: { "@id": string; headline: string }[] }[] } = JSON.parse(
    blocks[0]?.[1] ?? "",
  );
  const updates = data["@graph"].flatMap(({ liveBlogUpdate = [] }) => liveBlogUpdate);
  expect(updates.map(({ headline }) => headline)).toEqual(["Red flag </script><b>", "Two boats…"]);
  for (const { "@id": id } of updates) expect(page).toContain(`id="${decodeURIComponent(new URL(id).hash.slice(1))}"`);
});
