/** A live blog's page as a whole: its ids, its languages, and what is left of it without a stylesheet. */
import { describe, expect, test } from "vitest";
import { fragmentProblem } from "../../src/posts/rules.ts";
import { brief, readable, site } from "./site.ts";

const INDEX = (more = "") => `---
title: Regata Harwell
date: 2019-06-09
timezone: Europe/London
place: Stowford
summary: [Y cwch coch, Y cwch glas]
${more}---
Un diwrnod.
`;
const post = (keys: string, body = "Dyna ni.") => `---\n${keys}\n---\n${body}\n`;

const FILES = {
  "content/regatta/index.md": INDEX(),
  "content/regatta/foo.md": post('time: "10:00"\nheadline: Foo\nlabels: [Hwylio, Rhwyfo]\nkey: true'),
  "content/regatta/foo-h.md": post('time: "10:05"\nheadline: Foo again\naliases: [timeline, main, about, summary]'),
  "content/regatta/lost.md": post("after: p-foo"),
  "content/regatta/swan.md": post('time: "10:10"\nkey: true', "https://x.com/jack/status/20"),
  "content/regatta/late.md": post(
    'time: "16:10"\naliases: [moments, hatch, h-2019-06-09-10, untimed, "p-foo:h", p-foo_h]',
  ),
};

async function page(files: Readonly<Record<string, string>> = FILES, path = "regatta/index.html"): Promise<string> {
  const made = site(files);
  const report = await made.build();
  expect(brief(report).filter((line) => line.startsWith("error"))).toEqual([]);
  return made.page(path);
}
const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id);

describe("key moments", () => {
  const moments = (html: string) =>
    readable(/<nav class="moments"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? "")
      .split(/\s+/)
      .join(" ");
  const INDEX_ENGLISH = INDEX("lang: en\n");
  const days = (...dates: string[]) =>
    Object.fromEntries(
      dates.map((date, at) => [
        `content/regatta/p${at}.md`,
        post(`time: ${date}T15:05\nheadline: Lap ${at}\nkey: true`),
      ]),
    );
  const of = (...dates: string[]) =>
    page({ "content/regatta/index.md": INDEX_ENGLISH, ...days(...dates) }).then(moments);

  test("of several days stand under the name of each", async () => {
    expect(await of("2019-06-09", "2019-06-09", "2019-06-11")).toMatch(
      /Sunday 9 June 2019 15:05 (?:BST )?Lap 0 15:05 (?:BST )?Lap 1 Tuesday 11 June 2019 15:05 (?:BST )?Lap 2/,
    );
  });

  test("of one day do not say it", async () => {
    expect(await of("2019-06-09", "2019-06-09")).not.toContain("2019");
  });
});

