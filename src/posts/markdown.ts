import { Lexer, type Marked, type Token, type Tokens } from "marked";
import type { Block, Embed, Image } from "../model/block.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Placer } from "../schema/places.ts";
import { diagnose, type Problem } from "../schema/problem.ts";
import { createDialect, type EmbedHosts, type EmbedToken, isEmbed } from "./dialect.ts";
import { decodeEntities, escapeHtml, withoutControls } from "./entities.ts";
import { childrenOf, type Inspection, inspect, lineEnds } from "./inspect.ts";
import { isRunTooLong, isTooLong, TOO_DEEP, TOO_LONG, tooDeepLine } from "./limits.ts";
import { isExternal, schemeOf } from "./links.ts";
import { inlineText, plainText } from "./plain-text.ts";
import { fileNameProblem } from "./rules.ts";

/**
 * Reads a body of markdown into blocks.
 * @param firstLine the line of the file that the body begins at
 * @param under the level of the heading that the body stands under: its own begin one below
 */
export type Markdown = (body: string, placer: Placer, firstLine: number, under: number) => Checked<readonly Block[]>;

/** Pictures that make up a whole paragraph, one or several, each a file in the folder. Null for any other paragraph. */
function picturesOf(token: Token): readonly Tokens.Image[] | null {
  if (token.type !== "paragraph") return null;
  const children = childrenOf(token) ?? [];
  const pictures = children.filter((inner): inner is Tokens.Image => inner.type === "image");
  const rest = children.filter((inner) => inner.type !== "image");
  const alone = pictures.length > 0 && rest.every((inner) => inner.raw.trim() === "");
  return alone && pictures.every(({ href }) => schemeOf(decodeEntities(href)) === null && !isExternal(href))
    ? pictures
    : null;
}

