import type { Paragraph } from "../../model/block.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Contributor, Entry } from "../../model/dump.ts";
import type { Page, Reading } from "../dialect.ts";
import { type Account, openAccount } from "./account.ts";
import { type ClockReading, readClock } from "./clock.ts";
import { readLegacyHeader } from "./legacy-header.ts";
import { orderOf, stampUnreadable } from "./legacy-order.ts";
import { numberedHeads, numbersOf, type Slice, sliceByHeads } from "./numbered-slices.ts";
import { reportNumbering } from "./numbering.ts";
import { readReportingBody } from "./reporting-body.ts";
import type { Habits } from "./reporting-draft.ts";
import { habitsOf } from "./reporting-people.ts";
import type { Row } from "./reporting-rows.ts";
import { isOutlet, isPersonName } from "./shapes.ts";

/** `1949:`, `2230 Commentary`: behind the number. */
const CLOCKED = /^\d{4}(?::|$| (?=\p{Lu}))/u;

const NUMBERED_CLOCK = /^\d{1,5}\. \d{4}(?::|$| \p{Lu})/u;

/** How many rows are numbered and have four digits of a clock behind the number. */
export const numberedClocks = (rows: readonly Row[]): number =>
  rows.filter(({ text }) => NUMBERED_CLOCK.test(text.slice(0, 16))).length;

/**
 * Reads a page whose posts are numbered and have their time behind the number, and nothing or a kind of post behind that:
 *
 *       1. 1949:                                 1. 2230 Commentary
 *
 *         The referee looks at his watch.          The polls have closed.
 *
 *
 *         Tam on Twitter: At last!               2. SMS
 *
 *       3. 1943:                                   Tam
 *
 *         Harwell 3-1 Norley                       Contributor Tam
 *
 * A post that a contributor leads may have lost its number line, which the next number tells.
 */
export function readNumbered(page: Page, rows: readonly Row[]): Reading {
  const account = openAccount(page);
  const heads = numberedHeads(rows, (text) => text !== "");
  const { before, slices } = sliceByHeads(rows, heads);
  const header = readLegacyHeader(before, account);
  const prepared = slices.map((slice) => ({ ...slice, rows: untangle(slice.rows.map(unescaped)) }));
  const habits = habitsOf(
    rows,
    prepared.map((slice) => slice.rows),
  );
  const clocks = prepared.map(({ text }) => (CLOCKED.test(text) ? readClock(text.slice(0, 4)) : null));
  const entries = prepared.map((slice, at) => {
    const next = prepared[at + 1];
    const end = next === undefined ? page.count : startOf(next) - 1;
    return readEntry(slice, clocks[at] ?? null, end, habits, account);
  });
  const unreadable = prepared.flatMap((slice, at): readonly Diagnostic[] =>
    slice.head !== null && CLOCKED.test(slice.text) && clocks[at] === null
      ? [stampUnreadable(page, slice.head.line, slice.text.slice(0, 4))]
      : [],
  );
  return {
    title: header.title,
    date: header.date,
    order: orderOf(clocks.map((clock) => clock?.stamp.time ?? null)),
    summary: [],
    byline: header.byline,
    preamble: header.preamble,
    entries,
    account,
    diagnostics: [...reportNumbering(page, numbersOf(slices)), ...unreadable],
  };
}

const startOf = ({ head, rows }: Slice): number => head?.line ?? rows[0]?.line ?? 1;

function readEntry(slice: Slice, clock: ClockReading | null, end: number, habits: Habits, account: Account): Entry {
  const { head, text } = slice;
  if (head !== null) account.claim(head.line, head.line, "headline");
  const { rest, who } = takeContributor(slice.rows, account);
  const { labels, blocks } = behindNumber(head, text, clock);
  const { closesTight } = slice;
  const said = blocks.map((block) => block.text).join("");
  const body = readReportingBody(rest, { habits, closesTight, begun: said !== "", said }, account);
  return {
    n: slice.n,
    start: startOf(slice),
    end,
    headline: null,
    stamp: clock?.stamp ?? null,
    breaking: false,
    labels: [...labels, ...body.labels],
    contributor: who === null ? body.contributor : withSource(who, body.contributor),
    blocks: [...blocks, ...body.blocks],
    certain: slice.certain,
    cue: clock === null ? slice.cue : "numbered line with its time",
  };
}

