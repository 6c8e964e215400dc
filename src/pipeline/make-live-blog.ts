import { mergeLiveBlog } from "../archive/live-blog.ts";
import type { LiveBlogPlan } from "../archive/plan.ts";
import type { Checked } from "../model/diagnostic.ts";
import type { LiveBlog } from "../model/live-blog.ts";
import { checkPictures } from "./check-pictures.ts";
import { readLiveBlog } from "./read-live-blog.ts";
import type { Reading } from "./reading.ts";

/**
 * Pass two, for one live blog: reads everything that it is made of and merges it. What cannot be read is left out and
 * reported. Diagnostics: those of `readLiveBlog`, `mergeLiveBlog` and `checkPictures`.
 */
export async function makeLiveBlog(reading: Reading, plan: LiveBlogPlan): Promise<Checked<LiveBlog>> {
  const sources = await readLiveBlog(reading, plan);
  const merged = mergeLiveBlog(sources.value);
  const pictures = await checkPictures(reading, plan);
  // Copied, since they outlive it: an excerpt, a part of a dump's text, would keep all of that in memory.
  const diagnostics = structuredClone([...sources.diagnostics, ...merged.diagnostics, ...pictures]);
  return { value: merged.value, diagnostics };
}
