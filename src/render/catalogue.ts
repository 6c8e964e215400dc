import type { KeyPlaces } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import { readJson } from "../schema/json.ts";
import { diagnose, type Problem } from "../schema/problem.ts";
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

/** Whether anybody says a text of that key: those that come with Afterlive, and those of a site's own templates. */
export function isSaid(key: string, known: Catalogue): boolean {
  return key.startsWith(OWN) || known.has(key) || stemOfForm(key, known) !== null;
}

/** Keys of a site's own file that nobody says, a slip of the finger most likely. Warning: `string-unknown`. */
export function unknownTexts({ texts, places }: CatalogueFile, known: Catalogue): readonly Diagnostic[] {
  const keys = [...known.keys()];
  return [...texts.keys()].flatMap((key) => {
    const place = places.get(key);
    return place === undefined || isSaid(key, known) ? [] : [diagnose(place, unknownText(key, keys), "warning")];
  });
}

function unknownText(key: string, known: readonly string[]): Problem {
  const near = didYouMean(key, known);
  return {
    code: "string-unknown",
    message: `No template says a text of the key "${key}", so nobody will read this one.`,
    hint: near === null ? 'Texts for templates of your own stand under "own".' : `Did you mean "${near}"?`,
  };
}
