import type { KeyPlaces } from "../model/authored.ts";
import type { Place } from "../model/diagnostic.ts";

/** Data as read from a file, and where each part of it stands. Paths are dotted: `summary.1.post`; the whole is ``. */
export interface Located {
  readonly data: unknown;
  /** Where each key stands. Items of a list have no key: they stand under their value. */
  readonly keys: KeyPlaces;
  /** Where each value begins; of a key with nothing after it, the key. */
  readonly values: KeyPlaces;
}

/** Turns offsets and line numbers of one text into places. */
export interface Placer {
  atOffset(offset: number): Place;
  at(line: number, column?: number): Place;
}

/** Line ends as `\n` only. Line numbers and columns stay what they were. */
export function withPlainLineEnds(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
}

/** A placer for a file's text, whose line ends are already plain. */
export function createPlacer(file: string, text: string): Placer {
  const lines = text.split("\n");
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }

  const at = (line: number, column = 1): Place => ({ file, line, column, excerpt: lines[line - 1] ?? null });
  return {
    at,
    atOffset(wanted) {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= wanted) low = middle;
        else high = middle - 1;
      }
      return at(low + 1, wanted - (starts[low] ?? 0) + 1);
    },
  };
}
