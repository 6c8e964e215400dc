import { z } from "zod";
import { languageTag, list, text } from "../../schema/fields.ts";
import type { Problem } from "../../schema/problem.ts";
import { dateProblem, localDateTimeProblem } from "../authored-time.ts";
import { dumpProblem, nameProblem, postIdProblem, slugProblem, timezoneProblem } from "../rules.ts";
import { corrections, draft } from "./shared.ts";

const pageNumber = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, "A page number is a whole number from 1.")
  .meta({ type: "integer", minimum: 1, description: "Which page of the original it was, if known.", examples: [3] });

const dialectName = text("The dialect that it is read as, where the one that claims it is the wrong one.", "bbc-flat");

const licence = text("Whose words it holds, or under which licence they are.", "© Stowford Echo");

const dumpName = text("A file in seeds/, by name or pattern.", "000_*.txt", dumpProblem);

const bullet = text("The bullet's words.", "Barrow wins by a street");

const eventTime = (what: string, example: string) => text(what, example, localDateTimeProblem).optional();

const BACKWARDS: Problem = {
  code: "time-impossible",
  message: "The event would end before it begins.",
  hint: "Look at start: and end:; perhaps they are swapped.",
};

/** The front matter of `content/<live blog>/index.md`. */
export const liveBlogSchema = z
  .strictObject({
    title: text("The live blog's name, as its heading.", "Stowford Half Marathon 2017"),
    date: text("The day of the event.", "2017-04-23", dateProblem, { format: "date" }).optional(),
    timezone: text(
      "The event's time zone; needed when a dump's stamps name none.",
      "Europe/London",
      timezoneProblem,
    ).optional(),
    place: text("Where it happened, as shown above the title.", "Stowford").optional(),
    lang: languageTag("The language of the live blog, where it is not the site's.").optional(),
    dumps: list(
      z.union([
        dumpName,
        z.strictObject({
          file: dumpName,
          page: pageNumber.optional(),
          dialect: dialectName.optional(),
          licence: licence.optional(),
        }),
      ]),
      "The dumps that belong to this live blog.",
      [{ file: "000_*.txt", page: 3 }],
    ).optional(),
    series: text(
      "What live blogs of one kind share: a name in lower case with hyphens.",
      "stowford-half",
      nameProblem,
    ).optional(),
    summary: list(
      z.union([
        bullet,
        z.strictObject({
          text: bullet,
          post: text("The post that the bullet sums up.", "p-1132-barrow-wins", postIdProblem, {
            pattern: "^p-",
          }).optional(),
        }),
      ]),
      "The bullets at the top; they replace those of the dumps.",
      [{ text: "Barrow wins by a street", post: "p-1132-barrow-wins" }],
    ).optional(),
    event: z
      .strictObject({
        start: eventTime("When the event began, on its own clock.", "2017-04-23T08:55"),
        end: eventTime("When it ended, on its own clock.", "2017-04-23T18:00"),
        venue: text("Where it was held.", "The Corn Exchange").optional(),
      })
      .check(({ value, issues }) => {
        const [start, end] = [value.start, value.end].map((time) => time?.replace(" ", "T"));
        if (start === undefined || end === undefined || start <= end) return;
        issues.push({
          code: "custom",
          input: value.end,
          path: ["end"],
          message: BACKWARDS.message,
          params: { problem: BACKWARDS },
        });
      })
      .meta({ description: "Facts of the event itself.", examples: [{ start: "2017-04-23T08:55" }] })
      .optional(),
    aliases: list(
      text("An old name of this live blog's folder.", "half-2017", slugProblem),
      "Old names of this live blog; links to them lead here.",
      ["half-2017"],
    ).optional(),
    corrections,
    draft,
  })
  .meta({ title: "Afterlive live blog", description: "Front matter of content/<live blog>/index.md" });

/** What an author says in `index.md`, after checking. */
export type LiveBlogKeys = z.infer<typeof liveBlogSchema>;

/**
 * The JSON Schema of `index.md`'s front matter, for editors.
 * @param dialects the names that `dialect` may have
 */
export function liveBlogJsonSchema(dialects: readonly string[]): object {
  return z.toJSONSchema(liveBlogSchema, {
    io: "input",
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === dialectName) jsonSchema.enum = [...dialects];
    },
  });
}
