import type { OutputFile } from "../../model/output.ts";
import { liveBlogViews } from "../../view/live-blog.ts";
import type { LiveBlogOutput } from "./registry.ts";

/** `/<live blog>/`: the live blog, whole, or its first page; then the others stand below it: `/<live blog>/page-2/`. */
export const liveBlogPage: LiveBlogOutput = {
  name: "live-blog-page",
  files(liveBlog, { config, series, strings, directory, render }) {
    const { first, later } = liveBlogViews(liveBlog, config, series, strings, directory);
    const wantedBy = liveBlog.files[0] ?? liveBlog.dumps[0]?.file ?? liveBlog.slug;
    const page = (template: string, view: { readonly path: string }): OutputFile => ({
      path: `${view.path}index.html`,
      content: { text: render(template, view) },
      wantedBy,
    });
    return [page("live-blog", first), ...later.map((view) => page("later-page", view))];
  },
};
