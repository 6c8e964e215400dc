import type { KeyPlaces } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import { readJson } from "../schema/json.ts";
import { diagnose } from "../schema/problem.ts";
import { didYouMean } from "../schema/suggest.ts";
import { FORMS, pluralRule } from "./plural.ts";
import { shownPath, type TemplateFolder, textOf } from "./template-folders.ts";

/** Texts by their keys, with dots: `embeds.thing.post`. */
export type Catalogue = ReadonlyMap<string, string>;

/** Below it stand the texts that a site's own templates say. */
const OWN = "own.";
const LISTED = 4;

function flattened(data: unknown, prefix = ""): [key: string, text: string][] {
  if (typeof data === "string") return [[prefix, data]];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => flattened(value, prefix === "" ? key : `${prefix}.${key}`));
}

/** A catalogue as read, and where its keys stand. */
export interface CatalogueFile {
  readonly texts: Catalogue;
  readonly places: KeyPlaces;
}

/** Reads `strings/<lang>.json`; of one that is no JSON, nothing. Errors: those of `readJson`. */
export function readCatalogue(folder: TemplateFolder, lang: string): Checked<CatalogueFile> {
  const path = `strings/${lang}.json`;
  const { value, diagnostics } = readJson({ file: shownPath(path), sha256: "", text: textOf(folder, path) });
  return { value: { texts: new Map(flattened(value?.data)), places: value?.keys ?? new Map() }, diagnostics };
}

/** `count.posts.one` → `count.posts`, where that text has forms for numbers; else null. */
function stemOfForm(key: string, texts: Catalogue): string | null {
  const dot = key.lastIndexOf(".");
  const stem = key.slice(0, Math.max(0, dot));
  return FORMS.some((form) => form === key.slice(dot + 1)) && texts.has(`${stem}.other`) ? stem : null;
}

/** The keys that a language must have: English's, and of a text with forms for numbers those that the language has. */
function keysFor(lang: string, english: Catalogue): readonly string[] {
  const keys = [...english.keys()].flatMap((key) => {
    const stem = stemOfForm(key, english);
    return stem === null ? [key] : pluralRule(lang).forms.map((form) => `${stem}.${form}`);
  });
  return [...new Set(keys)];
}

/** What a language lacks that English has, in one warning: `string-missing`. */
export function missingTexts(lang: string, texts: Catalogue, english: Catalogue): readonly Diagnostic[] {
  const missing = keysFor(lang, english).filter((key) => !texts.has(key));
  if (missing.length === 0) return [];
  const named = missing.slice(0, LISTED).map((key) => `"${key}"`);
  const more = missing.length > LISTED ? ` and ${missing.length - LISTED} more` : "";
  const place = { file: shownPath(`strings/${lang}.json`), line: 1, column: 1, excerpt: null };
  const problem = {
    code: "string-missing",
    message: `There is no text for ${named.join(", ")}${more}, so pages in that language say it in English.`,
    hint: `Add it, as templates/strings/en.json has it; keep what stands in braces.`,
  };
  return [diagnose(place, problem, "warning")];
}

/** Whether some text has this key, be it for some numbers only. */
export function hasText(key: string, texts: Catalogue): boolean {
  return texts.has(key) || texts.has(`${key}.other`);
}

/** Keys of a site's own file that nobody says, a slip of the finger most likely. Warning: `string-unknown`. */
export function unknownTexts({ texts, places }: CatalogueFile, known: Catalogue): readonly Diagnostic[] {
  const keys = [...known.keys()];
  return [...texts.keys()].flatMap((key) => {
    const place = places.get(key);
    const isKnown = key.startsWith(OWN) || known.has(key) || stemOfForm(key, known) !== null;
    return place === undefined || isKnown ? [] : [diagnose(place, unknownText(key, keys), "warning")];
  });
}

/** A key that no catalogue has, as a problem. */
export function unknownText(key: string, known: readonly string[]): { code: string; message: string; hint: string } {
  const near = didYouMean(key, known);
  return {
    code: "string-unknown",
    message: `The site has no text of the key "${key}".`,
    hint: `${near === null ? "" : `Did you mean "${near}"? `}Texts of your own stand in strings/en.json, under "own".`,
  };
}
