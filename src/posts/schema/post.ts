import { z } from "zod";
import { list, text, yesNo } from "../../schema/fields.ts";
import { dateProblem, timeProblem } from "../authored-time.ts";
import { fileNameProblem, fragmentProblem, postIdProblem, webUrlProblem } from "../rules.ts";
import { targetProblem } from "../target.ts";
import { corrections, draft } from "./shared.ts";

/** The front matter of a post, of its own or amending one. What keys may stand together is checked in `post-rules.ts`. */
export const postSchema = z
  .strictObject({
    time: text(
      "When it happened: a 24-hour time on the live blog's clock and date, or a date with a time, with an offset if need be.",
      "11:32",
      timeProblem,
    ).optional(),
    approximate: yesNo('The time is worked out, and shown as "about".').optional(),
    after: text(
      "For a post without a time: the post that it stands after.",
      "p-1120-the-lead-grows",
      postIdProblem,
    ).optional(),
    before: text(
      "For a post without a time: the post that it stands before.",
      "p-1140-at-the-line",
      postIdProblem,
    ).optional(),
    headline: text("The post's headline.", "Barrow breaks away on the hill").optional(),
    contributor: z
      .strictObject({
        name: text("Who wrote or spoke it.", "Ines Barrow"),
        role: text("What they are.", "two-time winner").optional(),
      })
      .meta({
        description: "Who wrote or spoke the post.",
        examples: [{ name: "Ines Barrow", role: "two-time winner" }],
      })
      .optional(),
    labels: list(text("A label.", "Women's race"), "The threads that the post belongs to.", [
      "Women's race",
    ]).optional(),
    key: yesNo("A key moment.").optional(),
    draft,
    added: text("The day on which this was put into the archive, where that was later.", "2026-11-21", dateProblem, {
      format: "date",
    }).optional(),
    by: text("Who added it.", "Ines Barrow").optional(),
    aliases: list(
      text("An old id of the post.", "post_58fc", fragmentProblem),
      "Old ids of the post; links to them lead here.",
      ["post_58fc"],
    ).optional(),
    corrections,
    amends: text(
      "What this file amends: a dump's file name with any line of the entry, or a post's id.",
      "000_0d240cc41b9701d0.txt:32",
      targetProblem,
    ).optional(),
    embed: text(
      "With amends: the address of the entry's embed.",
      "https://x.com/jack/status/20",
      webUrlProblem,
    ).optional(),
    image: text(
      "With amends: a picture beside this file, for the entry's picture.",
      "start-line.jpg",
      fileNameProblem,
    ).optional(),
  })
  .meta({ title: "Afterlive post", description: "Front matter of content/<live blog>/<post>.md" });

/** What an author says in a post's front matter, after checking. */
export type PostKeys = z.infer<typeof postSchema>;

/** The JSON Schema of a post's front matter, for editors. */
export function postJsonSchema(): object {
  return z.toJSONSchema(postSchema, { io: "input" });
}
