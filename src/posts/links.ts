import { decodeEntities } from "./entities.ts";

/** What may stand before the colon of a link. */
const SCHEMES = new Set(["http", "https", "mailto", "tel"]);

/** What a browser takes for a scheme, and what it drops from an address before it looks. */
const SCHEME = /^([^/?#:]*):/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so they must not hide anything.
const DROPPED = /[\u0000-\u001f\u007f-\u009f]/g;

/** The scheme of an address in lower case, or null for a relative one. */
export function schemeOf(href: string): string | null {
  return SCHEME.exec(href)?.[1]?.toLowerCase() ?? null;
}

/** Whether an address leads to another origin, or may: `https://…`, `//host/…`. */
export function isExternal(href: string): boolean {
  const scheme = schemeOf(href);
  return scheme === "http" || scheme === "https" || href.startsWith("//");
}

/** Whether every step of a relative path stays in its folder, also after decoding: no `..`, no root, no backslash. */
function staysInFolder(path: string): boolean {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return false;
  }
  return !/[\\:]/.test(decoded) && !decoded.startsWith("/") && !decoded.split("/").includes("..");
}

/** Whether an address may be followed from a page of ours: http, https, mailto, tel, `#…`, or inside the folder. */
export function isSafe(href: string): boolean {
  const scheme = schemeOf(href);
  if (scheme === "http" || scheme === "https") return URL.canParse(href);
  if (scheme !== null) return SCHEMES.has(scheme);
  const [path = ""] = href.split(/[?#]/, 1);
  return href !== "" && staysInFolder(path);
}

/**
 * A link's address as markdown gives it, made ready for a page: character references decoded (unless it is `literal`),
 * what browsers would drop dropped, percent-encoded. Null where it is not safe.
 */
export function safeHref(href: string, literal: boolean): string | null {
  const bare = (literal ? href : decodeEntities(href)).replaceAll(DROPPED, "").trim();
  if (!isSafe(bare)) return null;
  try {
    return encodeURI(bare).replaceAll("%25", "%");
  } catch {
    return null; // half of a surrogate pair
  }
}
