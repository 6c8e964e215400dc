import type { Line } from "../../model/source.ts";
import { indentOf, isBlank, words } from "./lines.ts";
import { type StampedHeadline, splitHeadline } from "./stamp.ts";

/**
 * Where an entry of a structured dump starts:
 *
 *       1. Rain stops playpublished at 14:22 British Summer Time 23 April 2017
 *
 *       2. get involved                                                          a kicker: the headline follows
 *
 *         Your messagespublished at 14:20 British Summer Time 23 April 2017
 */
export interface Head {
  /** As printed. */
  readonly n: number;
  /** The line with the number. */
  readonly line: number;
  readonly kicker: string | null;
  /** The line with the headline; the same but for a kicker. */
  readonly headLine: number;
  readonly stamped: StampedHeadline;
  /** True where the file ends before the stamp. */
  readonly cut: boolean;
}

export interface Heads {
  readonly heads: readonly Head[];
  /** How far heads are indented; what stands inside an entry is indented further. */
  readonly indent: number;
}

const NUMBERED = /^(\d{1,5})\.(?:\s|$)/;

interface Numbered {
  readonly n: number;
  readonly text: string;
}

function numbered(line: Line): Numbered | null {
  const text = line.text.trimStart();
  const match = NUMBERED.exec(text.slice(0, 8));
  return match === null ? null : { n: Number(match[1]), text: words(text.slice(match[0].length)) };
}

/**
 * Finds the heads. A numbered line is one only when a stamp is glued to its text or to the line after it, and when it is
 * indented exactly as the first head: results inside a body (`1. Ines Barrow (Harwell)`) have no stamp and stand deeper.
 * The last line of a file that was cut off may be a head without its stamp, if its number is the next one.
 */
export function findHeads(lines: readonly Line[]): Heads {
  const heads: Head[] = [];
  const full = lines.filter((line) => !isBlank(line));
  let indent: number | null = null;

  full.forEach((line, at) => {
    const found = numbered(line);
    if (found === null || (indent !== null && indentOf(line.text) !== indent)) return;
    const head = stampedHead(line, found, full[at + 1]) ?? cutHead(line, found, full.slice(at + 1, at + 3), heads);
    if (head === null) return;
    indent ??= indentOf(line.text);
    heads.push(head);
  });
  return { heads, indent: indent ?? 0 };
}

function stampedHead(line: Line, { n, text }: Numbered, next: Line | undefined): Head | null {
  const own = splitHeadline(text);
  if (own !== null) return { n, line: line.number, kicker: null, headLine: line.number, stamped: own, cut: false };
  if (next === undefined || numbered(next) !== null) return null;
  if (indentOf(next.text) <= indentOf(line.text)) return null;
  const below = splitHeadline(next.text);
  return below === null
    ? null
    : { n, line: line.number, kicker: text === "" ? null : text, headLine: next.number, stamped: below, cut: false };
}

function cutHead(line: Line, { n, text }: Numbered, rest: readonly Line[], heads: readonly Head[]): Head | null {
  const [next] = rest;
  if (rest.length > 1 || n !== (heads.at(-1)?.n ?? 0) + 1) return null;
  if (next !== undefined && indentOf(next.text) <= indentOf(line.text)) return null;
  const headline = next === undefined ? text : words(next.text);
  return {
    n,
    line: line.number,
    kicker: next === undefined ? null : text,
    headLine: next?.number ?? line.number,
    stamped: { headline, stamp: null, printed: "", breaking: false },
    cut: true,
  };
}
