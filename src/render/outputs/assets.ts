import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OutputFile } from "../../model/output.ts";
import { TEMPLATES } from "../templates.ts";
import type { SiteOutput } from "./registry.ts";

/** Compiled from `src/browser/` by `npm run compile`, whether this runs from `src/` or from `lib/`. */
const SCRIPTS = fileURLToPath(new URL("../../../lib/browser/", import.meta.url));

function asset(dir: string, name: string): OutputFile {
  return {
    path: `assets/${name}`,
    content: { text: readFileSync(join(dir, name), "utf8") },
    wantedBy: 'output "assets"',
  };
}

/** `/assets/`: the stylesheet, the icon and the scripts, the same for every page. */
export const assets: SiteOutput = {
  name: "assets",
  files: () => [
    asset(join(TEMPLATES, "assets"), "style.css"),
    asset(join(TEMPLATES, "assets"), "icon.svg"),
    asset(SCRIPTS, "reading.js"),
    asset(SCRIPTS, "embeds.js"),
    asset(SCRIPTS, "redirect.js"),
  ],
};