describe("ids", () => {
  test("stand once each, whatever old ids and file names authors have", async () => {
    const ids = idsOf(await page());
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(expect.arrayContaining(["p-foo", "p-foo-h", "timeline", "h-2019-06-09-10", "p-foo_h"]));
  });

  test("of headings, sections and other furniture are such that no old id can be one", async () => {
    const ids = idsOf(await page());
    const furniture = ids.filter((id) => id.startsWith("_"));
    expect(furniture).toEqual(expect.arrayContaining(["_main", "_timeline", "_about", "_moments", "_h-2019-06-09-10"]));
    for (const id of furniture) expect(fragmentProblem(id)?.code).toBe("value-wrong");
  });

  test("that an amendment gives once more are there once", async () => {
    const html = await page({
      ...FILES,
      "content/regatta/a.md": post("amends: p-late\naliases: [old, p-late]"),
      "content/regatta/b.md": post("amends: p-late\naliases: [old]"),
    });
    expect(idsOf(html).filter((id) => id === "old" || id === "p-late")).toHaveLength(2);
  });

  test("lead somewhere wherever the page links to itself", async () => {
    const html = await page();
    const ids = new Set(idsOf(html));
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id = ""]) => id);
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe("in another language than the site's", () => {
  const at = (html: string, words: string): string => {
    const upTo = html.slice(0, html.indexOf(words));
    return upTo.slice(upTo.lastIndexOf("<"));
  };

  test("its page speaks that language, dates and embeds too", async () => {
    const html = await page({ ...FILES, "content/regatta/index.md": INDEX("lang: cy\n") });
    expect(html).toContain('<html lang="cy" dir="ltr">');
    expect(html).toContain("<h1>Regata Harwell</h1>");
    expect(html).toContain("Stowford · Dydd Sul 9 Mehefin 2019");
    expect(html).toContain("5 postiad o 5 ffeil");
    expect(readable(html)).toContain("Dangos y postiad");
    expect(html.match(/\slang=/g)).toEqual([" lang=", " lang="]);
    expect(at(html, "Live blog archive</span>")).toBe('<span lang="en" dir="ltr">');
  });

  test("and from right to left where that is written so", async () => {
    const html = await page({ ...FILES, "content/regatta/index.md": INDEX("lang: ar-EG\n") });
    expect(html).toContain('<html lang="ar-EG" dir="rtl">');
    expect(html).toContain("الأحد 9 يونيو 2019");
  });

  test("where no catalogue has it, the live blog's own words say so, and the page speaks the site's", async () => {
    const html = await page({ ...FILES, "content/regatta/index.md": INDEX("lang: pt\n") });
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(at(html, "Regata Harwell</h1>")).toBe('<h1 lang="pt" dir="ltr">');
    expect(html).toContain('<div class="standfirst" lang="pt" dir="ltr">');
    expect(html).toContain('<ul lang="pt" dir="ltr">\n<li>Y cwch coch');
    expect(at(html, "Foo</span></a>")).toBe('<span class="name" lang="pt" dir="ltr">');
    expect(html.match(/<article [^>]* lang="pt" dir="ltr">/g)).toHaveLength(5);
    expect(at(html, "Key moment: ")).toBe('<span class="vh" lang="en" dir="ltr">');
    expect(at(html, "Key moments</h2>")).not.toContain("lang");
    expect(html).toMatch(/<div class="embed"[^>]* lang="en" dir="ltr"/);
  });

  test("and their direction, where that is another", async () => {
    const html = await page({ ...FILES, "content/regatta/index.md": INDEX("lang: he\n") });
    expect(html).toContain('<h1 lang="he" dir="rtl">');
    expect(html).toContain('<html lang="en" dir="ltr">');
  });

  test("its card on the home page says so of its title and lead", async () => {
    const home = await page({ ...FILES, "content/regatta/index.md": INDEX("lang: he\n") }, "index.html");
    expect(home).toContain('<h3 lang="he" dir="rtl"><a href="regatta/">');
    expect(home).toContain('<p lang="he" dir="rtl">Y cwch coch');
    expect(home).toContain('<p class="meta"><bdi>Sunday 9 June 2019</bdi>');
  });

  test("a neighbour's title says its own language", async () => {
    const other = INDEX("series: regatta\n").replace("Harwell", "Arall").replace("2019", "2020");
    const html = await page({
      ...FILES,
      "content/regatta/index.md": INDEX("series: regatta\nlang: cy\n"),
      "content/b/index.md": other,
    });
    expect(html).toContain('<span>Wedyn</span> <b><span lang="en" dir="ltr">Regata Arall</span></b>');
  });

  test("a site whose own language no catalogue has says so of its title", async () => {
    const home = await page({ ...FILES, "afterlive.config.json": '{"title": "Arquivo", "lang": "pt"}' }, "index.html");
    expect(home).toContain('<html lang="en" dir="ltr">');
    expect(home).toContain('<h1 lang="pt" dir="ltr">Arquivo</h1>');
  });

  test("a live blog of the site's own language says nothing", async () => {
    const html = await page({ ...FILES, "content/regatta/index.md": INDEX("lang: en\n") });
    expect(html.match(/\slang=/g)).toHaveLength(1);
  });
});

describe("without a stylesheet, copied, or read aloud", () => {
  const bare = (html: string) => readable(html.replaceAll(/<\/?(?:span|a)\b[^>]*>/g, ""));

  test("dots stand between the parts of a line", async () => {
    const text = bare(await page());
    expect(text).toContain("Hwylio · Rhwyfo");
    expect(text).toMatch(/Runs from 10:00 to 16:10 BST on Sunday 9 June 2019 · 5 posts from 5 files/);
    expect(bare(await page(FILES, "index.html"))).toContain("Sunday 9 June 2019 · Stowford · 5 posts");
  });

  test("and a space between a neighbour's title and what it is", async () => {
    const other = INDEX("series: regatta\n").replace("Harwell", "Arall").replace("2019", "2020");
    const html = await page({
      ...FILES,
      "content/regatta/index.md": INDEX("series: regatta\n"),
      "content/b/index.md": other,
    });
    expect(bare(html)).toContain("After Regata Arall");
  });
});

test("a key moment of an embed alone has a name", async () => {
  const html = await page();
  const [link = ""] = html.match(/<li><a href="#p-swan">.*?<\/a>/) ?? [];
  expect(readable(link)).toMatch(/10:10 post $/);
  expect(html).toContain('aria-label="10:10, post"');
});

test("a redirect leads on without JavaScript, and with it to the same post", async () => {
  const files = { ...FILES, "content/regatta/index.md": INDEX("lang: cy\naliases: [old-regatta]\n") };
  const html = await page(files, "old-regatta/index.html");
  expect(html).toContain('<html lang="cy" dir="ltr">');
  expect(html).toContain('<meta http-equiv="refresh" content="0; url=../regatta/">');
  expect(html).toContain('<a href="../regatta/">Regata Harwell</a>');
  expect(html).toContain("script-src 'self'");
  expect(html).toContain('<script src="../assets/redirect.js"></script>');
});
