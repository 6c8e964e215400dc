import type { Words } from "../model/strings.ts";

/** `["a", "b", "c"]` → `a, b and c`, as the language joins them. */
export function listed(items: readonly string[], words: Words): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  const first = items.slice(0, -1).reduce((done, next) => words.say("list.more", { first: done, last: next }));
  return words.say("list.last", { first, last });
}

/** The words that a post opens with, as its name: with an ellipsis, unless they end a sentence. */
export function openingName(opening: string): string {
  return /[.!?؟…]["'”’)]?$/.test(opening) ? opening : `${opening}…`;
}

/** The first words of a text, with an ellipsis where some were cut. */
export function clipped(text: string, limit: number): string {
  const flat = text.replaceAll(/\s+/g, " ").trim();
  if (flat.length <= limit) return flat;
  const space = flat.lastIndexOf(" ", limit);
  // A character outside the first plane is two code units: never half of one.
  const whole = (flat.codePointAt(limit - 1) ?? 0) > 0xffff ? limit - 1 : limit;
  return `${flat.slice(0, space > 0 ? space : whole)}…`;
}
