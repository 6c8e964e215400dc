import { readHtml, type Tag, type Token } from "../html/tokens.ts";
import { cssFindings } from "./css.ts";
import { foreignHost, type OwnHosts } from "./foreign.ts";
import type { Found } from "./found.ts";
import { scriptDataFindings } from "./script-data.ts";
import { tagFindings } from "./tag-findings.ts";

const TANGLED = {
  why: "From here on tags cross in SVG, MathML, a list or a frameset, and browsers may read them otherwise than they are written.",
  hint: "Close every element where it was opened.",
};

/** An inert template holds what is not there yet; one with a shadow root is part of the page. */
function isInert({ name, space, attributes }: Tag): boolean {
  return name === "template" && space === "html" && !attributes.has("shadowrootmode");
}

/** The tags that are part of the page, and the text that follows each. */
function* livePieces(tokens: readonly Token[]): Generator<readonly [tag: Tag, text: string, textStart: number]> {
  let inert = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "text") continue;
    if (token.name === "template" && (inert > 0 || token.kind === "close" || isInert(token)))
      inert = Math.max(0, inert + (token.kind === "close" ? -1 : 1));
    if (token.kind === "close" || inert > 0) continue;
    let text = "";
    let next = tokens[at + 1];
    const textStart = next?.start ?? token.end;
    // In SVG a style may come in pieces, with comments between them.
    for (let more = at + 1; next?.kind === "text"; more += 1, next = tokens[more]) text += next.text;
    yield [token, text, textStart];
  }
}

function reading(html: string, scripting: boolean, linksAway: boolean): readonly Found[] {
  const { tokens, tangled } = readHtml(html, scripting);
  const found: Found[] = [];
  for (const [tag, text, textStart] of livePieces(tokens)) {
    found.push(...tagFindings(tag, tag.space));
    if (tag.name === "style") found.push(...cssFindings(text, "<style>", textStart, tag.space === "html"));
    const type = tag.attributes.get("type")?.trim().toLowerCase() ?? "";
    if (tag.name === "script" && (type === "importmap" || type === "speculationrules"))
      found.push(...scriptDataFindings(type, text, tag.start, linksAway));
  }
  if (tangled !== null) found.push({ kind: "unclear", ...TANGLED, offset: tangled });
  return found;
}

function isOff({ name, attributes }: Tag): boolean {
  const is = (key: string, value: string): boolean => attributes.get(key)?.toLowerCase() === value;
  return name === "meta" && is("http-equiv", "x-dns-prefetch-control") && is("content", "off");
}

/** What a page asks for by itself, with and without JavaScript: what stands in `<noscript>` is read differently by each. */
export function htmlFindings(html: string, own: OwnHosts): readonly Found[] {
  const tags = readHtml(html).tokens.filter((token): token is Tag => token.kind === "open");
  const away = tags.find(({ name, attributes }) => name === "a" && foreignHost(attributes.get("href") ?? "", own));
  const found = [
    ...reading(html, false, away !== undefined),
    ...(tags.some(({ name }) => name === "noscript") ? reading(html, true, away !== undefined) : []),
  ];
  if (away !== undefined && !tags.some(isOff)) found.push({ kind: "looks-up", offset: away.start });
  return found;
}
