import { count, countSeverities } from "../report/order.ts";
import { readArguments, wrongUse } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exitCodeOf } from "./exit-code.ts";
import { FORMAT_OPTIONS, formatOf, printReport } from "./print-report.ts";
import { SITE_OPTIONS, siteOf } from "./site-options.ts";

const OPTIONS = {
  root: SITE_OPTIONS.root,
  ...FORMAT_OPTIONS,
  drafts: { type: "boolean" },
  "max-warnings": { type: "string" },
} as const;

const HELP = `afterlive check: finds every problem, and writes nothing

It does all that "build" does but the writing, and reports all problems of all files in one run, the worst first:

  error     the site cannot be built with it
  warning   the site is built, and a reader might stumble over it
  note      the site is built, and you may want to know

  --root <folder>       the site's folder, if it is not this one
  --drafts              look at the posts that say "draft: true" too
  --max-warnings <n>    fail (exit code 1) when there are more warnings than n
  --format <how>        text (default), or github: annotations, the worst ten of each kind
  --json                print everything as one JSON object instead ("npx afterlive help build" explains it)

Examples
  npx afterlive check
  npx afterlive check --max-warnings 0
  npx afterlive check --format github          (in a workflow of GitHub Actions)

Exit codes
  0  no errors      1  errors in the content, or too many warnings
  2  wrong use, or errors in afterlive.config.json           3  our fault
`;

/** Everything but writing; all problems of all files in one run. */
export const check: Command = {
  name: "check",
  summary: "finds every problem, and writes nothing",
  help: HELP,
  async run(argv, terminal) {
    const args = readArguments(argv, OPTIONS);
    if ("wrong" in args) return wrongUse(terminal, "check", args.wrong);
    const { values } = args;
    const site = siteOf(values, terminal);
    if ("wrong" in site) return wrongUse(terminal, "check", site.wrong);
    const format = formatOf(values);
    if ("wrong" in format) return wrongUse(terminal, "check", format.wrong);
    const most = values["max-warnings"];
    if (most !== undefined && !/^\d{1,9}$/.test(most)) {
      return wrongUse(terminal, "check", "--max-warnings needs a whole number, such as 0.");
    }
    terminal.status("Starting");
    const { build } = await import("../build.ts");
    const report = await build({
      ...site,
      write: false,
      drafts: values.drafts ?? false,
      keepGoing: true,
      basePath: null,
      onProgress: (done, of, what) => terminal.status(`${done}/${of}  ${what}`),
    });
    terminal.status(null);
    printReport(report, format.format, terminal);
    if (format.format === "text" && report.diagnostics.length === 0) {
      terminal.out(`${count(report.liveBlogs, "live blog")}, ${count(report.posts, "post")}: no problems.\n`);
    }
    const { warning } = countSeverities(report.diagnostics);
    const tooMany = most !== undefined && warning > Number(most);
    if (tooMany) terminal.err(`${count(warning, "warning")}, and --max-warnings allows ${most}.\n`);
    const code = exitCodeOf(report.diagnostics);
    return code === 0 && tooMany ? 1 : code;
  },
};
