import type { DumpBlock, ListItem } from "../model/block.ts";
import type { Checked } from "../model/diagnostic.ts";
import type { Contributor, Dump, Entry } from "../model/dump.ts";
import type { PrintedStamp } from "../model/stamp.ts";

/**
 * What a dump became, as text for eyes: one line a fact, the source lines it was read from behind its kind.
 *
 *     entry 2 · lines 9-14 · certain: numbered headline with its time
 *       headline  Rain stops play
 *       time  14:22, 2017-04-23, British Summer Time = 2017-04-23T14:22:00+01:00
 *       paragraph 13  The covers are on.
 */
export function printDump({ value: dump, diagnostics }: Checked<Dump>): string {
  const lines = [
    `${dump.dialect} · ${dump.order}`,
    ...(dump.title === null ? [] : [`title  ${dump.title}`]),
    ...(dump.date === null ? [] : [`date  ${dump.date}`]),
    ...dump.summary.map(({ text, line }) => `summary ${line}  ${text}`),
    ...(dump.byline.length === 0 ? [] : [`byline  ${dump.byline.join(", ")}`]),
    ...(dump.preamble.length === 0 ? [] : ["preamble", ...dump.preamble.flatMap(printBlock)]),
    ...dump.entries.flatMap(printEntry),
    ...diagnostics.map(({ severity, code, line, column }) => `${severity} ${line}:${column}  ${code}`),
  ];
  return `${lines.join("\n")}\n`;
}

function printEntry(entry: Entry): readonly string[] {
  const sure = entry.certain ? "certain" : "a judgement";
  return [
    `entry ${entry.n} · ${span(entry)} · ${sure}: ${entry.cue}`,
    ...(entry.headline === null ? [] : [`  headline  ${entry.headline}`]),
    ...(entry.stamp === null ? [] : [`  time  ${printStamp(entry.stamp)}`]),
    ...(entry.breaking ? ["  breaking"] : []),
    ...entry.labels.map((label) => `  label  ${label}`),
    ...(entry.contributor === null ? [] : [`  ${printContributor(entry.contributor)}`]),
    ...entry.blocks.flatMap(printBlock),
  ];
}

const span = ({ start, end }: { start: number; end: number }): string =>
  start === end ? `line ${start}` : `lines ${start}-${end}`;

function printStamp({ time, date, zone, published, relative, minute }: PrintedStamp): string {
  const parts = [minute === null ? null : `minute ${minute}`, relative, time, date, zone];
  const printed = parts.filter((part) => part !== null).join(", ");
  return published === null ? printed : `${printed} = ${published}`;
}

function printContributor({ name, role, kind }: Contributor): string {
  const who = kind === "outlet" ? "outlet" : "contributor";
  return role === null ? `${who}  ${name}` : `${who}  ${name}, ${role}`;
}

function printBlock(block: DumpBlock): readonly string[] {
  const where = block.start === block.end ? `${block.start}` : `${block.start}-${block.end}`;
  const first = `  ${block.kind} ${where}`;
  switch (block.kind) {
    case "paragraph":
    case "unparsed":
      return [`${first}  ${block.text}`];
    case "quote":
      return [`${first}  ${block.text}${block.speaker === null ? "" : ` (${block.speaker})`}`];
    case "image":
      return [`${first}${printImage(block)}`];
    case "video":
      return [`${first}  ${block.caption}`];
    case "embed":
      return [`${first}  ${block.provider}${block.printed === null ? "" : `, printed ${block.printed}`}`];
    case "table":
      return [first, ...block.rows.map((cells) => `    ${cells.join(" | ")}`)];
    case "list":
      return [first, ...printItems(block.items, "    ")];
  }
}

function printImage({ alt, caption, credit }: Extract<DumpBlock, { kind: "image" }>): string {
  const parts = [
    ...(alt === null ? [] : [alt]),
    ...(caption === null ? [] : [`caption: ${caption}`]),
    ...(credit === null ? [] : [`credit: ${credit}`]),
  ];
  return parts.length === 0 ? "  (no words)" : `  ${parts.join(" · ")}`;
}

function printItems(items: readonly ListItem[], indent: string): readonly string[] {
  return items.flatMap(({ text, items: deeper }) => [`${indent}• ${text}`, ...printItems(deeper, `${indent}  `)]);
}
