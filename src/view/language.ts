/** What an element says of its words: the attributes `lang` and `dir`. */
export interface LanguageView {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
}

/** Languages, and scripts where a tag names one, that are written from right to left. */
const RIGHT_TO_LEFT = new Set("ar arc ckb dv fa he iw ks lrc mzn nqo pnb prs ps rhg sd syr ug ur yi".split(" "));
const RIGHT_TO_LEFT_SCRIPTS = new Set("adlm arab hebr mand mend nkoo rohg samr syrc thaa".split(" "));

/** Which way a language is written, by its tag: `ur`, `az-Arab` → `rtl`; `cy`, `ks-Deva` → `ltr`. */
export function directionOf(tag: string): LanguageView["dir"] {
  const [language = "", ...subtags] = tag.toLowerCase().split("-");
  // A script has four letters; a variant as short begins with a digit.
  const script = subtags.slice(0, 2).find((part) => /^[a-z]{4}$/.test(part));
  const leftward = script === undefined ? RIGHT_TO_LEFT.has(language) : RIGHT_TO_LEFT_SCRIPTS.has(script);
  return leftward ? "rtl" : "ltr";
}

/** A language by its tag, with its direction. */
export function languageView(lang: string): LanguageView {
  return { lang, dir: directionOf(lang) };
}

/**
 * What words of a language say of it among those of a page; null where the page as a whole says it.
 * @param lang of the words · @param page that the page speaks: the live blog's where a catalogue has it, else the site's
 */
export function ownLanguage(lang: string, page: string): LanguageView | null {
  return lang === page ? null : languageView(lang);
}
