import type { Contributor } from "../../model/dump.ts";
import type { BodyRow } from "./post-body.ts";
import type { Cut } from "./post-cuts.ts";
import { BY, isHeadlineShaped } from "./post-headline.ts";
import { isInCapitals, isOutlet, isPersonName, namesRole } from "./shapes.ts";
import { leadingName, sightingOn } from "./sightings.ts";

/** Who wrote a post, the rows that say so, and the post without them. */
export interface Signed {
  readonly contributor: Contributor | null;
  readonly rows: readonly BodyRow[];
  readonly cut: Cut;
}

const contributor = (name: string, role: string | null = null): Contributor => ({
  ...{ name, role, kind: isOutlet(name) ? "outlet" : "person" },
});

/**
 * A page's authors: those that its top names, the names alone between a headline and a body, and the names that stand alone
 * under its stamps, over a body, or over its stamps. Of the last one that comes again is no headline, nor is one where names
 * stand under headlines, and then none of them is.
 */
export function authorHabit(cuts: readonly Cut[], byline: readonly string[]): ReadonlySet<string> {
  const names = cuts.flatMap(({ stamp, headline, rows: [first, second] }) => {
    if (headline !== null) return isPersonName(headline.text) ? [headline.text] : [];
    const isAlone = stamp?.rest === "" && second !== undefined && first?.bullet === false;
    return isAlone && isPersonName(first.text) ? [first.text] : [];
  });
  const distinct = new Set(names);
  const signed = cuts.flatMap(({ rows }) => nameUnderHeadline(rows) ?? []);
  const areAuthors = signed.length > 0 || distinct.size < names.length;
  return new Set([...(areAuthors ? [...distinct, ...signed] : []), ...byline]);
}

/** The name alone between a post's headline and its body, or null. */
function nameUnderHeadline([head, name, body]: readonly BodyRow[]): string | null {
  if (head === undefined || name === undefined || body === undefined) return null;
  const isSigned = isHeadlineShaped(head.text) && !isPersonName(head.text) && isPersonName(name.text);
  return isSigned && ![head, name, body].some(({ bullet }) => bullet) && !isHeadlineShaped(body.text)
    ? name.text
    : null;
}

/** Takes the author out of a post: beside its stamp, in its first rows, in its last. */
export function takeAuthor(whole: Cut, authors: ReadonlySet<string>): Signed {
  if (whole.headline !== null && authors.has(whole.headline.text)) {
    const { headline } = whole;
    return { contributor: contributor(headline.text), rows: [headline], cut: { ...whole, headline: null } };
  }
  const last = signatureOf(whole);
  const cut = last === null ? whole : { ...whole, rows: whole.rows.slice(0, -1) };
  const rows = last === null ? [] : [last.row];
  const front = frontRows(cut, authors);
  const [name, role] = cut.rows;
  const own =
    front === 0 || name === undefined
      ? null
      : contributor(name.text, front === 2 && isRole(role, name) ? role?.text : null);
  const named = cut.stamp?.author ?? null;
  return {
    contributor: named === null ? (own ?? last?.contributor ?? null) : contributor(named),
    rows: [...cut.rows.slice(0, front), ...rows],
    cut: front === 0 ? cut : { ...cut, rows: cut.rows.slice(front) },
  };
}

/** A last row that names author and time a second time: `Ines Barrow22 July 2024 15:20`. */
function signatureOf({ stamp, rows }: Cut): { readonly row: BodyRow; readonly contributor: Contributor | null } | null {
  const row = rows.at(-1);
  const seen = stamp === null || row === undefined ? null : sightingOn({ ...row, indent: 0 }, 0);
  if (row === undefined || seen?.place !== "tail" || seen.reading.stamp.date === null) return null;
  return { row, contributor: seen.author === null ? null : contributor(seen.author) };
}

/** A line in capitals is a headline, whoever it names: `MAYOR CONCEDES`. */
const isRole = (row: BodyRow | undefined, name: BodyRow): boolean =>
  row !== undefined && !row.bullet && row.text !== name.text && namesRole(row.text) && !isInCapitals(row.text);

/**
 * How many rows in front are the author's: `  • Ines Barrow` over a headline; her name under the stamp where the page's authors
 * stand, or with her role or a headline below it; her name there twice, once as the words of her portrait.
 */
function frontRows({ stamp, rows: [first, second, third] }: Cut, authors: ReadonlySet<string>): number {
  if (first === undefined || second === undefined) return 0;
  const isName = isPersonName(first.text);
  if (stamp?.rest === "" && isName && second.text === first.text) return 2;
  if (stamp?.rest === "" && isName && !first.bullet && isRole(second, first) && third !== undefined) return 2;
  const isOverHeadline = isHeadlineShaped(second.text) && third !== undefined && !isHeadlineShaped(third.text);
  if (stamp?.rest === "" && isName && !first.bullet && isOverHeadline) return 1;
  if ((stamp === null || stamp.rest === "") && authors.has(first.text)) return 1;
  return first.bullet && !second.bullet && isName && isHeadlineShaped(second.text) ? 1 : 0;
}

/** `By Ines Barrow`, `From CNN's Ines Barrow` or the name of one of the page's authors as the first row under headline and stamp. */
export function contributorIn(
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
  return namesRole(role) && !role.includes(", ") ? contributor(text.slice(0, comma), role) : contributor(text);
}
