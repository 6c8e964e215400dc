import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Dialect } from "../dumps/dialect.ts";
import type { Home } from "../explain/setting.ts";
import type { Explanation } from "../explain/shapes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Reading } from "../pipeline/reading.ts";
import { formatText } from "../report/format-text.ts";
import { count } from "../report/order.ts";
import { safeJson } from "../report/visible.ts";
import { quote, readArguments, wrongUse } from "./arguments.ts";
import type { Command } from "./command.ts";
import { DIALECT_OPTION, dialectOf } from "./dialect-option.ts";
import { exitCodeOf } from "./exit-code.ts";
import { explanationText } from "./explain-text.ts";
import { placeBelow } from "./place-below.ts";
import { siteConfig } from "./site-config.ts";
import { SITE_OPTIONS, siteOf } from "./site-options.ts";

const OPTIONS = {
  root: SITE_OPTIONS.root,
  ...DIALECT_OPTION,
  drafts: { type: "boolean" },
  json: { type: "boolean" },
} as const;

const HELP = `afterlive explain <file>[:<line>]: where a line went, and why

Of a line of a dump: what it was taken for and by which dialect, its entry and why that starts where it does, its
time and who says so, the post that it is in, and where that stands. Without a line: the dump as a whole. Of a
file in content/: which post it is or which entry it amends, and where that stands.

Lines are those that problems name: <file>:<line>:<column> works too. It writes nothing.

  --dialect <name>      read the dump as this dialect, whichever claims it
  --drafts              with the posts that say "draft: true"
  --root <folder>       the site's folder, if it is not this one
  --json                print it as one JSON object instead

Examples
  npx afterlive explain seeds/stowford.txt:41
  npx afterlive explain seeds/stowford.txt --dialect bbc-flat
  npx afterlive explain content/regatta/1256-by-a-plank.md

In a raw line, characters that nobody sees are shown: a trailing space as ·, a no-break space as <U+00A0>.
A score adds up what speaks for a start (above 0) and against it, in log-odds: 1.1 is three to one. The starts of
a page are chosen together: what the whole page comes to with a start there, and without, stands beside it.
"afterlive schema explain" prints the JSON Schema of what --json gives.

The JSON of a line
  { "version": 1, "kind": "line", "file": "seeds/stowford.txt", "line": 41, "text": "…",
    "dialect": { "name": "bbc-flat", "chosenBy": null, "claims": [{ "dialect": "bbc-flat", "why": "…", "lines": 1 }] },
    "ledger": { "start": 41, "end": 41, "role": "paragraph" }, "means": "…", "shown": "…",
    "entry": { "n": 3, "start": 39, "end": 44, "headline": null, "labels": ["…"], "contributor": null,
      "printed": null, "certain": false, "cue": "…",
      "boundary": { "score": 1.8, "withStart": 2.4, "without": 0.6, "cues": [{ "name": "…", "weight": 3 }] } },
    "block": { "kind": "paragraph", "start": 41, "end": 41 }, "boundary": null,
    "post": { "id": "p-…", "aliases": [], "headline": null, "opening": "…", "link": "/stowford/#p-…",
      "sources": [{ "file": "seeds/stowford.txt", "start": 39, "end": 44 }], "captures": [],
      "amendedBy": [{ "file": "content/stowford/a.md", "changes": ["time"] }],
      "stamp": { "clock": "09:02", "at": "2017-04-23T09:02:00+01:00", "origin": "inferred", "rule": "pointer",
        "why": "…" }, "stands": "…", "previous": "p-…", "next": null },
    "page": { "slug": "stowford", "title": "…", "file": "dist/stowford/index.html", "link": "/stowford/",
      "draft": false }, "homeless": null, "diagnostics": [] }
  "kind" is "dump" for a whole dump ("roles", and every entry with its "post" and "mergedWith") and "authored" for
  a file in content/ ("role", "amends", "changes", "post", "dumps", "posts"). Without a page, "homeless" says why.
  Fields may be added; these stay.
`;

