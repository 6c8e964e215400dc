import { nameSlug } from "../archive/directory.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { didYouMean } from "../schema/suggest.ts";

/**
 * The topics of the configuration that no post carries. Diagnostic: `topic-unused`, a warning at the topic.
 * @param labels every label of the site, in any order
 */
export function checkTopics({ topics }: Config, labels: Iterable<string>): readonly Diagnostic[] {
  if (topics.length === 0) return [];
  const known = [...new Set(labels)].sort();
  const carried = new Set(known.map(nameSlug));
  carried.delete(null);
  return topics
    .filter(({ label }) => !carried.has(nameSlug(label)))
    .map(({ label, place }) => {
      const meant = didYouMean(label, known);
      return {
        ...place,
        code: "topic-unused",
        severity: "warning",
        message: `No post carries the label "${label}", so there is no page for this topic.`,
        hint:
          meant === null
            ? "Write the label as the posts have it (`afterlive parse FILE` shows those of a dump), or take it out."
            : `Did you mean "${meant}"?`,
      };
    });
}
