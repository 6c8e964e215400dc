import fc from "fast-check";
import { directoryOf } from "../../src/archive/directory.ts";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import { readConfig } from "../../src/config/read-config.ts";
import type { Folder } from "../../src/model/authored.ts";
import type { Block } from "../../src/model/block.ts";
import type { Config } from "../../src/model/config.ts";
import type { Dump } from "../../src/model/dump.ts";
import type { LiveBlog } from "../../src/model/live-blog.ts";
import { loadStrings } from "../../src/render/strings.ts";
import { amendment, DAY, folder, post, type SampleEntry, structured } from "../archive/samples.ts";

export const strings = loadStrings().value;

/** Who has a page on a site that lists no topics and whose live blogs are in no series. */
export const directory = directoryOf([], [], new Map());

/** A site's configuration, from the keys that a test speaks of. */
export function config(keys: object = { url: "https://example.org/archive/", title: "Stowford live blogs" }): Config {
  return readConfig({ file: "afterlive.config.json", sha256: "", text: JSON.stringify(keys) }).value;
}

/** Dumps and an author's folder as one live blog. A dump may say which page of the original it was. */
export function liveBlog(
  dumps: readonly (Dump | { dump: Dump; page: number })[],
  given: Folder | null = null,
): LiveBlog {
  const claimed = dumps.map((dump) => ("dump" in dump ? dump : { dump, page: null }));
  return mergeLiveBlog({ slug: "regatta", title: "Stowford Regatta", folder: given, dumps: claimed }).value;
}

export const paragraph = (text: string): Block => ({ kind: "paragraph", text, start: 1, end: 1 });

/** A small day with one of everything: a lost time, a correction, something added, a note, a picture, an embed. */
export function regatta(index: Parameters<typeof folder>[1] = {}): LiveBlog {
  const entries: readonly SampleEntry[] = [
    { headline: "The cup", at: `15:10 ${DAY}`, body: "Ines Barrow has it." },
    { headline: "Red flag", at: `11:08 ${DAY}`, body: "The race is stopped.\nNobody is hurt." },
    { headline: "Flat calm", at: `08:50 ${DAY}` },
  ];
  const given = folder("regatta", {
    index: { title: "Stowford Regatta 2019", ...index?.index },
    posts: [
      post("1000-away", {
        at: "10:00",
        headline: "Away at last",
        approximate: true,
        contributor: { name: "Ines Barrow", role: "harbour master", kind: "person" },
        labels: ["Class One"],
        key: true,
        body: [
          paragraph("They are off."),
          {
            kind: "prose",
            html: '<p>See <a href="#p-1108-red-flag">the flag</a>.</p>',
            text: "See the flag.",
            start: 3,
            end: 3,
          },
        ],
      }),
      post("the-photograph", {
        placement: { side: "after", post: "p-1000-away" },
        headline: "The photograph",
        added: { date: "2026-11-21", by: "Harwell Museum" },
        body: [
          {
            kind: "image",
            alt: "Two boats",
            caption: "The start",
            credit: "H. Lane",
            src: "start line.jpg",
            start: 1,
            end: 1,
          },
        ],
      }),
      ...(index?.posts ?? []),
    ],
    amendments: [
      amendment(
        "flag",
        { post: "p-1108-red-flag" },
        {
          corrections: [{ date: "2019-06-11", text: "It was orange." }],
          added: { date: "2020-01-02", by: null },
          body: [paragraph("The flag is in the museum.")],
        },
      ),
      ...(index?.amendments ?? []),
    ],
    assets: new Map([["start line.jpg", { width: 640, height: 360 }]]),
  });
  return liveBlog([structured("a.txt", entries)], given);
}

/** Text that has ended documents before: of XML, of HTML, of scripts; what no document may hold; both directions. */
export const HOSTILE = [
  "]]>",
  "</script><script>alert(1)</script>",
  "<!--",
  "</content></entry>",
  "&amp;&#0;&nope;",
  "\u0000\u0007\u001b[31m\u0085",
  "\ud800 half",
  "\ufffe\uffff",
  "\u2028\u2029",
  "👩‍🚀 🏳️‍🌈",
  "مرحبا \u202eevil",
  `"'\`<a href="javascript:alert(1)">`,
  "{{#with}}{{{x}}}",
  "__proto__",
];

