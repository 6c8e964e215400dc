import { notFoundView } from "../../view/not-found.ts";
import type { SiteOutput } from "./registry.ts";

/** `/404.html`, which static hosts serve for addresses that lead nowhere. */
export const notFound: SiteOutput = {
  name: "not-found",
  files: ({ config, strings, render }) => {
    const text = render("404", notFoundView(config, strings(config.lang)));
    return [{ path: "404.html", content: { text }, wantedBy: 'output "not-found"' }];
  },
};
