/** What the foot of a live blog's page tells of its record, beside the account of its sources. */
import { expect, test } from "vitest";
import { readable, site } from "./site.ts";

const REGATTA = {
  "afterlive.config.json": '{ "title": "Harbour archive", "url": "https://example.org/harbour/" }',
  "content/regatta/index.md": "---\ntitle: Stowford Regatta\ndate: 2019-06-09\ntimezone: Europe/London\n---\n",
  "content/regatta/flag.md": "---\ntime: 10:00\nheadline: Red flag\n---\nThe race is stopped.\n",
};

async function foot(files: Readonly<Record<string, string>>): Promise<string> {
  const made = site({ ...REGATTA, ...files });
  await made.build();
  return made.page("regatta/index.html").split('<aside class="about"')[1] ?? "";
}

test("says how to cite the page: title, day, archive, address", async () => {
  const cited = "Stowford Regatta, Sunday 9 June 2019, Harbour archive, https://example.org/harbour/regatta/";
  expect(readable(await foot({}))).toContain(`How to cite this page ${cited}`);
});

test("leads to the same for programs", async () => {
  const html = await foot({});
  for (const file of ["feed.xml", "feed.json", "liveblog.json"]) expect(html).toContain(`<a href="${file}"`);
});

test("lists every correction with its day: of the live blog, then of its posts, each linked to its post", async () => {
  const index = REGATTA["content/regatta/index.md"].replace(
    "---\n",
    "---\ncorrections: [{ date: 2019-06-17, text: It was a Sunday. }]\n",
  );
  const flag = REGATTA["content/regatta/flag.md"].replace(
    "---\n",
    "---\ncorrections: [{ date: 2019-06-11, text: It was orange. }]\n",
  );
  const html = await foot({ "content/regatta/index.md": index, "content/regatta/flag.md": flag });
  expect(html).toContain('<li><a href="#p-flag">Red flag</a> · Corrected 11 June 2019: It was orange.</li>');
  expect(readable(html)).toContain("Corrections Corrected 17 June 2019: It was a Sunday. Red flag · Corrected 11 June");
});

test("lists what was added later, when and by whom, each linked to its post", async () => {
  const added = "---\ntime: 11:00\nheadline: The cup\nadded: 2026-11-21\nby: Ines Barrow\n---\nIt is full.\n";
  const html = await foot({ "content/regatta/cup.md": added });
  expect(html).toContain('<a href="#p-cup">The cup</a>');
  expect(readable(html)).toContain("Added later Added to the archive 21 November 2026 by Ines Barrow. The cup");
});

test("lists the posts whose embeds have no address left", async () => {
  const dump =
    "  1. A swan leadspublished at 10:40 British Summer Time 9 June 2019\n\n    It leads.\n\n" +
    "    Allow Twitter content?\n\n    This article contains content provided by Twitter. We ask for your permission " +
    "before anything is loaded, as they may be using cookies and other technologies. You may want to read Twitter's " +
    "cookie policy and privacy policy before accepting. To view this content choose 'accept and continue'.\n\n" +
    "    Accept and continue\n";
  const index = REGATTA["content/regatta/index.md"].replace("---\n", "---\ndumps: [a.txt]\n");
  const html = await foot({ "seeds/a.txt": dump, "content/regatta/index.md": index });
  expect(readable(html)).toContain("Embeds that are missing A swan leads");
});

test("has no such lists where there is nothing to tell", async () => {
  expect(readable(await foot({}))).not.toMatch(/Added later|Embeds that are missing/);
});

const DUMP = "  1. A swan leadspublished at 10:40 British Summer Time 9 June 2019\n\n    It leads.\n";
const BESIDE_DUMP = {
  "seeds/a.txt": DUMP,
  "content/regatta/index.md": REGATTA["content/regatta/index.md"].replace("---\n", "---\ndumps: [a.txt]\n"),
};
const GIVEN = "Time given by the author.";

test("says of an author's time among those of a dump whose it is: at its post, in its feeds, and at the foot", async () => {
  const made = site({ ...REGATTA, ...BESIDE_DUMP });
  await made.build();
  const page = made.page("regatta/index.html");
  const [flag = "", swan = ""] = page.split("<article").slice(1);
  expect([readable(flag), readable(swan)]).toEqual([
    expect.stringContaining(GIVEN),
    expect.not.stringContaining(GIVEN),
  ]);
  expect(readable(page)).toContain("Every time was printed in a source, unless its post says otherwise.");
  expect(made.page("regatta/feed.xml").split(GIVEN)).toHaveLength(2);
});

test("names whoever changed the time of a record once, by that change", async () => {
  const change = "---\namends: p-1040-a-swan-leads\ntime: 10:45\nadded: 2026-11-21\nby: Ines Barrow\n---\n";
  const made = site({ ...REGATTA, ...BESIDE_DUMP, "content/regatta/swan.md": change });
  await made.build();
  const [, , swan = ""] = made.page("regatta/index.html").split("<article");
  expect(readable(swan)).toContain("10:45");
  expect(readable(swan)).toContain("Ines Barrow");
  expect(readable(swan)).not.toContain(GIVEN);
});

test("says once where all times are the authors', and explains no mark that is not there", async () => {
  const made = site(REGATTA);
  await made.build();
  const text = readable(made.page("regatta/index.html"));
  expect(text).toContain("Every time was given by the author of its post.");
  expect(text).not.toMatch(/Time given by the author|printed in a source|Where this post begins|did not keep/);
});

test("says nothing of times where none are given", async () => {
  const html = await foot({ "content/regatta/flag.md": "---\nheadline: Red flag\n---\nThe race is stopped.\n" });
  expect(readable(html)).not.toMatch(/Every time|What the marks/);
});
