import { z } from "zod";

/** Names the layout of the data. It grows when a field goes away or changes its meaning, not when one is added. */
export const LIVE_BLOG_DATA = { format: "afterlive-liveblog", version: 1 } as const;

const text = z.string();
const textOrNull = text.nullable();
const line = z.int().min(1);
const count = z.int().min(0);
const span = { start: line.describe("First line in its source file."), end: line.describe("Last line.") };
const day = text.regex(/^\d{4}-\d\d-\d\d$/).describe("ISO date.");
const moment = text
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/)
  .describe("RFC 3339, on the event's own clock.");
const postId = text.describe("The id of a post, which is the fragment of its address too.");

const listItem = z.object({
  text,
  get items() {
    return z.array(listItem);
  },
});

const block = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("paragraph"), text, ...span }),
    z.object({ kind: z.literal("list"), items: z.array(listItem), ...span }),
    z.object({ kind: z.literal("quote"), text, speaker: textOrNull, ...span }),
    z.object({
      kind: z.literal("image"),
      alt: textOrNull.describe("What the picture showed."),
      caption: textOrNull,
      credit: textOrNull,
      src: textOrNull.describe("A file beside this one; null where only the words of the picture are left."),
      ...span,
    }),
    z.object({ kind: z.literal("video"), caption: text.describe("All that is left of the video."), ...span }),
    z.object({ kind: z.literal("table"), rows: z.array(z.array(text)), ...span }),
    z.object({
      kind: z.literal("embed"),
      provider: text.describe("Key of whoever keeps the embedded thing: x, youtube …"),
      printed: textOrNull.describe("What the source called them."),
      url: textOrNull.describe("Null where no source kept the address."),
      quote: z
        .object({ text, by: textOrNull })
        .nullable()
        .describe("What the embedded post said, where a source kept it."),
      ...span,
    }),
    z.object({ kind: z.literal("unparsed"), text: text.describe("A line that no rule claimed."), ...span }),
    z.object({
      kind: z.literal("prose"),
      html: text.describe("An author's words as HTML; addresses in it are relative to the live blog's page."),
      text: text.describe("The same without markup."),
      ...span,
    }),
  ])
  .meta({ id: "Block", description: "One part of a body, as the source has it." });

const time = z
  .object({
    clock: text.regex(/^\d\d:\d\d$/).describe("24-hour, on the event's own clock."),
    at: moment.nullable().describe("The instant that it means; null where no day can be proved."),
    zone: textOrNull.describe("What readers call the offset: BST."),
    origin: z.enum(["printed", "inferred", "author"]).describe("Who says so."),
    rule: textOrNull.describe("The name of the rule, where it is inferred."),
    approximate: z.boolean().describe("Whether its author only says “about”."),
  })
  .meta({ id: "Time", description: "A post's time." });

const correction = z.object({ date: day, text });
const addition = z.object({ date: day, by: textOrNull }).describe("When it was added to the archive, and by whom.");

const origin = z.union([
  z.object({ kind: z.literal("dump"), file: text, ...span }),
  z.object({ kind: z.literal("author"), file: text }),
]);

const contributor = z.object({ name: text, role: textOrNull, kind: z.enum(["person", "outlet"]) });

const post = z.object({
  kind: z.literal("post"),
  id: postId,
  tag: text.describe("A name for good (RFC 4151), the same as in the feeds."),
  url: textOrNull.describe("Null where the archive does not know its own address."),
  aliases: z.array(text).describe("Old ids that still lead here."),
  headline: textOrNull,
  opening: text.describe("The words it opens with: its name where it has no headline."),
  time: time.nullable().describe("Null where none is known; none is made up."),
  between: z
    .object({ after: time.nullable(), before: time.nullable() })
    .nullable()
    .describe("For a post whose time is lost: the nearest times known around it."),
  breaking: z.boolean(),
  key: z.boolean().describe("A key moment."),
  labels: z.array(text).describe("The threads that the post belongs to."),
  contributor: contributor
    .extend({
      page: textOrNull.describe(
        "The page of the archive that gathers what stands under this name; null where there is none (a person without a role), and where the archive does not know its own address.",
      ),
    })
    .nullable()
    .describe("Who wrote or spoke it."),
  blocks: z.array(block),
  text: text.describe("The words of the body without markup."),
  certain: z.boolean().describe("False where it is a judgement that the post begins here."),
  sources: z.array(origin).min(1).describe("Where it was read, the fullest source first."),
  captures: z
    .array(
      z.object({
        file: text,
        labels: z.array(text),
        contributor: contributor.nullable(),
        blocks: z.array(block),
        text,
        ...span,
      }),
    )
    .describe("What other sources have of it in other words: it was edited between two captures."),
  notes: z
    .array(
      z.object({
        file: text,
        changed: z.array(text).describe("Which parts of the record it overrides."),
        blocks: z.array(block),
        text,
        added: addition.nullable(),
      }),
    )
    .describe("What the archive's authors said about it afterwards."),
  corrections: z.array(correction),
  added: addition.nullable().describe("Null for what was there on the day."),
});

