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
