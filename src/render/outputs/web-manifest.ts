import { json } from "../json.ts";
import type { SiteOutput } from "./registry.ts";

/** `/site.webmanifest`: how the site looks on a home screen. Its icons are among the assets. */
export const webManifest: SiteOutput = {
  name: "web-manifest",
  files({ config }) {
    const wantedBy = 'output "web-manifest"';
    const manifest = {
      name: config.title,
      ...(config.description === "" ? {} : { description: config.description }),
      lang: config.lang,
      start_url: "./",
      scope: "./",
      display: "browser",
      background_color: "#fcfbf8",
      theme_color: "#a8321c",
      icons: [
        { src: "assets/icon.svg", type: "image/svg+xml", sizes: "any" },
        { src: "assets/icon-192.png", type: "image/png", sizes: "192x192" },
        { src: "assets/icon-512.png", type: "image/png", sizes: "512x512" },
      ],
    };
    return [{ path: "site.webmanifest", content: { text: json(manifest) }, wantedBy }];
  },
};
