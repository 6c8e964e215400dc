import type { Diagnostic } from "../model/diagnostic.ts";
import type { Located } from "../schema/places.ts";
import { diagnose, quoted } from "../schema/problem.ts";
import { authoredName } from "./name.ts";

function problem(alias: string, why: string) {
  return { code: "alias-repeated", message: `${quoted(alias)} ${why}.`, hint: "Take this one out." };
}

/**
 * Each alias once, and none that leads here anyway: an id stands once on a page. `alias-repeated`, an error at the second.
 *
 *     aliases: [post_58fc, post_58fc]
 *                          ^
 */
export function aliasRules({ data, values }: Located): readonly Diagnostic[] {
  const given = typeof data === "object" && data !== null && "aliases" in data ? data.aliases : null;
  if (!Array.isArray(given)) return [];
  const seen = new Set<unknown>();
  return given.flatMap((alias: unknown, at) => {
    const place = values.get(`aliases.${at}`);
    if (place === undefined || typeof alias !== "string") return [];
    const repeated = seen.has(alias);
    seen.add(alias);
    if (repeated) return [diagnose(place, problem(alias, "stands among the aliases already"))];
    const stem = authoredName(place.file)?.stem;
    const isOwn = stem !== "index" && alias === `p-${stem}` && !Object.hasOwn(Object(data), "amends");
    return isOwn ? [diagnose(place, problem(alias, "is the id that the post has by its file's name"))] : [];
  });
}
