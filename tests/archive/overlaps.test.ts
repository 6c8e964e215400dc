/**
 * The same update in two dumps, saved at two moments. What both hold is one post; what the newsroom changed in between
 * is kept beside it, so that no capture's words are lost.
 */
import { describe, expect, test } from "vitest";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import type { Post } from "../../src/model/live-blog.ts";
import { DAY, folder, parsed, type SampleEntry, structured } from "./samples.ts";

const away = { headline: "Away", at: `10:40 ${DAY}` };
const BODY = "They are off, all eleven of them, in a dead calm.";

/** The posts of these captures of one page, and the notes about entries that were edited. */
function captured(...captures: readonly (readonly SampleEntry[])[]) {
  const dumps = captures.map((entries, at) => ({ dump: structured(`${"abc"[at]}.txt`, entries), page: null }));
  const { value, diagnostics } = mergeLiveBlog({ slug: "regatta", title: "Regatta", folder: folder("regatta"), dumps });
  return {
    posts: value.timeline.flatMap((item): Post[] => (item.kind === "post" ? [item.post] : [])),
    edits: diagnostics.filter(({ code }) => code === "entry-edited"),
  };
}

const words = ({ blocks }: Pick<Post, "blocks">): string =>
  blocks.map((block) => (block.kind === "paragraph" ? block.text : "?")).join(" / ");

describe("an entry that was edited between two captures", () => {
  const first = { ...away, body: `${BODY}\nTwo thousand people watch.` };
  const second = { ...away, body: `${BODY}\nThree thousand people watch, the harbour master says.` };

  test("shows the fuller text and keeps the other's words, whichever dump is claimed first", () => {
    for (const captures of [
      [[first], [second]],
      [[second], [first]],
    ]) {
      const { posts } = captured(...captures);
      expect(posts.map(words)).toEqual([second.body.replace("\n", " / ")]);
      expect(posts[0]?.captures.map(words)).toEqual([first.body.replace("\n", " / ")]);
    }
  });

  test("is noted at the entry that is shown beneath, with the words at which the two part", () => {
    const [note, ...more] = captured([first], [second]).edits;
    expect(more).toEqual([]);
    expect(note).toMatchObject({ severity: "note", file: "seeds/a.txt", line: 3 });
    expect(note?.message).toContain("the same post as seeds/b.txt:3");
    expect(note?.message).toContain(
      'here it says "Two thousand people watch", there "Three thousand people watch the harbour"',
    );
  });

  test("that only grew keeps its shorter text too: it is what readers once had", () => {
    const { posts, edits } = captured([{ ...away, body: BODY }], [first]);
    expect(posts[0]?.captures.map(words)).toEqual([BODY]);
    expect(edits[0]?.message).toContain('here it says nothing more, there "Two thousand people watch"');
  });

  test("is kept once in each wording, however many dumps have it", () => {
    const { posts, edits } = captured([first], [second], [first]);
    expect(posts[0]?.origins).toHaveLength(3);
    expect(posts[0]?.captures).toMatchObject([{ file: "seeds/a.txt", start: 3 }]);
    expect(edits).toHaveLength(1);
  });
});

describe("typography is no edit", () => {
  test.each([
    [
      "quotation marks",
      `The skipper said "we have all day" and sat down.`,
      "The skipper said “we have all day” and sat down.",
    ],
    ["apostrophes", "It's the harbour's own clock that's late.", "It’s the harbour’s own clock that’s late."],
    [
      "what stands for apostrophes",
      "It`s the harbour´s own clock that‛s late.",
      "It's the harbour's own clock that's late.",
    ],
    ["upper case", "THEY ARE OFF, all eleven of them.", "They are off, all eleven of them."],
    ["ligatures and wide letters", "The ﬁrst of the ﬂeet is home, ＧＯ on.", "The first of the fleet is home, go on."],
    ["dashes", "Not a breath - not one - on the water.", "Not a breath — not one—on the water."],
    ["spaces", "Class One is away at last, 40 minutes late.", "Class One is away\u00a0at last, 40\u202fminutes late."],
    ["hashtags in another case", "Tell us with #HarbourDay where you are.", "Tell us with #harbourday where you are."],
    ["dots", "Somebody fell in... nobody saw who.", "Somebody fell in… nobody saw who."],
    ["soft hyphens", "The harbourmaster waves his flag twice.", "The harbour\u00admaster waves his flag twice."],
  ])("%s", (_, one, other) => {
    const { posts, edits } = captured([{ ...away, body: one }], [{ ...away, body: other }]);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.captures).toEqual([]);
    expect(edits).toEqual([]);
  });
});

