import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import type { Located } from "../schema/places.ts";
import { diagnose, type Problem } from "../schema/problem.ts";

/** A rule over the keys that a post has: what is wrong, and the key it is said at (none: the front matter as a whole). */
interface TogetherRule {
  readonly broken: (has: (key: string) => boolean) => boolean;
  readonly at: string;
  readonly severity: Severity;
  readonly problem: Problem;
}

const RULES: readonly TogetherRule[] = [
  {
    broken: (has) => has("after") && has("before"),
    at: "before",
    severity: "error",
    problem: {
      code: "post-placed-twice",
      message: "The post says both what it stands after and what it stands before.",
      hint: "Keep the one of the two that you are sure of.",
    },
  },
  ...["after", "before"].map(
    (key): TogetherRule => ({
      broken: (has) => has("amends") && has(key),
      at: key,
      severity: "error",
      problem: {
        code: "key-not-here",
        message: `An amendment stays where the entry it amends stands, so ${key}: means nothing beside amends:.`,
        hint: "Take it out; to move the entry, give it a time:.",
      },
    }),
  ),
  ...["embed", "image"].map(
    (key): TogetherRule => ({
      broken: (has) => !has("amends") && has(key),
      at: key,
      severity: "error",
      problem: {
        code: "key-not-here",
        message: `The key ${key}: belongs to an amendment; in a post of its own it means nothing.`,
        hint:
          key === "embed"
            ? "Put the address alone on a line of the text."
            : 'Put the picture into the text: ![what it shows](start-line.jpg "caption | credit").',
      },
    }),
  ),
  {
    broken: (has) => has("by") && !has("added"),
    at: "by",
    severity: "error",
    problem: {
      code: "key-not-here",
      message: "by: says who added the post later, but nothing says when.",
      hint: "Write added: with the day, or take by: out if this is a post of the day itself.",
    },
  },
  {
    broken: (has) => has("approximate") && !has("time"),
    at: "approximate",
    severity: "warning",
    problem: {
      code: "key-without-effect",
      message: "approximate: speaks of the post's time, and there is none here.",
      hint: "Give the time: that you worked out, or take approximate: out.",
    },
  },
];

/** What is wrong with a post's keys taken together. Looks only at which keys are there. */
export function postRules({ data, values }: Located): readonly Diagnostic[] {
  const has = (key: string): boolean => typeof data === "object" && data !== null && Object.hasOwn(data, key);
  return RULES.flatMap(({ broken, at, severity, problem }) => {
    const place = values.get(at);
    return place !== undefined && broken(has) ? [diagnose(place, problem, severity)] : [];
  });
}
