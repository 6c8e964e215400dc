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

/** Letters that run the other way than those of a text of this direction. */
const AGAINST: Readonly<Record<Words["dir"], RegExp>> = {
  ltr: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/,
  rtl: /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u,
};

/**
 * A value as it stands within a text: one that runs the other way keeps its full stops and numbers to itself (UAX #9,
 * first strong isolate).
 */
function isolated(value: string, dir: Words["dir"]): string {
  return AGAINST[dir].test(value) ? `\u2068${value}\u2069` : value;
}

function wordsOf(lang: string, own: Catalogue, english: Catalogue): Words {
  const dir = own.get("direction") === "rtl" ? "rtl" : "ltr";
  return {
    ...{ lang, dir },
    say(key, values = {}) {
      const text = textFor(key, values, lang, own) ?? textFor(key, values, BASE, english) ?? "";
      return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        return value === undefined ? whole : isolated(String(value), dir);
      });
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
