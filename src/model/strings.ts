/** The site's own words in one language. */
export interface Words {
  /** BCP 47 tag of the catalogue that speaks: `en` where there is none for the language that was asked for. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** A sentence by its key, `{name}` filled in: `say("embeds.hide", { provider: "X" })`. A key that no catalogue has is an empty text. */
  say(key: string, values?: Readonly<Record<string, string>>): string;
}

/** The words for a language tag: `en-GB` falls back to `en`, and what is not there to English. */
export type Strings = (lang: string) => Words;
