import { searchPageView } from "../../view/search-page.ts";
import type { SiteOutput } from "./registry.ts";

/** `/search/`; its script is an asset. The index that it asks is made by `search/`, once every post is known. */
export const searchPage: SiteOutput = {
  name: "search-page",
  files({ config, pages, strings, render }) {
    if (!config.search) return [];
    const text = render("search", searchPageView(config, strings(config.lang), pages));
    return [{ path: "search/index.html", content: { text }, wantedBy: 'output "search-page"' }];
  },
};
