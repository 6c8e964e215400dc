/**
 * `explain` decides nothing: it tells of one line what every room made of it. Here are two pages of one invented day,
 * of which the newer one has lost its structure.
 */
import { describe, expect, test } from "vitest";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import { dialectNamed } from "../../src/dumps/dialects/registry.ts";
import { explainAuthored } from "../../src/explain/explain-authored.ts";
import { explainDump, explainLine } from "../../src/explain/explain-dump.ts";
import { roleWords } from "../../src/explain/roles.ts";
import type { Home, Setting } from "../../src/explain/setting.ts";
import { studyDump } from "../../src/explain/study.ts";
import type { Amendment, LiveBlogFile, PostFile } from "../../src/model/authored.ts";
import type { Source } from "../../src/model/source.ts";
import { amendment, folder, post } from "../archive/samples.ts";

const source = (file: string, text: string): Source => ({ file: `seeds/${file}`, sha256: file.padEnd(64, "0"), text });

const MORNING = source(
  "p9.txt",
  `Summary

  • Larkspur wins the harbour cup

  1. Awaypublished at 10:40 British Summer Time 9 June 2019

    #HarbourDay

    They are off, all eleven of them, in a dead calm.

  2. Start postponedpublished at 09:05

    Not a breath on the water this morning.
`,
);

const AFTERNOON = source(
  "p3.txt",
  [
    "The cup goes homepublished at 14:20 British Summer Time 9 June 2019",
    "Larkspur wins the harbour cup",
    "Ines Barrow and Owen Peverell",
    "The cup goes home",
    "It was close, and nobody minds.",
    "#HarbourDay",
    "A swan has taken the committee boat. Send us your pictures using #HarbourDay",
    "Owen Peverell has been at it again on the slipway.",
    "He fell in.",
  ].join("\n"),
);

/** The live blog of these dumps, and what was weighed when one of them was read. */
function setting(
  sources: readonly Source[],
  given: { posts?: PostFile[]; amendments?: Amendment[]; index?: Partial<LiveBlogFile> } = {},
): Setting {
  const dumps = sources.map((each, at) => ({ dump: studyDump(each, null).dump, page: 9 - at, claim: at }));
  const all = { slug: "regatta", title: "Regatta", folder: folder("regatta", given), dumps };
  const { value: liveBlog, diagnostics } = mergeLiveBlog(all);
  const plan = {
    slug: "regatta",
    title: "Regatta",
    date: null,
    lang: null,
    series: null,
    index: all.folder.index,
    dumps: [],
  };
  return { plan, sources: all, liveBlog, diagnostics };
}

const line = (of: Source, number: number, home: Home = setting([MORNING, AFTERNOON])) =>
  explainLine(studyDump(of, null), home, number);

