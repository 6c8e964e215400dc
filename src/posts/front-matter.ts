import matter from "gray-matter";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";
import { createPlacer, type Located, type Placer, withPlainLineEnds } from "../schema/places.ts";
import { diagnose, type Problem, quoted } from "../schema/problem.ts";
import { readYaml } from "./yaml.ts";

/** A markdown file, taken apart. */
export interface FrontMatter {
  /** Null where it cannot be read. */
  readonly located: Located | null;
  /** Null where nobody can say where the body begins. */
  readonly body: { readonly text: string; readonly line: number } | null;
  readonly placer: Placer;
}

const FENCE = "---";
const MOST_CHARACTERS = 65_536;
const MOST_LINES = 2_000;

const PROBLEMS = {
  empty: {
    code: "front-matter-missing",
    message: "The file is empty.",
    hint: "Begin it with front matter: a line ---, keys such as headline: and time:, a line ---, then the text.",
  },
  missing: {
    code: "front-matter-missing",
    message: "The file does not begin with front matter, so nothing is known about it.",
    hint: "Put it before the text: a line ---, keys such as headline: and time:, a line ---.",
  },
  late: {
    code: "front-matter-late",
    message: "Something stands before the front matter (a blank line, or spaces), so it would be read as text.",
    hint: "Make --- the very first characters of the file.",
  },
  unclosed: {
    code: "front-matter-unclosed",
    message: "The front matter has no end: the whole file would be read as keys.",
    hint: "Put a line --- between the last key and the text.",
  },
  long: {
    code: "front-matter-too-long",
    message: `The front matter is longer than ${MOST_CHARACTERS} characters or ${MOST_LINES} lines.`,
    hint: "Put the text below the second ---; if it stands there, the first --- may have been closed too late.",
  },
} satisfies Record<string, Problem>;

/** Whatever gray-matter would read front matter with, if a file could ask for it. None can. */
function refuse(): never {
  throw new Error("only YAML is read as front matter");
}

/**
 * What is wrong with the first line; null where it is exactly `---`. It is looked at here because gray-matter takes
 * `---js` for a programme and runs it.
 */
function openingProblem(lines: readonly string[], placer: Placer): Diagnostic | null {
  const [first = ""] = lines;
  if (isFence(first)) return null;
  if (first.startsWith(FENCE)) {
    return diagnose(placer.at(1, FENCE.length + 1), {
      code: "front-matter-language",
      message: `The first line is ${quoted(first)}. Only --- alone begins front matter, and only YAML is read; nothing is ever run.`,
      hint: "Make the first line ---, and write the keys as YAML.",
    });
  }
  const written = lines.findIndex((line) => line.trim() !== "");
  if (written === -1) return diagnose(placer.at(1), PROBLEMS.empty);
  const line = lines[written] ?? "";
  return line.trim() === FENCE
    ? diagnose(placer.at(written + 1, line.indexOf(FENCE) + 1), PROBLEMS.late)
    : diagnose(placer.at(1), PROBLEMS.missing);
}

function isFence(line: string): boolean {
  return line.startsWith(FENCE) && line.slice(FENCE.length).trim() === "";
}

/** The first written line of a body, where it draws a line: often a third `---` that was meant to close something. */
function doubledFence(lines: readonly string[], bodyLine: number, placer: Placer): Diagnostic | null {
  const written = lines.findIndex((line, index) => index >= bodyLine - 1 && line.trim() !== "");
  if (written === -1 || !isFence(lines[written] ?? "")) return null;
  const problem: Problem = {
    code: "body-begins-with-rule",
    message: "The text begins with ---, which readers see as a line across the page.",
    hint: "Take it out, unless you want the line: the front matter is already closed above it.",
  };
  return diagnose(placer.at(written + 1), problem, "warning");
}

/**
 * Takes front matter off a markdown file. Only a first line that is exactly `---` begins it, only YAML is read.
 *
 * Errors: `front-matter-missing`, `-late`, `-language`, `-unclosed`, `-closing`, `-too-long`, and those of `readYaml`.
 * Warning: `body-begins-with-rule`.
 */
export function readFrontMatter(source: Source): Checked<FrontMatter> {
  const text = withPlainLineEnds(source.text);
  const placer = createPlacer(source.file, text);
  const lines = text.split("\n");
  const without = (...diagnostics: readonly Diagnostic[]): Checked<FrontMatter> => ({
    value: { located: null, body: null, placer },
    diagnostics,
  });

  const opening = openingProblem(lines, placer);
  if (opening !== null) return without(opening);

  const close = lines.findIndex((line, index) => index > 0 && line.startsWith(FENCE));
  const closing = lines[close];
  if (closing === undefined) return without(diagnose(placer.at(1), PROBLEMS.unclosed));
  if (!isFence(closing)) {
    const message = `The line that closes the front matter is ${quoted(closing)}: only --- may stand there.`;
    const hint = "Put the rest of it on a line of its own below; if it is part of a value, indent it.";
    return without(diagnose(placer.at(close + 1, FENCE.length + 1), { code: "front-matter-closing", message, hint }));
  }

  const inner = lines.slice(1, close);
  const length = inner.reduce((sum, line) => sum + line.length + 1, 0);
  if (length > MOST_CHARACTERS || close > MOST_LINES) return without(diagnose(placer.at(1), PROBLEMS.long));

  // gray-matter hands over the block with the line end of the first line before it. A block of comments it keeps.
  const before = text.indexOf("\n");
  const placeOf = (offset: number) => (offset === 0 ? placer.at(1) : placer.atOffset(before + offset));
  let yaml = readYaml("", placeOf);
  const { content } = matter([FENCE, ...inner, FENCE, ...lines.slice(close + 1)].join("\n"), {
    language: "yaml",
    delimiters: FENCE,
    engines: {
      yaml: {
        parse(block) {
          yaml = readYaml(block, placeOf);
          return {};
        },
      },
      javascript: refuse,
      coffee: refuse,
      json: refuse,
      toml: refuse,
    },
  });
  const rule = doubledFence(lines, close + 2, placer);
  return {
    value: { located: yaml.value, body: { text: content, line: close + 2 }, placer },
    diagnostics: rule === null ? yaml.diagnostics : [...yaml.diagnostics, rule],
  };
}
