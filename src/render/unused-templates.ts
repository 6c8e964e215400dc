import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../schema/problem.ts";
import { didYouMean } from "../schema/suggest.ts";
import type { Template } from "./read-template.ts";
import { shownPath, type TemplateFolder } from "./template-folders.ts";

/** `partials/post.hbs` → `post`. */
const PARTIAL = /^partials\/([^/]+)\.hbs$/;
/** Files that are used whatever they are called; notes to oneself may stand anywhere. */
const ALWAYS = /^(?:assets\/.+|strings\/[^/]+\.json|.*\.md)$/;

/**
 * Files of a site's own that nothing uses, a misspelt or misplaced name most likely. Warning `template-unused`.
 * @param own the site's own templates: they may include partials of their own
 */
export function unusedFiles(folders: readonly TemplateFolder[], own: readonly Template[]): readonly Diagnostic[] {
  const [builtIn, ...others] = folders;
  const known = builtIn?.files.filter((file) => file.endsWith(".hbs")) ?? [];
  const included = new Set(own.flatMap(({ partials }) => partials));
  // A name that a view gives may be that of any partial.
  const anyPartial = own.some(({ choosesPartials }) => choosesPartials);
  const isUsed = (file: string): boolean => {
    const [, partial] = PARTIAL.exec(file) ?? [];
    return (
      known.includes(file) || ALWAYS.test(file) || (partial !== undefined && (anyPartial || included.has(partial)))
    );
  };
  return others.flatMap(({ files }) => files.filter((file) => !isUsed(file)).map((file) => unused(file, known)));
}

function unused(file: string, known: readonly string[]): Diagnostic {
  const elsewhere = known.find((path) => path === `partials/${file}` || `partials/${path}` === file);
  const near = elsewhere ?? didYouMean(file, known);
  return diagnose(
    { file: shownPath(file), line: 1, column: 1, excerpt: null },
    {
      code: "template-unused",
      message:
        "No page is made with this file: none that comes with Afterlive has its name, and no template of yours includes it.",
      hint:
        near === null ? "docs/templates.md lists the templates that there are." : `Did you mean ${shownPath(near)}?`,
    },
    "warning",
  );
}
