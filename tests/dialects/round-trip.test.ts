import fc from "fast-check";
import { expect, test } from "vitest";
import { readDump } from "../../src/dumps/read-dump.ts";
import type { DumpBlock } from "../../src/model/block.ts";
import type { Entry } from "../../src/model/dump.ts";
import { sourceOf } from "./examples.ts";

// Any live blog, printed as the grammar of `bbc-structured` says, is read back as it was.

interface Post {
  readonly headline: string;
  readonly time: string;
  readonly day: number;
  readonly breaking: boolean;
  readonly label: string | null;
  readonly contributor: { readonly name: string; readonly role: string } | null;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly image: { readonly alt: string; readonly credit: string } | null;
  readonly video: string | null;
  readonly quote: string | null;
}

const WORDS = "ferry oar harbour crew gate quay rope tide north early slow second bright lantern".split(" ");
const NAMES = "Ines Tam Nell Sam Barrow Rossway Quill Pinder".split(" ");
const INNER = ["naïve", "עברית", "🏅", "20:15", "(see 11:45)", "published at noon", "O’Craik", "£5m"];

const word = fc.constantFrom(...WORDS);
const phrase = fc
  .array(fc.oneof({ arbitrary: word, weight: 5 }, { arbitrary: fc.constantFrom(...INNER), weight: 1 }), {
    minLength: 3,
    maxLength: 12,
  })
  .map((words) => words.join(" "));
/** Begins with a capital and a verb, ends as sentences do: no label, no name, no picture's text. */
const sentence = phrase.map((words) => `It is the ${words} here.`);
const name = fc
  .tuple(fc.constantFrom(...NAMES.slice(0, 4)), fc.constantFrom(...NAMES.slice(4)))
  .map((names) => names.join(" "));
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const two = (value: number): string => String(value).padStart(2, "0");

const post: fc.Arbitrary<Post> = fc.record({
  headline: phrase,
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
  day: fc.integer({ min: 1, max: 31 }),
  breaking: fc.boolean(),
  label: optional(word.map((tag) => `#${tag}`)),
  contributor: optional(fc.record({ name, role: word.map((place) => `BBC Sport reporter at the ${place}`) })),
  paragraphs: fc.array(sentence, { minLength: 1, maxLength: 4 }),
  list: fc.oneof(fc.constant([]), fc.array(sentence, { minLength: 1, maxLength: 3 })),
  image: optional(fc.record({ alt: phrase, credit: name })),
  video: optional(sentence),
  quote: optional(sentence),
});

function print(posts: readonly Post[], summary: readonly string[]): string {
  const lines = ["Summary", "", ...summary.flatMap((bullet) => [`  • ${bullet}`, ""])];
  posts.forEach((post, at) => {
    const stamp = `published at ${post.time} British Summer Time ${post.day} May 2019`;
    lines.push(`  ${at + 1}. ${post.headline}${stamp}${post.breaking ? "Breaking" : ""}`, "");
    if (post.label !== null) lines.push(`    ${post.label}`, "");
    if (post.contributor !== null) lines.push(`    ${post.contributor.name}`, `    ${post.contributor.role}`, "");
    for (const paragraph of post.paragraphs) lines.push(`    ${paragraph}`, "");
    if (post.video !== null) lines.push("    Media caption,", "", `    ${post.video}`, "");
    if (post.quote !== null) lines.push("    Quote Message", "", `    ${post.quote}`, "");
    // Lists and pictures go without a blank after them.
    lines.push(...post.list.map((item) => `    • ${item}`));
    if (post.image !== null) lines.push(`    ${post.image.alt}Image source, ${post.image.credit}`);
  });
  return lines.join("\n");
}

/** What is said, without line numbers. */
function said(block: DumpBlock): readonly unknown[] {
  switch (block.kind) {
    case "list":
      return ["list", block.items.map(({ text }) => text)];
    case "image":
      return ["image", block.alt, block.credit];
    case "video":
      return ["video", block.caption];
    case "paragraph":
    case "quote":
      return [block.kind, block.text];
    default:
      return [block];
  }
}

const factsOf = (entry: Entry): unknown => ({
  headline: entry.headline,
  time: entry.stamp?.time,
  published: entry.stamp?.published,
  breaking: entry.breaking,
  labels: entry.labels,
  contributor: entry.contributor,
  blocks: entry.blocks.map(said),
});

const expected = (post: Post): unknown => ({
  headline: post.headline,
  time: post.time,
  published: `2019-05-${two(post.day)}T${post.time}:00+01:00`,
  breaking: post.breaking,
  labels: post.label === null ? [] : [post.label],
  contributor: post.contributor === null ? null : { ...post.contributor, kind: "person" },
  blocks: [
    ...post.paragraphs.map((text) => ["paragraph", text]),
    ...(post.video === null ? [] : [["video", post.video]]),
    ...(post.quote === null ? [] : [["quote", post.quote]]),
    ...(post.list.length === 0 ? [] : [["list", post.list]]),
    ...(post.image === null ? [] : [["image", post.image.alt, post.image.credit]]),
  ],
});

test("a random live blog, printed as a structured dump, is read back as it was", () => {
  fc.assert(
    fc.property(
      fc.array(post, { minLength: 1, maxLength: 12 }),
      fc.array(sentence, { maxLength: 3 }),
      (posts, summary) => {
        const { value, diagnostics } = readDump(sourceOf(print(posts, summary)));
        expect(value.dialect).toBe("bbc-structured");
        expect(value.summary.map(({ text }) => text)).toEqual(summary);
        expect(value.entries.map(factsOf)).toEqual(posts.map(expected));
        expect(diagnostics).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
