import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import { place, postsOf } from "../../src/archive/place.ts";
import { postOfFile } from "../../src/archive/posts.ts";
import type { Folder } from "../../src/model/authored.ts";
import type { Dump } from "../../src/model/dump.ts";
import type { LiveBlog } from "../../src/model/live-blog.ts";
import { amendment, DAY, folder, parsed, post, structured, withoutBulletNotes } from "./samples.ts";

const pages = (...dumps: [Dump, number | null][]) => dumps.map(([dump, page]) => ({ dump, page }));
const merge = (dumps: ReturnType<typeof pages>, own: Folder | null = folder("regatta")) =>
  withoutBulletNotes(mergeLiveBlog({ slug: "regatta", title: "Regatta", folder: own, dumps }));

/** The timeline as a reader goes down it: times or first words, gaps as dots. */
function outline({ timeline }: LiveBlog): string[] {
  return timeline.map((item) => {
    if (item.kind === "gap") return "…";
    const { stamp, headline, opening } = item.post;
    return [stamp?.time ?? "??:??", headline ?? opening].join(" ");
  });
}

/** A flat page: only its first entry has kept its time, hashtags open the others. */
const flat = (at: string, headline: string, opening: string, ...others: string[]) =>
  parsed(
    "flat.txt",
    [
      `${headline}published at ${at}`,
      opening,
      "A fine day for it",
      "The cup goes home",
      "Ines Barrow and Owen Peverell",
      opening,
      ...others.flatMap((body) => ["#HarbourDay", body]),
    ].join("\n"),
  );

const morning = structured("p9.txt", [
  { headline: "Away", at: `10:40 ${DAY}`, body: "They are off, all eleven of them." },
  { headline: "Start postponed", at: `09:05 ${DAY}`, body: "Not a breath on the water this morning." },
]);
const afternoon = flat(
  `14:20 ${DAY}`,
  "The cup goes home",
  "Larkspur has it by a length in the end.",
  "A swan.",
  "Tea.",
);

describe("one order, oldest first", () => {
  test("pages print newest first and are turned round; equal minutes keep the page's order", () => {
    const dump = structured("a.txt", [
      { headline: "Third", at: `09:05 ${DAY}` },
      { headline: "Second", at: `09:05 ${DAY}` },
      { headline: "First", at: `09:01 ${DAY}` },
    ]);
    expect(outline(merge(pages([dump, null])).value)).toEqual(["09:01 First", "09:05 Second", "09:05 Third"]);
  });

  test("posts without times keep together, right before the timed post that closes their run", () => {
    expect(outline(merge(pages([afternoon, 3])).value)).toEqual([
      "??:?? Tea.",
      "??:?? A swan.",
      "14:20 The cup goes home",
    ]);
  });

  test("a timed post from elsewhere that falls into such a run's bracket stands before the run", () => {
    const own = folder("regatta", { posts: [post("1231-by-a-length", { at: "12:31", headline: "By a length" })] });
    expect(outline(merge(pages([afternoon, 3], [morning, 9]), own).value)).toEqual([
      "09:05 Start postponed",
      "10:40 Away",
      "…",
      "12:31 By a length",
      "??:?? Tea.",
      "??:?? A swan.",
      "14:20 The cup goes home",
    ]);
  });

  test("unless its author says otherwise", () => {
    const placement = { side: "after", post: "p-tea" } as const;
    const own = folder("regatta", { posts: [post("1231", { at: "12:31", headline: "By a length", placement })] });
    expect(outline(merge(pages([afternoon, 3]), own).value).slice(0, 2)).toEqual(["??:?? Tea.", "12:31 By a length"]);
  });

  test("several posts placed at one post read in the order of their files, and may name each other", () => {
    const beside = (stem: string, side: "after" | "before", target: string) =>
      post(stem, { headline: stem, placement: { side, post: target } });
    const posts = [
      beside("a", "after", "p-b"),
      beside("b", "after", "p-tea"),
      beside("c", "after", "p-tea"),
      beside("d", "before", "p-tea"),
    ];
    const { value, diagnostics } = merge(pages([afternoon, 3]), folder("regatta", { posts }));
    expect(diagnostics).toEqual([]);
    expect(outline(value).slice(0, 5)).toEqual(["??:?? d", "??:?? Tea.", "??:?? b", "??:?? a", "??:?? c"]);
  });

  test("a post takes along what is placed beside it, so the next one at its place comes after all of that", () => {
    const following = (stem: string, target: string) =>
      post(stem, { headline: stem, placement: { side: "after", post: target } });
    const posts = [following("a", "p-tea"), following("b", "p-a"), following("c", "p-tea")];
    const { value } = merge(pages([afternoon, 3]), folder("regatta", { posts }));
    expect(outline(value).slice(0, 4)).toEqual(["??:?? Tea.", "??:?? a", "??:?? b", "??:?? c"]);
  });

  test("a long chain of posts that name each other stands in its order, first file or last file first", () => {
    const stems = Array.from({ length: 5000 }, (_, at) => `s${String(at).padStart(4, "0")}`);
    const posts = stems.map((stem, at) =>
      post(stem, { placement: { side: "after", post: `p-${stems[at - 1] ?? "tea"}` } }),
    );
    for (const files of [posts, [...posts].reverse()]) {
      const { value, diagnostics } = place(
        [{ kind: "post", post: { ...postOfFile(post("tea"), null), bracket: null } }],
        files.flatMap((file) =>
          file.placement === null ? [] : [{ file, placement: file.placement, post: postOfFile(file, null) }],
        ),
      );
      expect(diagnostics).toEqual([]);
      expect(postsOf(value).map(({ id }) => id)).toEqual(["p-tea", ...stems.map((stem) => `p-${stem}`)]);
    }
  });
});