/** Where a line of a dump, a dump or an author's file went, and why. */
export const explain: Command = {
  name: "explain",
  summary: "where a line of a dump or a file of yours went, and why",
  help: HELP,
  async run(argv, terminal) {
    const args = readArguments(argv, OPTIONS, true);
    if ("wrong" in args) return wrongUse(terminal, "explain", args.wrong);
    const { values, files } = args;
    const [typed, ...more] = files;
    if (typed === undefined || more.length > 0) {
      return wrongUse(terminal, "explain", "Name one file, with a line if you want: seeds/stowford.txt:41");
    }
    const site = siteOf(values, terminal);
    if ("wrong" in site) return wrongUse(terminal, "explain", site.wrong);
    const chosen = await dialectOf(values);
    if ("wrong" in chosen) return wrongUse(terminal, "explain", chosen.wrong);

    const { path, line } = targetOf(typed, terminal.cwd);
    terminal.status(`Reading ${typed}`);
    const place = placeBelow(site.root, path);
    const found = await explainFile(place, line, chosen.dialect, values.drafts ?? false);
    terminal.status(null);
    if ("wrong" in found) return wrongUse(terminal, "explain", found.wrong);
    if ("unread" in found) {
      terminal.err(formatText(found.unread, { colour: false }));
      return exitCodeOf(found.unread);
    }
    terminal.out(
      values.json === true ? `${safeJson(found.explanation)}\n` : explanationText(found.explanation, terminal.colour),
    );
    return 0;
  },
};

type Found =
  | { readonly explanation: Explanation }
  | { readonly unread: readonly Diagnostic[] }
  | { readonly wrong: string };

/** `seeds/stowford.txt:41:1` → the file and 41. A file whose name looks like that is taken at its word. */
function targetOf(typed: string, cwd: string): { readonly path: string; readonly line: number | null } {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(typed) ?? [];
  if (file === undefined || line === undefined || existsSync(resolve(cwd, typed))) {
    return { path: resolve(cwd, typed), line: null };
  }
  return { path: resolve(cwd, file), line: Number(line) };
}

async function explainFile(
  { root, file }: { readonly root: string; readonly file: string },
  line: number | null,
  dialect: Dialect | null,
  drafts: boolean,
): Promise<Found> {
  const { linesOf } = await import("../dumps/parts/lines.ts");
  const { readSourceFile } = await import("../read/source-file.ts");
  const { findSources } = await import("../read/find-sources.ts");
  const { createMarkdown } = await import("../posts/markdown.ts");
  const { surveyFile } = await import("../pipeline/survey-file.ts");
  const { loadStrings } = await import("../render/strings.ts");
  const { templateFolders } = await import("../render/template-folders.ts");
  const { untitledIn } = await import("../view/untitled.ts");

  const { value: source, diagnostics: unread } = await readSourceFile(root, file);
  if (source === null) return { unread };
  const lines = linesOf(source.text).length;
  const noSuchLine = { wrong: `${quote(file)} has ${count(lines, "line")}, and no line ${line}.` };
  if (line !== null && (line < 1 || line > lines)) return noSuchLine;
  const isAuthored = file.startsWith("content/");
  if (isAuthored && !file.endsWith(".md")) {
    return { wrong: `${quote(file)} is no page's text and no words of yours: it is published as it is.` };
  }
  const { embeds, lang } = await siteConfig(root);
  const markdown = createMarkdown(embeds);
  const reading: Reading = {
    ...{ root, drafts, found: (await findSources(root)).value, markdown },
    untitled: untitledIn(loadStrings(templateFolders(root)).value(lang)),
  };
  const home: Home = await surveyFile(reading, file, dialect?.name ?? null);

  if (isAuthored) {
    if (dialect !== null) return { wrong: "--dialect is about dumps, and this is a file of yours." };
    const { explainAuthored } = await import("../explain/explain-authored.ts");
    const { readPostFile } = await import("../posts/post-file.ts");
    const isPost = !file.endsWith("/index.md");
    const isDraft = isPost && !drafts && readPostFile(source, markdown).value?.draft === true;
    return { explanation: explainAuthored(file, home, isDraft) };
  }
  const { studyDump } = await import("../explain/study.ts");
  const { explainDump, explainLine } = await import("../explain/explain-dump.ts");
  const study = studyDump(source, await choiceOf(home, file, dialect));
  if (line === null) return { explanation: explainDump(study, home) };
  const explanation = explainLine(study, home, line);
  return explanation === null ? noSuchLine : { explanation };
}

/** Who says as which dialect a dump is read: the command line, else the index.md that claims it, else nobody. */
async function choiceOf(home: Home, file: string, typed: Dialect | null) {
  if (typed !== null) return { dialect: typed, by: "--dialect" };
  if ("homeless" in home) return null;
  const { dialectNamed } = await import("../dumps/dialects/registry.ts");
  const planned = home.plan.dumps.find((dump) => dump.file === file);
  const dialect = dialectNamed(planned?.dialect ?? "");
  return dialect === null ? null : { dialect, by: home.plan.index?.file ?? "index.md" };
}
