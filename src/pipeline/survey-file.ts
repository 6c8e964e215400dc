import type { LiveBlogSources } from "../archive/live-blog.ts";
import { mergeLiveBlog } from "../archive/live-blog.ts";
import type { LiveBlogPlan } from "../archive/plan.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { LiveBlog } from "../model/live-blog.ts";
import { planSite } from "./plan-site.ts";
import { readLiveBlog } from "./read-live-blog.ts";
import type { Reading } from "./reading.ts";

/** A live blog as it is made, with what it was made of and every problem on the way. */
export interface Survey {
  readonly plan: LiveBlogPlan;
  readonly sources: LiveBlogSources;
  readonly liveBlog: LiveBlog;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the live blog that a dump or an author's file belongs to, as `build` would; of the others only their plans.
 * @param dialect the name of the dialect that a dump is to be read as, or null
 * @returns why there is none, as a sentence, where no live blog has the file
 */
export async function surveyFile(
  reading: Reading,
  file: string,
  dialect: string | null,
): Promise<Survey | { readonly homeless: string }> {
  const planned = await planSite(reading);
  const slug = /^content\/([^/]+)\/[^/]+\.md$/.exec(file)?.[1];
  const found = planned.value.find((plan) => plan.slug === slug || plan.dumps.some((dump) => dump.file === file));
  if (found === undefined) return { homeless: homeless(reading, file, planned.diagnostics) };
  const plan: LiveBlogPlan = {
    ...found,
    dumps: found.dumps.map((dump) => (dump.file === file ? { ...dump, dialect: dialect ?? dump.dialect } : dump)),
  };
  const sources = await readLiveBlog(reading, plan);
  const merged = mergeLiveBlog(sources.value);
  const own = planned.diagnostics.filter((problem) => problem.file === file);
  return {
    ...{ plan, sources: sources.value, liveBlog: merged.value },
    diagnostics: [...own, ...sources.diagnostics, ...merged.diagnostics],
  };
}

function homeless({ found }: Reading, file: string, problems: readonly Diagnostic[]): string {
  if (file === found.about) return "it is of no live blog: the whole archive has it";
  const isSource = found.dumps.includes(file) || file.startsWith("content/");
  if (!isSource) return "it is no dump in seeds/ and no file of a live blog in content/, so it is on no page";
  const error = problems.find(({ severity }) => severity === "error");
  return error === undefined
    ? "no live blog of this site has it"
    : `nobody can say which live blog has it while ${error.file} has an error (afterlive check says what it is)`;
}
