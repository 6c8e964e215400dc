import { readXml, type XmlReading, type XmlTag } from "../html/xml-tokens.ts";
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

/**
 * The text that each opening tag's element holds itself, without what stands in elements of its own, by the tag's index.
 */
function textsOf(tokens: XmlReading["tokens"]): ReadonlyMap<number, string> {
  const texts = new Map<number, string[]>();
  const open: string[][] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "text") open.at(-1)?.push(token.text);
    if (token.kind === "close") open.pop();
    if (token.kind !== "open" || token.selfClosing) continue;
    const parts: string[] = [];
    texts.set(at, parts);
    open.push(parts);
  }
  return new Map([...texts].map(([at, parts]) => [at, parts.join("")]));
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
  const texts = textsOf(tokens);
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
    if (space !== "other" && name === "style") found.push(...cssFindings(texts.get(at) ?? "", "<style>", start, false));
    if (isFeed && namespace.toLowerCase() === ATOM && PICTURES.has(name))
      found.push(asks(`<${name}>`, (texts.get(at) ?? "").trim(), start));
    const type = token.attributes.get("type");
    const isHtml = type === undefined || type === "html" || type === "text/html";
    if (isFeed && space === "other" && BODIES.has(name) && isHtml)
      found.push({
        kind: "holds",
        what: `<${name}>`,
        type: "text/x-entry",
        text: texts.get(at) ?? "",
        offset: start,
      });
  }
  return found;
}
