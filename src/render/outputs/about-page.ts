import { readFileSync } from "node:fs";
import { aboutPageView } from "../../view/about-page.ts";
import type { SiteOutput } from "./registry.ts";

/** The version of the program, from `package.json`, which stands three folders up in `src/` and in `lib/`. */
function version(): string {
  const data: { readonly version: string } = JSON.parse(
    readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
  );
  return data.version;
}

/** `/about/`: what this archive is. */
export const aboutPage: SiteOutput = {
  name: "about-page",
  files({ config, cards, strings, about, render }) {
    const view = aboutPageView(config, strings(config.lang), { cards, own: about, version: version() });
    return [{ path: "about/index.html", content: { text: render("about", view) }, wantedBy: 'output "about-page"' }];
  },
};
