import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Source } from "../../src/model/source.ts";

/** A dump and what it becomes, as they stand in one of the markdown files here. */
export interface Example {
  readonly title: string;
  readonly dump: string;
  /** Null where the second half of the pair is missing. */
  readonly expected: string | null;
}

const PAIR = /^```dump\n([\s\S]*?)^```\n(?:\n```entries\n([\s\S]*?)^```\n)?/gm;

/** The examples of a markdown file, each under the heading above it. */
export function examplesOf(markdown: string): readonly Example[] {
  return [...markdown.matchAll(PAIR)].map((match) => ({
    title: /^## (.*)$/gm.exec(markdown.slice(markdown.lastIndexOf("\n## ", match.index)))?.[1] ?? "(no heading)",
    dump: match[1] ?? "",
    expected: match[2] ?? null,
  }));
}

/** The same markdown with the second half of every pair written anew. */
export function withExpected(markdown: string, print: (dump: string) => string): string {
  return markdown.replaceAll(
    PAIR,
    (_, dump: string) => `\`\`\`dump\n${dump}\`\`\`\n\n\`\`\`entries\n${print(dump)}\`\`\`\n`,
  );
}

/** A source as `read` would give it. */
export function sourceOf(text: string, file = "seeds/example.txt"): Source {
  return { file, sha256: createHash("sha256").update(text).digest("hex"), text };
}

/** A file beside the tests, as text. */
export function textOf(url: URL): string {
  return readFileSync(url, "utf8");
}
