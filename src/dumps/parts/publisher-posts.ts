import type { Contributor, Entry } from "../../model/dump.ts";
import type { Line } from "../../model/source.ts";
import type { PrintedStamp } from "../../model/stamp.ts";
import type { Account } from "./account.ts";
import { gluedHeadline } from "./glued.ts";
import type { Row } from "./page-rows.ts";
import { type BodyRow, readPostBody } from "./post-body.ts";
import { type Cut, openingHead } from "./post-cuts.ts";
import { BY, isHeadlineShaped } from "./post-headline.ts";
import { isResidue } from "./residue.ts";
import { isOutlet, isPersonName, namesRole } from "./shapes.ts";
import { leadingName, type Sighting, sightingOn } from "./sightings.ts";
import { realHeadline } from "./stamp.ts";

/**
 * Reads the posts that a page was cut into.
 * @param byline who wrote the page, by its top
 */
export function readPosts(
  lines: readonly Line[],
  rows: readonly Row[],
  cuts: readonly Cut[],
  byline: readonly string[],
  account: Account,
): readonly Entry[] {
  const headed = headlineHabit(cuts);
  const authors = new Set([...authorsOver(cuts), ...byline]);
  return cuts.map((cut, index): Entry => {
    const next = cuts[index + 1];
    const start = rows[cut.start]?.line ?? 1;
    const end = next === undefined ? lines.length : (rows[next.start]?.line ?? lines.length + 1) - 1;
    return { n: index + 1, start, end, ...readPost(cut, rows, { headed, authors }, account) };
  });
}

type Post = Omit<Entry, "n" | "start" | "end">;

/** What a page does over and over. */
interface Habits {
  /** Whether it heads its posts. */
  readonly headed: boolean;
  /** Who wrote it, by its top, and the names under its stamps, where authors stand there. */
  readonly authors: ReadonlySet<string>;
}

function readPost(whole: Cut, rows: readonly Row[], { headed, authors }: Habits, account: Account): Post {
  const signed = withoutSignature(whole);
  const { author, cut } = authorInFront(signed.cut, authors);
  for (const { line } of [...author, ...signed.rows]) account.claim(line, line, "contributor");
  const { stamp, certain, cue } = cut;
  if (stamp !== null) {
    const line = rows[stamp.at]?.line ?? 0;
    if (stamp.rest === "") account.claim(line, line, "stamp");
  }
  if (cut.headline !== null) account.claim(cut.headline.line, cut.headline.line, "headline");
  const headline = headlineOf(cut, headed);
  if (headline?.line !== undefined) account.claim(headline.line, headline.line, "headline");
  const by = contributorIn(headline?.rest ?? cut.rows, authors);
  for (const line of by.lines) account.claim(line, line, "contributor");
  const minute = openingMinute(by.rest);
  const named = stamp?.author ?? author[0]?.text ?? signed.author;
  return {
    headline: realHeadline(cut.headline?.text ?? headline?.text ?? ""),
    stamp: withMinute(stamp, minute?.stamp ?? null),
    breaking: false,
    labels: [],
    contributor: named === null ? by.contributor : contributor(named),
    blocks: readPostBody(minute?.rows ?? by.rest, account),
    ...{ certain, cue },
  };
}

const contributor = (name: string): Contributor => ({ name, role: null, kind: isOutlet(name) ? "outlet" : "person" });

/** A post without its last row, where that names author and time a second time: `Ines Barrow22 July 2024 15:20`. */
function withoutSignature(cut: Cut): { readonly author: string | null; readonly rows: readonly BodyRow[]; readonly cut: Cut } {
  const last = cut.rows.at(-1);
  const seen = cut.stamp === null || last === undefined ? null : sightingOn({ ...last, indent: 0 }, 0);
  if (last === undefined || seen?.place !== "tail" || seen.reading.stamp.date === null) {
    return { author: null, rows: [], cut };
  }
  return { author: seen.author, rows: [last], cut: { ...cut, rows: cut.rows.slice(0, -1) } };
}

/** The names that stand alone under stamps, over a body. One that comes again is no headline, and then none of them is. */
function authorsOver(cuts: readonly Cut[]): ReadonlySet<string> {
  const names = cuts.flatMap(({ stamp, headline, rows: [first, second] }) =>
    stamp?.rest === "" &&
    headline === null &&
    second !== undefined &&
    first?.bullet === false &&
    isPersonName(first.text)
      ? [first.text]
      : [],
  );
  const distinct = new Set(names);
  return distinct.size < names.length ? distinct : new Set();
}

/** The rows in front that say who wrote a post, and the post without them. */
function authorInFront(
  cut: Cut,
  authors: ReadonlySet<string>,
): { readonly author: readonly BodyRow[]; readonly cut: Cut } {
  const count = authorRows(cut, authors);
  return { author: cut.rows.slice(0, count), cut: count === 0 ? cut : { ...cut, rows: cut.rows.slice(count) } };
}

/**
 * How many rows they are: `  • Ines Barrow` over a headline; her name under the stamp where the page's authors stand; her name
 * there twice, once as the words of her portrait.
 */
