import type { Amendment } from "../model/authored.ts";
import { type Problem, quoted } from "../schema/problem.ts";
import { postIdProblem } from "./rules.ts";

type Target = Amendment["target"];

/** `000_0d240cc41b9701d0.txt:32` */
const DUMP_LINE = /^([^/\\:]+\.txt):([1-9]\d{0,8})$/;

/** Reads what a file amends: a line of a dump, or a post by its id; the problem (`amends-wrong`) where it is neither. */
export function readTarget(text: string): Target | Problem {
  const [, dump, line] = DUMP_LINE.exec(text) ?? [];
  if (dump !== undefined && line !== undefined) return { dump, line: Number(line) };
  if (postIdProblem(text) === null) return { post: text };
  return {
    code: "amends-wrong",
    message: `${quoted(text)} names neither a line of a dump nor a post.`,
    hint: "Write the dump's file name, a colon and any line of the entry, such as 000_0d240cc41b9701d0.txt:32, or a post's id, such as p-0908-the-race-begins.",
  };
}

/** What is wrong with a target, or null. */
export function targetProblem(text: string): Problem | null {
  const target = readTarget(text);
  return "code" in target ? target : null;
}
