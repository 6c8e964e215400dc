import type { LiveBlogOutput } from "./registry.ts";

/** A page at each old address of a live blog, which leads to the new one. */
export const redirects: LiveBlogOutput = {
  name: "redirects",
  files: ({ slug, title, lang, aliases, files }, { config, render }) =>
    aliases.map((alias) => ({
      path: `${alias}/index.html`,
      content: { text: render("redirect", { lang: lang ?? config.lang, title, href: `../${slug}/` }) },
      wantedBy: `${files[0] ?? slug} (alias)`,
      unlisted: true,
    })),
};
