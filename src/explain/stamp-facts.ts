import type { Post } from "../model/live-blog.ts";
import { rfc3339 } from "../time/zones.ts";
import { whyNoInstant } from "./no-instant.ts";
import type { Setting } from "./setting.ts";
import type { StampFacts } from "./shapes.ts";

/** The rules that infer a time or its day, in words. */
const RULES: Readonly<Record<string, string>> = {
  pointer: "another post of the dump names this time in brackets, behind a name that only this post has",
  "neighbour-date": "the day is that of the dated posts beside it: the clock only runs on between them",
  "older-page-date": "the dump prints no full date; the day is the one on which the page before it ends",
  "live-blog-date": "the dump prints no full date; the day is the `date` of index.md",
  "page-date": "the post prints no full date; the day is the one that the page prints of itself",
  "summary-date": "the post prints no full date; the day is the one that the page's summary names",
  midnight: "the clock passed midnight between this post and the one whose day is known",
};

/** A post's time, and how it came about; null where it has none. */
export function stampFacts(post: Post, setting: Setting): StampFacts | null {
  if (post.stamp === null) return null;
  const { time: clock, instant, origin } = post.stamp;
  const at = instant === null ? null : rfc3339(instant);
  switch (origin.kind) {
    case "author":
      return { clock, at, origin: "author", rule: null, why: authorsWords(origin.approximate) };
    case "inferred":
      return { clock, at, origin: "inferred", rule: origin.rule, why: RULES[origin.rule] ?? "inferred by that rule" };
    case "printed":
      return {
        clock,
        at,
        origin: "printed",
        rule: null,
        why: at === null ? `printed in the dump, ${whyNoInstant(post, setting)}` : "printed in the dump",
      };
  }
}

function authorsWords(approximate: boolean): string {
  return approximate ? "its author gives it, as approximate" : "its author gives it";
}
