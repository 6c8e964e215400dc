import { z } from "zod";

/** Schemas are loose: fields may be added to what `explain --json` prints, none goes away. */
const line = z.int().min(1);
const text = z.string();
const textOrNull = z.string().nullable();
const lineOrNull = line.nullable();

const source = z.looseObject({ file: text, start: lineOrNull, end: lineOrNull });

const claim = z.looseObject({ dialect: text, why: text, lines: z.int() });
const dialect = z.looseObject({
  name: text,
  chosenBy: textOrNull.describe("`--dialect`, or an index.md; null where the dump's own marks tell"),
  claims: z.array(claim).describe("every dialect that claimed the dump, by how many lines speak for it"),
});

const boundary = z
  .looseObject({
    score: z.number().describe("what spoke for a start (above 0) or against it, in log-odds"),
    withStart: z.number().describe("the best total of the whole page with a start there"),
    without: z.number().describe("the same without one: the higher was taken"),
    cues: z.array(z.looseObject({ name: text, weight: z.number() })),
  })
  .nullable();

const contributor = z.looseObject({ name: text, role: textOrNull, kind: z.enum(["person", "outlet"]) });
const entry = z.looseObject({
  n: z.int(),
  start: line,
  end: line,
  headline: textOrNull,
  labels: z.array(text),
  contributor: contributor.nullable(),
  printed: textOrNull.describe("the time as printed"),
  certain: z.boolean().describe("false where its start is a judgement"),
  cue: text.describe("why it starts where it does"),
  boundary: boundary.describe("what was weighed at its start, where its dialect weighs cues"),
});

const stamp = z.looseObject({
  clock: text,
  at: textOrNull.describe("RFC 3339; null where no day or no zone is known"),
  origin: z.enum(["printed", "inferred", "author"]),
  rule: textOrNull.describe("the name of the rule that inferred it"),
  why: text,
});

const post = z.looseObject({
  id: text,
  aliases: z.array(text),
  headline: textOrNull,
  opening: text,
  link: text,
  sources: z.array(source).describe("every source that has it, the one whose words are shown first"),
  captures: z.array(source).describe("those whose words differ"),
  amendedBy: z.array(z.looseObject({ file: text, changes: z.array(text) })),
  stamp: stamp.nullable(),
  stands: text.describe("why it stands where it does"),
  previous: textOrNull,
  next: textOrNull,
});

const diagnostic = z.looseObject({
  code: text,
  severity: z.enum(["error", "warning", "note"]),
  message: text,
  file: text,
  line,
  column: line,
  excerpt: textOrNull,
  hint: text,
});

const common = {
  version: z.literal(1),
  file: text,
  page: z
    .looseObject({ slug: text, title: text, file: text, link: text, draft: z.boolean() })
    .nullable()
    .describe("the page that it stands on; null where no live blog has it"),
  homeless: textOrNull.describe("why there is no page"),
  diagnostics: z.array(diagnostic),
};

/** What `explain --json` prints: one object, of one of three kinds. */
export const explanation = z.discriminatedUnion("kind", [
  z.looseObject({
    ...{ kind: z.literal("line"), ...common, line, dialect },
    text: text.describe("the line as it stands in the file"),
    ledger: z.looseObject({ start: line, end: line, role: text }).describe("what became of the line"),
    means: text,
    shown: text.describe("what readers see of it"),
    entry: entry.nullable(),
    block: z.looseObject({ kind: text, start: line, end: line }).nullable(),
    boundary: boundary.describe("what was weighed of a start at this very line"),
    post: post.nullable(),
  }),
  z.looseObject({
    ...{ kind: z.literal("dump"), ...common, sha256: text, lines: z.int().min(0), dialect },
    changes: z.array(z.looseObject({ start: line, dialect })).describe("where it goes on in another dialect"),
    order: z.enum(["newest-first", "oldest-first"]),
    pageNumber: lineOrNull.describe("which page of the original it was, where index.md says"),
    copies: z.array(text).describe("other files of the live blog that hold the same bytes"),
    roles: z.array(z.looseObject({ role: text, lines: z.int() })),
    entries: z.array(entry.extend({ post: textOrNull, mergedWith: z.array(source) })),
  }),
  z.looseObject({
    ...{ kind: z.literal("authored"), ...common },
    role: z.enum(["live-blog", "post", "amendment", "draft", "about", "unread"]),
    changes: z.array(text).describe("what an amendment overrides"),
    amends: z.array(source).describe("which entries it amends"),
    post: post.nullable(),
    dumps: z.array(z.looseObject({ file: text, page: lineOrNull, dialect: text })),
    posts: z.int().nullable(),
  }),
]);

/** The same as a JSON Schema. */
export function explanationJsonSchema(): object {
  return z.toJSONSchema(explanation);
}
