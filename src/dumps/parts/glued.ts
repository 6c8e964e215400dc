import { isPersonName, namesRole } from "./shapes.ts";
import { leadingName } from "./sightings.ts";

/** Words that open a sentence; with a capital behind a small word they open the body. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    "The A An In On At He She It They We There This That These Those After Before As While With According Meanwhile " +
    "Earlier Speaking When However Also Here Our His Her Its Their Several Many Some No Following Despite Under For From"
  ).split(" "),
);
/** Behind one of these a capital is a name inside the phrase: `leads in Stowford`. */
const BEFORE_NAMES: ReadonlySet<string> = new Set(
  (
    "a an the of in on at to for from by with and or as than over under after before against near into vs v is are was were be " +
    "has have had says said say tells told calls meets beats joins leads"
  ).split(" "),
);
/** The same, but a word that opens a sentence is no name: `party president The president …`. */
const TITLES: ReadonlySet<string> = new Set(
  "minister leader chief president captain coach actor singer driver candidate mp cm pm dr mr mrs ms sir".split(" "),
);
const FEWEST_WORDS = 3;
const MOST_WORDS = 20;

/**
 * `Party moving ahead in assembly Ines Barrow says …`: a headline glued to the body's first sentence, on a page that prints
 * both behind the stamp. The seam is the first capital behind a small word that does not lead to a name, best an article.
 */
export function gluedHeadline(text: string): { readonly headline: string; readonly body: string } | null {
  const all = text.slice(0, 240).split(" ");
  const ends = all.findIndex((word) => /[.!?…]["'”’]?$/.test(word));
  const parts = all.slice(0, Math.min(ends === -1 ? all.length : ends, MOST_WORDS) + 1);
  const isSeam = (at: number): boolean => {
    const [above = "", own = ""] = [parts[at - 1], parts[at]];
    if (!/^["“'‘]?\p{Lu}/u.test(own) || /[:,;–-]$/.test(above) || BEFORE_NAMES.has(above)) return false;
    if (/\d[:.]\d\d$/.test(above)) return false;
    return OPENERS.has(own) || !TITLES.has(above);
  };
  const seams = parts.map((_, at) => at).filter((at) => at >= FEWEST_WORDS && isSeam(at));
  const opener = seams.find((at) => OPENERS.has(parts[at] ?? "") && !/^\p{Lu}/u.test(parts[at - 1] ?? ""));
  // Of capitals in a row the first may still be the headline's last word.
  const at = opener ?? seams.find((seam) => /^[\p{Ll}\d]/u.test(parts[seam - 1] ?? "")) ?? seams[0];
  if (at === undefined) return null;
  const headline = all.slice(0, at).join(" ");
  return { headline, body: text.slice(headline.length + 1) };
}

/** `Ines BarrowCulture editor` → a name and a role that stand glued together; null for anything else. */
export function gluedContributor(text: string): { readonly name: string; readonly role: string } | null {
  const name = text.length > 120 ? null : leadingName(text);
  if (name === null || !name.glued || !isPersonName(name.name) || !namesRole(name.rest)) return null;
  return { name: name.name, role: name.rest };
}
