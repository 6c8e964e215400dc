/** The catalogues of the site's own words: nobody says a text that is not there, and none is there that nobody says. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FORMS, pluralRule } from "../../src/render/plural.ts";
import { loadStrings } from "../../src/render/strings.ts";

const strings = loadStrings().value;
const LANGS = readdirSync("templates/strings").map((file) => file.slice(0, -".json".length));
/** What a catalogue says of itself. */
const ABOUT = ["reviewed", "note", "direction"];

function textsOf(lang: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const walk = (data: unknown, key: string): void => {
    if (typeof data !== "object" || data === null) texts.set(key, String(data));
    else for (const [name, inner] of Object.entries(data)) walk(inner, key === "" ? name : `${key}.${name}`);
  };
  walk(JSON.parse(readFileSync(`templates/strings/${lang}.json`, "utf8")), "");
  for (const key of ABOUT) texts.delete(key);
  return texts;
}

/** `count.posts.one` → `count.posts`: a text has a form for each kind of number that its language tells apart. */
const FORM = new RegExp(`\\.(?:${FORMS.join("|")})$`);
function stems(lang: string): string[] {
  const texts = textsOf(lang);
  return [
    ...new Set(
      [...texts.keys()].map((key) => (texts.has(`${key.replace(FORM, "")}.other`) ? key.replace(FORM, "") : key)),
    ),
  ];
}
const namesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].sort();

describe("T33: every catalogue", () => {
  test("has every text", () => {
    expect(loadStrings().diagnostics).toEqual([]);
    for (const lang of LANGS) expect([lang, stems(lang).sort()]).toEqual([lang, stems("en").sort()]);
  });

  test("has what English has in braces; for none, one and two, a word can stand in for the number", () => {
    const english = textsOf("en");
    for (const lang of LANGS) {
      const wrong = [...textsOf(lang)].filter(([key, text]) => {
        const wanted = namesIn(english.get(key) ?? english.get(key.replace(FORM, ".other")) ?? "");
        const spelt = /\.(?:zero|one|two)$/.test(key) ? wanted.filter((name) => name !== "count") : wanted;
        return String(namesIn(text)) !== String(wanted) && String(namesIn(text)) !== String(spelt);
      });
      expect([lang, wrong]).toEqual([lang, []]);
    }
  });

  test("says whether somebody who speaks the language has read it", () => {
    const states = LANGS.map((lang) => [
      lang,
      JSON.parse(readFileSync(`templates/strings/${lang}.json`, "utf8")).reviewed,
    ]);
    expect(Object.fromEntries(states)).toEqual({ ar: false, cy: false, en: true });
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*(?:\/\/|\/\*|\*).*$/gm, "");
}

/** What the sources say: `"gap.next"`, and `time.rule.${rule}` as `time.rule.*`. */
const SOURCES = [
  "src/view",
  "src/render",
  "src/render/outputs",
  "src/render/helpers",
  "templates",
  "templates/partials",
]
  .flatMap((dir) => readdirSync(dir, { withFileTypes: true }).map((entry) => ({ entry, path: `${dir}/${entry.name}` })))
  .filter(({ entry }) => entry.isFile() && /\.(?:ts|hbs)$/.test(entry.name))
  .map(({ path }) => ({ path, text: withoutComments(readFileSync(path, "utf8")) }));

const FILE = /\.(?:xml|json|js|webmanifest)$/;
function literals(text: string): string[] {
  const found = [...text.matchAll(/["`]((?:[a-z][\w-]*|\$\{\w+\})(?:\.(?:[\w-]+|\$\{[^}]*\}))*)["`]/g)].map(
    ([, key = ""]) => key,
  );
  return found.filter((key) => !FILE.test(key)).map((key) => key.replaceAll(/\$\{[^}]*\}/g, "*"));
}
/** A view whose texts stand all in one area says them by what stands behind `search.`: it has a `search.${key}`. */
const AREAS = new Set(stems("en").map((key) => `${key.split(".")[0]}.*`));
const literalsOf = ({ text }: (typeof SOURCES)[number]): string[][] => {
  const found = literals(text);
  const areas = found.filter((key) => AREAS.has(key)).map((key) => key.slice(0, -1));
  return found.filter((key) => !AREAS.has(key)).map((key) => [key, ...areas.map((area) => area + key)]);
};
const matches = (pattern: string, key: string): boolean =>
  new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", "[\\w-]+")}$`).test(key);

describe("every key", () => {
  const keys = stems("en");

  test("that a view or a template says is in the catalogue", () => {
    const areas = new Set(keys.map((key) => key.split(".")[0]));
    const said = SOURCES.flatMap(literalsOf).filter(([key = ""]) => key.includes(".") && areas.has(key.split(".")[0]));
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((names) => !keys.some((key) => names.some((pattern) => matches(pattern, key))))).toEqual([]);
    const typed = SOURCES.flatMap(({ text }) => [...text.matchAll(/\{\{~?say "([^"]*)"/g)].map(([, key = ""]) => key));
    expect(typed.filter((key) => !keys.includes(key))).toEqual([]);
  });

  test("of the catalogue is said somewhere", () => {
    const said = new Set(SOURCES.flatMap(literalsOf).flat());
    // A name alone may be of any key.
    for (const pattern of said) if (!/\w/.test(pattern)) said.delete(pattern);
    const used = (key: string): boolean =>
      said.has(key) || [...said].some((pattern) => pattern.includes("*") && matches(pattern, key));
    expect(keys.filter((key) => !used(key))).toEqual([]);
  });
});

describe("T33: whose words", () => {
  test("the first language that has a catalogue speaks, by its own name; English where none has", () => {
    const langs = [strings("en-GB"), strings("cy"), strings("de", "cy"), strings(null, "ar-EG"), strings("de")];
    expect(langs.map(({ lang, dir }) => [lang, dir])).toEqual([
      ["en-GB", "ltr"],
      ["cy", "ltr"],
      ["cy", "ltr"],
      ["ar-EG", "rtl"],
      ["en", "ltr"],
    ]);
  });

  test("braces are filled in, a key that is not there says nothing", () => {
    expect(strings("en").say("embeds.hide", { provider: "X" })).toBe("Hide X content");
    expect(strings("en").say("reading.own-time")).toBe("{time} for you");
    expect(strings("en").say("embeds.nothing")).toBe("");
  });
});

describe("a number takes the form that its language has for it", () => {
  const posts = (lang: string, counts: readonly number[]) =>
    counts.map((count) => strings(lang).say("count.posts", { count }));

  test("English has two, Welsh and Arabic six", () => {
    expect(posts("en", [0, 1, 2])).toEqual(["0 posts", "1 post", "2 posts"]);
    expect(posts("cy", [0, 1, 2, 3, 4, 6, 7])).toEqual([
      ...["0 postiad", "1 postiad", "2 bostiad", "3 phostiad", "4 postiad", "6 phostiad", "7 postiad"],
    ]);
    expect(posts("ar", [1, 2, 3, 10, 11, 99, 100, 102, 103, 111])).toEqual([
      ...["منشور واحد", "منشوران", "3 منشورات", "10 منشورات", "11 منشورًا", "99 منشورًا"],
      ...["100 منشور", "102 منشور", "103 منشورات", "111 منشورًا"],
    ]);
  });

  test("as CLDR has it: our table agrees with it on every number up to 250", () => {
    for (const lang of LANGS) {
      const cldr = new Intl.PluralRules(lang);
      for (let count = 0; count <= 250; count += 1)
        expect([lang, count, pluralRule(lang).choose(count)]).toEqual([lang, count, cldr.select(count)]);
    }
  });
});
