import { labelsOf } from "../archive/live-blog.ts";
import type { LiveBlogPlan } from "../archive/plan.ts";
import { makeLiveBlog } from "./make-live-blog.ts";
import type { Reading } from "./reading.ts";

/**
 * The end of pass one: which labels the live blogs of a series have, since whether a label recurs there must be known
 * before the first of their pages is rendered. Each of them is made as pass two will make it, and forgotten but for its
 * labels; live blogs that are alone in their series, or in none, are not read. Problems are pass two's to report; a live
 * blog that has an error counts for nothing.
 * @returns the labels of each live blog that has a companion, by its slug
 */
export async function surveyLabels(
  reading: Reading,
  plans: readonly LiveBlogPlan[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const members = new Map<string, number>();
  for (const { series } of plans) if (series !== null) members.set(series, (members.get(series) ?? 0) + 1);
  const labels = new Map<string, readonly string[]>();
  for (const plan of plans) {
    if (plan.series === null || (members.get(plan.series) ?? 0) < 2) continue;
    const { value: liveBlog, diagnostics } = await makeLiveBlog(reading, plan);
    if (diagnostics.every(({ severity }) => severity !== "error")) labels.set(plan.slug, labelsOf(liveBlog));
  }
  return labels;
}