describe("a line of a dump", () => {
  test("is told from its ledger role to its place on the page", () => {
    expect(line(MORNING, 9)).toMatchObject({
      ...{ kind: "line", file: "seeds/p9.txt", line: 9, text: "    They are off, all eleven of them, in a dead calm." },
      dialect: { name: "bbc-structured", chosenBy: null, claims: [{ dialect: "bbc-structured" }] },
      ledger: { role: "paragraph", start: 9, end: 9 },
      entry: {
        ...{ n: 1, start: 5, headline: "Away", labels: ["#HarbourDay"], certain: true },
        printed: "10:40 British Summer Time 9 June 2019",
      },
      block: { kind: "paragraph", start: 9, end: 9 },
      post: {
        ...{ id: "p-1040-away", link: "/regatta/#p-1040-away", previous: "p-0905-start-postponed" },
        stamp: { clock: "10:40", at: "2019-06-09T10:40:00+01:00", origin: "printed", rule: null },
        stands: expect.stringContaining("by its time"),
      },
      page: { slug: "regatta", file: "dist/regatta/index.html", link: "/regatta/", draft: false },
      homeless: null,
    });
  });

  test("names the rule by which its time was inferred, with the words of that rule", () => {
    const stamp = line(MORNING, 11)?.post?.stamp;
    expect(stamp).toMatchObject({ clock: "09:05", at: "2019-06-09T09:05:00+01:00", origin: "inferred" });
    expect(stamp?.rule).not.toBeNull();
    expect(stamp?.why).toContain("day");
  });

  test("names the older page where it goes on with the day on which that one ends, and not index.md", () => {
    const older = source("a.txt", "  1. Lampspublished at 21:45 British Summer Time 10 June 2019\n");
    const newer = source("b.txt", "  1. Late lampspublished at 22:45\n");
    expect(line(newer, 1, setting([older, newer]))?.post?.stamp).toMatchObject({
      ...{ at: "2019-06-10T22:45:00+01:00", rule: "older-page-date" },
      why: "the dump prints no full date; the day is the one on which the page before it ends",
    });
  });

  // What stands after the headline, what index.md says, and why the time is not placed.
  test.each([
    [
      "01:30",
      { date: null, timezone: null },
      "which does not say on what day or on whose clock; `date` and `timezone` in",
    ],
    ["01:30", { date: null }, "which does not say on what day; `date` in index.md would"],
    [
      "01:30",
      { date: "2019-06-09", timezone: null },
      "which does not say on whose clock; `timezone` in index.md would",
    ],
    ["01:30", { date: "2019-03-31" }, "but no clock of Europe/London showed it on that day: it was put forward over"],
    ["01:30 IST", {}, "whose zone, `IST`, is the name of several clocks; Europe/London settles none of them"],
    [
      "01:30 IST",
      { timezone: null },
      "whose zone, `IST`, is the name of several clocks; `timezone` in index.md would say",
    ],
  ])("with a time that is not placed says what that takes: %s, %o", (at, index, why) => {
    const dump = source("a.txt", `  1. Lampspublished at ${at}\n\n  2. Duskpublished at 00:20\n`);
    const { stamp, stands } = line(dump, 1, setting([dump], { index }))?.post ?? {};
    expect(stands).toContain("its time cannot be placed");
    expect(stamp).toMatchObject({ clock: "01:30", at: null, origin: "printed" });
    expect(stamp?.why).toContain(`printed in the dump, ${why}`);
  });

  test("with a time over missing pages says that nothing proves its day", () => {
    const older = source("a.txt", "  1. Lampspublished at 21:45 British Summer Time 10 June 2019\n");
    const newer = source("b.txt", "  1. Late lampspublished at 22:45\n");
    const between = source("c.txt", "  1. Nobody knows\n");
    const home = setting([older, between, newer]);
    expect(line(newer, 1, home)?.post?.stamp?.why).toBe(
      "printed in the dump, which does not say on what day, and nothing beside it proves one",
    );
  });

  test("without a time says between which times it came, and stands where its page has it", () => {
    const found = line(AFTERNOON, 8);
    expect(found?.post).toMatchObject({ stamp: null, next: "p-a-swan-has-taken-the-committee" });
    expect(found?.post?.stands).toBe(
      "in the order of its page, with the posts beside it there: it has no time, and it came after 10:40 and before 14:20",
    );
  });

  test("of a flat dump has the score of the start before it, and its own where it could have been one", () => {
    const started = line(AFTERNOON, 8);
    expect(started?.entry).toMatchObject({ n: 3, start: 8, certain: false });
    const cues = started?.entry?.boundary?.cues.map(({ name }) => name);
    expect(cues).toEqual(expect.arrayContaining(["follows a call to join in", "three lines of four go on"]));
    const sum = started?.entry?.boundary?.cues.reduce((total, { weight }) => total + weight, 0);
    expect(started?.entry?.boundary?.score).toBeCloseTo(sum ?? 0);
    const inside = line(AFTERNOON, 9);
    expect(inside?.entry?.start).toBe(8);
    expect(inside?.boundary?.score).toBeLessThan(0);
  });

  test("above the first entry has none, and says where readers see it", () => {
    expect(line(MORNING, 3)).toMatchObject({
      ...{ ledger: { role: "summary" }, entry: null, post: null, shown: "in the live blog's summary" },
    });
  });

  test("that is the title of a publisher's page is said to be it, not to stand at the foot", () => {
    const regatta = source(
      "title.txt",
      "Regatta live: the cup goes home\n\n14:20\n\nIt was close.\n\n14:10\n\nAway.\n",
    );
    expect(line(regatta, 1, setting([regatta]))).toMatchObject({
      ...{ ledger: { role: "title" }, shown: "as the live blog's title, unless index.md gives another" },
    });
  });

  test("that is the head of a flat page belongs to its newest post, whose words stand further down", () => {
    expect(line(AFTERNOON, 1)).toMatchObject({
      ...{ ledger: { role: "lead" }, entry: { n: 1, start: 4 }, post: { id: "p-1420-the-cup-goes-home" } },
    });
  });

  test("that another dump has too says in whose words readers see it", () => {
    const pages = (more: string) => [MORNING, source("p4.txt", MORNING.text.replace("a dead calm.", more))];
    const shown = (more: string, of = MORNING) => line(of, 9, setting(pages(more)))?.shown;
    expect(shown("a dead calm, for now.")).toBe("folded up beneath its post, whose words are those of another dump");
    expect(shown("a dead – calm.")).toBe("in the words of seeds/p4.txt, which are the same but for typography");
    expect(shown("a dead calm, for now.", pages("a dead calm, for now.")[1])).toBe("where it stands in its post");
  });

  test("of a long live blog names the page that its post is on", () => {
    const posts = Array.from({ length: 201 }, (_, at) => post(`p${1000 + at}`, { at: "10:50" }));
    const home = setting([MORNING], { posts });
    expect(line(MORNING, 11, home)).toMatchObject({ page: { file: "dist/regatta/index.html", link: "/regatta/" } });
    expect(explainAuthored("content/regatta/p1150.md", home, false)).toMatchObject({
      post: { link: "/regatta/page-2/#p-p1150" },
      page: { file: "dist/regatta/page-2/index.html", link: "/regatta/page-2/" },
    });
  });

  test("is null where the dump has no such line", () => {
    expect(line(MORNING, 99)).toBeNull();
  });

  test("of a dump that no live blog has keeps what can be known", () => {
    const found = line(MORNING, 9, { homeless: "it is in no folder of ours" });
    expect(found).toMatchObject({ entry: { n: 1 }, post: null, page: null, homeless: "it is in no folder of ours" });
  });
});

