import { z } from "zod";
import type { Problem, Rule } from "./problem.ts";

/** Characters that no page may hold: controls other than tab and line end, and halves of a surrogate pair. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

function printable(text: string): Problem | null {
  if (text.trim() === "")
    return { code: "value-wrong", message: "There is no text here.", hint: "Write it, or leave the key out." };
  if (UNPRINTABLE.test(text))
    return {
      code: "value-wrong",
      message: "This text holds a character that cannot be printed (a control character or half of one).",
      hint: "Type the value again by hand; such characters often come with a copy from elsewhere.",
    };
  return null;
}

/** What editors are told of a text beyond its rule, in JSON Schema's words. */
interface Format {
  readonly format?: "date" | "uri";
  readonly pattern?: string;
}

/**
 * A schema for text: printable, not empty, and passing the rule. The example goes into hints and into the JSON Schema.
 * Zod checks only; what the text means is read afterwards, so that one schema serves checking and editors.
 */
export function text(description: string, example: string, rule: Rule = () => null, format: Format = {}) {
  return z
    .string()
    .check((context) => {
      const problem = printable(context.value) ?? rule(context.value);
      if (problem === null) return;
      context.issues.push({ code: "custom", input: context.value, message: problem.message, params: { problem } });
    })
    .meta({ description, examples: [example], minLength: 1, ...format });
}

/** A schema for true or false. */
export function yesNo(description: string) {
  return z.boolean().meta({ description, examples: [true] });
}

/** A schema for a list, one example of it whole. */
export function list<T extends z.ZodType>(item: T, description: string, example: readonly unknown[]) {
  return z.array(item).meta({ description, examples: [example] });
}

function languageProblem(tag: string): Problem | null {
  if (/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)) return null;
  const message = "This is not a language tag (BCP 47), which browsers need to read a page aloud and to divide words.";
  return { code: "value-wrong", message, hint: "Write a tag such as en, cy or pt-BR." };
}

/** A schema for a language tag. */
export function languageTag(description: string) {
  return text(description, "cy", languageProblem);
}