/**
 * What stands behind the number and the time: a kind of post (`Commentary`, `SMS`) is a label, more is the post's first words.
 * A time that no clock shows is such words too (`2575:`).
 */
function behindNumber(
  head: Row | null,
  text: string,
  clock: ClockReading | null,
): { labels: readonly string[]; blocks: readonly Paragraph[] } {
  const figures = CLOCKED.test(text) ? text.slice(0, 4) : "";
  const behind = text.slice(figures.length);
  const rest = behind.replace(/^:?\s*/, "");
  const isKind = rest !== "" && rest.length <= 40 && !behind.startsWith(":");
  const unread = clock === null ? figures : "";
  const words = isKind ? unread : unread === "" ? rest : text;
  return {
    labels: isKind ? [rest] : [],
    blocks: head === null || words === "" ? [] : [{ kind: "paragraph", text: words, start: head.line, end: head.line }],
  };
}

const CONTRIBUTOR = "Contributor ";

/** A contributor's line, and the same name once more behind the word `Contributor`. */
function takeContributor(rows: readonly Row[], account: Account): { rest: readonly Row[]; who: Contributor | null } {
  const named = rows.find(({ text }) => text.startsWith(CONTRIBUTOR) && text.length <= 80);
  const name = named?.text.slice(CONTRIBUTOR.length) ?? "";
  const known = named !== undefined && (isPersonName(name) || rows.some(({ text }) => text === name));
  if (!known) return { rest: rows, who: null };
  const isTheirs = (row: Row): boolean => row === named || row.text === name;
  for (const row of rows.filter(isTheirs)) account.claim(row.line, row.line, "contributor");
  return {
    rest: rows.filter((row) => !isTheirs(row)),
    who: { name, role: null, kind: isOutlet(name) ? "outlet" : "person" },
  };
}

/** For whom a contributor speaks, where that stands on a line of its own. */
function withSource(who: Contributor, source: Contributor | null): Contributor {
  return source === null
    ? who
    : { ...who, role: [source.name, source.role].filter((part) => part !== null).join(", ") };
}

/** `\u00a3`, which such pages print in place of `£`. Control characters and halves of pairs stay as printed. */
function unescaped(row: Row): Row {
  if (!row.text.includes("\\u")) return row;
  const text = row.text.replaceAll(/\\u([0-9a-fA-F]{4})/g, (printed, digits: string) => {
    const code = Number.parseInt(digits, 16);
    return code < 0xa1 || (code >= 0xd800 && code <= 0xdfff) ? printed : String.fromCharCode(code);
  });
  return { ...row, text };
}

const GLUED_OUTLET = /^((?:BBC|ITV|Sky) [^:]{2,40}?\p{Ll})(\p{Lu}.{2,80})$/u;

/** `BBC Radio 5 liveHarwell 0-2 Norley` over a name: the label, the name, and for whom that person speaks. */
function untangle(rows: readonly Row[]): readonly Row[] {
  const [first, second] = rows;
  const glued = first === undefined ? null : GLUED_OUTLET.exec(first.text.slice(0, 160));
  const [, outlet = "", label = ""] = glued ?? [];
  if (first === undefined || !isOutlet(outlet)) return rows;
  const apart = { label: { ...first, text: label }, outlet: { ...first, text: outlet } };
  return second !== undefined && isPersonName(second.text)
    ? [apart.label, second, apart.outlet, ...rows.slice(2)]
    : [apart.label, apart.outlet, ...rows.slice(1)];
}
