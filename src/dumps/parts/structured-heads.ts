import type { InkedLine } from "../dialect.ts";
import { hasStampMarker } from "./stamp.ts";

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
  /** Indexes among the inked lines: of the number, and of what stands under the headline. */
  readonly at: number;
  readonly below: number;
  /** The headline with the stamp glued to it. */
  readonly text: string;
  /** True where the file ends before the stamp. */
  readonly cut: boolean;
}

export interface Heads {
  readonly heads: readonly Head[];
  /** How far heads are indented; what stands inside an entry is indented further. */
  readonly indent: number;
}

const NUMBERED = /^(\d{1,5})\.(?: |$)/;

interface Numbered {
  readonly n: number;
  readonly text: string;
}

function numbered({ text }: InkedLine): Numbered | null {
  const match = NUMBERED.exec(text);
  return match === null ? null : { n: Number(match[1]), text: text.slice(match[0].length) };
}

/**
 * Finds the heads. A numbered line is one only when a stamp is glued to its text or to the line after it, and when it is
 * indented exactly as the first head: results inside a body (`1. Ines Barrow (Harwell)`) have no stamp and stand deeper.
 * The last line of a file that was cut off may be a head without its stamp, if its number is the next one.
 */
export function findHeads(inked: readonly InkedLine[]): Heads {
  const heads: Head[] = [];
  let indent: number | null = null;
  inked.forEach((line, at) => {
    if (indent !== null && line.indent !== indent) return;
    const found = numbered(line);
    if (found === null) return;
    const head = wholeHead(inked, at, found) ?? cutHead(inked, at, found, heads.at(-1)?.n ?? 0);
    if (head === null) return;
    indent ??= line.indent;
    heads.push(head);
  });
  return { heads, indent: indent ?? 0 };
}

function wholeHead(inked: readonly InkedLine[], at: number, { n, text }: Numbered): Head | null {
  const line = inked[at]?.line ?? 0;
  if (hasStampMarker(text)) return { n, line, kicker: null, headLine: line, at, below: at + 1, text, cut: false };
  const next = deeper(inked, at);
  if (next === null || !hasStampMarker(next.text) || numbered(next) !== null) return null;
  const kicker = text === "" ? null : text;
  return { n, line, kicker, headLine: next.line, at, below: at + 2, text: next.text, cut: false };
}

function cutHead(inked: readonly InkedLine[], at: number, { n, text }: Numbered, before: number): Head | null {
  if (at + 2 < inked.length || n !== before + 1) return null;
  const line = inked[at]?.line ?? 0;
  if (at + 1 === inked.length) {
    return { n, line, kicker: null, headLine: line, at, below: at + 1, text, cut: true };
  }
  const next = deeper(inked, at);
  if (next === null) return null;
  return { n, line, kicker: text, headLine: next.line, at, below: at + 2, text: next.text, cut: true };
}

/** The next line with words, where it is indented further than this one. */
function deeper(inked: readonly InkedLine[], at: number): InkedLine | null {
  const next = inked[at + 1];
  return next !== undefined && next.indent > (inked[at]?.indent ?? 0) ? next : null;
}
