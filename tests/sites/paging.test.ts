/** The largest live blog, published: what a reader of any page, and any program, finds where it is said to be. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { build } from "../../src/build.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { LARGEST, largestSite, longSite } from "./long.ts";
import { brief, site } from "./site.ts";

const CHECKER = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: { "require-sri": "off" },
});

const URL_OF_SITE = "https://example.org/archive/";

let root = "";
let problems: readonly Diagnostic[] = [];
/** The pages of the live blog by their addresses. */
let pages = new Map<string, string>();
const file = (path: string): string => readFileSync(join(root, "dist", path), "utf8");

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "afterlive-long-"));
  const config = JSON.stringify({ title: "Stowford live blogs", url: URL_OF_SITE });
  for (const [path, text] of Object.entries({ "afterlive.config.json": config, ...largestSite() })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const options = { root, out: join(root, "dist"), write: true, drafts: false, keepGoing: false, basePath: null };
  problems = (await build({ ...options, onProgress: () => undefined })).diagnostics;
  const found = readdirSync(join(root, "dist/regatta"), { recursive: true, encoding: "utf8" });
  const addresses = found.filter((path) => path.endsWith("index.html")).map((path) => path.slice(0, -10));
  pages = new Map(addresses.map((path) => [`regatta/${path}`, file(`regatta/${path}index.html`)]));
});
afterAll(() => rmSync(root, { recursive: true }));

const all = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([, found = ""]) => found);
const idsOf = (html: string): string[] => all(/ id="([^"]*)"/g, html);
const postsOf = (html: string): string[] => all(/<article class="post[^"]*" id="([^"]*)"/g, html);
const hrefsOf = (html: string): string[] =>
  all(/ href="([^"]*)"/g, html).map((href) => href.replaceAll("&#x3D;", "=").replaceAll("&amp;", "&"));
const page = (number: number): string => pages.get(number === 1 ? "regatta/" : `regatta/page-${number}/`) ?? "";

/** How often a page of a megabyte says something: no message should print the page. */
const countIn = (html: string, part: string): number => html.split(part).length - 1;
const expectIn = (html: string, part: string): void =>
  expect({ part, times: countIn(html, part) }).toEqual({ part, times: 1 });

test("it is published without a warning, as 15 pages", () => {
  expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
  expect(pages.size).toBe(15);
});

describe("posts", () => {
  test("stand each on one page, in their order", () => {
    const timeline = z.object({ timeline: z.array(z.looseObject({ id: z.string() })) });
    const { timeline: posts } = timeline.parse(JSON.parse(file("regatta/liveblog.json")));
    const shown = Array.from({ length: 15 }, (_, at) => postsOf(page(at + 1))).flat();
    expect(shown).toHaveLength(LARGEST);
    expect(shown).toEqual(posts.map(({ id }) => id));
  });

  test("are all found on page one, by every id: as posts, or in the index of the others", () => {
    const ids = idsOf(page(1));
    expect(new Set(ids).size).toBe(ids.length);
    const elsewhere = Array.from({ length: 14 }, (_, at) => postsOf(page(at + 2))).flat();
    expect([...elsewhere, "post_58fc"].filter((id) => !ids.includes(id))).toEqual([]);
  });
});

