import { deserialize, serialize } from "node:v8";
import { labelsOf } from "../archive/live-blog.ts";
import type { LiveBlogPlan } from "../archive/plan.ts";
import type { Checked } from "../model/diagnostic.ts";
import type { LiveBlog } from "../model/live-blog.ts";
import type { Spool } from "../model/spool.ts";
import { makeLiveBlog } from "./make-live-blog.ts";
import type { Reading } from "./reading.ts";

/** What was made before its turn. */
export interface Ahead {
  /** The labels of each live blog that has a companion in its series, by its slug. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** A live blog, and the problems on the way: as it was put aside, else made now. */
  make(plan: LiveBlogPlan): Promise<Checked<LiveBlog>>;
}

/**
 * The end of pass one: makes the live blogs that share their series with another, since whether a label recurs there must
 * be known before the first of their pages is rendered. Each is put aside until its turn comes: none is read, parsed or
 * merged twice, and none stays in memory but for its labels. One that has an error counts for no label.
 */
export async function makeAhead(reading: Reading, plans: readonly LiveBlogPlan[], spool: Spool): Promise<Ahead> {
  const members = new Map<string, number>();
  for (const { series } of plans) if (series !== null) members.set(series, (members.get(series) ?? 0) + 1);
  const labels = new Map<string, readonly string[]>();
  const aside = new Map<string, number>();
  for (const plan of plans) {
    if (plan.series === null || (members.get(plan.series) ?? 0) < 2) continue;
    const made = await makeLiveBlog(reading, plan);
    if (made.diagnostics.every(({ severity }) => severity !== "error")) labels.set(plan.slug, labelsOf(made.value));
    aside.set(plan.slug, spool.put(serialize(made)));
  }
  return {
    labels,
    async make(plan) {
      const number = aside.get(plan.slug);
      const bytes = number === undefined ? null : spool.take(number);
      return bytes === null ? makeLiveBlog(reading, plan) : deserialize(bytes);
    },
  };
}
