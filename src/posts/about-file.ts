import type { Block } from "../model/block.ts";
import type { Checked } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";
import { createPlacer, withPlainLineEnds } from "../schema/places.ts";
import { diagnose, type Problem } from "../schema/problem.ts";
import type { Markdown } from "./markdown.ts";

const WORDS_ONLY: Problem = {
  code: "about-words-only",
  message: "The page about the archive holds words only: this picture or embed is left out.",
  hint: "Put it into a post, and link to that from here.",
};

/**
 * Reads `content/about.md`, what the owner says about the archive: markdown without front matter, whose headings begin
 * below the page's own. Diagnostics of the body; warning `about-words-only`.
 */
export function readAboutFile({ file, text }: Source, markdown: Markdown): Checked<readonly Block[]> {
  const body = withPlainLineEnds(text);
  const placer = createPlacer(file, body);
  const { value, diagnostics } = markdown(body, placer, 1, 1);
  const others = value.filter(({ kind }) => kind !== "prose");
  return {
    value: value.filter(({ kind }) => kind === "prose"),
    diagnostics: [...diagnostics, ...others.map(({ start }) => diagnose(placer.at(start), WORDS_ONLY, "warning"))],
  };
}