const words = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.array(fc.constantFrom(...HOSTILE, "boat", " ", "\n"), { maxLength: 5 }).map((parts) => parts.join("")),
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const span = { start: 1, end: 1 };
const day = fc.constantFrom("2019-06-09", "2019-06-10", "2026-11-21");

const block: fc.Arbitrary<Block> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom("paragraph" as const, "unparsed" as const), text: words })
    .map((made) => ({ ...made, ...span })),
  fc
    .array(
      fc.record({ text: words, items: fc.array(fc.record({ text: words, items: fc.constant([]) }), { maxLength: 2 }) }),
      { maxLength: 3 },
    )
    .map((items) => ({ kind: "list" as const, items, ...span })),
  fc.record({ text: words, speaker: maybe(words) }).map((made) => ({ kind: "quote" as const, ...made, ...span })),
  fc
    .record({
      alt: maybe(words),
      caption: maybe(words),
      credit: maybe(words),
      src: fc.constantFrom(null, "start line.jpg"),
    })
    .map((made) => ({ kind: "image" as const, ...made, ...span })),
  words.map((caption) => ({ kind: "video" as const, caption, ...span })),
  fc
    .array(fc.array(words, { maxLength: 3 }), { maxLength: 3 })
    .map((rows) => ({ kind: "table" as const, rows, ...span })),
  fc
    .record({
      provider: fc.constantFrom("x", "nobody"),
      printed: maybe(words),
      url: fc.constantFrom(null, "https://x.com/jack/status/20", "https://example.org/a?b&c"),
    })
    .map((made) => ({ kind: "embed" as const, ...made, ...span })),
);

/** Any live blog: an author's posts of any words, timed or not, and a dump or none. */
export const anyLiveBlog: fc.Arbitrary<LiveBlog> = fc
  .record({
    posts: fc.array(
      fc.record({
        at: fc.constantFrom(undefined, "08:00", "09:08", "09:08", "23:59"),
        approximate: fc.boolean(),
        headline: maybe(words),
        labels: fc.array(words, { maxLength: 3 }),
        key: fc.boolean(),
        contributor: maybe(
          fc.record({ name: words, role: maybe(words), kind: fc.constantFrom("person" as const, "outlet" as const) }),
        ),
        corrections: fc.array(fc.record({ date: day, text: words }), { maxLength: 2 }),
        added: maybe(fc.record({ date: day, by: maybe(words) })),
        body: fc.array(block, { maxLength: 4 }),
      }),
      { maxLength: 6 },
    ),
    title: words,
    place: maybe(words),
    date: fc.constantFrom(null, "2019-06-09"),
    timezone: fc.constantFrom(null, "Europe/London"),
    entries: fc.array(
      fc.record({
        headline: fc.constantFrom("Red flag", "Post"),
        at: fc.constantFrom(`09:08 ${DAY}`, "09:30", "10:15 BST"),
      }),
      { maxLength: 4 },
    ),
    summary: fc.array(fc.record({ text: words, post: fc.constant(null) }), { maxLength: 2 }),
    event: maybe(
      fc.record({
        start: fc.constantFrom(null, "2019-06-09T09:00"),
        end: fc.constantFrom(null, "2019-06-09T17:00"),
        venue: maybe(words),
      }),
    ),
  })
  .map(({ posts, entries, ...index }) =>
    liveBlog(
      entries.length === 0 ? [] : [structured("a.txt", entries)],
      folder("regatta", {
        index,
        posts: posts.map(({ at, ...given }, n) => post(`post-${n}`, at === undefined ? given : { at, ...given })),
        assets: new Map([["start line.jpg", { width: 640, height: 360 }]]),
      }),
    ),
  );
