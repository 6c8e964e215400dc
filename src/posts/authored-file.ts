import type { Correction } from "../model/authored.ts";
import type { Block } from "../model/block.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";
import { checkAgainst, type Manner } from "../schema/check.ts";
import type { Located } from "../schema/places.ts";
import { diagnose, inReadingOrder, type Problem, quoted } from "../schema/problem.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { Markdown } from "./markdown.ts";
import { type AuthoredName, authoredName } from "./name.ts";
import { LATER_KEYS, writeYaml } from "./schema/shared.ts";

const MANNER: Manner = { write: writeYaml, later: LATER_KEYS };

/** What index.md and posts have in common. */
export interface AuthoredKind<Keys> {
  readonly schema: Parameters<typeof checkAgainst<Keys>>[0];
  /** Rules for the name that the path gives. */
  readonly name: (name: AuthoredName) => Problem | null;
  /** Rules over several keys. They see the data as written, so that every problem of a file is found in one run. */
  readonly together: (located: Located) => readonly Diagnostic[];
  /** The level of the heading that the body stands under. */
  readonly under: number;
}

/** An author's file after checking, before it becomes a live blog or a post. */
export interface AuthoredContent<Keys> {
  readonly name: AuthoredName;
  readonly keys: Keys;
  readonly located: Located;
  readonly body: readonly Block[];
}

/** A file that lies where no live blog can claim it. */
function misplaced(file: string): Problem {
  return {
    code: "file-misplaced",
    message: `${quoted(file)} lies in no live blog's folder, so it belongs to nothing.`,
    hint: "Move it to content/<live blog>/<name>.md.",
  };
}

/**
 * Reads an author's file whole: name, front matter, body. Gives null where it has an error;
 * diagnostics of all its parts either way, in reading order.
 */
export function readAuthored<Keys>(
  source: Source,
  markdown: Markdown,
  kind: AuthoredKind<Keys>,
): Checked<AuthoredContent<Keys> | null> {
  const front = readFrontMatter(source);
  const { located, body, placer } = front.value;
  const name = authoredName(source.file);
  const nameProblem = name === null ? misplaced(source.file) : kind.name(name);

  const keys = located === null ? null : checkAgainst(kind.schema, located, MANNER);
  const blocks = body === null ? null : markdown(body.text, placer, body.line, kind.under);
  const diagnostics = inReadingOrder([
    ...(nameProblem === null ? [] : [diagnose(placer.at(1), nameProblem)]),
    ...front.diagnostics,
    ...(keys?.diagnostics ?? []),
    ...(located === null ? [] : kind.together(located)),
    ...(blocks?.diagnostics ?? []),
  ]);

  const failed = diagnostics.some(({ severity }) => severity === "error");
  if (failed || name === null || located === null || keys === null || keys.value === null || blocks === null)
    return { value: null, diagnostics };
  return { value: { name, keys: keys.value, located, body: blocks.value }, diagnostics };
}

/** Text on one line: every run of white space is one space. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

/** As above, for a key that may be missing. */
export function oneLineOrNull(text: string | undefined): string | null {
  return text === undefined ? null : oneLine(text);
}

/** Corrections with their words on one line. */
export function readCorrections(corrections: readonly Correction[] | undefined): readonly Correction[] {
  return (corrections ?? []).map(({ date, text }) => ({ date, text: oneLine(text) }));
}
