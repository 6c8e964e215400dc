import Handlebars from "handlebars";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import { createPlacer, type Placer, withPlainLineEnds } from "../schema/places.ts";
import { diagnose } from "../schema/problem.ts";
import { didYouMean } from "../schema/suggest.ts";
import { shownPath, type TemplateFolder, textOf } from "./template-folders.ts";

/** A template that can be compiled. */
export interface Template {
  readonly tree: hbs.AST.Program;
  /** Names of the partials that it includes. */
  readonly partials: readonly string[];
  /** Whether it includes partials by names that only the view knows. */
  readonly choosesPartials: boolean;
}

/** What a template may name. */
export interface KnownNames {
  readonly helpers: readonly string[];
  readonly partials: readonly string[];
  readonly hasText: (key: string) => boolean;
}

const BUILT_IN_HELPERS = ["each", "if", "lookup", "unless", "with"];

/**
 * Reads one template and looks at every name in it. Null where it has an error: `template-broken` (Handlebars cannot
 * read it), `template-helper-unknown`, `template-partial-unknown`. Warning `string-unknown`.
 */
export function readTemplate(folder: TemplateFolder, path: string, known: KnownNames): Checked<Template | null> {
  const text = withPlainLineEnds(textOf(folder, path));
  const placer = createPlacer(shownPath(path), text);
  const tree = parsed(text, placer);
  if ("code" in tree) return { value: null, diagnostics: [tree] };
  const nodes = nodesOf(tree);
  const includes = nodes.filter((node) => isPartial(node));
  const partials = includes.flatMap(({ name }) => (name.type === "PathExpression" ? [name.original] : []));
  const problems = nodes.flatMap((node) => nameProblem(node, placer, known) ?? []);
  const isWrong = problems.some(({ severity }) => severity === "error");
  const template = { tree, partials, choosesPartials: partials.length < includes.length };
  return { value: isWrong ? null : template, diagnostics: problems };
}

/** `Parse error on line 3: …`, `if doesn't match each - 3:5`: where Handlebars says that it stands. */
const ON_LINE = /on line (\d+)/;
const AT_PLACE = / - (\d+):(\d+)$/;

function parsed(text: string, placer: Placer): hbs.AST.Program | Diagnostic {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, line, column] = AT_PLACE.exec(said) ?? ON_LINE.exec(said) ?? [];
    const why = said.split("\n").at(-1)?.replace(AT_PLACE, "");
    return diagnose(placer.at(Number(line ?? 1), Number(column ?? 0) + 1), {
      code: "template-broken",
      message: `Handlebars cannot read this template: ${why}.`,
      hint: "Close every {{#block}} with its {{/block}}, and every {{ with }}. Mistakes stand here or just before.",
    });
  }
}

type Node = hbs.AST.Node;
type Include = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement;

/** A node of a template's tree and all below it. */
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== "object" || value === null) return [];
  const below = Object.values(value).flatMap(nodesOf);
  return isNode(value) ? [value, ...below] : below;
}

const isNode = (value: object): value is Node => "type" in value && "loc" in value;
const isPartial = (node: Node): node is Include =>
  node.type === "PartialStatement" || node.type === "PartialBlockStatement";
const isCall = (node: Node): node is hbs.AST.MustacheStatement =>
  ["MustacheStatement", "BlockStatement", "SubExpression"].includes(node.type);
const isPath = (node: Node): node is hbs.AST.PathExpression => node.type === "PathExpression";
const isText = (node: Node | undefined): node is hbs.AST.StringLiteral => node?.type === "StringLiteral";

/** What is wrong with the names of one node: each is a slip of the finger that would print nothing. */
function nameProblem(node: Node, placer: Placer, { helpers, partials, hasText }: KnownNames): Diagnostic | null {
  const at = placer.at(node.loc.start.line, node.loc.start.column + 1);
  if (
    isPartial(node) &&
    isPath(node.name) &&
    node.type === "PartialStatement" &&
    !partials.includes(node.name.original)
  ) {
    const message = `There is no partial "${node.name.original}", neither among the site's own nor among those that come with Afterlive.`;
    return diagnose(at, {
      code: "template-partial-unknown",
      message,
      hint: hintFor(node.name.original, partials, "partial"),
    });
  }
  if (!isCall(node) || !isPath(node.path)) return null;
  const { path, params, hash } = node;
  const known = [...BUILT_IN_HELPERS, ...helpers];
  if ((params.length > 0 || hash !== undefined) && !known.includes(path.original)) {
    const message = `There is no helper "${path.original}", and only a helper can be given something.`;
    return diagnose(at, { code: "template-helper-unknown", message, hint: hintFor(path.original, known, "helper") });
  }
  const [key] = params;
  if (path.original !== "say" || !isText(key) || hasText(key.value)) return null;
  const message = `The site has no text of the key "${key.value}", so nothing is said here.`;
  const hint = 'templates/strings/en.json has them all; texts of your own stand in your own en.json, under "own".';
  return diagnose(at, { code: "string-unknown", message, hint }, "warning");
}

function hintFor(name: string, known: readonly string[], what: string): string {
  const near = didYouMean(name, known);
  return near === null ? `docs/templates.md lists every ${what}.` : `Did you mean "${near}"?`;
}
