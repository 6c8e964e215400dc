import { mentionPages } from "../mention-pages.ts";
import type { SiteOutput } from "./registry.ts";

/** `/topics/` and `/topics/<label>/`: the labels that are topics, with their posts. Nothing where there is none. */
export const topics: SiteOutput = {
  name: "topics",
  files: (site) => mentionPages(site, "topics"),
};
