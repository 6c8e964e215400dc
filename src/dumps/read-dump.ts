import type { DumpBlock, Unparsed } from "../model/block.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Dump, Entry, LedgerRow } from "../model/dump.ts";
import type { Source } from "../model/source.ts";
import { readChange } from "./change-of-dialect.ts";
import { chooseDialect } from "./choose-dialect.ts";
import type { Dialect, Page, Reading } from "./dialect.ts";
import { dialects as registered } from "./dialects/registry.ts";
import { pageOf, placeOf } from "./parts/lines.ts";

/**
 * A raw text dump as entries, with an account of every line.
 *
 * The dialect is the one that claims the dump, by the evidence of most lines where several do. What it leaves unclaimed
 * becomes `unparsed` blocks where it stands. Where it goes on in another dialect, each part is read as what it is, and the
 * dump has the name of the first. Any text gives a dump; it never throws.
 *
 * @param forced the dialect that somebody has chosen for this dump: then none is asked whose it is
 *
 * Diagnostics: `dump-empty`, `dialect-unknown`, `dialect-ambiguous`, `dialect-changes`, `line-unclaimed`, and those of the dialect.
 */
export function readDump(
  source: Source,
  dialects: readonly Dialect[] = registered,
  forced: Dialect | null = null,
): Checked<Dump> {
  const page = pageOf(source);
  const choice = chooseDialect(page, dialects, forced);
  const { claim } = choice.value;
  const whole = claim?.read?.() ?? choice.value.dialect.read(page);
  const { dialect: chosen } = choice.value;
  const change = forced === null ? readChange(page, claim, { reading: whole, dialect: chosen }, dialects) : null;
  const { reading, dialect } = change ?? { reading: whole, dialect: chosen };
  const runs = reading.account.unclaimed();
  const ledger = reading.account.rows();
  const dump: Dump = {
    file: source.file,
    sha256: source.sha256,
    lines: page.count,
    dialect: dialect.name,
    order: reading.order,
    title: reading.title,
    date: reading.date ?? null,
    below: reading.below ?? null,
    summary: reading.summary,
    byline: reading.byline,
    printedByline: printedByline(page, ledger),
    ...settle(reading, runs.flat()),
    ledger,
  };
  const unclaimed = runs.map(([first, ...more]) => lineUnclaimed(page, dialect, first, more));
  // That two dialects claim it is no question any more where each has a part of it.
  const ambiguous = change === null ? choice.diagnostics : [];
  return { value: dump, diagnostics: [...ambiguous, ...reading.diagnostics, ...unclaimed] };
}

function printedByline(page: Page, ledger: readonly LedgerRow[]): string | null {
  const rows = ledger.filter(({ role }) => role === "byline");
  const words = rows.flatMap(({ start, end }) =>
    page.lines.slice(start - 1, end).map(({ text }) => text.replaceAll(/\s+/g, " ").trim()),
  );
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
