import { asks, type Found, type Unclear } from "./found.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The value of a JSON text, or undefined where it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text.replace(/^\ufeff/, "")) as Json;
  } catch {
    return undefined;
  }
}

/** Every value under one of these keys, however deep, with what it stands under. `null`: every text, and every key. */
export function textsIn(data: Json, keys: ReadonlySet<string> | null): readonly string[] {
  const texts: string[] = [];
  const waiting: (readonly [key: string, value: Json])[] = [["", data]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [key, value] = next;
    if (typeof value === "string" && (keys === null || keys.has(key))) texts.push(value);
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) for (const item of value) waiting.push([key, item]);
    else
      for (const [inner, item] of Object.entries(value)) {
        waiting.push([inner, item]);
        if (keys === null) texts.push(inner);
      }
  }
  return texts;
}

function isObject(data: Json | undefined): data is { readonly [key: string]: Json } {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function items(data: Json | undefined): readonly Json[] {
  return Array.isArray(data) ? data : data === undefined ? [] : [data as Json];
}

const WITHIN = /^(?:\.{0,2}\/(?!\/)|[\w*-]+$)/;

/** Whether a document rule can only mean the site's own addresses: `{ "href_matches": "/*" }`. */
function onlyOwn(where: Json | undefined, deep = 0): boolean {
  if (!isObject(where) || deep > 20) return false;
  const { href_matches: matches, and, or } = where;
  if (matches !== undefined)
    return items(matches).every((pattern) => typeof pattern === "string" && WITHIN.test(pattern));
  if (and !== undefined) return items(and).some((part) => onlyOwn(part, deep + 1));
  return or !== undefined && items(or).every((part) => onlyOwn(part, deep + 1));
}

const ANY_LINK = {
  why: "Speculation rules let browsers fetch pages that are only linked to, and do not keep to this site.",
  hint: 'Give each rule "where": { "href_matches": "/*" }, joined to its other conditions by "and".',
};

/**
 * What `<script type="speculationrules">` or `"importmap"` names: pages that browsers fetch beforehand, modules that
 * scripts load.
 * @param linksAway whether the page links elsewhere, so that a rule about links could mean those
 */
export function scriptDataFindings(type: string, text: string, offset: number, linksAway: boolean): readonly Found[] {
  const data = parseJson(text);
  // A browser takes no notice of what is no JSON.
  if (data === undefined) return [];
  if (type === "importmap") return textsIn(data, null).map((address) => asks("An import map", address, offset));
  const urls = textsIn(data, new Set(["urls"])).map((address) => asks("Speculation rules", address, offset));
  const rules = isObject(data) ? Object.values(data).flatMap(items).filter(isObject) : [];
  const free = rules.some((rule) => (rule["urls"] === undefined || "where" in rule) && !onlyOwn(rule["where"]));
  const unclear: readonly Unclear[] = free && linksAway ? [{ kind: "unclear", ...ANY_LINK, offset }] : [];
  return [...urls, ...unclear];
}
