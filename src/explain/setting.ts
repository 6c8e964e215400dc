import type { LiveBlogSources } from "../archive/live-blog.ts";
import type { LiveBlogPlan } from "../archive/plan.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { LiveBlog, Post } from "../model/live-blog.ts";
import type { PageFacts } from "./shapes.ts";

/** A live blog as it is made, with what it was made of. */
export interface Setting {
  readonly plan: LiveBlogPlan;
  readonly sources: LiveBlogSources;
  readonly liveBlog: LiveBlog;
  readonly diagnostics: readonly Diagnostic[];
}

/** The setting of a file, or a sentence that says why no live blog has it. */
export type Home = Setting | { readonly homeless: string };

/** The posts of a live blog, oldest first. */
export function postsOf({ liveBlog }: Setting): readonly Post[] {
  return liveBlog.timeline.flatMap((item) => (item.kind === "post" ? [item.post] : []));
}

/** The page of a live blog. */
export function pageFacts({ plan: { slug, index }, liveBlog: { title } }: Setting): PageFacts {
  return { slug, title, file: `dist/${slug}/index.html`, link: `/${slug}/`, draft: index?.draft === true };
}

/** The page of a file, or why there is none. */
export function pageOrNone(home: Home): { readonly page: PageFacts | null; readonly homeless: string | null } {
  return "homeless" in home ? { page: null, ...home } : { page: pageFacts(home), homeless: null };
}
