import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OutputFile } from "../../model/output.ts";
import { TEMPLATES } from "../templates.ts";
import type { SiteOutput } from "./registry.ts";

/** Compiled from `src/browser/` by `npm run compile`, whether this runs from `src/` or from `lib/`. */
const SCRIPTS = fileURLToPath(new URL("../../../lib/browser/", import.meta.url));

/** The parts of the embeds' script, in the order in which they are joined: a part names what earlier ones declare. */
export const EMBEDS_PARTS = ["page", "storage", "heights", "frames", "consent", "settings", "start"] as const;

/** Parts that are written as plain scripts with one scope become one script that leaves nothing in its page's scope. */
function joined(dir: string, parts: readonly string[]): string {
  const texts = parts.map((part) => readFileSync(join(dir, `${part}.js`), "utf8").replace('"use strict";\n', ""));
  return `(() => {\n"use strict";\n${texts.join("")}})();\n`;
}

function asset(dir: string, name: string): OutputFile {
  return {
    path: `assets/${name}`,
    content: { text: readFileSync(join(dir, name), "utf8") },
    wantedBy: 'output "assets"',
  };
}

/** A script for readers' browsers, which not every site has. */
export function browserScript(name: string): OutputFile {
  return asset(SCRIPTS, name);
}

/** `/assets/`: the stylesheet, the icon and the scripts, the same for every page. */
export const assets: SiteOutput = {
  name: "assets",
  files: () => [
    asset(join(TEMPLATES, "assets"), "style.css"),
    asset(join(TEMPLATES, "assets"), "icon.svg"),
    asset(SCRIPTS, "reading.js"),
    {
      path: "assets/embeds.js",
      content: { text: joined(join(SCRIPTS, "embeds"), EMBEDS_PARTS) },
      wantedBy: 'output "assets"',
    },
    asset(SCRIPTS, "redirect.js"),
  ],
};
