import { decodeReferences } from "./references.ts";

/** Which vocabulary an element belongs to; `other` only in XML. */
export type Space = "html" | "svg" | "math" | "other";

export interface RawTag {
  readonly kind: "open" | "close";
  /** Lower case. */
  readonly name: string;
  /** By lower-case name, decoded; the first of two counts, as in browsers. An attribute without a value is empty. */
  readonly attributes: ReadonlyMap<string, string>;
  /** `<path/>`: means something in SVG, MathML and XML only. */
  readonly selfClosing: boolean;
  /** Where it starts, and the first character after it, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** A comment, a doctype, an instruction, a tag that the text ends in: nothing that is shown or followed. */
export interface Skipped {
  readonly kind: "skipped";
  readonly end: number;
}

// A space is one of these five in HTML; `\s` would take more, and split a name where browsers do not.
const NAME = /[A-Za-z][^\t\n\f\r />]*/y;
const BETWEEN = /[\t\n\f\r /]*/y;
const ATTRIBUTE =
  /(=?[^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)("?)|'([^']*)('?)|([^\t\n\f\r >"'][^\t\n\f\r >]*))?)?/y;

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** Lower case in ASCII only, as in the standard: the Kelvin sign is no `k`. */
export function lowerCase(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The tag that starts at a `<`, null where none does; a tag that never ends is skipped. */
export function tagAt(text: string, start: number): RawTag | Skipped | null {
  const kind = text[start + 1] === "/" ? "close" : "open";
  const nameStart = start + (kind === "close" ? 2 : 1);
  const name = at(NAME, text, nameStart)?.[0];
  if (name === undefined) return null;
  const attributes = new Map<string, string>();
  let end = nameStart + name.length;
  while (true) {
    const between = at(BETWEEN, text, end)?.[0] ?? "";
    end += between.length;
    if (end >= text.length) return { kind: "skipped", end: text.length };
    if (text[end] === ">")
      return { kind, name: lowerCase(name), attributes, selfClosing: between.endsWith("/"), start, end: end + 1 };
    const [raw = "", key = "", double, doubleEnd, single, singleEnd, bare] = at(ATTRIBUTE, text, end) ?? [];
    if (doubleEnd === "" || singleEnd === "") return { kind: "skipped", end: text.length };
    const lower = lowerCase(key);
    if (!attributes.has(lower)) attributes.set(lower, decodeReferences(double ?? single ?? bare ?? "", "attribute"));
    end += Math.max(1, raw.length);
  }
}

function endAfter(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

/** `<!-->` and `<!--->` are whole comments, and `--!>` ends one too (HTML standard, 13.2.5.43 to 52). */
function endOfComment(html: string, start: number): number {
  const abrupt = /-?>/y;
  const short = at(abrupt, html, start + 4)?.[0];
  if (short !== undefined) return start + 4 + short.length;
  const ending = /--!?>/g;
  const found = at(ending, html, start + 4);
  return found === null ? html.length : found.index + found[0].length;
}

/** What starts at a `<` of HTML: a tag, something that is skipped, or null for a `<` that is text. */
export function htmlPieceAt(html: string, start: number): RawTag | Skipped | null {
  const next = html[start + 1];
  if (html.startsWith("<!--", start)) return { kind: "skipped", end: endOfComment(html, start) };
  if (next === "!" || next === "?") return { kind: "skipped", end: endAfter(html, ">", start) };
  const tag = tagAt(html, start);
  if (tag !== null || next !== "/" || start + 2 >= html.length) return tag;
  return { kind: "skipped", end: endAfter(html, ">", start) };
}

/** Where a script's closing tag begins: `<!--` within it may hide one, a `<script>` after that one more. */
function endOfScript(html: string, from: number): number {
  const marks = /<!--|-->|<(\/?)script(?=[\t\n\f\r />])/gi;
  let depth = 0;
  for (let found = at(marks, html, from); found !== null; found = marks.exec(html)) {
    const [mark, slash] = found;
    if (mark === "-->") depth = 0;
    else if (mark === "<!--") {
      depth = Math.max(1, depth);
      // Its two dashes may be those of its end: `<!-->`.
      marks.lastIndex = found.index + 2;
    } else if (slash === "") depth = depth === 0 ? 0 : 2;
    else if (depth < 2) return found.index;
    else depth = 1;
  }
  return html.length;
}

/** Where the closing tag of an element begins whose inside is text only. */
export function endOfRaw(html: string, name: string, from: number): number {
  if (name === "plaintext") return html.length;
  if (name === "script") return endOfScript(html, from);
  const closing = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi");
  return at(closing, html, from)?.index ?? html.length;
}
