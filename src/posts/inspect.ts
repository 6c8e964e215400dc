import type { Token, Tokens } from "marked";
import type { Diagnostic, Place, Severity } from "../model/diagnostic.ts";
import { diagnose, type Problem, quoted } from "../schema/problem.ts";
import { RUN_TOO_LONG } from "./limits.ts";
import { isExternal, safeHref, schemeOf } from "./links.ts";

/** How many line ends a text has. Marked keeps no positions, but the `raw` of its tokens adds up to the source. */
export function lineEnds(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf("\n"); at !== -1; at = raw.indexOf("\n", at + 1)) count++;
  return count;
}

/** The tokens inside a token; null where it can have none. */
export function childrenOf(token: Token): readonly Token[] | null {
  return "tokens" in token && Array.isArray(token.tokens) ? token.tokens : null;
}

/** What the inspection needs to know, and where it leaves what it finds. */
export interface Inspection {
  readonly at: (line: number, column?: number) => Place;
  /** The level of the heading that the body stands under. */
  readonly under: number;
  /** Inline runs that were too long to read. */
  readonly unread: ReadonlySet<readonly Token[]>;
  readonly found: Diagnostic[];
  /** Depths, as typed, of the headings that the next one may stand under. */
  readonly headings: number[];
}

/** A token that is shown as the author typed it. */
function asTyped({ raw }: { readonly raw: string }): Token {
  return { type: "html", raw, text: raw, block: false, inLink: false, inRawBlock: false };
}

function report(on: Inspection, token: Token, line: number, problem: Problem, severity: Severity): void {
  const [typed = ""] = token.raw.split("\n", 1);
  const column = on.at(line).excerpt?.indexOf(typed) ?? -1;
  on.found.push(diagnose(on.at(line, Math.max(0, column) + 1), problem, severity));
}

/** A link that may be followed, its address made ready; any other as it was typed, with `link-unsafe`. */
function inspectLink(token: Tokens.Link, line: number, on: Inspection): Token {
  const href = safeHref(token.href, token.autolink === true);
  if (href !== null) return { ...token, href, tokens: inspectInline(token.tokens, line, on) };
  const problem: Problem = {
    code: "link-unsafe",
    message: `The address ${quoted(token.href)} is not one that readers may be sent to, so the link is shown as text.`,
    hint: "Write https://…, mailto:…, tel:…, #id, or the name of a file beside this one.",
  };
  report(on, token, line, problem, "warning");
  return asTyped(token);
}

/** A picture in the middle of text: its words, or a link where it lies elsewhere. */
function inspectImage(token: Tokens.Image, line: number, on: Inspection): Token {
  const href = safeHref(token.href, false);
  const words: Tokens.Text = { type: "text", raw: token.text, text: token.text };
  if (href !== null && isExternal(href)) {
    const problem: Problem = {
      code: "image-remote",
      message:
        "The picture lies on another site: showing it would tell that site about every reader. It is shown as a link.",
      hint: "Put the picture beside this file and write its name, if you have the right to.",
    };
    report(on, token, line, problem, "warning");
    return {
      type: "link",
      raw: token.raw,
      href,
      title: null,
      text: token.text || href,
      tokens: token.text ? [words] : [{ ...words, text: href }],
    };
  }
  if (href === null || schemeOf(href) !== null) {
    const problem: Problem = {
      code: "link-unsafe",
      message: `The address ${quoted(token.href)} is not one of a picture in this folder, so it is shown as text.`,
      hint: "Put the picture beside this file and write its name alone.",
    };
    report(on, token, line, problem, "warning");
    return asTyped(token);
  }
  const problem: Problem = {
    code: "image-not-alone",
    message: "A picture has no room in the middle of text, a list or a quote: only its words are shown.",
    hint: "Put it into a paragraph of its own, with blank lines around it.",
  };
  report(on, token, line, problem, "warning");
  return words;
}

/** Inline tokens made safe, with what is wrong with them reported at its line. */
function inspectInline(tokens: readonly Token[], start: number, on: Inspection): Token[] {
  if (on.unread.has(tokens)) on.found.push(diagnose(on.at(start), RUN_TOO_LONG));
  let line = start;
  let lineOfTag = 0;
  return tokens.map((token): Token => {
    const here = line;
    line += lineEnds(token.raw);
    if (token.type === "link") return inspectLink(token as Tokens.Link, here, on);
    if (token.type === "image") return inspectImage(token as Tokens.Image, here, on);
    if (token.type === "html" && here !== lineOfTag) {
      lineOfTag = here;
      const problem: Problem = {
        code: "html-shown-as-text",
        message: `HTML such as ${quoted(token.raw)} is not read: readers see it as it is typed.`,
        hint: "Write markdown instead; if you want to show HTML, put it between backticks.",
      };
      report(on, token, here, problem, "warning");
    }
    const children = childrenOf(token);
    return children === null ? token : { ...token, tokens: inspectInline(children, here, on) };
  });
}

/** The level of a heading: one below the nearest heading before it that is above it, so that no level is skipped. */
function levelOf(depth: number, on: Inspection): number {
  while ((on.headings.at(-1) ?? 0) >= depth) on.headings.pop();
  on.headings.push(depth);
  return Math.min(6, on.under + on.headings.length);
}

/**
 * Block tokens made ready for a page: links and pictures safe, headings below `under`. Says what is wrong, at its line.
 * Errors: `markdown-too-long`. Warnings: `html-shown-as-text`, `link-unsafe`, `image-remote`, `image-not-alone`.
 */
export function inspect(tokens: readonly Token[], start: number, on: Inspection): Token[] {
  let line = start;
  return tokens.map((token): Token => {
    const here = line;
    line += lineEnds(token.raw);
    switch (token.type) {
      case "heading": {
        const heading = token as Tokens.Heading;
        return { ...heading, depth: levelOf(heading.depth, on), tokens: inspectInline(heading.tokens, here, on) };
      }
      case "paragraph":
      case "text": {
        const children = childrenOf(token);
        return children === null ? token : { ...token, tokens: inspectInline(children, here, on) };
      }
      case "blockquote":
        return { ...token, tokens: inspect(childrenOf(token) ?? [], here, on) };
      case "list": {
        let itemLine = here;
        const items = (token as Tokens.List).items.map((item) => {
          const ready = { ...item, tokens: inspect(item.tokens, itemLine, on) };
          itemLine += lineEnds(item.raw);
          return ready;
        });
        return { ...token, items };
      }
      case "table": {
        const { header, rows } = token as Tokens.Table;
        // The header's line, the line of dashes, then a line for each row.
        const row = (cells: readonly Tokens.TableCell[], at: number) =>
          cells.map((cell) => ({ ...cell, tokens: inspectInline(cell.tokens, at, on) }));
        return { ...token, header: row(header, here), rows: rows.map((cells, index) => row(cells, here + 2 + index)) };
      }
      default:
        return token;
    }
  });
}