function authorRows({ stamp, rows: [first, second] }: Cut, authors: ReadonlySet<string>): number {
  if (first === undefined || second === undefined) return 0;
  if (stamp?.rest === "" && isPersonName(first.text) && second.text === first.text) return 2;
  if ((stamp === null || stamp.rest === "") && authors.has(first.text)) return 1;
  const isBulleted = first.bullet && !second.bullet && isPersonName(first.text);
  return isBulleted && isHeadlineShaped(second.text) ? 1 : 0;
}

interface Headline {
  readonly text: string;
  /** Its line, where it stands on one of its own. */
  readonly line?: number;
  readonly rest: readonly BodyRow[];
}

/** The words over a post: on a row of their own, in capitals before its first sentence, glued between stamp and body. */
function headlineOf({ stamp, headline, rows }: Cut, headed: boolean): Headline | null {
  const at = rows.findIndex(({ text }) => !isResidue(text));
  const first = rows[at];
  if (first === undefined || headline !== null || first.bullet) return null;
  const rest = rows.slice(at + 1);
  const behindStamp = stamp !== null && stamp.rest === first.text;
  if (behindStamp && stamp.place === "inline") {
    const glued = stamp.mark === " " && stamp.reading.stamp.zone !== null ? gluedHeadline(first.text) : null;
    if (glued !== null) return { text: glued.headline, rest: [{ ...first, text: glued.body }, ...rest] };
    const over = rest.some(({ text }) => !isResidue(text));
    return headed && over && isHeadlineShaped(first.text) ? { text: first.text, line: first.line, rest } : null;
  }
  const second = rest.find(({ text }) => !isResidue(text));
  const isWhole = second !== undefined && isHeadlineShaped(first.text);
  const opening = stamp === null && !isWhole ? openingHead(first.text) : null;
  if (opening !== null && opening.length < first.text.length) {
    const body = { ...first, text: first.text.slice(opening.length + 1) };
    return { text: opening.replace(/:$/, ""), rest: [body, ...rest] };
  }
  if (behindStamp || !isHeadlineShaped(first.text)) return null;
  // A single row with one sentence behind another is a body that was cut off.
  if (second === undefined && (!headed || /\p{Ll}{4}[.!?] \p{Lu}/u.test(first.text))) return null;
  const before = rows.slice(0, at);
  return { text: first.text, line: first.line, rest: [...before, ...rest] };
}

/** Whether the page heads its posts, by those of which more than one row is left. */
function headlineHabit(cuts: readonly Cut[]): boolean {
  const telling = cuts.map((cut) => cut.rows.filter(({ text }) => !isResidue(text))).filter((rows) => rows.length > 1);
  const headed = telling.filter(([first]) => first !== undefined && isHeadlineShaped(first.text));
  return headed.length > 0 && headed.length * 2 >= telling.length;
}

/** `By Ines Barrow`, `From CNN's Ines Barrow` or the name of one of the page's authors as the first row under headline and stamp. */
function contributorIn(
  rows: readonly BodyRow[],
  authors: ReadonlySet<string>,
): {
  readonly contributor: Contributor | null;
  readonly lines: readonly number[];
  readonly rest: readonly BodyRow[];
} {
  const [first, ...rest] = rows;
  const none = { contributor: null, lines: [], rest: rows };
  if (first === undefined) return none;
  const by = BY.exec(first.text);
  const name = by === null ? first.text : first.text.slice(by[0].length);
  const isSigned = by !== null && name.length <= 80 && !/[.!?:]$/.test(name) && leadingName(name) !== null;
  if (!isSigned && !(authors.has(name) && rest.length > 0)) return none;
  return { contributor: withRole(name), lines: [first.line], rest };
}

/** `Ines Barrow, Culture Editor` → a name and a role. */
function withRole(text: string): Contributor {
  const comma = text.indexOf(", ");
  const role = comma < 0 ? "" : text.slice(comma + 2);
  if (!namesRole(role) || role.includes(", ")) return contributor(text);
  return { ...contributor(text.slice(0, comma)), role };
}

/** `43 min: The corner comes to nothing.` under a stamp, or where there is none. */
function openingMinute(rows: readonly BodyRow[]): { stamp: PrintedStamp; rows: readonly BodyRow[] } | null {
  const at = rows.findIndex(({ text }) => !isResidue(text));
  const first = rows[at];
  if (first === undefined || first.bullet) return null;
  const seen = sightingOn({ ...first, indent: 0 }, at);
  if (seen === null || seen.reading.form !== "minute" || seen.place !== "inline" || seen.rest === "") return null;
  return {
    stamp: seen.reading.stamp,
    rows: [...rows.slice(0, at), { ...first, text: seen.rest }, ...rows.slice(at + 1)],
  };
}

function withMinute(seen: Sighting | null, minute: PrintedStamp | null): PrintedStamp | null {
  const stamp = seen?.reading.stamp ?? null;
  if (minute === null || stamp === null) return stamp ?? minute;
  return { ...stamp, printed: `${stamp.printed}, ${minute.printed}`, minute: minute.minute };
}
