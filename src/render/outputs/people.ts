import { mentionPages } from "../mention-pages.ts";
import type { SiteOutput } from "./registry.ts";

/** `/people/` and `/people/<name>/`: contributors with a role, and outlets, with their posts. Nothing where there is none. */
export const people: SiteOutput = {
  name: "people",
  files: (site) => mentionPages(site, "people"),
};
