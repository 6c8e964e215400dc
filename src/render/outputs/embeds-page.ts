import { embedsPageView } from "../../view/embeds-page.ts";
import type { SiteOutput } from "./registry.ts";

/** `/embeds/`: readers' choices about embeds. */
export const embedsPage: SiteOutput = {
  name: "embeds-page",
  files: ({ config, cards, strings, render }) => {
    const view = embedsPageView(
      config,
      strings,
      cards.flatMap((card) => card.embeds),
    );
    return [{ path: "embeds/index.html", content: { text: render("embeds", view) }, wantedBy: 'output "embeds-page"' }];
  },
};
