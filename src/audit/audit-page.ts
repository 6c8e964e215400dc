import { htmlTokens, type Tag } from "../html/tokens.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { cssAddresses, foreignHost, type OwnHosts, srcsetAddresses } from "./foreign.ts";

/** One text of a built site. */
export interface BuiltFile {
  /** Relative to the folder, forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** Attributes that a browser follows without being asked to, whatever the element. */
const LOADS = ["src", "poster", "data", "background", "manifest", "ping", "attributionsrc", "classid", "codebase"];
const LISTS = ["srcset", "imagesrcset"];
/** Where a form sends what readers type. */
const SENDS = ["action", "formaction"];
/** Elements whose `href` is a picture or a script, not a link. */
const HREF_LOADS = new Set([
  "image",
  "use",
  "feimage",
  "script",
  "base",
  "animate",
  "set",
  "mpath",
  "pattern",
  "filter",
]);
const LINK_LOADS = new Set([
  ...["stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "prefetch", "modulepreload"],
  ...["preconnect", "dns-prefetch", "prerender", "pingback", "expect", "compression-dictionary", "search"],
]);
const DEEPEST = 4;

/** `<link rel="shortcut icon">` has two relations. */
function linkLoads({ attributes }: Tag): boolean {
  return (attributes.get("rel") ?? "")
    .toLowerCase()
    .split(/\s+/)
    .some((rel) => LINK_LOADS.has(rel));
}

/** `0; url=https://…` */
function refreshAddress({ attributes }: Tag): string | null {
  if (attributes.get("http-equiv")?.toLowerCase() !== "refresh") return null;
  return /^[\s\d.]*[;,]\s*(?:url\s*=\s*)?["']?([^"']*)/i.exec(attributes.get("content") ?? "")?.[1] ?? null;
}

/** Every address that a tag makes a browser ask for by itself, with what asks. */
function* addressesOf(tag: Tag): Generator<readonly [what: string, address: string]> {
  const { name, attributes } = tag;
  for (const key of [...LOADS, ...SENDS]) {
    const value = attributes.get(key);
    if (value === undefined) continue;
    for (const address of key === "ping" ? value.split(/\s+/) : [value]) yield [key, address];
  }
  for (const key of LISTS) for (const address of srcsetAddresses(attributes.get(key) ?? "")) yield [key, address];
  const href = attributes.get("href");
  if (href !== undefined && (HREF_LOADS.has(name) || (name === "link" && linkLoads(tag)))) yield ["href", href];
  const xlink = attributes.get("xlink:href");
  if (xlink !== undefined && name !== "a") yield ["xlink:href", xlink];
  const refresh = name === "meta" ? refreshAddress(tag) : null;
  if (refresh !== null) yield ["refresh", refresh];
  for (const { address } of cssAddresses(attributes.get("style") ?? "")) yield ["style", address];
}

interface Found {
  readonly what: string;
  readonly address: string;
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;
}

/** An inert template holds what is not there yet; one with a shadow root is part of the page. */
function isInert({ name, attributes }: Tag): boolean {
  return name === "template" && !attributes.has("shadowrootmode") && !attributes.has("shadowroot");
}

function findings(html: string, depth = 0): readonly Found[] {
  const found: Found[] = [];
  let inert = 0;
  let raw: "style" | "rules" | null = null;
  for (const token of htmlTokens(html)) {
    if (token.kind === "text") {
      if (raw === "style")
        for (const { address } of cssAddresses(token.text))
          found.push({ what: "<style>", address, offset: token.start });
      if (raw === "rules")
        for (const [, address = ""] of token.text.matchAll(/"([^"\s]*\/\/[^"\s]*)"/g))
          found.push({ what: "speculation rules", address, offset: token.start });
      continue;
    }
    if (token.name === "template")
      inert = Math.max(0, inert + (token.kind === "close" ? -1 : isInert(token) ? 1 : inert > 0 ? 1 : 0));
    raw = null;
    if (token.kind === "close" || inert > 0) continue;
    if (token.name === "style") raw = "style";
    if (token.name === "script" && token.attributes.get("type")?.toLowerCase() === "speculationrules") raw = "rules";
    for (const [what, address] of addressesOf(token))
      found.push({ what: `<${token.name} ${what}>`, address, offset: token.start });
    const inner = token.attributes.get("srcdoc");
    if (inner !== undefined && depth < DEEPEST)
      found.push(...findings(inner, depth + 1).map((one) => ({ ...one, offset: token.start })));
  }
  return found;
}

/** `<?xml-stylesheet href="…"?>` of an SVG file. */
function xmlStylesheets(text: string): readonly Found[] {
  return [...text.matchAll(/<\?xml-stylesheet\b[^>]{0,500}?href\s*=\s*["']([^"']*)["']/gi)].map((match) => ({
    what: "<?xml-stylesheet>",
    address: match[1] ?? "",
    offset: match.index,
  }));
}

/** Places in a text, found in one pass: ask for offsets in rising order. */
function createFinder({ file, text }: BuiltFile): (offset: number) => Place {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let next = text.indexOf("\n", lineStart); next !== -1 && next < offset; next = text.indexOf("\n", lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    const end = text.indexOf("\n", lineStart);
    const excerpt = text.slice(lineStart, end === -1 ? text.length : end).slice(0, 400);
    return { file, line, column: Math.max(1, offset - lineStart + 1), excerpt };
  };
}

function loadsForeign(place: Place, what: string, host: string): Diagnostic {
  return {
    ...place,
    code: "loads-foreign",
    severity: "error",
    message: `${what} asks ${host} for something as soon as a reader opens this, without being told to.`,
    hint: "Keep a copy beside the page, or let the reader ask for it: an embed, or a plain link.",
  };
}

/**
 * What of a built page, SVG picture or stylesheet asks another host by itself: `loads-foreign`, an error each. Scripts
 * are not run: what they would ask for is for a browser to see, and for the page's policy to refuse.
 *
 * Warning: `prefetches-names`, for a page with links elsewhere that lets browsers look their hosts up beforehand.
 */
export function auditFile(built: BuiltFile, own: OwnHosts): readonly Diagnostic[] {
  const { file, text } = built;
  if (file.endsWith(".css")) {
    const lines = text.split("\n");
    return cssAddresses(text).flatMap(({ address, line }) => {
      const host = foreignHost(address, own);
      const place = { file, line: line + 1, column: 1, excerpt: (lines[line] ?? "").slice(0, 400) };
      return host === null ? [] : [loadsForeign(place, "A stylesheet", host)];
    });
  }
  const placeAt = createFinder(built);
  const all = [...xmlStylesheets(text), ...findings(text)].sort((a, b) => a.offset - b.offset);
  const errors = all.flatMap(({ what, address, offset }) => {
    const host = foreignHost(address, own);
    return host === null ? [] : [loadsForeign(placeAt(offset), what, host)];
  });
  return [...errors, ...namesLookedUp(built, own)];
}

function namesLookedUp({ file, text }: BuiltFile, own: OwnHosts): readonly Diagnostic[] {
  if (file.endsWith(".svg")) return [];
  const tags = htmlTokens(text).filter((token): token is Tag => token.kind === "open");
  const isOff = tags.some(
    ({ name, attributes }) =>
      name === "meta" &&
      attributes.get("http-equiv")?.toLowerCase() === "x-dns-prefetch-control" &&
      attributes.get("content")?.toLowerCase() === "off",
  );
  const link = isOff
    ? undefined
    : tags.find((tag) => tag.name === "a" && foreignHost(tag.attributes.get("href") ?? "", own));
  if (link === undefined) return [];
  return [
    {
      ...createFinder({ file, text })(link.start),
      code: "prefetches-names",
      severity: "warning",
      message:
        "This page links elsewhere, and browsers may look up the names of linked hosts before anybody follows one.",
      hint: 'Add <meta http-equiv="x-dns-prefetch-control" content="off"> to its head.',
    },
  ];
}
