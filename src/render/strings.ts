import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Strings, Words } from "../model/strings.ts";
import { TEMPLATES } from "./templates.ts";

/** Keys with dots: `embeds.thing.post`. */
type Catalogue = ReadonlyMap<string, string>;

const BASE = "en";

function flattened(data: unknown, prefix = ""): [key: string, text: string][] {
  if (typeof data === "string") return [[prefix, data]];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => flattened(value, prefix === "" ? key : `${prefix}.${key}`));
}

function catalogueOf(path: string): Catalogue {
  return new Map(flattened(JSON.parse(readFileSync(path, "utf8"))));
}

function missing(file: string, key: string): Diagnostic {
  return {
    code: "string-missing",
    severity: "warning",
    message: `${file} has no text for "${key}", so pages in that language say it in English.`,
    hint: `Add it, as templates/strings/${BASE}.json has it; keep what stands in braces.`,
    ...{ file, line: 1, column: 1, excerpt: null },
  };
}

function wordsOf(lang: string, own: Catalogue, english: Catalogue): Words {
  return {
    lang,
    dir: own.get("direction") === "rtl" ? "rtl" : "ltr",
    say(key, values = {}) {
      const text = own.get(key) ?? english.get(key) ?? "";
      return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
    },
  };
}

/**
 * Reads the catalogues of the site's own words, `strings/<lang>.json` of a templates folder. Like templates they are
 * trusted, and one that is no JSON throws. Warning: `string-missing`, for a key that English has and another lacks.
 */
export function loadStrings(dir = TEMPLATES): Checked<Strings> {
  const folder = join(dir, "strings");
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  const catalogues = new Map(names.map((name) => [name.slice(0, -".json".length), catalogueOf(join(folder, name))]));
  const english = catalogues.get(BASE) ?? new Map<string, string>();
  const diagnostics = [...catalogues].flatMap(([lang, own]) =>
    [...english.keys()].filter((key) => !own.has(key)).map((key) => missing(`templates/strings/${lang}.json`, key)),
  );
  const strings: Strings = (lang) => {
    const tag = [lang, lang.split("-")[0] ?? lang].find((known) => catalogues.has(known)) ?? BASE;
    return wordsOf(tag, catalogues.get(tag) ?? english, english);
  };
  return { value: strings, diagnostics };
}
