import type { LiveBlogSources } from "../archive/live-blog.ts";
import type { LiveBlogPlan } from "../archive/plan.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { LiveBlog, Post } from "../model/live-blog.ts";
import { pagesOf } from "../view/pages.ts";
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

/** Where a post stands, from the site's root: `/regatta/page-2/#p-1040-away`. */
export function linkOf({ id }: Post, { liveBlog }: Setting): string {
  return `/${pagesOf(liveBlog).postPath(id)}`;
}

/** The page of a file, that of its post where it has one and its live blog has several; or why there is none. */
export function pageOrNone(
  home: Home,
  post: Post | null = null,
): { readonly page: PageFacts | null; readonly homeless: string | null } {
  if ("homeless" in home) return { page: null, ...home };
  const { plan, liveBlog } = home;
  const { slug, index } = plan;
  const link = post === null ? `/${slug}/` : linkOf(post, home).replace(/#.*$/, "");
  const page = { slug, title: liveBlog.title, file: `dist${link}index.html`, link, draft: index?.draft === true };
  return { page, homeless: null };
}
