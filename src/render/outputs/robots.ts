import { addressesFrom } from "../../view/addresses.ts";
import type { SiteOutput } from "./registry.ts";

/** `/robots.txt`: everything may be read, and where the sitemap is. Crawlers look for it at a host's root only. */
export const robots: SiteOutput = {
  name: "robots",
  files({ config }) {
    const map = config.url === null ? [] : ["", `Sitemap: ${addressesFrom(config, "./")("sitemap.xml")}`];
    const text = ["User-agent: *", "Disallow:", ...map, ""].join("\n");
    return [{ path: "robots.txt", content: { text }, wantedBy: 'output "robots"' }];
  },
};