describe("a gap", () => {
  const gaps = ({ timeline }: LiveBlog) => timeline.filter((item) => item.kind === "gap");

  test("stands once, after the older page's last post, and names the missing pages", () => {
    const { value } = merge(pages([afternoon, 3], [morning, 9]));
    expect(gaps(value)).toMatchObject([{ after: { time: "10:40" }, before: null, pages: [{ first: 4, last: 8 }] }]);
  });

  test("is not closed by what an author adds inside it", () => {
    const own = folder("regatta", { posts: [post("1100", { at: "11:00", headline: "Red flag" })] });
    expect(gaps(merge(pages([afternoon, 3], [morning, 9]), own).value)).toHaveLength(1);
  });

  test("is not there between neighbours, nor between pages that overlap", () => {
    expect(gaps(merge(pages([afternoon, 3], [morning, 4])).value)).toEqual([]);
    const next = structured("p8.txt", [
      { headline: "Red flag", at: `10:48 ${DAY}`, body: "Contact at the second mark." },
      { headline: "Away", at: `10:40 ${DAY}`, body: "They are off, all eleven of them." },
    ]);
    expect(gaps(merge(pages([next, null], [morning, null])).value)).toEqual([]);
  });

  test("claims no missing pages where page numbers are not known", () => {
    expect(gaps(merge(pages([afternoon, null], [morning, null])).value)).toMatchObject([{ pages: [] }]);
  });
});

