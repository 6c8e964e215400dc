/**
 * A live blog is a function of its pages: in which order they are claimed and what their files are called changes neither
 * its timeline nor an id. What only one page has stays; what two posts want alike, neither has.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import { postsOf } from "../../src/archive/place.ts";
import type { SourceDump } from "../../src/archive/posts.ts";
import type { Dump } from "../../src/model/dump.ts";
import { DAY, folder, parsed, type SampleEntry, structured } from "./samples.ts";

const timelineOf = (dumps: readonly SourceDump[]) =>
  mergeLiveBlog({ slug: "regatta", title: "Regatta", folder: folder("regatta"), dumps }).value.timeline;

/** Few headlines, minutes and words, so that much is alike, shared, edited or all but the same. */
const entry: fc.Arbitrary<SampleEntry> = fc.record({
  headline: fc.constantFrom("Away", "Tea", "Post"),
  at: fc.constantFrom(`10:40 ${DAY}`, "10:40 British Summer Time 8 June 2019", `10:41 ${DAY}`, "10:40", "23:50"),
  body: fc.constantFrom(
    ...[
      "",
      "Well.",
      "They are off, all eleven of them, in a dead calm.",
      "They are off, all eleven of them, in a gale.",
    ],
    ...[
      "They are off - all eleven of them - in a dead calm.\nTea is served.",
      "It is served on the old pier, as ever.",
    ],
  ),
});
const flat = (openings: readonly string[]): Dump =>
  parsed(
    "flat.txt",
    [`The cuppublished at 14:20 ${DAY}`, ...openings.flatMap((opening) => ["#HarbourDay", opening])].join("\n"),
  );
const page: fc.Arbitrary<SourceDump> = fc.record({
  dump: fc.oneof(
    fc.array(entry, { minLength: 1, maxLength: 4 }).map((entries) => structured("a.txt", entries)),
    fc.array(entry, { maxLength: 3 }).map((entries) => flat(entries.map(({ body = "" }) => body))),
  ),
  page: fc.constantFrom(null, null, 1, 2, 5),
});
/** Pages of one live blog; copies of one page are found before pages are merged. */
const pages = fc.uniqueArray(page, { minLength: 2, maxLength: 5, selector: ({ dump }) => dump.sha256 });
const inAnyOrder = pages.chain((all) =>
  fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray([...all.keys()], { minLength: all.length, maxLength: all.length }),
    names: fc.shuffledSubarray(["m", "c", "x", "a", "q"], { minLength: all.length, maxLength: all.length }),
  }),
);

const named = (all: readonly SourceDump[], names: readonly string[]): SourceDump[] =>
  all.map((each, at) => ({ ...each, dump: { ...each.dump, file: `seeds/${names[at]}.txt` } }));

test("any order of the claims and any names of the files give the same timeline, ids and aliases", () => {
  fc.assert(
    fc.property(inAnyOrder, ({ all, order, names }) => {
      const given = named(all, names);
      const shuffled = order.flatMap((at) => given[at] ?? []);
      expect(timelineOf(shuffled)).toEqual(timelineOf(given));
      const told = (those: readonly SourceDump[]): string =>
        JSON.stringify(timelineOf(those), (key, value: unknown) => (key === "file" ? undefined : value));
      expect(told(given)).toBe(told(named(all, ["1", "2", "3", "4", "5"])));
    }),
  );
});

test("every id and every alias leads to one post", () => {
  fc.assert(
    fc.property(pages, (all) => {
      const posts = postsOf(timelineOf(named(all, ["a", "b", "c", "d", "e"])));
      const ids = posts.flatMap(({ id, aliases }) => [id, ...aliases]);
      expect(ids.toSorted()).toEqual([...new Set(ids)].sort());
    }),
  );
});

describe("two posts of different pages that want one id", () => {
  const away = { headline: "Away", at: `10:40 ${DAY}` };
  const idsOf = (...those: readonly SampleEntry[]): string[] =>
    postsOf(timelineOf(those.map((one, at) => ({ dump: structured(`${"abc"[at]}.txt`, [one]), page: null })))).map(
      ({ id }) => id,
    );
  const one = { ...away, body: "They are off, all eleven of them." };
  const other = { ...away, body: "And away they go, all eleven." };
  const eve = { ...one, at: "10:40 British Summer Time 8 June 2019" };

  test("both say the date, as in a single page", () => {
    expect(idsOf(one, eve)).toEqual(["p-20190608-1040-away", "p-20190609-1040-away"]);
  });

  test("both take further words where that is the same", () => {
    expect(idsOf(one, other).toSorted()).toEqual([
      "p-20190609-1040-away-and-away-they-go-all-eleven",
      "p-20190609-1040-away-they-are-off-all-eleven-of-them",
    ]);
  });

  test("both take line and fingerprint of their dumps where all words are", () => {
    const page = (text: string): SourceDump => {
      const dump = structured(`${text}.txt`, [{ ...away, body: "Well." }]);
      const embed = { kind: "embed", provider: text, printed: null, url: null, start: 5, end: 5 } as const;
      const entries = dump.entries.map((each) => ({ ...each, blocks: [...each.blocks, embed] }));
      return { dump: { ...dump, sha256: text.padEnd(64, "0"), entries }, page: null };
    };
    expect(postsOf(timelineOf([page("b"), page("a")])).map(({ id }) => id)).toEqual([
      "p-20190609-1040-away-well-l3-a00000000000",
      "p-20190609-1040-away-well-l3-b00000000000",
    ]);
  });

  test("are found by it all the same: it leads to the one that stands first, whichever is claimed first", () => {
    const leads = (...those: readonly SampleEntry[]): (string | undefined)[] => {
      const dumps = those.map((each, at) => ({ dump: structured(`${"abc"[at]}.txt`, [each]), page: null }));
      return postsOf(timelineOf(dumps))
        .filter(({ aliases }) => aliases.includes("p-1040-away"))
        .map(({ id }) => id);
    };
    expect(leads(one, eve)).toEqual(["p-20190608-1040-away"]);
    expect(leads(eve, one)).toEqual(["p-20190608-1040-away"]);
    expect(leads(one)).toEqual([]);
  });

  test("keep their ids when a third comes that is alike in the short form only", () => {
    const next = { ...one, at: "10:40 British Summer Time 10 June 2019" };
    expect(idsOf(one, eve, next)).toEqual(expect.arrayContaining(idsOf(one, eve)));
  });
});