test("Of two alike posts of one dump each finds its own twin in another", () => {
  const twice = [
    { ...away, body: BODY },
    { ...away, body: BODY },
  ];
  expect(captured(twice, twice).posts.map(({ origins }) => origins.length)).toEqual([2, 2]);
});

describe("what says too little to be known by", () => {
  const shared = (url: string) => ({ at: `10:40 ${DAY}`, body: url });
  const [one, other] = ["https://x.com/harbour/status/1234567890", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"];
  /** A dump of one entry that holds an embed and nothing else. */
  const embedOnly = (file: string, url: string) => {
    const dump = structured(file, [shared(url)]);
    const provider = url === one ? "x" : "youtube";
    const embed = { kind: "embed", provider, printed: null, url, start: 5, end: 5 } as const;
    return { dump: { ...dump, entries: dump.entries.map((entry) => ({ ...entry, blocks: [embed] })) }, page: null };
  };
  const merged = (...urls: readonly string[]) => {
    const dumps = urls.map((url, at) => embedOnly(`${at}.txt`, url));
    const { value } = mergeLiveBlog({ slug: "regatta", title: "Regatta", folder: folder("regatta"), dumps });
    return value.timeline.flatMap((item) => (item.kind === "post" ? [item.post.blocks] : []));
  };

  test("two embeds of one minute are two posts, and the same embed is one", () => {
    expect(merged(one, other)).toMatchObject([[{ url: one }], [{ url: other }]]);
    expect(merged(one, one)).toMatchObject([[{ url: one }]]);
  });
});

test("An embed that only one of two wordings has is kept with that wording", () => {
  const dump = structured("b.txt", [{ ...away, body: `${BODY}\nTwo thousand people watch.` }]);
  const embed = {
    kind: "embed",
    provider: "x",
    printed: null,
    url: "https://x.com/i/status/12345",
    start: 6,
    end: 6,
  } as const;
  const dumps = [
    {
      dump: structured("a.txt", [{ ...away, body: `${BODY}\nTwo thousand people watch.\nThe committee has tea.` }]),
      page: null,
    },
    {
      dump: { ...dump, entries: dump.entries.map((entry) => ({ ...entry, blocks: [...entry.blocks, embed] })) },
      page: null,
    },
  ];
  const { value } = mergeLiveBlog({ slug: "regatta", title: "Regatta", folder: folder("regatta"), dumps });
  expect(value.timeline).toMatchObject([{ post: { captures: [{ blocks: [{}, {}, { kind: "embed" }] }] } }]);
});

test("A time that one dump adds to a post speaks against the next dump's reading of it", () => {
  const opening = "Larkspur rounds the old perch first of all.";
  const flat = parsed(
    "a.txt",
    [
      ...[
        `The cuppublished at 14:20 ${DAY}`,
        "It goes home.",
        "A fine day for it",
        "The cup",
        "Ines Barrow and Owen Peverell",
      ],
      ...["It goes home.", "#HarbourDay", opening],
    ].join("\n"),
  );
  const dumps = [
    { dump: flat, page: null },
    { dump: structured("b.txt", [{ headline: "The perch", at: `09:00 ${DAY}`, body: opening }]), page: null },
    { dump: structured("c.txt", [{ headline: "The perch", at: `10:00 ${DAY}`, body: opening }]), page: null },
  ];
  const { value } = mergeLiveBlog({ slug: "regatta", title: "Regatta", folder: folder("regatta"), dumps });
  const times = value.timeline.flatMap((item) => (item.kind === "post" ? [item.post.stamp?.time] : []));
  expect(times).toEqual(["09:00", "10:00", "14:20"]);
});