describe("a post", () => {
  test("names every dump that has it, and the author's files that amend it, with what they say", () => {
    const twin = source("p4.txt", MORNING.text.replace("in a dead calm", "in a dead calm, for now"));
    const calm = amendment("calm", { dump: "p4.txt", line: 9 }, { key: true, aliases: ["away"] });
    const found = line(MORNING, 9, setting([MORNING, twin], { amendments: [calm] }));
    expect(found?.post).toMatchObject({
      sources: [{ file: "seeds/p4.txt" }, { file: "seeds/p9.txt", start: 5, end: 10 }],
      captures: [{ file: "seeds/p9.txt", start: 5 }],
      amendedBy: [{ file: "content/regatta/calm.md", changes: ["key", "aliases"] }],
      aliases: ["away"],
    });
  });
});

describe("a dialect", () => {
  test("that somebody chose says who, beside those that claimed the dump", () => {
    const plain = dialectNamed("plain");
    if (plain === null) throw new Error("the last resort has a name");
    const study = studyDump(MORNING, { dialect: plain, by: "--dialect" });
    expect(explainDump(study, { homeless: "" }).dialect).toMatchObject({
      ...{ name: "plain", chosenBy: "--dialect", claims: [{ dialect: "bbc-structured" }] },
    });
  });
});