/** `start%20line.jpg` → `start line.jpg`. */
function fileNameOf(href: string): string {
  const name = decodeEntities(href);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function orNull(text: string): string | null {
  const shown = withoutControls(text).trim();
  return shown === "" ? null : shown;
}

/** `![alt](file.jpg "caption | credit")` as a block. The last bar divides, so that a caption may hold one. */
function imageBlock(token: Tokens.Image, line: number): Image {
  const title = decodeEntities(token.title ?? "");
  const bar = title.lastIndexOf("|");
  const [caption, credit] = bar === -1 ? [title, ""] : [title.slice(0, bar), title.slice(bar + 1)];
  return {
    kind: "image",
    alt: orNull(inlineText(token.tokens)),
    caption: orNull(caption),
    credit: orNull(credit),
    src: fileNameOf(token.href),
    start: line,
    end: line + lineEnds(token.raw),
  };
}

function embedBlock({ provider, url, quote, height }: EmbedToken, start: number, end: number): Embed {
  return {
    ...{ kind: "embed", provider, printed: null, url },
    ...(quote === null ? {} : { quote }),
    ...(height === null ? {} : { height }),
    ...{ start, end },
  };
}

function unknownFrame({ provider }: EmbedToken): Problem {
  return {
    code: "embed-frame-unknown",
    message: `This frame of ${provider} is no known provider's: it is shown as a link.`,
    hint: `To let readers load it: "embeds": { "frames": ["${provider}"] } in afterlive.config.json.`,
  };
}

/** Marked's two passes, with a look at each inline run between them: one that is too long stays text. */
function lex(
  marked: Marked,
  body: string,
): { readonly tokens: readonly Token[]; readonly unread: Set<readonly Token[]> } {
  const lexer = new Lexer(marked.defaults);
  const unread = new Set<readonly Token[]>();
  lexer.blockTokens(body, lexer.tokens);
  for (const { src, tokens } of lexer.inlineQueue) {
    if (isRunTooLong(src)) {
      tokens.push({ type: "text", raw: src, text: src });
      unread.add(tokens);
    } else lexer.inlineTokens(src, tokens);
  }
  return { tokens: lexer.tokens, unread };
}

function readBlocks(
  marked: Marked,
  body: string,
  placer: Placer,
  firstLine: number,
  under: number,
): Checked<readonly Block[]> {
  const { tokens, unread } = lex(marked, body);
  const found: Diagnostic[] = [];
  const on: Inspection = { at: placer.at, under, unread, found, headings: [] };
  const blocks: Block[] = [];
  let prose: { readonly tokens: Token[]; readonly start: number; end: number } | null = null;

  const endProse = (): void => {
    if (prose === null) return;
    const html = withoutControls(marked.Parser.parse(prose.tokens, marked.defaults)).trim();
    const text = withoutControls(plainText(prose.tokens));
    if (html !== "") blocks.push({ kind: "prose", html, text, start: prose.start, end: prose.end });
    prose = null;
  };

  let line = firstLine;
  for (const token of tokens) {
    const here = line;
    const end = here + lineEnds(token.raw.trimEnd());
    line += lineEnds(token.raw);
    const pictures = picturesOf(token);
    if (isEmbed(token)) {
      endProse();
      blocks.push(embedBlock(token, here, end));
      if (token.unknown) found.push(diagnose(placer.at(here), unknownFrame(token), "note"));
    } else if (pictures !== null) {
      endProse();
      let pictureLine = here;
      for (const inner of childrenOf(token) ?? []) {
        if (inner.type === "image") {
          const block = imageBlock(inner as Tokens.Image, pictureLine);
          const problem = fileNameProblem(block.src ?? "");
          if (problem !== null) found.push(diagnose(placer.at(pictureLine), problem));
          blocks.push(block);
        }
        pictureLine += lineEnds(inner.raw);
      }
    } else if (token.type !== "space" && token.type !== "def") {
      const ready = inspect([token], here, on);
      prose ??= { tokens: [], start: here, end };
      prose.tokens.push(...ready);
      prose.end = end;
    }
  }
  endProse();
  return { value: blocks, diagnostics: found };
}

const CONTROL: Problem = {
  code: "control-characters",
  message: "The text holds control characters, which no page can show; they are left out.",
  hint: "Delete them here; they often come with a copy from elsewhere.",
};

const FAILED: Problem = {
  code: "markdown-failed",
  message: "The markdown package gave up on this text, so it is shown as it was written.",
  hint: "Take out half of it and run check again, until the paragraph is found; then write that one more simply.",
};

/** A body as it was written, line by line: what no reader of markdown could read is still there to be read. */
function asWritten(body: string, firstLine: number): readonly Block[] {
  const text = withoutControls(body).trimEnd();
  if (text.trim() === "") return [];
  const html = `<pre tabindex="0"><code>${escapeHtml(text)}\n</code></pre>`;
  return [{ kind: "prose", html, text, start: firstLine, end: firstLine + lineEnds(text) }];
}

/**
 * Makes the one markdown reader of a build. HTML is shown as text, addresses are checked, nothing is asked of another site:
 * the HTML of a prose block is safe to put on a page as it is.
 *
 * Errors: `markdown-too-long`, `markdown-too-deep`, `path-leaves-folder` (a picture).
 * Warnings: `markdown-failed`, `control-characters`, `html-shown-as-text`, `link-unsafe`, `image-remote`, `image-not-alone`.
 * Note: `embed-frame-unknown`.
 */
export function createMarkdown(hosts: EmbedHosts = { mastodon: [], frames: [] }): Markdown {
  const marked = createDialect(hosts);
  return (body, placer, firstLine, under) => {
    const without = (line: number, problem: Problem): Checked<readonly Block[]> => ({
      value: [],
      diagnostics: [diagnose(placer.at(line), problem)],
    });
    if (isTooLong(body)) return without(firstLine, TOO_LONG);
    const deep = tooDeepLine(body);
    if (deep !== null) return without(firstLine + deep, TOO_DEEP);

    const clean = withoutControls(body);
    const control = body.split("\n").findIndex((line) => withoutControls(line) !== line);
    const warnings = control === -1 ? [] : [diagnose(placer.at(firstLine + control), CONTROL, "warning")];
    try {
      const { value, diagnostics } = readBlocks(marked, clean, placer, firstLine, under);
      return { value, diagnostics: [...warnings, ...diagnostics] };
    } catch {
      return {
        value: asWritten(body, firstLine),
        diagnostics: [...warnings, diagnose(placer.at(firstLine), FAILED, "warning")],
      };
    }
  };
}
