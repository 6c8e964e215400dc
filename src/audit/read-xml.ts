import type { Text } from "../html/tokens.ts";
import { readXml, type XmlTag } from "../html/xml-tokens.ts";
import { cssFindings } from "./css.ts";
import { asks, type Found } from "./found.ts";
import { tagFindings } from "./tag-findings.ts";

const ENTITIES = {
  why: "This file declares entities of its own, which can stand for anything.",
  hint: "Take the <!ENTITY …> out, and write what it stands for.",
};
const TRANSFORM = "http://www.w3.org/1999/xsl/transform";
const IMPORTS = new Set(["import", "include"]);
/** Elements of feeds whose text is an address that readers' programs show as a picture. */
const PICTURES = new Set(["icon", "logo"]);
const ATOM = "http://www.w3.org/2005/atom";
/** Elements of feeds whose text is HTML. */
const BODIES = new Set(["content", "summary", "subtitle", "title", "description", "encoded"]);

/** The text within an element, up to its end, without what stands in elements of its own. */
function textWithin(
  tokens: readonly { readonly kind: string }[],
  from: number,
): readonly [text: string, start: number] {
  let text = "";
  let depth = 0;
  let start: number | null = null;
  for (let at = from; at < tokens.length && depth >= 0; at += 1) {
    const token = tokens[at] as Text | XmlTag;
    if (token.kind === "close") depth -= 1;
    if (token.kind === "open" && !token.selfClosing) depth += 1;
    if (token.kind === "text" && depth === 0) {
      text += token.text;
      start ??= token.start;
    }
  }
  return [text, start ?? 0];
}

const ATTRIBUTE = /\b(href|src)\s{0,100}=\s{0,100}(?:"([^"]{0,2000})"|'([^']{0,2000})')/gi;

/** `<?xml-stylesheet href="…"?>` */
function instructionFindings(text: string, offset: number): readonly Found[] {
  if (!/^xml-stylesheet\b/i.test(text)) return [];
  return [...text.matchAll(ATTRIBUTE)].map((found) => asks("<?xml-stylesheet>", found[2] ?? found[3] ?? "", offset));
}

/**
 * What an SVG picture, an XHTML page, a feed or another XML file asks for by itself, in whatever shows it: a browser, and
 * for the pictures of a feed's entries the reader's program.
 */
export function xmlFindings(xml: string): readonly Found[] {
  const { tokens, declares } = readXml(xml);
  const found: Found[] = declares === null ? [] : [{ kind: "unclear", ...ENTITIES, offset: declares }];
  const root = tokens.find((token): token is XmlTag => token.kind === "open");
  const isTransform = root?.namespace.toLowerCase() === TRANSFORM;
  const isFeed = root !== undefined && ["feed", "rss", "rdf", "entry"].includes(root.name);
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "instruction") found.push(...instructionFindings(token.text, token.start));
    if (token.kind !== "open") continue;
    const { name, namespace, start } = token;
    // An SVG file without its namespace is no picture, and is read as one all the same: that may only find more.
    const space = token.space === "other" && namespace === "" && !isFeed ? (isTransform ? "html" : "svg") : token.space;
    if (space !== "other") found.push(...tagFindings(token, space));
    if (namespace.toLowerCase() === TRANSFORM && IMPORTS.has(name))
      found.push(asks(`<${name} href>`, token.attributes.get("href") ?? "", start));
    if (token.selfClosing) continue;
    if (space !== "other" && name === "style")
      found.push(...cssFindings(textWithin(tokens, at + 1)[0], "<style>", start, false));
    if (isFeed && namespace.toLowerCase() === ATOM && PICTURES.has(name))
      found.push(asks(`<${name}>`, textWithin(tokens, at + 1)[0].trim(), start));
    const type = token.attributes.get("type");
    const isHtml = type === undefined || type === "html" || type === "text/html";
    if (isFeed && space === "other" && BODIES.has(name) && isHtml)
      found.push({
        kind: "holds",
        what: `<${name}>`,
        type: "text/x-entry",
        text: textWithin(tokens, at + 1)[0],
        offset: start,
      });
  }
  return found;
}
