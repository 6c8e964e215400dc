import { redirectView } from "../../view/redirect.ts";
import type { LiveBlogOutput } from "./registry.ts";

/** A page at each old address of a live blog, which leads to the new one. */
export const redirects: LiveBlogOutput = {
  name: "redirects",
  files: (liveBlog, { config, render }) =>
    liveBlog.aliases.map((alias) => ({
      path: `${alias}/index.html`,
      content: { text: render("redirect", redirectView(liveBlog, config)) },
      wantedBy: `${liveBlog.files[0] ?? liveBlog.slug} (alias)`,
      unlisted: true,
    })),
};
