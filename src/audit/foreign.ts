/** Whose hosts count as the site's own: those of the addresses it was given, and none other. */
export type OwnHosts = ReadonlySet<string>;

/** Two made-up homes for a page, since it may be served with either scheme: `http:x` is relative to one of them only. */
const HOMES = ["https://site.invalid/folder/page", "http://site.invalid/folder/page"];

/**
 * The host that a browser would ask for an address found on a page, if it is another than the page's own; else null.
 * Reads it as browsers do: `//host`, `\\host`, tabs within, upper case, `http:host`.
 */
export function foreignHost(address: string, own: OwnHosts): string | null {
  for (const home of HOMES) {
    if (!URL.canParse(address, home)) continue;
    const { protocol, host } = new URL(address, home);
    const asks = protocol === "https:" || protocol === "http:" || protocol === "ws:" || protocol === "wss:";
    if (asks && host !== "site.invalid" && !own.has(host)) return host;
  }
  return null;
}

/** `,a.jpg,` → `a.jpg`. */
function withoutCommas(part: string): string {
  let [start, end] = [0, part.length];
  while (part[start] === ",") start += 1;
  while (end > start && part[end - 1] === ",") end -= 1;
  return part.slice(start, end);
}

/** The addresses of a `srcset`: `a.jpg 1x, b.jpg 2x`. */
export function srcsetAddresses(value: string): readonly string[] {
  return value
    .split(/\s/)
    .map(withoutCommas)
    .filter((part) => part !== "" && !/^\d+(?:\.\d+)?[wxh]$/.test(part));
}

/** Comments made blank, so that lines stay; one that is never closed goes to the end. */
function withoutComments(css: string): string {
  const kept: string[] = [];
  let here = 0;
  while (here < css.length) {
    const open = css.indexOf("/*", here);
    if (open === -1) break;
    const close = css.indexOf("*/", open + 2);
    const end = close === -1 ? css.length : close + 2;
    kept.push(css.slice(here, open), css.slice(open, end).replaceAll(/[^\n]/g, " "));
    here = end;
  }
  return [...kept, css.slice(here)].join("");
}

/** Comments out, escapes read: `\75rl(` is `url(`. */
function plainCss(css: string): string {
  return withoutComments(css).replaceAll(/\\([\da-fA-F]{1,6})\s?|\\(.)/g, (_, code?: string, character?: string) => {
    const point = code === undefined ? null : Number.parseInt(code, 16);
    return point === null ? (character ?? "") : point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });
}

const IN_CSS = /(?:\burl\(|\bsrc\(|@import|image-set\([^()]{0,500}?)\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"')]+))/gi;

/** What a stylesheet loads: `url(…)`, `@import "…"`, `image-set("…")`, each with its line in the text, from 0. */
export function cssAddresses(css: string): readonly { readonly address: string; readonly line: number }[] {
  const plain = plainCss(css);
  let line = 0;
  let counted = 0;
  return [...plain.matchAll(IN_CSS)].map((found) => {
    for (; counted < found.index; counted += 1) if (plain[counted] === "\n") line += 1;
    const address = found[1] ?? found[2] ?? found[3] ?? "";
    return { address: address.replace(/^url\(\s*["']?/i, ""), line };
  });
}
