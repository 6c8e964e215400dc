import { visible } from "../report/visible.ts";
import { readArguments, wrongUse } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exitCodeOf } from "./exit-code.ts";
import { FORMAT_OPTIONS, formatOf, printReport } from "./print-report.ts";
import { basePathOf, SITE_OPTIONS, shownFolder, siteOf } from "./site-options.ts";
import { tellChanges } from "./tell-changes.ts";

const OPTIONS = {
  ...SITE_OPTIONS,
  ...FORMAT_OPTIONS,
  "base-path": { type: "string" },
  relative: { type: "boolean" },
  drafts: { type: "boolean" },
  "keep-going": { type: "boolean" },
} as const;

const HELP = `afterlive build: makes the site

It reads seeds/ and content/, and writes the site into dist/. If anything is wrong, it says so and leaves the
site in dist/ as it was: there is never half a site. Only files that differ are replaced, and only files that an
earlier build wrote are deleted.

  --root <folder>       the site's folder, if it is not this one
  --out <folder>        where to write (default: dist/ in the site's folder)
  --base-path <path>    the path that the site will live below, for the pages that must know it: /project/
  --relative            a copy that opens from a disk as it is: links end in index.html, and there is no search
  --drafts              with the posts that say "draft: true"
  --keep-going          if some live blogs have errors, publish the others; the exit code is still 1
  --format <how>        how problems are printed: text (default), or github for annotations
  --json                print everything as one JSON object instead

Examples
  npx afterlive build
  npx afterlive build --drafts --out preview
  npx afterlive build --base-path /project/ --json > report.json
  npx afterlive build --relative --out copy       (then open copy/index.html in a browser)

Exit codes
  0  fine           1  errors in the content: dist/ is as it was
  2  wrong use, or errors in afterlive.config.json           3  our fault

The JSON
  { "version": 1, "liveBlogs": 3, "posts": 120, "errors": 0, "warnings": 1, "notes": 0,
    "changes": { "added": ["index.html"], "changed": [], "removed": [], "unchanged": 14 },
    "diagnostics": [{ "code": "line-unclaimed", "severity": "warning", "message": "…",
      "file": "seeds/stowford.txt", "line": 12, "column": 1, "excerpt": "…", "hint": "…" }] }
  "changes" is null when nothing was written, "excerpt" when a problem is with a file as a whole.
  Fields may be added; these stay.
`;

/** The site into `dist/`. */
export const build: Command = {
  name: "build",
  summary: "makes the site in dist/",
  help: HELP,
  async run(argv, terminal) {
    const args = readArguments(argv, OPTIONS);
    if ("wrong" in args) return wrongUse(terminal, "build", args.wrong);
    const { values } = args;
    const site = siteOf(values, terminal);
    if ("wrong" in site) return wrongUse(terminal, "build", site.wrong);
    const format = formatOf(values);
    if ("wrong" in format) return wrongUse(terminal, "build", format.wrong);
    const typed = values["base-path"];
    const basePath = typed === undefined ? null : basePathOf(typed);
    if (typed !== undefined && basePath === null) {
      return wrongUse(terminal, "build", "--base-path must be a plain path, such as /project/.");
    }
    const relative = values.relative ?? false;
    if (relative && basePath !== null) {
      return wrongUse(
        terminal,
        "build",
        "--relative and --base-path exclude each other: a copy on a disk has no path.",
      );
    }
    terminal.status("Starting");
    const { build: buildSite } = await import("../build.ts");
    const report = await buildSite({
      ...site,
      write: true,
      drafts: values.drafts ?? false,
      keepGoing: values["keep-going"] ?? false,
      basePath,
      relative,
      onProgress: (done, of, what) => terminal.status(`${done}/${of}  ${what}`),
    });
    terminal.status(null);
    printReport(report, format.format, terminal);
    if (format.format === "text") {
      terminal.out(
        tellChanges(report, shownFolder(site.out, terminal), visible(relative ? FROM_DISK : serveCommand(values))),
      );
    }
    return exitCodeOf(report.diagnostics);
  },
};

/** A copy that opens from a disk needs no server. */
const FROM_DISK = "open its index.html in a browser";

/** The command that shows what this one built. */
function serveCommand({
  root,
  out,
}: {
  readonly root?: string | undefined;
  readonly out?: string | undefined;
}): string {
  const options = Object.entries({ root, out }).filter(([, value]) => value !== undefined);
  return ["npx afterlive serve", ...options.map(([name, value]) => `--${name} ${value}`)].join(" ");
}
