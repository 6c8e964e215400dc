import { resolve } from "node:path";
import { count } from "../report/order.ts";
import { quote, readArguments, wrongUse } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exitCodeOf } from "./exit-code.ts";
import { FORMAT_OPTIONS, formatOf, printReport } from "./print-report.ts";
import { siteConfig } from "./site-config.ts";
import { isFolder, shownFolder } from "./site-options.ts";

const OPTIONS = { ...FORMAT_OPTIONS, own: { type: "string", multiple: true } } as const;

const HELP = `afterlive audit [<folder>]: finds what a built site would ask of anybody else by itself

It reads every page, SVG picture, stylesheet, feed, manifest and file of headers below the folder (dist/ if none is
named) and reports whatever makes a browser ask another host without its reader's doing: pictures, frames, fonts,
stylesheets, preconnects, forms, refreshes, icons, speculation rules, also in <noscript>, srcdoc, data: addresses and
style attributes. Plain links are fine. It works on any static site, whoever made it.
What cannot be read with certainty is an error too (not-proven). Scripts are not run, and nothing is said of them: the
pages' policy (CSP) must hold them.

  --own <address>       an address of the site itself, for pages and feeds that name it in full; may be given again.
                        The "url" of an afterlive.config.json where you type this counts too
  --format <how>        how problems are printed: text (default), or github for annotations
  --json                print everything as one JSON object instead

Examples
  npx afterlive audit
  npx afterlive audit dist --own https://example.org/

Exit codes
  0  nothing was found            1  something was      2  wrong use      3  our fault
`;

/** T2 of the embeds' promises, over any built tree. */
export const audit: Command = {
  name: "audit",
  summary: "finds what a built site would ask of anybody else by itself",
  help: HELP,
  async run(argv, terminal) {
    const args = readArguments(argv, OPTIONS, true);
    if ("wrong" in args) return wrongUse(terminal, "audit", args.wrong);
    const format = formatOf(args.values);
    if ("wrong" in format) return wrongUse(terminal, "audit", format.wrong);
    const [typed = "dist", ...more] = args.files;
    if (more.length > 0) return wrongUse(terminal, "audit", "One folder at a time.");
    const folder = resolve(terminal.cwd, typed);
    if (!isFolder(folder)) return wrongUse(terminal, "audit", `${quote(typed)} is not a folder.`);
    const typedOwn = args.values.own ?? [];
    const wrong = typedOwn.find((address) => !/^https?:\/\//i.test(address) || !URL.canParse(address));
    if (wrong !== undefined) return wrongUse(terminal, "audit", `--own ${quote(wrong)} is not an address.`);

    terminal.status(`Reading ${typed}`);
    const { auditTree } = await import("../audit/audit-tree.ts");
    const { url } = await siteConfig(terminal.cwd);
    const own = [...typedOwn, ...(url === null ? [] : [url])].map((address) => new URL(address).host);
    const { value, diagnostics } = auditTree(folder, new Set(own));
    terminal.status(null);
    printReport({ diagnostics, changes: null, liveBlogs: 0, posts: 0 }, format.format, terminal);
    const code = exitCodeOf(diagnostics);
    if (format.format === "text" && code === 0)
      terminal.out(`${count(value, "file")} in ${shownFolder(folder, terminal)}: nothing asks elsewhere by itself.\n`);
    return code;
  },
};
