import { resolve } from "node:path";
import type { Dialect } from "../dumps/dialect.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Dump } from "../model/dump.ts";
import { formatText } from "../report/format-text.ts";
import { safeJson } from "../report/visible.ts";
import { readArguments, wrongUse } from "./arguments.ts";
import type { Command, Terminal } from "./command.ts";
import { DIALECT_OPTION, dialectOf } from "./dialect-option.ts";
import { exitCodeOf } from "./exit-code.ts";
import { outline } from "./outline.ts";
import { placeBelow } from "./place-below.ts";
import { SITE_OPTIONS, siteOf } from "./site-options.ts";

const OPTIONS = { root: SITE_OPTIONS.root, ...DIALECT_OPTION, json: { type: "boolean" } } as const;

const HELP = `afterlive parse <file>…: shows what becomes of a dump

It reads dumps by themselves, as "build" would before it merges them into live blogs, and prints an outline:
the dialect, the summary, and every entry with its lines, time, headline, labels, contributor and blocks.

  ?  before an entry: that it starts here is a judgement, made from the cue that is named
  !  before a block: a line that no rule claims; readers see it as plain text

  --root <folder>       the folder that file names are shown from, if it is not this one
  --dialect <name>      read it as this dialect, whichever claims it ("dialect" in index.md does it for good)
  --json                print an array, one object a file, and nothing else

Examples
  npx afterlive parse seeds/stowford-page-1.txt
  npx afterlive parse seeds/*.txt --json > parsed.json
  npx afterlive parse seeds/stowford-page-1.txt --dialect bbc-flat

The JSON, in part
  [{ "file": "seeds/stowford.txt", "dialect": "bbc-structured", "title": null,
     "summary": [{ "text": "…", "line": 3 }], "byline": [],
     "entries": [{ "n": 1, "start": 5, "end": 11, "headline": "…", "time": "09:02", "date": "2017-04-23",
       "zone": "British Summer Time", "published": "2017-04-23T09:02:00+01:00", "inferred": null,
       "labels": ["…"], "contributor": { "name": "…", "role": null, "kind": "person" },
       "blocks": [{ "kind": "paragraph", "text": "…", "start": 9, "end": 9 }], "certain": true }],
     "ledger": [{ "start": 1, "end": 1, "role": "summary-heading" }],
     "diagnostics": [{ "code": "…", "severity": "warning", "message": "…", "line": 1, "column": 1, "hint": "…" }] }]
  Lines count from 1. Times are as the dump prints them, and null where it does not; the ledger has every line of
  the file exactly once. Fields may be added; these stay. A file that cannot be read is not in the array: it is
  named on standard error, and the exit code is 1.
`;

interface Parsed {
  readonly dump: Dump;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a dump becomes, for eyes or as data. */
export const parse: Command = {
  name: "parse",
  summary: "shows what becomes of a dump",
  help: HELP,
  async run(argv, terminal) {
    const args = readArguments(argv, OPTIONS, true);
    if ("wrong" in args) return wrongUse(terminal, "parse", args.wrong);
    if (args.files.length === 0) return wrongUse(terminal, "parse", "Which file? Name one dump or more.");
    const site = siteOf(args.values, terminal);
    if ("wrong" in site) return wrongUse(terminal, "parse", site.wrong);
    const chosen = await dialectOf(args.values);
    if ("wrong" in chosen) return wrongUse(terminal, "parse", chosen.wrong);

    const parsed: Parsed[] = [];
    const unread: Diagnostic[] = [];
    for (const file of args.files) {
      terminal.status(`Reading ${file}`);
      const { value, diagnostics } = await parseFile(site.root, resolve(terminal.cwd, file), chosen.dialect);
      if (value === null) unread.push(...diagnostics);
      else parsed.push({ dump: value, diagnostics });
    }
    terminal.status(null);
    if (args.values.json === true) await printJson(parsed, terminal);
    else printOutlines(parsed, terminal);
    terminal.err(formatText(unread, { colour: false }));
    return exitCodeOf([...unread, ...parsed.flatMap(({ diagnostics }) => diagnostics)]);
  },
};

async function parseFile(
  root: string,
  path: string,
  dialect: Dialect | null,
): Promise<{ value: Dump | null; diagnostics: readonly Diagnostic[] }> {
  const { readSourceFile } = await import("../read/source-file.ts");
  const { readDump } = await import("../dumps/read-dump.ts");
  const place = placeBelow(root, path);
  const source = await readSourceFile(place.root, place.file);
  if (source.value === null) return { value: null, diagnostics: source.diagnostics };
  const dump = readDump(source.value, undefined, dialect);
  return { value: dump.value, diagnostics: [...source.diagnostics, ...dump.diagnostics] };
}

async function printJson(parsed: readonly Parsed[], terminal: Terminal): Promise<void> {
  const { toContract } = await import("../dumps/contract.ts");
  terminal.out(`${safeJson(parsed.map(({ dump, diagnostics }) => toContract(dump, diagnostics)))}\n`);
}

function printOutlines(parsed: readonly Parsed[], terminal: Terminal): void {
  for (const { dump, diagnostics } of parsed) {
    terminal.out(`${outline(dump)}\n`);
    if (diagnostics.length > 0) terminal.out(`${formatText(diagnostics, { colour: terminal.colour })}\n`);
  }
}
