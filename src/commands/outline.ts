import type { DumpBlock, ListItem } from "../model/block.ts";
import type { Contributor, Dump, Entry, LedgerRow } from "../model/dump.ts";
import { count } from "../report/order.ts";
import { visible } from "../report/visible.ts";

/** Enough of a text to know it by. */
const GIST = 72;

/**
 * A dump after parsing, for eyes: one line a block, each with the line it starts at.
 *
 * ```
 * seeds/stowford.txt  bbc-structured, newest first, 58 lines, 3 entries (1 start is a judgement)
 *   summary   3  Barrow wins the Stowford mile
 *
 *   1  lines 5-11  09:08 2017-04-23 British Summer Time  "They are off"
 *        labels: Men's race · by Ines Barrow (BBC Radio Stowford)
 *        9  paragraph  The gun has gone and …
 * ? 2  lines 12-20  no time  no headline  (label)
 * !     14  unparsed   ~~~~
 * ```
 */
export function outline(dump: Dump): string {
  const unsure = dump.entries.filter(({ certain }) => !certain).length;
  const starts =
    unsure === 0 ? "" : ` (${count(unsure, "start")} ${unsure === 1 ? "is a judgement" : "are judgements"})`;
  const order = dump.order === "newest-first" ? "newest first" : "oldest first";
  const head = `${visible(dump.file)}  ${dump.dialect}, ${order}, ${count(dump.lines, "line")}, ${entries(dump.entries.length)}${starts}`;
  return `${[
    head,
    ...(dump.title === null ? [] : [`  title    ${gist(dump.title)}`]),
    ...dump.summary.map(({ text, line }) => `  summary  ${at(line)}  ${gist(text)}`),
    ...(dump.byline.length === 0 ? [] : [`  byline   ${gist(dump.byline.join(", "))}`]),
    ...dump.preamble.map(blockLine),
    ...dump.entries.flatMap(entryLines),
    "",
    `  lines: ${roles(dump.ledger)}`,
  ].join("\n")}\n`;
}

function entries(n: number): string {
  return n === 1 ? "1 entry" : `${n} entries`;
}

function at(line: number): string {
  return String(line).padStart(4);
}

/** The start of a text, on one line. Only that much of it is looked at. */
function gist(text: string): string {
  const start = text
    .slice(0, 4 * GIST)
    .replaceAll(/\s+/g, " ")
    .trim();
  const characters = [...start];
  const isCut = characters.length > GIST || text.length > 4 * GIST;
  return visible(isCut ? `${characters.slice(0, GIST).join("").trimEnd()} …` : start);
}

function entryLines(entry: Entry): readonly string[] {
  const { n, start, end, stamp, headline, breaking, labels, contributor, certain, cue } = entry;
  const minute = stamp?.minute === undefined || stamp.minute === null ? null : `${stamp.minute}'`;
  const shown = [stamp?.time, minute, stamp?.relative, stamp?.date, stamp?.zone].filter(
    (part) => typeof part === "string",
  );
  const time = shown.length === 0 ? "no time" : shown.join(" ");
  const title = headline === null ? "no headline" : `"${gist(headline)}"`;
  const marks = `${breaking ? "  BREAKING" : ""}${certain ? "" : `  (${visible(cue)})`}`;
  const about = [
    labels.length === 0 ? "" : `labels: ${labels.map(gist).join(", ")}`,
    contributor === null ? "" : byLine(contributor),
  ].filter((part) => part !== "");
  return [
    "",
    `${certain ? " " : "?"} ${String(n).padStart(3)}  lines ${start}-${end}  ${visible(time)}  ${title}${marks}`,
    ...(about.length === 0 ? [] : [`       ${about.join(" · ")}`]),
    ...entry.blocks.map(blockLine),
  ];
}

function byLine({ name, role, kind }: Contributor): string {
  return `by ${gist(name)}${role === null ? "" : ` (${gist(role)})`}${kind === "outlet" ? ", an outlet" : ""}`;
}

function blockLine(block: DumpBlock): string {
  return `${block.kind === "unparsed" ? "!" : " "}      ${at(block.start)}  ${block.kind.padEnd(9)}  ${describe(block)}`;
}

function describe(block: DumpBlock): string {
  switch (block.kind) {
    case "paragraph":
    case "unparsed":
      return gist(block.text);
    case "quote":
      return `${gist(block.text)}${block.speaker === null ? "" : ` (${gist(block.speaker)})`}`;
    case "list":
      return `${count(size(block.items), "item")}: ${gist(block.items[0]?.text ?? "")}`;
    case "image":
      return gist(
        [block.alt ?? "no alt text", block.caption, block.credit].filter((part) => part !== null).join(" | "),
      );
    case "video":
      return gist(block.caption);
    case "table":
      return `${count(block.rows.length, "row")}: ${gist(block.rows[0]?.join(" | ") ?? "")}`;
    case "embed":
      return `${visible(block.provider)}${block.printed === null ? "" : ` (${gist(block.printed)})`}  ${gist(block.url ?? "its address was not kept")}`;
  }
}

function size(items: readonly ListItem[]): number {
  return items.reduce((sum, item) => sum + 1 + size(item.items), 0);
}

/** `120 paragraph, 30 blank, 2 unparsed`: what became of the lines, the most frequent first. */
function roles(ledger: readonly LedgerRow[]): string {
  const lines = new Map<string, number>();
  for (const { role, start, end } of ledger) lines.set(role, (lines.get(role) ?? 0) + end - start + 1);
  return [...lines]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([role, n]) => `${n} ${role}`)
    .join(", ");
}
