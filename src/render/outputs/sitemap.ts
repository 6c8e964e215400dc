import { element, xmlDocument } from "../../html/markup.ts";
import { sitemapView } from "../../view/sitemap.ts";
import type { SiteOutput } from "./registry.ts";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/**
 * `/sitemap.xml`: every page that search engines may list, those of the outputs before it. Its addresses must be absolute,
 * so without the site's own there is none.
 */
export const sitemap: SiteOutput = {
  name: "sitemap",
  files({ config, cards, pages }) {
    if (config.url === null) return [];
    const urls = sitemapView(config, cards, pages).map(({ address, changed }) =>
      element("url", {}, element("loc", {}, address), changed === null ? null : element("lastmod", {}, changed)),
    );
    const text = xmlDocument("urlset", { xmlns: NAMESPACE }, urls);
    return [{ path: "sitemap.xml", content: { text }, wantedBy: 'output "sitemap"' }];
  },
};