describe("what two dumps share", () => {
  const whole = { headline: "Away", at: `10:40 ${DAY}`, body: "They are off, all eleven of them.\nThe old man leads." };
  const cut = { headline: "Away", at: `10:40 ${DAY}`, body: "They are off, all eleven of them." };

  test("becomes one post with the fuller body, both sources and one id", () => {
    const { value } = merge(pages([structured("a.txt", [cut]), null], [structured("b.txt", [whole]), null]));
    expect(value.timeline).toMatchObject([
      { post: { id: "p-1040-away", blocks: [{}, {}], origins: [{ file: "seeds/b.txt" }, { file: "seeds/a.txt" }] } },
    ]);
  });

  test("is known without time and headline by its opening words, and keeps the id under which each dump knew it", () => {
    const opening = "Larkspur rounds the old perch first of all.";
    const lost = flat(`14:20 ${DAY}`, "The cup", "It goes home.", opening);
    const dated = structured("b.txt", [{ headline: "The perch", at: `12:02 ${DAY}`, body: opening }]);
    const posts = merge(pages([lost, 3], [dated, 4])).value.timeline.flatMap((item) =>
      item.kind === "post" ? item.post : [],
    );
    expect(posts).toHaveLength(2);
    expect(posts[0]).toMatchObject({ stamp: { time: "12:02" }, headline: "The perch", labels: ["#HarbourDay"] });
    expect([posts[0]?.id, ...(posts[0]?.aliases ?? [])].sort()).toEqual([
      "p-1202-the-perch",
      "p-larkspur-rounds-the-old-perch-first",
    ]);
  });

  test("stays two posts where headline or time differ", () => {
    const later = { ...cut, at: `10:41 ${DAY}` };
    expect(
      outline(merge(pages([structured("a.txt", [cut]), null], [structured("b.txt", [later]), null])).value),
    ).toEqual(["10:40 Away", "…", "10:41 Away"]);
  });

  test("lets an old id that another dump's post has too lead to one of them, and is no clash: nobody could mend that", () => {
    const opening = "Larkspur rounds the old perch first of all.";
    const lost = flat(`14:20 ${DAY}`, "The cup", "It goes home.", opening);
    const dated = structured("b.txt", [{ headline: "The perch", at: `12:02 ${DAY}`, body: opening }]);
    const alike = flat(`15:20 ${DAY}`, "The tea", "It is served.", "Larkspur rounds the old perch first, then sinks.");
    const third = { ...alike, file: "seeds/c.txt" };
    const { value, diagnostics } = merge(pages([lost, null], [dated, null], [third, null]));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const names = value.timeline.flatMap((item) => (item.kind === "post" ? [item.post.id, ...item.post.aliases] : []));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("p-1202-the-perch");
    expect(names).toContain("p-larkspur-rounds-the-old-perch-first-then-sinks");
    expect(names).toContain("p-larkspur-rounds-the-old-perch-first");
  });

  test("asks the dump that has a post for its longer id, not another dump's entry at the same line", () => {
    const other = { ...cut, headline: "Away", body: "And away they go, all eleven." };
    const dumps = pages(
      [structured("a.txt", [cut]), null],
      [structured("b.txt", [{ headline: "Tea", at: `11:00 ${DAY}`, body: "It is served." }, other]), null],
      [structured("c.txt", [other]), null],
    );
    const ids = merge(dumps).value.timeline.flatMap((item) => (item.kind === "post" ? item.post.id : []));
    expect(ids.toSorted()).toEqual([
      "p-1100-tea",
      "p-20190609-1040-away-and-away-they-go-all-eleven",
      "p-20190609-1040-away-they-are-off-all-eleven-of-them",
    ]);
  });

  test("never merges two posts of one dump", () => {
    expect(merge(pages([structured("a.txt", [cut, cut]), null])).value.timeline).toHaveLength(2);
  });
});

