import { redirectViews } from "../../view/redirect.ts";
import type { LiveBlogOutput } from "./registry.ts";

/** A page at each old address of a live blog, and of its pages, which leads to the new one. */
export const redirects: LiveBlogOutput = {
  name: "redirects",
  files: (liveBlog, { config, strings, render }) =>
    redirectViews(liveBlog, config, strings).map((view) => ({
      path: `${view.path}index.html`,
      content: { text: render("redirect", view) },
      wantedBy: `${liveBlog.files[0] ?? liveBlog.slug} (alias)`,
      unlisted: true,
    })),
};
