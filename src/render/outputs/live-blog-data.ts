import { liveBlogDataView } from "../../view/live-blog-data.ts";
import { json } from "../json.ts";
import type { LiveBlogOutput } from "./registry.ts";

/** `/<live blog>/liveblog.json`: the live blog as data. */
export const liveBlogDataFile: LiveBlogOutput = {
  name: "live-blog-data",
  files: (liveBlog, { config, directory }) => [
    {
      path: `${liveBlog.slug}/liveblog.json`,
      content: { text: json(liveBlogDataView(liveBlog, config, directory)) },
      wantedBy: 'output "live-blog-data"',
    },
  ],
};