describe("an amendment", () => {
  const target = { dump: "p9.txt", line: 9 };

  test("overrides what it names, keeps id and record, and says what it changed", () => {
    const given = amendment("late", target, {
      headline: "No wind",
      key: true,
      time: { time: "09:06", date: null, offset: null },
    });
    const { value } = merge(pages([morning, 9]), folder("regatta", { amendments: [given] }));
    expect(value.timeline[0]).toMatchObject({
      post: {
        ...{ id: "p-0905-start-postponed", headline: "No wind", key: true },
        stamp: { time: "09:06", origin: { kind: "author" } },
        notes: [{ changed: ["time", "headline"] }],
      },
    });
  });

  test("finds a post by any line of its entry, or by its id", () => {
    const byId = merge(
      pages([morning, 9]),
      folder("regatta", { amendments: [amendment("a", { post: "p-1040-away" }, { key: true })] }),
    );
    const byLine = merge(
      pages([morning, 9]),
      folder("regatta", { amendments: [amendment("a", { dump: "p9.txt", line: 5 }, { key: true })] }),
    );
    for (const { value } of [byId, byLine])
      expect(value.timeline[1]).toMatchObject({ post: { headline: "Away", key: true } });
  });

  test("that finds nothing is an error that names what looks alike", () => {
    const { diagnostics } = merge(
      pages([morning, 9]),
      folder("regatta", { amendments: [amendment("a", { post: "p-away" })] }),
    );
    expect(diagnostics).toMatchObject([
      { code: "amends-not-found", severity: "error", hint: 'did you mean "p-1040-away"?' },
    ]);
  });

  describe("with an embed's link", () => {
    const slot = (provider: string, printed: string, line: number) =>
      ({ kind: "embed", provider, printed, url: null, start: line, end: line }) as const;
    const [x, youtube] = [slot("x", "Twitter", 6), slot("youtube", "Google YouTube", 7)];
    const [boom, wave] = [slot("audio-boom", "Audio Boom", 8), slot("wave", "Wave", 9)];
    const video = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    /** What becomes of an entry's embeds: provider and whether there is a link; or the message. */
    const fill = (url: string, ...slots: readonly ReturnType<typeof slot>[]): readonly string[] | string => {
      const dump = { ...morning, entries: morning.entries.map((entry) => ({ ...entry, blocks: slots })) };
      const given = amendment("a", { post: "p-1040-away" }, { embed: url });
      const { value, diagnostics } = merge(pages([dump, 9]), folder("regatta", { amendments: [given] }));
      const problem = diagnostics.find(({ code }) => code === "embed-not-found");
      if (problem !== undefined) return problem.message;
      const post = value.timeline.find((item) => item.kind === "post" && item.post.id === "p-1040-away");
      const blocks = post?.kind === "post" ? post.post.blocks : [];
      return blocks.map((block) => (block.kind === "embed" ? `${block.provider} ${block.url !== null}` : "?"));
    };

    test("fills the first of that provider, wherever it stands", () => {
      expect(fill(video, x, youtube)).toEqual(["x false", "youtube true"]);
    });

    test("never fills another provider's", () => {
      expect(fill(video, x)).toContain("this is a link to YouTube, and which");
      expect(fill(video, x)).toContain("Twitter (line 6)");
    });

    test("fills one of a provider that nobody knows where that is the only one, else names the choices", () => {
      expect(fill(video, x, boom)).toEqual(["x false", "youtube true"]);
      expect(fill(video, boom, wave)).toContain("Audio Boom (line 8), Wave (line 9)");
      expect(fill("https://boom.example/1", boom)).toEqual(["audio-boom true"]);
      expect(fill("https://boom.example/1", boom, x)).toContain("Audio Boom (line 8), Twitter (line 6)");
    });
  });

  test("gives an embed its link only where an embed without one stands", () => {
    const { diagnostics } = merge(
      pages([morning, 9]),
      folder("regatta", {
        amendments: [amendment("a", { post: "p-1040-away" }, { embed: "https://x.com/i/status/1" })],
      }),
    );
    expect(diagnostics).toMatchObject([{ code: "embed-not-found" }]);
  });
});

