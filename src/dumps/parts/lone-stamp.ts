import type { Row } from "./page-rows.ts";
import { behindTop, cutByHeadlines } from "./post-cuts.ts";
import { isResidue } from "./residue.ts";
import { type Sighting, sightingOn } from "./sightings.ts";
import { patternOf, type StampPattern } from "./stamp-pattern.ts";

/** Whether a time stands where stamps do beyond doubt: alone on its line, or in front of the words with a mark or a zone behind. */
function isPlain({ place, mark, odd, author, reading: { form, stamp } }: Sighting): boolean {
  if (odd || (form !== "clock" && form !== "digits")) return false;
  if (place === "line") return form === "clock" || author !== null;
  return place === "inline" && (/^[:|-]$/.test(mark) || (mark === " " && stamp.zone !== null));
}

/**
 * The one stamp of a dump that holds a single post: no habit can be learned from it, so the page must call itself live, print one
 * such time below its title, and go on with a body in which no further headline stands.
 */
export function loneStamp(rows: readonly Row[]): StampPattern | null {
  const top = behindTop(rows, rows.length);
  if (top === 0) return null;
  const seen = rows.flatMap((row, at): readonly Sighting[] => {
    const sighting = at < top || isResidue(row.text) ? null : sightingOn(row, at);
    return sighting !== null && isPlain(sighting) ? [sighting] : [];
  });
  const [only, second] = seen;
  if (only === undefined || second !== undefined) return null;
  const hasBody = only.rest !== "" || only.at + 1 < rows.length;
  const isDivided = cutByHeadlines(rows).some(({ start }) => start > only.at + 1);
  return hasBody && !isDivided ? patternOf(rows, [only]) : null;
}
