import { liveBlogFeed } from "../../view/feed.ts";
import { atom } from "../atom.ts";
import { jsonFeed } from "../json-feed.ts";
import type { LiveBlogOutput } from "./registry.ts";

/** `/<live blog>/feed.xml` and `feed.json`: every post of it, as Atom and as JSON Feed. */
export const feeds: LiveBlogOutput = {
  name: "feeds",
  files(liveBlog, { config, strings }) {
    const feed = liveBlogFeed(liveBlog, config, strings);
    const wantedBy = 'output "feeds"';
    return [
      { path: `${liveBlog.slug}/feed.xml`, content: { text: atom(feed) }, wantedBy },
      { path: `${liveBlog.slug}/feed.json`, content: { text: jsonFeed(feed) }, wantedBy },
    ];
  },
};