describe("what only the whole live blog can show", () => {
  const codes = (own: Folder) => merge(pages([morning, 9]), own).diagnostics.map(({ code }) => code);

  test("two posts that want one id are both named", () => {
    const posts = [post("1040-away", { at: "10:40", headline: "Mine" })];
    const [problem] = merge(pages([morning, 9]), folder("regatta", { posts })).diagnostics;
    expect(problem).toMatchObject({ code: "id-clash", severity: "error", file: "content/regatta/1040-away.md" });
    expect(problem?.message).toMatch(/seeds\/p9\.txt:3.*content\/regatta\/1040-away\.md/);
  });

  test("a place beside a post that is not there, and a circle", () => {
    const at = (stem: string, target: string) => post(stem, { placement: { side: "after", post: target } });
    expect(codes(folder("regatta", { posts: [at("a", "p-nowhere")] }))).toEqual(["place-not-found"]);
    expect(codes(folder("regatta", { posts: [at("a", "p-b"), at("b", "p-a")] }))).toEqual([
      "place-not-found",
      "place-not-found",
    ]);
    const messages = merge(
      pages([morning, 9]),
      folder("regatta", { posts: [at("a", "p-b"), at("b", "p-b")] }),
    ).diagnostics;
    expect(messages.map(({ message }) => message)).toEqual([
      expect.stringContaining("has no place itself"),
      expect.stringContaining("a circle"),
    ]);
  });

  test("a post without time and neighbour, unless it is all that there is for others to stand beside", () => {
    const lone = post("a");
    const placed = post("b", { placement: { side: "after", post: "p-a" } });
    const { value, diagnostics } = merge([], folder("regatta", { posts: [lone, placed] }));
    expect(diagnostics).toEqual([]);
    expect(value.timeline).toMatchObject([{ post: { id: "p-a", bracket: null } }, { post: { id: "p-b" } }]);
    for (const posts of [
      [lone, post("c")],
      [lone, post("c", { at: "10:00" })],
    ])
      expect(new Set(codes(folder("regatta", { posts })))).toEqual(new Set(["post-without-place"]));
    expect(merge(pages([morning, 9]), folder("regatta", { posts: [lone] })).diagnostics).toMatchObject([
      { code: "post-without-place", severity: "error", file: "content/regatta/a.md" },
    ]);
  });

  test("whatever names a draft is told so", () => {
    const placement = { side: "after", post: "p-late" } as const;
    const own = folder("regatta", {
      drafts: ["late"],
      posts: [post("a", { placement })],
      amendments: [amendment("b", { post: "p-late" }, { key: true })],
      index: { summary: [{ text: "Late", post: "p-late" }] },
    });
    const problems = merge(pages([morning, 9]), own).diagnostics;
    expect(problems.map(({ code }) => code)).toEqual(["amends-not-found", "place-not-found", "post-not-found"]);
    for (const { message, hint } of problems) {
      expect(message).toContain('"p-late" is a draft');
      expect(hint).toContain("draft: true");
    }
  });

  test("a summary that leads nowhere, a picture that is not in the folder", () => {
    expect(codes(folder("regatta", { index: { summary: [{ text: "Away", post: "p-nowhere" }] } }))).toEqual([
      "post-not-found",
    ]);
    const body = [{ kind: "image", alt: "a", caption: null, credit: null, src: "a.jpg", start: 5, end: 5 } as const];
    expect(codes(folder("regatta", { posts: [post("a", { at: "10:00", body })] }))).toEqual(["picture-missing"]);
    expect(
      codes(folder("regatta", { posts: [post("a", { at: "10:00", body })], assets: new Map([["a.jpg", null]]) })),
    ).toEqual([]);
  });

  test("a clock time that the zone skipped, or that nothing places", () => {
    const spring = { date: "2017-03-26" };
    const at = (time: string) => [post("a", { at: time })];
    expect(codes(folder("regatta", { index: spring, posts: at("01:30") }))).toEqual(["time-impossible"]);
    expect(codes(folder("regatta", { index: { date: null }, posts: at("10:00") }))).toEqual(["time-impossible"]);
    expect(codes(folder("regatta", { index: { timezone: null }, posts: at("10:00") }))).toEqual(["time-impossible"]);
  });
});

describe("what is claimed as preserved", () => {
  test("runs from the first to the last time that a dump printed, whatever authors add", () => {
    const own = folder("regatta", { posts: [post("2000", { at: "20:00", headline: "Evening" })] });
    expect(merge(pages([morning, 9]), own).value.coverage).toMatchObject({
      from: { time: "09:05" },
      to: { time: "10:40" },
    });
  });

  test("has an open start where the first posts have lost their times", () => {
    expect(merge(pages([afternoon, 3])).value).toMatchObject({ openStart: true, coverage: { to: { time: "14:20" } } });
    expect(merge(pages([morning, 9])).value.openStart).toBe(false);
  });
});

test("any two cuts of one page, in any order of claims, merge to the page itself", () => {
  const entries = Array.from({ length: 12 }, (_, index) => ({
    headline: `Headline ${index}`,
    at: `${String(20 - index).padStart(2, "0")}:00 ${DAY}`,
    body: `The fleet is at mark number ${index} now, and closing.`,
  }));
  const all = outline(merge(pages([structured("all.txt", entries), null])).value);
  fc.assert(
    fc.property(fc.nat(11), fc.nat(11), fc.boolean(), (a, b, swapped) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const cuts = pages(
        [structured("one.txt", entries.slice(0, to + 1)), null],
        [structured("two.txt", entries.slice(from)), null],
      );
      expect(outline(merge(swapped ? [...cuts].reverse() : cuts).value)).toEqual(all);
    }),
  );
});
