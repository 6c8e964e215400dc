import { notFoundView } from "../../view/site.ts";
import type { SiteOutput } from "./registry.ts";

/** `/404.html`, which static hosts serve for addresses that lead nowhere. */
export const notFound: SiteOutput = {
  name: "not-found",
  files: ({ config, render }) => [
    { path: "404.html", content: { text: render("404", notFoundView(config)) }, wantedBy: 'output "not-found"' },
  ],
};
