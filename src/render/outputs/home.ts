import { homeView } from "../../view/site.ts";
import type { SiteOutput } from "./registry.ts";

/** `/`: every live blog. */
export const home: SiteOutput = {
  name: "home",
  files({ config, cards, mentions, strings, render }) {
    const text = render("home", homeView(config, strings(config.lang), cards, mentions));
    return [{ path: "index.html", content: { text }, wantedBy: 'output "home"' }];
  },
};
