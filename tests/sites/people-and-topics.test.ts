import { describe, expect, test } from "vitest";
import { brief, readable, site, type TestSite } from "./site.ts";

const index = (title: string, date: string, extra = "") =>
  `---\ntitle: ${title}\ndate: ${date}\ntimezone: Europe/London\n${extra}---\n`;
const post = (time: string, headline: string, extra = "") => `---\ntime: ${time}\nheadline: ${headline}\n${extra}---\n`;
const by = (name: string, role?: string) =>
  `contributor: { name: ${name}${role === undefined ? "" : `, role: ${role}`} }\n`;

/** Two regattas of one series, whose Ines Barrow need not be one; and a fair that is in none. */
const FILES = {
  "afterlive.config.json": '{ "title": "Regattas", "url": "https://example.org/a/" }',
  "content/regatta-2018/index.md": index("Regatta 2018", "2018-06-10", "series: regatta\n"),
  "content/regatta-2018/away.md": post(
    "10:40",
    "Away",
    `labels: [CLASS ONE, Swans]\n${by("Ines Barrow", "helm of Kittiwake")}`,
  ),
  "content/regatta-2019/index.md": index("Regatta 2019", "2019-06-09", "series: regatta\n"),
  "content/regatta-2019/calm.md": post("08:50", "Flat calm", by("Ines Barrow", "harbour master")),
  "content/regatta-2019/flag.md": post("11:08", "Red flag", "labels: [Class One, Protests]\n"),
  "content/regatta-2019/shout-out.md": post("11:30", "Shout-outs", by("Wen of Harwell")),
  "content/regatta-2019/cup.md": post("15:10", "The cup", by("Ines Barrow", "winner of the cup")),
  "content/fair/index.md": index("Fair", "2020-05-01"),
  "content/fair/rain.md": post("09:00", "Rain", "labels: [Class One]\n"),
};

const pagesOf = (made: TestSite) => [...made.published().keys()].filter((path) => /^(?:people|topics)\//.test(path));
const listOf = (html: string) => readable(html.slice(html.indexOf('id="_list"'), html.indexOf("</main>"))).trim();

async function built(files: Readonly<Record<string, string>> = FILES): Promise<TestSite> {
  const made = site(files);
  expect(brief(await made.build())).toEqual([]);
  return made;
}

describe("a site of three live blogs", () => {
  test("has a page for each name with a role and each label that recurs, for nothing else, and ways there", async () => {
    const made = await built();
    expect(pagesOf(made)).toEqual([
      "people/index.html",
      "people/ines-barrow/index.html",
      "topics/class-one/index.html",
      "topics/index.html",
    ]);
    expect(made.page("index.html")).toMatch(/<a href="people\/">People<\/a> <a href="topics\/">Topics<\/a>/);
    const post = made.page("regatta-2019/index.html");
    expect(post).toContain('<a class="name" href="../people/ines-barrow/">Ines Barrow</a>');
    expect(post).toContain('<a href="../topics/class-one/">Class One</a> · <span>Protests</span>');
    expect(made.page("fair/index.html"), "outside the series").toContain("<span>Class One</span>");
    expect(made.page("regatta-2019/liveblog.json")).toContain('"page": "https://example.org/a/people/ines-barrow/"');
  });

  test("two people of one name share a page that says so: newest event first, each role where it is printed", async () => {
    const page = (await built()).page("people/ines-barrow/index.html");
    expect(listOf(page)).toBe(
      `id="_list" tabindex="-1"> ${[
        "Regatta 2019 Sunday 9 June 2019 08:50 Flat calm harbour master 15:10 The cup winner of the cup",
        "Regatta 2018 Sunday 10 June 2018 helm of Kittiwake 10:40 Away",
      ].join(" ")}`,
    );
    expect(readable(page)).toContain("Gathered by the name alone");
    expect(page).toContain('href="../../regatta-2019/#p-cup"');
  });

  test("members of the public are on their post and nowhere else", async () => {
    const made = await built();
    expect(readable(made.page("regatta-2019/index.html"))).toContain("Wen of Harwell");
    expect(made.page("regatta-2019/index.html")).not.toContain("people/wen");
    for (const path of pagesOf(made)) expect(made.page(path), path).not.toContain("Wen");
    expect(made.page("regatta-2019/liveblog.json")).not.toContain("/people/wen");
  });

  test("a topic is spelt as its oldest live blog does; other spellings stand with their posts", async () => {
    const page = (await built()).page("topics/class-one/index.html");
    expect(page).toContain("<h1>CLASS ONE</h1>");
    expect(listOf(page)).toContain("Regatta 2019 Sunday 9 June 2019 Class One 11:08 Red flag");
    expect(page, "a live blog outside the series").not.toContain("Rain");
  });

  test("search engines and cards are told where each page stands", async () => {
    const made = await built();
    const page = made.page("people/ines-barrow/index.html");
    expect(page).toContain('<link rel="canonical" href="https://example.org/a/people/ines-barrow/">');
    expect(page).toContain('<meta property="og:title" content="Ines Barrow">');
    expect(page).toContain('<meta name="description" content="What stands under the name Ines Barrow: 3 posts in 2');
    expect(page).toContain("<title>Ines Barrow · Regattas</title>");
    for (const path of ["people/", "people/ines-barrow/", "topics/", "topics/class-one/"])
      expect(made.page("sitemap.xml")).toContain(`<loc>https://example.org/a/${path}</loc>`);
  });
});

test("where nobody has a role and no label recurs, there is no such page, and no link to one", async () => {
  const made = site({
    "content/fair/index.md": index("Fair", "2020-05-01"),
    "content/fair/rain.md": post("09:00", "Rain", `labels: [Weather]\n${by("Wen")}`),
  });
  await made.build();
  expect(pagesOf(made)).toEqual([]);
  for (const path of ["index.html", "fair/index.html"])
    expect(made.page(path)).not.toMatch(/href="[^"]*(?:people|topics)/);
});

