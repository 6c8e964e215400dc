/** The forms that a text may have for different numbers, by the names of Unicode's CLDR. Every text of forms has `other`. */
export const FORMS = ["zero", "one", "two", "few", "many", "other"] as const;
export type Form = (typeof FORMS)[number];

/** Which forms a language has, and which of them a whole number takes. Our own table: Node's differs between its versions. */
interface Rule {
  readonly forms: readonly Form[];
  choose(count: number): Form;
}

const ONE_OR_OTHER: Rule = {
  forms: ["one", "other"],
  choose: (count) => (count === 1 ? "one" : "other"),
};

const WELSH: ReadonlyMap<number, Form> = new Map([
  [0, "zero"],
  [1, "one"],
  [2, "two"],
  [3, "few"],
  [6, "many"],
]);

function arabic(count: number): Form {
  if (count < 3) return (["zero", "one", "two"] as const)[count] ?? "other";
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return "few";
  return rest >= 11 ? "many" : "other";
}

/** Source: CLDR 46, "Language Plural Rules", cardinals. Languages that are not here have the two forms of English. */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ["cy", { forms: FORMS, choose: (count) => WELSH.get(count) ?? "other" }],
  ["ar", { forms: FORMS, choose: arabic }],
]);

/** The rule of a language, by its tag: `cy-GB` has that of `cy`. */
export function pluralRule(lang: string): Rule {
  return RULES.get(lang.split("-")[0] ?? lang) ?? ONE_OR_OTHER;
}
