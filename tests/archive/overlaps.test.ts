/**
 * The same update in two dumps, saved at two moments. What both hold is one post; what the newsroom changed in between
 * is kept beside it, so that no capture's words are lost.
 */
import { describe, expect, test } from "vitest";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import type { Post } from "../../src/model/live-blog.ts";
import { DAY, folder, type SampleEntry, structured } from "./samples.ts";

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