describe("a label that an author gives or takes away afterwards counts as it is published", () => {
  const dump = "Summary\n\n  1. Awaypublished at 10:40 British Summer Time 10 June 2018\n\n    Class One\n\n    Off.\n";
  const files = (amendment: string) => ({
    "content/a/index.md": index("A", "2017-06-11", "series: regatta\n"),
    "content/a/a.md": post("09:00", "First", "labels: [Harbour]\n"),
    "seeds/b.txt": dump,
    "content/b/index.md": index("B", "2018-06-10", 'series: regatta\ndumps: ["b.txt"]\n'),
    "content/b/amends.md": `---\namends: p-1040-away\n${amendment}---\nMore.\n`,
  });

  test.each([
    ["labels: [HARBOUR]\n", ["topics/harbour/index.html", "topics/index.html"]],
    ["labels: [Class Two]\n", []],
  ])("%s", async (amendment, pages) => {
    const made = site(files(amendment));
    await made.build();
    expect(pagesOf(made)).toEqual(pages);
  });
});

describe("the topics of the configuration", () => {
  const config = (...topics: string[]) => ({
    ...FILES,
    "afterlive.config.json": JSON.stringify({ url: "https://example.org/", topics }, null, 1),
  });

  test("have a page wherever they stand", async () => {
    const made = site(config("swans", "class one"));
    expect(brief(await made.build())).toEqual([]);
    expect(pagesOf(made)).toContain("topics/swans/index.html");
    expect(made.page("topics/class-one/index.html")).toContain("Rain");
  });

  test("that no post carries are reported where they stand, with the label that was meant", async () => {
    const made = site(config("Swans", "Protets", "Regattas of the future"));
    const { diagnostics, changes } = await made.build();
    expect(diagnostics.map(({ code, severity, line, hint }) => [code, severity, line, hint])).toEqual([
      ["topic-unused", "warning", 5, 'Did you mean "Protests"?'],
      ["topic-unused", "warning", 6, expect.stringContaining("as the posts have it")],
    ]);
    expect(changes).not.toBeNull();
  });
});

test("a live blog that is left out makes no label recur", async () => {
  const made = site({ ...FILES, "content/regatta-2019/broken.md": "---\ntime: 25:00\n---\n" });
  await made.build({ keepGoing: true });
  expect(pagesOf(made)).toEqual(["people/index.html", "people/ines-barrow/index.html"]);
  expect(made.page("regatta-2018/index.html")).toContain("<span>CLASS ONE</span>");
});

describe("a page stands whatever is printed", () => {
  test("names of punctuation, of other scripts, of scripts that would run; 300 labels", async () => {
    const labels = Array.from({ length: 300 }, (_, at) => `Label ${at}`);
    const made = site({
      ...FILES,
      "afterlive.config.json": JSON.stringify({ url: "https://example.org/", topics: labels }),
      "content/fair/none.md": post("10:00", "None", `labels: ["***"]\n${by('"???"', "nobody")}`),
      "content/fair/li.md": post("10:10", "Li", by("李娜", "referee")),
      "content/fair/run.md": post("10:20", "Run", by(`"<script>alert(1)</script>"`, `"<img src=x>"`)),
      "content/fair/many.md": post("10:30", "Many", `labels: ${JSON.stringify(labels)}\n`),
    });
    expect(brief(await made.build())).toEqual([]);
    expect(made.page("people/李娜/index.html")).toContain(`href="https://example.org/people/${encodeURI("李娜")}/"`);
    expect(made.page("fair/index.html")).toContain(`href="../people/${encodeURI("李娜")}/"`);
    const hostile = made.page("people/script-alert-1-script/index.html");
    expect(hostile).toContain("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>");
    expect(hostile).not.toMatch(/<script>alert|<img/);
    expect(pagesOf(made).filter((path) => path.startsWith("topics/label-"))).toHaveLength(300);
    expect(made.page("people/index.html")).not.toContain("???");
  });

  test("the same in any order of the live blogs' names", async () => {
    const renamed = Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [path.replace("regatta-2018", "z-regatta"), text]),
    );
    const made = site(renamed);
    await made.build();
    expect(made.page("topics/class-one/index.html")).toContain("<h1>CLASS ONE</h1>");
  });
});
