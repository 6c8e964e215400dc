import Handlebars from "handlebars";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../schema/problem.ts";
import { inline } from "./helpers/inline.ts";
import { say } from "./helpers/say.ts";
import { readTemplate, type Template } from "./read-template.ts";
import { namesIn, shownPath, type TemplateFolder } from "./template-folders.ts";
import { unusedFiles } from "./unused-templates.ts";

/** The pages that templates are made for, and the views that they print, are paired by the outputs. */
export type Render = (template: string, view: object) => string;

/** A new one: its file, and its line here. */
const HELPERS = { inline, say };

const COMPILE = {
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
  // Without this an indented partial would indent what stands inside <pre>.
  preventIndent: true,
  strict: false,
} as const;

const RUN = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false } as const;

const EXTENSION = ".hbs";
const PARTIALS = "partials/";
/** Under this name a site's own partial can include the one that it replaces: `{{> built-in/post}}`. */
const BEHIND = "built-in/";

/** What templates are checked against, and who is told of a problem, each once. */
export interface TemplateCheck {
  /** Whether the catalogue has a text of that key. */
  readonly hasText: (key: string) => boolean;
  readonly report: (problem: Diagnostic) => void;
}

/**
 * Reads every template of the folders into a Handlebars of its own, so that two builds in one process do not meet. A
 * site's own stand before those of the same name that come with Afterlive; a broken one is reported, and the one behind
 * it stands in, so that the rest of the run finds what else is wrong. Templates are trusted code, yet nothing throws.
 *
 * Errors `template-broken`, `template-helper-unknown`, `template-partial-unknown`, and when a page is printed
 * `template-failed`. Warnings `template-unused`, `string-unknown`.
 * @param folders the built-in one first
 */
export function loadTemplates(folders: readonly TemplateFolder[], { hasText, report }: TemplateCheck): Render {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(HELPERS);
  const partials = new Set(
    folders.flatMap((folder) => namesIn(folder, PARTIALS, EXTENSION).flatMap((name) => registeredNames(name, folder))),
  );
  const known = { helpers: Object.keys(HELPERS), partials: [...partials], hasText };
  const pages = new Map<string, Handlebars.TemplateDelegate<object>>();
  const own: Template[] = [];
  for (const folder of folders) {
    for (const path of folder.files.filter((file) => file.endsWith(EXTENSION))) {
      const { value: template, diagnostics } = readTemplate(folder, path, known);
      diagnostics.forEach(report);
      if (template === null) continue;
      if (folder.own) own.push(template);
      const name = path.slice(0, -EXTENSION.length);
      const compiled = handlebars.compile(template.tree, COMPILE);
      if (!name.startsWith(PARTIALS)) pages.set(name, compiled);
      else
        for (const registered of registeredNames(name.slice(PARTIALS.length), folder))
          handlebars.registerPartial(registered, compiled);
    }
  }
  unusedFiles(folders, own).forEach(report);

  const failed = new Set<string>();
  return (name, view) => {
    const template = pages.get(name);
    if (template === undefined) throw new Error(`there is no template "${name}${EXTENSION}"`);
    try {
      return template(view, RUN);
    } catch (error) {
      const problem = failure(name, error);
      if (!failed.has(problem.message)) report(problem);
      failed.add(problem.message);
      return "";
    }
  };
}

function registeredNames(name: string, { own }: TemplateFolder): readonly string[] {
  return own ? [name] : [name, BEHIND + name];
}

function failure(page: string, error: unknown): Diagnostic {
  const why = error instanceof RangeError ? "a partial includes itself without end" : String(error);
  const place = { file: shownPath(page + EXTENSION), line: 1, column: 1, excerpt: null };
  return diagnose(place, {
    code: "template-failed",
    message: `This template, or a partial of it, cannot print its page: ${why}.`,
    hint: "Look at what you last changed in templates/; docs/templates.md says what each template is given.",
  });
}
