import type { DumpBlock, Unparsed } from "../model/block.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Dump, Entry } from "../model/dump.ts";
import type { Line, Source } from "../model/source.ts";
import type { Claim, Dialect, Page, Reading } from "./dialect.ts";
import { lastResort, dialects as registered } from "./dialects/registry.ts";
import { isBlank, linesOf, placeOf } from "./parts/lines.ts";

/**
 * A raw text dump as entries, with an account of every line.
 *
 * The dialect is the one that claims the dump, by the evidence of most lines where several do. What it leaves unclaimed
 * becomes `unparsed` blocks where it stands. Any text gives a dump; it never throws.
 *
 * Diagnostics: `dump-empty`, `dialect-unknown`, `dialect-ambiguous`, `line-unclaimed`, and those of the dialect.
 */
export function readDump(source: Source, dialects: readonly Dialect[] = registered): Checked<Dump> {
  const page: Page = { source, lines: linesOf(source.text) };
  const choice = chooseDialect(page, dialects);
  const reading = choice.value.read(page);
  const runs = reading.account.unclaimed();
  const dump: Dump = {
    file: source.file,
    sha256: source.sha256,
    lines: page.lines.length,
    dialect: choice.value.name,
    order: reading.order,
    title: reading.title,
    date: reading.date ?? null,
    summary: reading.summary,
    byline: reading.byline,
    printedByline: printedByline(page, reading),
    ...settle(reading, runs.flat()),
    ledger: reading.account.rows(),
  };
  const unclaimed = runs.map(([first, ...more]) => lineUnclaimed(page, choice.value, first, more));
  return { value: dump, diagnostics: [...choice.diagnostics, ...reading.diagnostics, ...unclaimed] };
}

function printedByline({ lines }: Page, { account }: Reading): string | null {
  const rows = account.rows().filter(({ role }) => role === "byline");
  const words = rows.flatMap(({ start, end }) => lines.slice(start - 1, end).map(({ text }) => text.trim()));
  return words.length === 0 ? null : words.join(" ");
}

/** Gives unclaimed lines to the entries they stand in, and what stands in none to the preamble. */
function settle({ preamble, entries }: Reading, strays: readonly Unparsed[]): Pick<Dump, "preamble" | "entries"> {
  if (strays.length === 0) return { preamble, entries };
  const homeless: Unparsed[] = [];
  const owned = new Map<Entry, Unparsed[]>(entries.map((entry) => [entry, []]));
  let at = 0;
  for (const stray of strays) {
    while (at < entries.length && (entries[at]?.end ?? 0) < stray.start) at++;
    const entry = entries[at];
    const home = entry !== undefined && entry.start <= stray.start ? owned.get(entry) : undefined;
    (home ?? homeless).push(stray);
  }
  return {
    preamble: withStrays(preamble, homeless),
    entries: entries.map((entry) => ({ ...entry, blocks: withStrays(entry.blocks, owned.get(entry) ?? []) })),
  };
}

/** Puts unclaimed lines between the blocks where they stood. */
function withStrays(blocks: readonly DumpBlock[], strays: readonly Unparsed[]): readonly DumpBlock[] {
  return strays.length === 0 ? blocks : [...blocks, ...strays].sort((a, b) => a.start - b.start);
}

interface Claimed {
  readonly dialect: Dialect;
  readonly claim: Claim;
}

/** The dialect with the most lines that speak for it. */
function chooseDialect(page: Page, dialects: readonly Dialect[]): Checked<Dialect> {
  const first = page.lines.find((line) => !isBlank(line));
  if (first === undefined) return { value: lastResort, diagnostics: [dumpEmpty(page)] };
  const claims = dialects
    .flatMap((dialect): readonly Claimed[] => {
      const claim = dialect.claim(page);
      return claim === null ? [] : [{ dialect, claim }];
    })
    .sort((a, b) => b.claim.lines - a.claim.lines);
  const [winner, second] = claims;
  if (winner === undefined) return { value: lastResort, diagnostics: [dialectUnknown(page, first, dialects)] };
  const diagnostics = second === undefined ? [] : [dialectAmbiguous(page, first, winner, second)];
  return { value: winner.dialect, diagnostics };
}

function dumpEmpty({ source }: Page): Diagnostic {
  return {
    file: source.file,
    line: 1,
    column: 1,
    excerpt: null,
    code: "dump-empty",
    severity: "warning",
    message: "This dump holds no words, so it gives no entries.",
    hint: "Save the page's text again, or take the file out of seeds/.",
  };
}

function dialectUnknown({ source }: Page, first: Line, dialects: readonly Dialect[]): Diagnostic {
  return {
    ...placeOf(source, first),
    code: "dialect-unknown",
    severity: "warning",
    message: `No dialect knows how this dump is laid out (${dialects.map(({ name }) => name).join(", ")}), so its text stands as one post without times.`,
    hint: "Save it again with the headlines, numbers and `published at` times that the page shows, or write a dialect for it in src/dumps/dialects/.",
  };
}

function dialectAmbiguous({ source }: Page, first: Line, winner: Claimed, second: Claimed): Diagnostic {
  const why = ({ dialect, claim }: Claimed): string =>
    `${dialect.name} (${claim.why}: ${claim.lines} ${claim.lines === 1 ? "line" : "lines"})`;
  return {
    ...placeOf(source, first),
    code: "dialect-ambiguous",
    severity: "warning",
    message: `Two dialects claim this dump: ${why(winner)} and ${why(second)}. It was read as ${winner.dialect.name}, which more lines speak for.`,
    hint: "If two pages stand in one file, split it. If the posts look wrong, the file may have been saved in two different ways.",
  };
}

function lineUnclaimed(
  { source, lines }: Page,
  dialect: Dialect,
  first: Unparsed,
  more: readonly Unparsed[],
): Diagnostic {
  const line = lines[first.start - 1] ?? { number: first.start, text: first.text };
  const what = more.length === 0 ? "This line has" : `These ${more.length + 1} lines, to ${more.at(-1)?.end}, have`;
  return {
    ...placeOf(source, line),
    code: "line-unclaimed",
    severity: "warning",
    message: `${what} no place in a ${dialect.name} dump. Readers see ${more.length === 0 ? "it" : "them"} as plain text where ${more.length === 0 ? "it stands" : "they stand"}.`,
    hint: "Look whether the line was wrapped or lost its indentation when the page was saved; nothing is lost either way.",
  };
}
