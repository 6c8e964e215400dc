import { searchPageView } from "../../view/search-page.ts";
import { browserScript } from "./assets.ts";
import type { SiteOutput } from "./registry.ts";

/** `/search/` and its script. The index that it asks is made by `search/`, once every post is known. */
export const searchPage: SiteOutput = {
  name: "search-page",
  files({ config, pages, strings, render }) {
    if (!config.search) return [];
    const text = render("search", searchPageView(config, strings(config.lang), pages));
    return [
      { path: "search/index.html", content: { text }, wantedBy: 'output "search-page"' },
      browserScript("search.js"),
    ];
  },
};
