/** What fills the braces of a text. A `count` also chooses the text's form for that number, where it has forms. */
export type Values = Readonly<Record<string, string | number>>;

/** The site's own words in one language. */
export interface Words {
  /** BCP 47 tag of what is spoken: the one asked for, where a catalogue has its language (`en-GB` speaks as `en` does). */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /**
   * A sentence by its key, `{name}` filled in: `say("embeds.hide", { provider: "X" })`, `say("count.posts", { count: 2 })`.
   * What the language lacks is said in English; a key that no catalogue has is an empty text.
   */
  say(key: string, values?: Values): string;
}

/** The words for the first of these language tags that a catalogue speaks; English where none does. */
export type Strings = (...tags: readonly (string | null)[]) => Words;