test("every link on every page leads to a page or a file that is there, and to what it has", () => {
  const found = new Set(readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" }));
  const idsAt = new Map([...pages].map(([path, html]) => [path, new Set(idsOf(html))]));
  const postsAt = new Map([...pages].map(([path, html]) => [path, new Set(postsOf(html))]));
  const dead = [...pages].flatMap(([path, html]) =>
    hrefsOf(html).flatMap((href) => {
      const { href: target } = new URL(href, URL_OF_SITE + path);
      if (!target.startsWith(URL_OF_SITE)) return [];
      const [to = "", hash = ""] = target.slice(URL_OF_SITE.length).split("#");
      // The index of page one is for addresses typed by hand: no link of ours needs the second click.
      const has = (to === "regatta/" && path !== to ? postsAt : idsAt).get(to);
      const file = to.replace(/(^|\/)$/, "$1index.html");
      const isThere = hash === "" ? found.has(file) : has?.has(decodeURIComponent(hash)) === true;
      return isThere ? [] : [`${path} → ${href}`];
    }),
  );
  expect(dead).toEqual([]);
});

describe("a link names the page that has the post", () => {
  test.each([
    ["from the summary", 1, '<a href="page-6/#p-swan">A swan was in the lead</a>'],
    ["from the key moments", 1, '<a href="page-6/#p-swan"><span class="at">'],
    ["from the tempo map", 1, '<a href="page-6/#p-swan" tabindex="-1">'],
    ["from an author's prose", 1, 'See <a href="page-6/#p-swan">the swan</a>'],
    ["by an old id", 1, '<a href="page-3/#post_58fc">an old address</a>'],
    ["back to page one", 6, '<a href="../#p-gun">the gun</a>'],
    ["from a pointer in the text, on its own page", 6, '<a href="#p-1301-'],
    ["from a pointer in the text, on another", 7, '<a href="../page-6/#p-1301-'],
  ])("%s", (_, number, link) => expect(countIn(page(number), link)).toBeGreaterThan(0));

  test("a file beside the live blog is found from every page", () => {
    expectIn(page(6), '<a href="../chart.pdf">chart</a>');
    expectIn(page(6), '<img src="../fleet.svg"');
  });

  test("in the feeds and in the data", () => {
    const data = z.object({ timeline: z.array(z.looseObject({ id: z.string(), url: z.string() })) });
    const feed = z.object({ items: z.array(z.looseObject({ url: z.string() })) });
    const { timeline } = data.parse(JSON.parse(file("regatta/liveblog.json")));
    const expected = [...pages].flatMap(([path, html]) => postsOf(html).map((id) => `${URL_OF_SITE}${path}#${id}`));
    expect(timeline.map(({ url }) => url).sort()).toEqual(expected.sort());
    const urls = feed.parse(JSON.parse(file("regatta/feed.json"))).items.map(({ url }) => url);
    expect(urls).toEqual(timeline.map(({ url }) => url).reverse());
    expect(all(/<entry[^>]*>.*?<link rel="alternate" href="([^"]*)"/g, file("regatta/feed.xml"))).toEqual(urls);
  });
});

describe("a page says what it is", () => {
  test("in its title, its address and its neighbours", () => {
    expectIn(page(2), "<title>Stowford Regatta 2019 · Page 2 of 15 · Stowford live blogs</title>");
    expectIn(page(2), `<link rel="canonical" href="${URL_OF_SITE}regatta/page-2/">`);
    expectIn(page(2), '<link rel="prev" href="../">\n<link rel="next" href="../page-3/">');
    expectIn(page(1), '<link rel="next" href="page-2/">');
    expect(countIn(page(1), '<link rel="prev"')).toBe(0);
    expect(countIn(page(15), '<link rel="next"')).toBe(0);
  });

  test("in words: which page of how many, and its times, with their day where that changes", () => {
    const labelOf = (number: number): string | undefined =>
      /<p class="coverage"><span>(.*?)<\/span>/.exec(page(number))?.[1];
    expect(labelOf(2)).toBe("Page 2 of 15, 07:19 to 08:38 on 9 June 2019");
    expect(labelOf(14)).toMatch(/^Page 14 of 15, 23:\d\d on 9 June 2019 to 00:\d\d on 10 June 2019$/);
  });

  test("in structured data: every post once, on the page that shows it, under its own anchor", () => {
    const graph = z.object({ "@graph": z.array(z.looseObject({ "@type": z.string() })) });
    const updates = z.object({ "@id": z.string(), liveBlogUpdate: z.array(z.looseObject({ "@id": z.string() })) });
    for (const [path, html] of pages) {
      const things = graph.parse(
        JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? ""),
      );
      const find = (type: string) => things["@graph"].find((thing) => thing["@type"] === type);
      const posting = updates.parse(find("LiveBlogPosting"));
      expect(posting["@id"]).toBe(`${URL_OF_SITE}regatta/#liveblog`);
      expect(posting.liveBlogUpdate.map((update) => update["@id"])).toEqual(
        postsOf(html).map((id) => `${URL_OF_SITE}${path}#${id}`),
      );
      expect(find("WebPage")).toMatchObject({ "@id": URL_OF_SITE + path, url: URL_OF_SITE + path });
    }
  });

  test("the sitemap lists them all, with the day of the live blog's last change", () => {
    const listed = all(/<loc>([^<]*)<\/loc><lastmod>/g, file("sitemap.xml"));
    expect(listed).toEqual(expect.arrayContaining([...pages.keys()].map((path) => URL_OF_SITE + path)));
  });

  test("what tells of the whole is on page one alone: the coverage, and how many posts there are", () => {
    expectIn(page(1), `${LARGEST} posts from 1 dump`);
    expect(countIn(page(2), String(LARGEST))).toBe(0);
    expect(countIn(page(2), "SHA-256")).toBe(0);
  });
});

