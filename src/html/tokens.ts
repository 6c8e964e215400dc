import { decodeReferences } from "./references.ts";

export interface Tag {
  readonly kind: "open" | "close";
  /** Lower case. */
  readonly name: string;
  /** By lower-case name, decoded; the first of two counts, as in browsers. An attribute without a value is empty. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Where it starts, and the first character after it, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

export interface Text {
  readonly kind: "text";
  /** Decoded, except inside `<script>` and `<style>`, where nothing is encoded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of HTML; comments and doctypes are left out. */
export type Token = Tag | Text;

/** Elements whose inside is text up to their own closing tag. */
const RAW = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);
const DECODED = new Set(["textarea", "title"]);

const NAME = /[A-Za-z][^\s/>]*/y;
const SPACE = /[\s/]*/y;
const ATTRIBUTE = /([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;

function at(pattern: RegExp, html: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(html);
}

/** The tag that starts at a `<`, or null where none does. */
function tagAt(html: string, start: number): Tag | null {
  const close = html[start + 1] === "/";
  const name = at(NAME, html, start + (close ? 2 : 1))?.[0];
  if (name === undefined) return null;
  const attributes = new Map<string, string>();
  let end = start + (close ? 2 : 1) + name.length;
  while (true) {
    end += at(SPACE, html, end)?.[0].length ?? 0;
    if (end >= html.length || html[end] === ">") break;
    const found = at(ATTRIBUTE, html, end);
    if (found === null) {
      end += 1;
      continue;
    }
    const [raw, key = "", double, single, bare] = found;
    const lower = key.toLowerCase();
    if (!attributes.has(lower)) attributes.set(lower, decodeReferences(double ?? single ?? bare ?? ""));
    end += raw.length;
  }
  return { kind: close ? "close" : "open", name: name.toLowerCase(), attributes, start, end: end + 1 };
}

/** Where a comment, doctype or processing instruction that starts here ends; null where none starts. */
function endOfMarkup(html: string, start: number): number | null {
  const next = html[start + 1];
  if (html.startsWith("<!--", start)) {
    const close = html.indexOf("-->", start + 4);
    return close === -1 ? html.length : close + 3;
  }
  if (next !== "!" && next !== "?") return null;
  const close = html.indexOf(">", start);
  return close === -1 ? html.length : close + 1;
}

/** Where the closing tag of a raw element begins. `lower` is the whole text in lower case. */
function endOfRaw(lower: string, name: string, from: number): number {
  const close = lower.indexOf(`</${name}`, from);
  return close === -1 ? lower.length : close;
}

/**
 * Splits HTML into tags and text, roughly as a browser does, without building a tree. It takes any text, never throws,
 * and reads each character a bounded number of times.
 */
export function htmlTokens(html: string): readonly Token[] {
  const tokens: Token[] = [];
  // Lower case may be longer ("İ"); only ASCII letters matter here.
  const lower = html.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const text = (start: number, end: number, decoded = true): void => {
    if (end <= start) return;
    const raw = html.slice(start, end);
    tokens.push({ kind: "text", text: decoded ? decodeReferences(raw) : raw, start, end });
  };
  let done = 0;
  let here = 0;
  while (here < html.length) {
    const bracket = html.indexOf("<", here);
    if (bracket === -1) break;
    const skip = endOfMarkup(html, bracket);
    const tag = skip === null ? tagAt(html, bracket) : null;
    if (skip === null && tag === null) {
      here = bracket + 1;
      continue;
    }
    text(done, bracket);
    here = skip ?? tag?.end ?? html.length;
    if (tag !== null) {
      tokens.push(tag);
      if (tag.kind === "open" && RAW.has(tag.name)) {
        const end = endOfRaw(lower, tag.name, here);
        text(here, end, DECODED.has(tag.name));
        here = end;
      }
    }
    done = here;
  }
  text(done, html.length);
  return tokens;
}
