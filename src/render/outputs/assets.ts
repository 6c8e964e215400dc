import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OutputFile } from "../../model/output.ts";
import { shownPath } from "../template-folders.ts";
import type { SiteOutput } from "./registry.ts";

/** Compiled from `src/browser/` by `npm run compile`, whether this runs from `src/` or from `lib/`. */
const SCRIPTS = fileURLToPath(new URL("../../../lib/browser/", import.meta.url));

const ASSETS = "assets/";

/** The parts of the embeds' script, in the order in which they are joined: a part names what earlier ones declare. */
export const EMBEDS_PARTS = ["page", "storage", "heights", "frames", "consent", "settings", "start"] as const;

/** Parts that are written as plain scripts with one scope become one script that leaves nothing in its page's scope. */
function joined(dir: string, parts: readonly string[]): string {
  const texts = parts.map((part) => readFileSync(join(dir, `${part}.js`), "utf8").replace('"use strict";\n', ""));
  return `(() => {\n"use strict";\n${texts.join("")}})();\n`;
}

function builtIn(dir: string, name: string): OutputFile {
  return { path: ASSETS + name, content: { bytes: readFileSync(join(dir, name)) }, wantedBy: 'output "assets"' };
}

/** `/assets/`: stylesheet, icons and scripts, the same for every page; a site's own files, which replace ours by name. */
export const assets: SiteOutput = {
  name: "assets",
  files({ config, templates }) {
    const files: OutputFile[] = [
      builtIn(SCRIPTS, "reading.js"),
      builtIn(SCRIPTS, "redirect.js"),
      ...(config.search ? [builtIn(SCRIPTS, "search.js")] : []),
      {
        path: `${ASSETS}embeds.js`,
        content: { text: joined(join(SCRIPTS, "embeds"), EMBEDS_PARTS) },
        wantedBy: 'output "assets"',
      },
    ];
    for (const { dir, own, files: found } of templates) {
      for (const path of found.filter((file) => file.startsWith(ASSETS))) {
        const copyOf = shownPath(path);
        files.push(
          own ? { path, content: { copyOf }, wantedBy: copyOf } : builtIn(join(dir, ASSETS), path.slice(ASSETS.length)),
        );
      }
    }
    return [...new Map(files.map((file) => [file.path, file])).values()];
  },
};
