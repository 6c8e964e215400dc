import { readFileSync } from "node:fs";
import { join } from "node:path";
import { json } from "../json.ts";
import { TEMPLATES } from "../templates.ts";
import type { SiteOutput } from "./registry.ts";

/** Pictures of `icon.svg`, for systems that take no SVG: 180 is for home screens of Apple's, without round corners. */
const SIZES = ["180", "192", "512"];

/** `/site.webmanifest` and the icons that it names: how the site looks on a home screen. */
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
    const icons = SIZES.map((size) => {
      const path = `assets/icon-${size}.png`;
      return { path, content: { bytes: readFileSync(join(TEMPLATES, path)) }, wantedBy };
    });
    return [{ path: "site.webmanifest", content: { text: json(manifest) }, wantedBy }, ...icons];
  },
};
