/** Whose words the sources hold: said where an author says it, and nowhere claimed. */
import { describe, expect, test } from "vitest";
import { brief, readable, site } from "./site.ts";

const OWN = "https://creativecommons.org/licenses/by/4.0/";
const dump = (headline: string, at: string) =>
  `  1. ${headline}published at ${at} British Summer Time 9 June 2019\n\n    They are off.\n`;
const index = (dumps: string) =>
  `---\ntitle: Stowford Regatta\ndate: 2019-06-09\ntimezone: Europe/London\ndumps: ${dumps}\n---\n`;

const CLAIMS = '[{ file: a.txt, licence: " © Stowford\\n Echo" }, b.txt]';

async function built(dumps = CLAIMS, own: { licence?: string } = { licence: OWN }) {
  const made = site({
    "afterlive.config.json": JSON.stringify({ url: "https://example.org/", ...own }),
    "seeds/a.txt": dump("Red flag", "11:08"),
    "seeds/b.txt": dump("The cup", "15:10"),
    "content/regatta/index.md": index(dumps),
    "content/regatta/swan.md": "---\ntime: 12:00\nheadline: A swan leads\n---\nIt leads.\n",
  });
  const report = await made.build();
  expect(brief(report).filter((line) => line.startsWith("error"))).toEqual([]);
  const foot = made.page("regatta/index.html").split('<aside class="about"')[1] ?? "";
  return { made, foot, said: readable(foot) };
}

describe("the foot of a live blog's page", () => {
  test("says it with each source, and that none is recorded where nobody says", async () => {
    const { said } = await built();
    expect(said).toMatch(/a\.txt BBC live page, [^©]* 1 post Rights: © Stowford Echo /);
    expect(said).toMatch(/b\.txt BBC live page, [^©]* 1 post No licence is recorded for this source\. /);
  });

  test("says it of what was written for the archive; an address is a link", async () => {
    expect((await built()).foot).toContain(
      `swan.md</code></li>\n</ul>\n<p>Rights: <a href="${OWN}" rel="license"><bdi>${OWN}</bdi></a></p>`,
    );
    expect((await built(CLAIMS, {})).said).toContain("swan.md No licence is recorded for these words.");
  });

  test("takes what several claims say of one dump, as of its page", async () => {
    const { said } = await built('[{ file: "*.txt", licence: © Stowford Echo }, { file: b.txt, page: 2 }]');
    expect(said).toMatch(/b\.txt page 2 [^©]* Rights: © Stowford Echo /);
  });
});

describe("for programs", () => {
  test("liveblog.json has it of each source and of what authors wrote", async () => {
    const { made } = await built();
    expect(JSON.parse(made.page("regatta/liveblog.json"))).toMatchObject({
      licence: OWN,
      sources: [{ licence: "© Stowford Echo" }, { licence: null }],
    });
  });

  test("an entry of the Atom feed has that of its post", async () => {
    const entries = (await built()).made.page("regatta/feed.xml").split("<entry>").slice(1);
    const rights = entries.map((entry) => /<rights>(.*?)<\/rights>/.exec(entry)?.[1] ?? null);
    expect(rights).toEqual([null, OWN, "© Stowford Echo"]);
  });

  test("schema.org has words as a notice and an address as a licence", async () => {
    const html = (await built()).made.page("regatta/index.html");
    const graph = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}")["@graph"];
    const [flag, swan, cup] = graph[1].liveBlogUpdate;
    expect(flag).toMatchObject({ headline: "Red flag", copyrightNotice: "© Stowford Echo" });
    expect(swan).toMatchObject({ headline: "A swan leads", license: OWN });
    for (const [update, key] of [
      [flag, "license"],
      [swan, "copyrightNotice"],
      [cup, "license"],
      [cup, "copyrightNotice"],
    ])
      expect(update).not.toHaveProperty(key);
  });
});

test("the page about the archive names the licence of its own words", async () => {
  expect(readable((await built()).made.page("about/index.html"))).toContain(`What was written for the archive: ${OWN}`);
  expect(readable((await built(CLAIMS, {})).made.page("about/index.html"))).not.toContain("written for the archive:");
});
