import { quote, readArguments, wrongUse } from "./arguments.ts";
import type { Command } from "./command.ts";
import { isFolder, SITE_OPTIONS, shownFolder, siteOf } from "./site-options.ts";

const OPTIONS = { ...SITE_OPTIONS, port: { type: "string" } } as const;

const DEFAULT_PORT = "4321";

const HELP = `afterlive serve: shows the site that "build" made

It serves dist/ to this computer only, as a web server would, until you stop it with Ctrl+C.

  --root <folder>       the site's folder, if it is not this one
  --out <folder>        where the site was written (default: dist/ in the site's folder)
  --port <number>       the port to use (default: ${DEFAULT_PORT}); if it is taken, the next free one

Examples
  npx afterlive build && npx afterlive serve
  npx afterlive serve --port 8080
`;

/** Serves `dist/` on 127.0.0.1. */
export const serve: Command = {
  name: "serve",
  summary: "shows the site in dist/ to this computer",
  help: HELP,
  async run(argv, terminal) {
    const args = readArguments(argv, OPTIONS);
    if ("wrong" in args) return wrongUse(terminal, "serve", args.wrong);
    const site = siteOf(args.values, terminal);
    if ("wrong" in site) return wrongUse(terminal, "serve", site.wrong);
    const port = args.values.port ?? DEFAULT_PORT;
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
      return wrongUse(terminal, "serve", `--port must be a number up to 65535, not ${quote(port)}.`);
    }
    const out = shownFolder(site.out, terminal);
    if (!isFolder(site.out)) {
      return wrongUse(terminal, "serve", `There is no site in ${out} yet. To make it: npx afterlive build`);
    }
    const { startServer } = await import("./serve/server.ts");
    const server = await startServer(site.out, Number(port));
    terminal.out(`${out} is at ${server.url}\nStop with Ctrl+C.\n`);
    await terminal.stopped();
    await server.close();
    return 0;
  },
};
