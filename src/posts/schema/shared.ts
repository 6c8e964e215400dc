import { z } from "zod";
import { list, text, yesNo } from "../../schema/fields.ts";
import { dateProblem } from "../authored-time.ts";

/** Keys that authoring files will have in a later version. */
export const LATER_KEYS: readonly string[] = ["hide", "redact", "split", "join", "reason"];

/** A key with an example, as it stands in front matter: `labels: [Harwell, Flood]`. */
export function writeYaml(key: string, example: unknown): string {
  return `${key}: ${flow(example)}`;
}

/** A value in YAML's one-line form. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
  return `{ ${pairs.join(", ")} }`;
}

export const corrections = list(
  z.strictObject({
    date: text("The day of the correction.", "2017-05-03", dateProblem, { format: "date" }),
    text: text("What was wrong, and what is right.", "The time was given as 11:23."),
  }),
  "What was corrected after publication; shown with its date.",
  [{ date: "2017-05-03", text: "The time was given as 11:23." }],
).optional();

export const draft = yesNo("Left out of the site until this is false or gone.").optional();
