import { formatText } from "../report/format-text.ts";
import { count } from "../report/order.ts";
import { readArguments, wrongUse } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exitCodeOf } from "./exit-code.ts";
import { SITE_OPTIONS, shownFolder, siteOf } from "./site-options.ts";

const HELP = `afterlive clean: removes what "build" wrote

It removes the files that dist/afterlive-manifest.json lists, the manifest, and the folders that are empty then:
nothing else. Files of your own stay, and so does a page that you have changed by hand.

  --root <folder>       the site's folder, if it is not this one
  --out <folder>        where the site was written (default: dist/ in the site's folder)

Example
  npx afterlive clean
`;

/** Removes what the manifest says we wrote, nothing else. */
export const clean: Command = {
  name: "clean",
  summary: "removes what build wrote, and nothing else",
  help: HELP,
  async run(argv, terminal) {
    const args = readArguments(argv, SITE_OPTIONS);
    if ("wrong" in args) return wrongUse(terminal, "clean", args.wrong);
    const site = siteOf(args.values, terminal);
    if ("wrong" in site) return wrongUse(terminal, "clean", site.wrong);
    const { clean: cleanFolder } = await import("../write/clean.ts");
    const { sourceFolders } = await import("../pipeline/source-folders.ts");
    const { value: removed, diagnostics } = await cleanFolder(site.out, sourceFolders(site.root));
    terminal.out(formatText(diagnostics, { colour: terminal.colour }));
    const out = shownFolder(site.out, terminal);
    if (removed === 0) terminal.out(`There was nothing of ours in ${out}\n`);
    else if (removed !== null) terminal.out(`Removed ${count(removed, "file")} from ${out}\n`);
    return exitCodeOf(diagnostics);
  },
};
