import type { Directory } from "../model/directory.ts";
import type { Listing } from "../model/live-blog.ts";
import { folded } from "./words.ts";

/** Most bytes of a name in an address: every file system and host takes that much. */
const LONGEST = 180;

/** Names that Windows keeps for devices, where no folder can have them. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A name or a label as it stands in an address; null where none can stand for it: it has no letter and no digit, or more
 * of them than any name has. Names that differ in case, accents and punctuation alone are one address. It depends on
 * nothing but the name, so that a page can link to another that is not made yet.
 *
 *     Baroness Tanni O’Hare → baroness-tanni-ohare     #ClassOne → classone     李娜 → 李娜     *** → null
 */
export function nameSlug(name: string): string | null {
  const slug = folded(name);
  if (!/[\p{L}\p{N}]/u.test(slug) || new TextEncoder().encode(slug).length > LONGEST) return null;
  return DEVICE.test(slug) ? `${slug}-` : slug;
}

/**
 * Who and what has a page: contributors with a role, outlets, the labels that the site's owner lists, and those that stand
 * in two live blogs of one series.
 * @param topics the labels that the owner lists
 * @param labels of the live blogs that share their series with another, by their slugs
 */
export function directoryOf(
  topics: readonly string[],
  listings: readonly Listing[],
  labels: ReadonlyMap<string, readonly string[]>,
): Directory {
  const listed = new Set(topics.map(nameSlug));
  const recurring = recurringLabels(listings, labels);
  return {
    personPath(contributor) {
      if (contributor === null || (contributor.role === null && contributor.kind === "person")) return null;
      const slug = nameSlug(contributor.name);
      return slug === null ? null : `people/${slug}/`;
    },
    topicPath(series, label) {
      const slug = nameSlug(label);
      if (slug === null) return null;
      const isTopic = listed.has(slug) || (series !== null && recurring.get(series)?.has(slug) === true);
      return isTopic ? `topics/${slug}/` : null;
    },
  };
}

/** For each series, the labels that stand in at least two of its live blogs. */
function recurringLabels(
  listings: readonly Listing[],
  labels: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const once = new Map<string, Set<string>>();
  const twice = new Map<string, Set<string>>();
  for (const { slug, series } of listings) {
    if (series === null) continue;
    const seen = once.get(series) ?? new Set();
    const again = twice.get(series) ?? new Set();
    for (const label of new Set((labels.get(slug) ?? []).map(nameSlug))) {
      if (label !== null) (seen.has(label) ? again : seen).add(label);
    }
    once.set(series, seen);
    twice.set(series, again);
  }
  return twice;
}