test.each([1, 2, 15])("page %i conforms to the HTML standard", async (number) => {
  const { results } = await CHECKER.validateString(page(number));
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
});

test("only the page with the embed may frame anybody, and has the script for it", () => {
  const framing = [...pages].filter(([, html]) => !html.includes("frame-src &#x27;none&#x27;")).map(([path]) => path);
  expect(framing).toEqual(["regatta/page-7/"]);
  expect([...pages].filter(([, html]) => html.includes("assets/embeds.js")).map(([path]) => path)).toEqual(framing);
});

test("an hour that the page before ends in is said again, as going on", () => {
  const firstHeading = (number: number): string | undefined =>
    /<h2 class="hour[^>]*>(.*?)<\/h2>/.exec(page(number))?.[1];
  expect(firstHeading(1)).toBe("<span>Sunday 9 June 2019, 06:00</span>");
  expect(firstHeading(2)).toBe('<span>Sunday 9 June 2019, 07:00</span> <span class="continued">continued</span>');
});

test("an old address of the live blog has its pages too", () => {
  expectIn(file("old-regatta/index.html"), '<a href="../regatta/"');
  expectIn(file("old-regatta/page-6/index.html"), '<a href="../../regatta/page-6/"');
});

describe("the border", () => {
  test.each([
    [200, ["regatta/index.html"]],
    [201, ["regatta/index.html", "regatta/page-2/index.html", "regatta/page-3/index.html"]],
  ])("%i posts", async (count, expected) => {
    const made = site(longSite(count));
    await made.build();
    const published = [...made.published().keys()].filter((path) => /^regatta\/.*\.html$/.test(path));
    expect(published).toEqual(expected);
    expect(made.page("regatta/index.html").includes('class="later"')).toBe(count > 200);
  });

  test("a draft does not count", async () => {
    const draft = '---\ntime: "06:10"\nheadline: Not yet\ndraft: true\n---\nWords.\n';
    const made = site(longSite(200, [], { "draft.md": draft }));
    await made.build();
    expect(made.published().has("regatta/page-2/index.html")).toBe(false);
    await made.build({ drafts: true });
    expect(made.published().has("regatta/page-2/index.html")).toBe(true);
  });

  test("no file beside a live blog can take a page's address: what is published has an extension", async () => {
    const made = site(longSite(201, [], { "page-2": "words", "page-2.pdf": "%PDF" }));
    const report = await made.build();
    expect(brief(report).filter((problem) => !problem.startsWith("note"))).toEqual([
      "warning file-ignored content/regatta/page-2:1:1",
    ]);
    expect(made.published().has("regatta/page-2/index.html")).toBe(true);
  });

  test("the same posts give the same bytes", async () => {
    const made = site(longSite(201));
    await made.build();
    const { changes } = await made.build();
    expect(changes).toMatchObject({ added: [], changed: [], removed: [] });
  });
});
