import { homeView } from "../../view/site.ts";
import type { SiteOutput } from "./registry.ts";

/** `/`: every live blog. */
export const home: SiteOutput = {
  name: "home",
  files: ({ config, cards, render }) => [
    { path: "index.html", content: { text: render("home", homeView(config, cards)) }, wantedBy: 'output "home"' },
  ],
};