test("A dump that changes its dialect half way is explained part by part, each by its own dialect's cues", () => {
  const rainy = `${MORNING.text}\n${AFTERNOON.text}`;
  const both = studyDump(source("both.txt", rainy), null);
  const second = MORNING.text.split("\n").length + 1;
  const homeless = { homeless: "" };
  const part = (at: number) => explainLine(both, homeless, at);
  expect([part(9)?.dialect.name, part(second + 7)?.dialect.name]).toEqual(["bbc-structured", "bbc-flat"]);
  expect(part(second)).toMatchObject({
    ledger: { role: "lead" },
    entry: { printed: "14:20 British Summer Time 9 June 2019" },
  });
  expect(part(second + 8)?.boundary?.score).toBeLessThan(0);
  expect(explainDump(both, homeless)).toMatchObject({
    ...{ dialect: { name: "bbc-structured" }, changes: [{ start: second, dialect: { name: "bbc-flat" } }] },
  });
});

describe("a whole dump", () => {
  test("counts its lines by role, every line once, and names the post of every entry", () => {
    const found = explainDump(studyDump(AFTERNOON, null), setting([MORNING, AFTERNOON]));
    expect(found.roles.reduce((sum, { lines }) => sum + lines, 0)).toBe(9);
    expect(found.entries.map(({ post: id }) => id)).toEqual([
      "p-1420-the-cup-goes-home",
      "p-a-swan-has-taken-the-committee",
      "p-owen-peverell-has-been-at-it",
    ]);
    expect(found.entries.at(-1)).toMatchObject({ certain: false, boundary: { score: expect.any(Number) } });
    expect(found).toMatchObject({ pageNumber: 8, copies: [] });
  });
});

describe("an author's file", () => {
  const beside = post("a-kettle", { placement: { side: "after", post: "p-1040-away" } });
  const timed = post("1100-red-flag", { at: "11:00", headline: "Red flag" });
  const calm = amendment("calm", { dump: "p9.txt", line: 9 }, { headline: "Off at last" });
  const lost = amendment("lost", { dump: "p9.txt", line: 99 });
  const home = setting([MORNING], { posts: [beside, timed], amendments: [calm, lost] });
  const explained = (name: string) => explainAuthored(`content/regatta/${name}.md`, home, false);

  test("that is a post says where it stands and who says so", () => {
    expect(explained("a-kettle")).toMatchObject({
      ...{ role: "post", post: { id: "p-a-kettle", stands: "right after p-1040-away: its file says so" } },
    });
    expect(explained("1100-red-flag").post).toMatchObject({
      ...{ previous: "p-a-kettle", next: null, stamp: { origin: "author", why: "its author gives it" } },
    });
  });

  test("that amends an entry says which, what it changes, and where that stands", () => {
    expect(explained("calm")).toMatchObject({
      ...{ role: "amendment", changes: ["headline"], amends: [{ file: "seeds/p9.txt", start: 5, end: 10 }] },
      post: { id: "p-1040-away", headline: "Off at last" },
    });
  });

  test("that amends nothing has no post, and the problem that says so", () => {
    expect(explained("lost")).toMatchObject({
      ...{ role: "amendment", amends: [], post: null, diagnostics: [{ code: "amends-not-found" }] },
    });
  });

  test("that is the live blog names its dumps", () => {
    expect(explained("index")).toMatchObject({
      ...{ role: "live-blog", posts: 4, dumps: [{ file: "seeds/p9.txt", page: 9, dialect: "bbc-structured" }] },
    });
  });

  test("that is of the archive as a whole says so", () => {
    const nowhere = { homeless: "it is of no live blog" };
    expect(explainAuthored("content/about.md", nowhere, false)).toMatchObject({ role: "about", ...nowhere });
  });

  test("that is a draft, or that was not read, became nothing", () => {
    expect(explainAuthored("content/regatta/later.md", home, true)).toMatchObject({ role: "draft", post: null });
    expect(explained("never")).toMatchObject({ role: "unread", post: null });
  });
});

test("a role that the table of roles does not know is named as it is", () => {
  expect(roleWords("paragraph").means).toBe("words of a post's body");
  expect(roleWords("fanfare").means).toBe("fanfare");
});
