import type { Dump, Entry } from "../model/dump.ts";
import { firstWords, slug } from "./words.ts";

const WORDS = 6;
const MORE_WORDS = 12;

/**
 * An entry's id as first read, made only of what cannot change, from its shortest form to the one that is always
 * unique in its dump:
 *
 *     p-0908-the-recovery-is-much-quicker
 *     p-20170423-0908-the-recovery-is-much-quicker        the date, when two are alike
 *     p-20170423-0908-most-of-this-field-have-done-…      further words
 *     p-20170423-0908-most-of-this-field-have-done-…-l15  the source line
 */
function forms(entry: Entry): readonly string[] {
  const { headline, stamp, labels, blocks, start } = entry;
  const brief = slug(headline ?? (firstWords(blocks, WORDS) || labels.join(" ") || embedWords(entry)));
  const long = slug([headline ?? "", firstWords(blocks, MORE_WORDS)].join(" "), 120) || brief;
  const time = stamp?.time?.replace(":", "") ?? "";
  const date = stamp?.date?.replaceAll("-", "") ?? "";
  const join = (...parts: string[]): string => ["p", ...parts].filter((part) => part !== "").join("-");
  return [join(time, brief), join(date, time, brief), join(date, time, long), join(date, time, long, `l${start}`)];
}

function embedWords({ blocks }: Entry): string {
  return blocks.map((block) => (block.kind === "embed" ? block.provider : "")).join(" ");
}

/**
 * The id of every entry of a dump, in the dump's order. A function of the dump alone: other dumps and posts may come
 * and go. Entries that would share an id take the next longer form that sets them apart.
 */
export function entryIds(dump: Dump): readonly string[] {
  const all = dump.entries.map(forms);
  const uses = new Map<string, number>();
  const keysOf = (own: readonly string[]): string[] => own.map((form, depth) => `${own[0]} ${depth} ${form}`);
  for (const key of all.flatMap(keysOf)) uses.set(key, (uses.get(key) ?? 0) + 1);
  return all.map((own) => {
    const level = keysOf(own).findIndex((key) => uses.get(key) === 1);
    return own[level] ?? own.at(-1) ?? "p";
  });
}

/** Of the bytes of a dump, as many hexadecimal digits as tell it from any other. */
const FINGERPRINT = 12;

/**
 * The longer forms of an entry's id, for when another dump of its live blog has a post that wants the same one. Lines of two
 * dumps can have the same number, so the last form has a part of its dump's fingerprint too.
 */
export function longerIds(entry: Entry, sha256: string): readonly string[] {
  const [, ...longer] = forms(entry);
  return [...longer, `${longer.at(-1)}-${sha256.slice(0, FINGERPRINT)}`];
}
