import type { RawTag, Space } from "../html/tags.ts";
import { cssFindings } from "./css.ts";
import { asks, type Found } from "./found.ts";
import { srcsetAddresses } from "./srcset.ts";

/** Attributes that a browser follows without being asked to, whatever the element. */
const LOADS = ["src", "poster", "data", "background", "manifest", "ping", "attributionsrc", "classid", "codebase"];
const LISTS = ["srcset", "imagesrcset"];
/** Where a form sends what readers type. */
const SENDS = ["action", "formaction"];
/** Attributes that hold several addresses with spaces between them. */
const SPACED = new Set(["ping", "attributionsrc"]);
/** Attributes that are CSS; all but the first are SVG's. */
const STYLES = [
  ...["style", "fill", "stroke", "filter", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end"],
  ...["cursor", "color-profile"],
];
/** What an animation gives another attribute, an `href` perhaps. */
const ANIMATES = new Set(["set", "animate", "animatetransform", "animatemotion", "discard"]);
const VALUES = ["to", "from", "by", "values"];
/** Relations that are fetched or connected to; the others are only told. */
const LINK_LOADS = new Set([
  ...["stylesheet", "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "apple-touch-startup-image"],
  ...["mask-icon", "fluid-icon", "manifest", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch"],
  ...["prerender", "pingback", "expect", "compression-dictionary", "dictionary", "search", "import", "monetization"],
]);
/** `<param>`s of an `<object>` that older browsers take its address from. */
const PARAMS = new Set(["src", "movie", "url", "code", "data"]);

const lowered = (tag: RawTag, key: string): string => tag.attributes.get(key)?.toLowerCase() ?? "";

/** Whether a `<link>` is fetched: `<link rel="shortcut icon">` has two relations. */
function linkLoads(tag: RawTag): boolean {
  return lowered(tag, "rel")
    .split(/[\t\n\f\r ]+/)
    .some((rel) => LINK_LOADS.has(rel));
}

/** `0; url=https://…`, `0,'https://…'`, `0 https://…` (HTML standard, "shared declarative refresh steps"); null for none. */
export function refreshAddress(content: string): string | null {
  const SPACE = "[\\t\\n\\f\\r ]";
  const start = new RegExp(`^${SPACE}*(?:\\d|\\.)[\\d.]*(?:${SPACE}*[;,]|${SPACE})${SPACE}*`).exec(content)?.[0];
  if (start === undefined) return null;
  const rest = content.slice(start.length).replace(new RegExp(`^url${SPACE}*=${SPACE}*`, "i"), "");
  const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : null;
  return quote === null ? rest : (rest.slice(1).split(quote)[0] ?? "");
}

/** The addresses of a `Link` header: `<https://…>; rel=preload, <…>`. */
export function linkHeaderAddresses(value: string): readonly string[] {
  return [...value.matchAll(/<([^<>]{0,2000})>/g)].map(([, address = ""]) => address);
}

function* metaAddresses(tag: RawTag): Generator<readonly [what: string, address: string]> {
  const content = tag.attributes.get("content") ?? "";
  const equivalent = lowered(tag, "http-equiv").trim();
  const refresh = equivalent === "refresh" ? refreshAddress(content) : null;
  if (refresh !== null) yield ["refresh", refresh];
  if (equivalent === "link") for (const address of linkHeaderAddresses(content)) yield ["link", address];
}

/** Whether an element's `href` is fetched: a `<base>`, some `<link>`s, and all that SVG has but links. */
function hrefLoads(tag: RawTag, space: Space): boolean {
  if (tag.name === "link") return linkLoads(tag);
  return tag.name === "base" || (space === "svg" && tag.name !== "a");
}

/** Every address that a tag makes a browser ask for by itself, with what asks. */
function* addressesOf(tag: RawTag, space: Space): Generator<readonly [what: string, address: string]> {
  const { name, attributes } = tag;
  for (const key of [...LOADS, ...SENDS]) {
    const value = attributes.get(key);
    if (value === undefined) continue;
    for (const address of SPACED.has(key) ? value.split(/[\t\n\f\r ]+/) : [value]) yield [key, address];
  }
  for (const key of LISTS) for (const address of srcsetAddresses(attributes.get(key) ?? "")) yield [key, address];
  if (hrefLoads(tag, space))
    for (const key of ["href", "xlink:href"]) if (attributes.has(key)) yield [key, attributes.get(key) ?? ""];
  if (ANIMATES.has(name))
    for (const key of VALUES) for (const value of (attributes.get(key) ?? "").split(";")) yield [key, value.trim()];
  if (name === "meta") yield* metaAddresses(tag);
  if (name === "param" && PARAMS.has(lowered(tag, "name"))) yield ["value", attributes.get("value") ?? ""];
}

/**
 * What one opening tag of a page or picture asks for by itself, and what documents it holds.
 * @param space the vocabulary that it is in: `href` means different things in them
 */
export function tagFindings(tag: RawTag, space: Space): readonly Found[] {
  const { name, attributes, start } = tag;
  const found: Found[] = [];
  for (const [key, address] of addressesOf(tag, space)) found.push(asks(`<${name} ${key}>`, address, start));
  const styles = ANIMATES.has(name) ? [...STYLES, ...VALUES] : STYLES;
  for (const key of styles) {
    const css = attributes.get(key);
    if (css !== undefined) found.push(...cssFindings(css, `<${name} ${key}>`, start, false));
  }
  const inner = attributes.get("srcdoc");
  if (inner !== undefined)
    found.push({ kind: "holds", what: `<${name} srcdoc>`, type: "text/html", text: inner, offset: start });
  return found;
}
