import { z } from "zod";

/** Schemas are loose: fields may be added to the contract, none goes away. */
const line = z.int().min(1);
const span = { start: line, end: line };
const text = z.string();
const textOrNull = z.string().nullable();

const listItem = z.looseObject({
  text,
  get items() {
    return z.array(listItem);
  },
});

const block = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("paragraph"), text, ...span }),
  z.looseObject({ kind: z.literal("list"), items: z.array(listItem), ...span }),
  z.looseObject({ kind: z.literal("quote"), text, speaker: textOrNull, ...span }),
  z.looseObject({ kind: z.literal("image"), alt: textOrNull, caption: textOrNull, credit: textOrNull, ...span }),
  z.looseObject({ kind: z.literal("video"), caption: text, ...span }),
  z.looseObject({ kind: z.literal("table"), text, rows: z.array(z.array(text)), ...span }),
  z.looseObject({ kind: z.literal("embed"), provider: text, printed: textOrNull, url: textOrNull, ...span }),
  z.looseObject({ kind: z.literal("unparsed"), text, ...span }),
]);

const contributor = z.looseObject({ name: text, role: textOrNull, kind: z.enum(["person", "outlet"]) });

const entry = z.looseObject({
  n: z.int().describe("the number that the page printed, or its place on the page"),
  ...span,
  headline: textOrNull.describe("null where none is printed, or a placeholder"),
  time: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .nullable()
    .describe("as printed, 24-hour"),
  date: z
    .string()
    .regex(/^(\d{4}|-)-\d\d-\d\d$/)
    .nullable()
    .describe("as printed; --11-05 where no year is"),
  zone: textOrNull.describe("as printed"),
  published: textOrNull.describe("RFC 3339; null unless printed in full or inferred by a named rule"),
  inferred: textOrNull.describe("the name of that rule"),
  labels: z.array(text),
  contributor: contributor.nullable(),
  blocks: z.array(block),
  certain: z.boolean().describe("false where the boundary before it is a judgement"),
});

const diagnostic = z.looseObject({
  code: text,
  severity: z.enum(["error", "warning", "note"]),
  message: text,
  line,
  column: line,
  hint: text,
});

/** What `parse --json` prints: an array, one object a file. */
export const parsedFiles = z.array(
  z.looseObject({
    file: text,
    dialect: text,
    title: textOrNull,
    summary: z.array(z.looseObject({ text, line })),
    byline: z.array(text).describe("reporters' names"),
    preamble: z.array(block),
    entries: z.array(entry),
    ledger: z.array(z.looseObject({ role: text, ...span })).describe("every line of the file exactly once"),
    diagnostics: z.array(diagnostic),
  }),
);

/** The same as a JSON Schema. */
export function parsedFilesJsonSchema(): object {
  return z.toJSONSchema(parsedFiles);
}