const gap = z
  .object({
    kind: z.literal("gap"),
    after: time.nullable(),
    before: time.nullable(),
    pages: z
      .array(z.object({ first: line, last: line }))
      .describe("Stretches of pages of the original that are missing; empty where no page numbers are known."),
  })
  .describe("A stretch of the coverage that no source preserved.");

const source = z.object({
  file: text,
  sha256: text.describe("Of the file's bytes, in hexadecimal."),
  dialect: text.describe("How the file is laid out."),
  lines: count,
  page: line.nullable().describe("Which page of the original it was, where an author knows."),
  licence: textOrNull.describe(
    "Whose words it holds or under which licence, or the licence's address; null where nobody has said, which frees nothing.",
  ),
  posts: count,
  uncertain: count.describe("Posts whose beginning is a judgement."),
  title: textOrNull.describe("The page's own title, where the live blog's is another."),
  byline: textOrNull,
  summary: z.array(text).describe("Its own bullets, where the live blog's are others."),
  preamble: z.array(block).describe("What stood before its first post."),
  leftOut: z.array(z.object({ role: text, ...span })).describe("Lines whose words are not here, and why."),
});

/** A whole live blog as data: what stands in `liveblog.json`. Its JSON Schema allows more fields: some may be added, none goes away. */
export const liveBlogData = z
  .object({
    $schema: text.optional().describe("Where this description stands."),
    format: z.literal(LIVE_BLOG_DATA.format).describe("What this file is."),
    version: z.literal(LIVE_BLOG_DATA.version).describe("Grows when a field goes away or changes its meaning."),
    tag: text.describe("A name for good (RFC 4151), the same as in the feeds."),
    url: textOrNull.describe("The live blog's page; null where the archive does not know its own address."),
    slug: text.describe("The name of the live blog in its address."),
    title: text.describe("The live blog's heading."),
    date: day.nullable().describe("The day of the event."),
    place: textOrNull.describe("Where it happened."),
    lang: text.describe("BCP 47."),
    series: textOrNull.describe("What live blogs of one kind share."),
    aliases: z.array(text).describe("Old addresses that still lead here."),
    standfirst: z.array(block).describe("What stands beneath the title."),
    event: z
      .object({ start: textOrNull, end: textOrNull, venue: textOrNull })
      .nullable()
      .describe("Facts of the event itself, its times on its own clock without an offset."),
    byline: z.array(text).describe("Reporters whom the sources name."),
    summary: z
      .array(z.object({ text, post: postId.nullable().describe("The post that supports it.") }))
      .describe("Its bullets."),
    coverage: z
      .object({
        from: moment,
        to: moment,
        openStart: z.boolean().describe("Whether posts whose times are lost lie before the first one."),
      })
      .nullable()
      .describe("First and last instant that is known, which need not be those of the event."),
    updated: moment.describe("When anything of it last changed, as far as the sources say."),
    timeline: z.array(z.discriminatedUnion("kind", [post, gap])).describe("Oldest first."),
    pointers: z
      .array(z.object({ printed: text, in: postId, post: postId }))
      .describe(
        "References in the text, such as “(see 11:45)”, the posts that they stand in and those that they lead to.",
      ),
    sources: z.array(source).describe("The raw text files that it was read from, and what became of each."),
    files: z.array(text).describe("Files that the archive's authors wrote for it."),
    licence: textOrNull.describe("Under which licence what they wrote is, or its address; null where nobody has said."),
    assets: z.array(text).describe("Files that stand beside this one."),
    corrections: z.array(correction).describe("Of the live blog as a whole; those of a post stand with it."),
  })
  .meta({ title: "Afterlive live blog", description: "liveblog.json: a finished live blog, merged and in order" });

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** What stands in `liveblog.json`. */
export type LiveBlogData = Frozen<z.infer<typeof liveBlogData>>;

/** Its JSON Schema, which every site publishes beside its live blogs. */
export function liveBlogDataJsonSchema(): object {
  return z.toJSONSchema(liveBlogData, { io: "input" });
}
