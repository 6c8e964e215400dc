import { z } from "zod";
import type { Checked, Diagnostic, Place } from "../model/diagnostic.ts";
import type { Located } from "./places.ts";
import { diagnose, inReadingOrder, type Problem, quoted } from "./problem.ts";
import { didYouMean } from "./suggest.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** How a kind of file speaks of its keys. */
export interface Manner {
  /** A key with an example value, as one types it there: `time: 11:32`. */
  readonly write: (key: string, example: unknown) => string;
  /** Keys that a later version will know, and that are still unknown here. */
  readonly later: readonly string[];
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  number: "a number",
  array: "a list",
  object: "a group of keys",
};

/** What a value is, in an author's words. */
function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "boolean") return String(value);
  return KINDS[typeof value] ?? "something else";
}

/** The schema that stands at a path. Optional wrappers are taken off; of a union, its first member that knows the way. */
function schemaAt(schema: unknown, path: Path): z.ZodType | null {
  if (schema instanceof z.ZodOptional) return schemaAt(schema.unwrap(), path);
  const [step, ...rest] = path;
  if (step === undefined) return schema instanceof z.ZodType ? schema : null;
  if (schema instanceof z.ZodObject) return schemaAt(schema.shape[String(step)], rest);
  if (schema instanceof z.ZodArray) return schemaAt(schema.element, rest);
  if (schema instanceof z.ZodUnion) {
    for (const option of schema.options) {
      const found = schemaAt(option, path);
      if (found !== null) return found;
    }
  }
  return null;
}

/** The keys that may stand at a path; of a union, those of its members. */
function keysAt(schema: unknown, path: Path): readonly string[] {
  const found = schemaAt(schema, path);
  const options: readonly unknown[] = found instanceof z.ZodUnion ? found.options : [found];
  return options.flatMap((option) => (option instanceof z.ZodObject ? Object.keys(option.shape) : []));
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "message" in value && "hint" in value;
}

/** Of a union's complaints, those of the member that the author meant: the one whose outermost kind fits. */
function meantMember(members: readonly (readonly Issue[])[]): readonly Issue[] | null {
  return (
    members.find((issues) => !issues.some((issue) => issue.code === "invalid_type" && issue.path.length === 0)) ?? null
  );
}

/**
 * Checks data against a schema. Gives the value or null, and one diagnostic for each thing that is wrong, in reading order:
 * `key-unknown` at the key; `key-missing` at the group that lacks it; `value-wrong` and the rules' own codes at the value.
 */
export function checkAgainst<T>(schema: z.ZodType<T>, located: Located, manner: Manner): Checked<T | null> {
  const result = schema.safeParse(located.data, { reportInput: true });
  if (result.success) return { value: result.data, diagnostics: [] };

  const nowhere: Place = located.values.get("") ?? { file: "", line: 1, column: 1, excerpt: null };
  const placeOf = (path: Path, places = located.values): Place => {
    const place = places.get(path.map(String).join("."));
    if (place !== undefined) return place;
    return path.length === 0 ? nowhere : placeOf(path.slice(0, -1));
  };
  const example = (path: Path): string => {
    const shown = schemaAt(schema, path)?.meta()?.["examples"];
    const key = path.findLast((step) => typeof step === "string");
    if (!Array.isArray(shown) || key === undefined)
      return "Take it out, or see the documentation for what may stand here.";
    const inList = typeof path.at(-1) === "number";
    return `For example: ${manner.write(String(key), inList ? [shown[0]] : shown[0])}`;
  };

  const unknownKey = (path: Path, key: string): Diagnostic => {
    const known = keysAt(schema, path);
    const meant = didYouMean(key, known);
    const where = path.length === 0 ? "" : ` in ${quoted(path.map(String).join("."))}`;
    const hint = manner.later.includes(key)
      ? `This version of Afterlive does not have ${quoted(key)} yet: take it out for now.`
      : meant === null
        ? `Take it out. Known keys: ${known.join(", ")}.`
        : `Did you mean ${quoted(meant)}?`;
    const message = `Nobody knows a key ${quoted(key)}${where}, so it would have no effect.`;
    return diagnose(placeOf([...path, key], located.keys), { code: "key-unknown", message, hint });
  };

  const wrongKind = (path: Path, expected: string, input: unknown): Diagnostic => {
    const name = path.length === 0 ? "The file" : quoted(path.map(String).join("."));
    if (input === undefined) {
      const message = `The key ${name} is missing, and nothing can take its place.`;
      return diagnose(placeOf(path.slice(0, -1)), { code: "key-missing", message, hint: example(path) });
    }
    const message = `${name} must be ${expected}; here it is ${kindOf(input)}.`;
    const quotes =
      typeof input === "boolean" && expected === "text" ? `Put it in quotes if you mean the word: "${input}". ` : "";
    return diagnose(placeOf(path), { code: "value-wrong", message, hint: quotes + example(path) });
  };

  const report = (issue: Issue, base: Path): readonly Diagnostic[] => {
    const path = [...base, ...issue.path];
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) => unknownKey(path, key));
      case "invalid_type":
        return [wrongKind(path, KINDS[issue.expected] ?? issue.expected, issue.input)];
      case "invalid_union": {
        const meant = meantMember(issue.errors);
        if (meant !== null) return meant.flatMap((inner) => report(inner, path));
        return [wrongKind(path, "text or a group of keys", issue.input)];
      }
      default: {
        const problem: unknown = issue.code === "custom" ? issue.params?.["problem"] : null;
        if (isProblem(problem)) return [diagnose(placeOf(path), problem)];
        return [diagnose(placeOf(path), { code: "value-wrong", message: issue.message, hint: example(path) })];
      }
    }
  };
  return { value: null, diagnostics: inReadingOrder(result.error.issues.flatMap((issue) => report(issue, []))) };
}
