import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";
import { inline } from "./helpers/inline.ts";
import { say } from "./helpers/say.ts";

/** The pages that templates are made for, and the views that they print, are paired by the outputs. */
export type Render = (template: string, view: object) => string;

/** Where the templates that come with Afterlive live. */
export const TEMPLATES = fileURLToPath(new URL("../../templates/", import.meta.url));

const COMPILE = {
  knownHelpersOnly: true,
  knownHelpers: { inline: true, say: true },
  // Without this an indented partial would indent what stands inside <pre>.
  preventIndent: true,
  strict: false,
} as const;

const RUN = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false } as const;

const EXTENSION = ".hbs";

/**
 * Reads every template and partial of a folder into a Handlebars of its own, so that two builds in one process do not
 * meet. A template that does not parse throws here, before anything is rendered: templates are trusted code.
 * @param dir holds `<page>.hbs` and `partials/<name>.hbs`
 */
export function loadTemplates(dir = TEMPLATES): Render {
  const handlebars = Handlebars.create();
  handlebars.registerHelper("inline", inline);
  handlebars.registerHelper("say", say);
  const pages = new Map<string, Handlebars.TemplateDelegate<object>>();
  for (const [name, source] of templatesIn(join(dir, "partials"))) {
    handlebars.precompile(source, COMPILE);
    handlebars.registerPartial(name, handlebars.compile(source, COMPILE));
  }
  for (const [name, source] of templatesIn(dir)) {
    handlebars.precompile(source, COMPILE);
    pages.set(name, handlebars.compile(source, COMPILE));
  }
  return (name, view) => {
    const template = pages.get(name);
    if (template === undefined) throw new Error(`there is no template "${name}${EXTENSION}" in ${dir}`);
    return template(view, RUN);
  };
}

function templatesIn(dir: string): [name: string, source: string][] {
  return readdirSync(dir)
    .filter((file) => file.endsWith(EXTENSION))
    .sort()
    .map((file) => [file.slice(0, -EXTENSION.length), readFileSync(join(dir, file), "utf8")]);
}
