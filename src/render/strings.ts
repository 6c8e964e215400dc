import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Strings, Values, Words } from "../model/strings.ts";
import { type Catalogue, isSaid, missingTexts, readCatalogue, unknownTexts } from "./catalogue.ts";
import { pluralRule } from "./plural.ts";
import { builtInTemplates, namesIn, type TemplateFolder } from "./template-folders.ts";

const BASE = "en";

/** A text, in its form for a number where it has forms. */
function textFor(key: string, { count }: Values, lang: string, texts: Catalogue): string | undefined {
  if (count === undefined) return texts.get(key);
  return texts.get(key) ?? texts.get(`${key}.${pluralRule(lang).choose(Number(count))}`) ?? texts.get(`${key}.other`);
}

function wordsOf(lang: string, own: Catalogue, english: Catalogue): Words {
  return {
    lang,
    dir: own.get("direction") === "rtl" ? "rtl" : "ltr",
    say(key, values = {}) {
      const text = textFor(key, values, lang, own) ?? textFor(key, values, BASE, english) ?? "";
      return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
    },
  };
}

/**
 * Reads the catalogues of the site's own words, `strings/<lang>.json` of the templates folders: a site's own texts stand
 * in for those that come with Afterlive, key by key, and a language that is new is one file.
 *
 * Errors: those of `readJson`. Warnings: `string-missing` for a language that lacks what English has, `string-unknown`
 * for a key of a site's own file that nobody says.
 */
export function loadStrings(folders: readonly TemplateFolder[] = builtInTemplates()): Checked<Strings> {
  const diagnostics: Diagnostic[] = [];
  const catalogues = new Map<string, Catalogue>();
  for (const folder of folders) {
    const known = catalogues.get(BASE) ?? new Map<string, string>();
    const langs = namesIn(folder, "strings/", ".json");
    for (const lang of langs) {
      const read = readCatalogue(folder, lang);
      diagnostics.push(...read.diagnostics, ...(folder.own ? unknownTexts(read.value, known) : []));
      const said = [...read.value.texts].filter(([key]) => !folder.own || isSaid(key, known));
      catalogues.set(lang, new Map([...(catalogues.get(lang) ?? []), ...said]));
    }
    // What a site adds to English, the languages that it has no file for need not have.
    const english = catalogues.get(BASE) ?? known;
    for (const lang of langs) diagnostics.push(...missingTexts(lang, catalogues.get(lang) ?? known, english));
  }
  const english = catalogues.get(BASE) ?? new Map<string, string>();
  const strings: Strings = (...tags) => {
    for (const lang of tags.flatMap((tag) => tag ?? [])) {
      const own = catalogues.get(lang) ?? catalogues.get(lang.split("-")[0] ?? lang);
      if (own !== undefined) return wordsOf(lang, own, english);
    }
    return wordsOf(BASE, english, english);
  };
  return { value: strings, diagnostics };
}
