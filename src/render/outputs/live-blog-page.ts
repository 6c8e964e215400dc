import { liveBlogView } from "../../view/live-blog.ts";
import type { LiveBlogOutput } from "./registry.ts";

/** `/<live blog>/`: the live blog, whole. */
export const liveBlogPage: LiveBlogOutput = {
  name: "live-blog-page",
  files(liveBlog, { config, series, strings, render }) {
    const text = render("live-blog", liveBlogView(liveBlog, config, series, strings));
    const wantedBy = liveBlog.files[0] ?? liveBlog.dumps[0]?.file ?? liveBlog.slug;
    return [{ path: `${liveBlog.slug}/index.html`, content: { text }, wantedBy }];
  },
};
