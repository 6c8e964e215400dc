import type { KeyPlaces, LiveBlogFile } from "../model/authored.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";

/** A problem at a key of an author's file; at the file's first line where the key was not written. */
export function atKey(
  { file, places }: { readonly file: string; readonly places: KeyPlaces },
  key: string,
  problem: Pick<Diagnostic, "code" | "severity" | "message" | "hint">,
): Diagnostic {
  const place: Place = places.get(key) ?? { file, line: 1, column: 1, excerpt: null };
  return { ...place, ...problem };
}

/** A problem with one of the claims of an `index.md`, written as a plain name or as a group of keys. */
export function atClaim(index: LiveBlogFile, claim: number, problem: Parameters<typeof atKey>[2]): Diagnostic {
  const key = `dumps.${claim}`;
  return atKey(index, index.places.has(`${key}.file`) ? `${key}.file` : key, problem);
}

/** How many ids are worth naming in a hint. */
const NAMED = 3;

/** A hint that names the known ids that look most like the one that was not found. */
export function nearestIds(wanted: string, known: Iterable<string>): string {
  const wantedWords = new Set(wanted.split("-"));
  const score = (id: string): number => id.split("-").filter((word) => word !== "p" && wantedWords.has(word)).length;
  const nearest = [...known]
    .map((id) => ({ id, score: score(id) }))
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, NAMED);
  if (nearest.length === 0) return "`afterlive parse FILE` shows a dump's entries with their ids and lines";
  return `did you mean ${nearest.map(({ id }) => `"${id}"`).join(" or ")}?`;
}

/** The posts that a reference can lead to, by id, and those that are there and not published. */
export interface KnownIds {
  readonly known: ReadonlySet<string>;
  readonly drafts: ReadonlySet<string>;
}

/** The ids that drafts would have, by the stems of their files. */
export function draftIds(stems: readonly string[]): ReadonlySet<string> {
  return new Set(stems.map((stem) => `p-${stem}`));
}

/** Why a reference leads to no post, as the beginning of a sentence, and what to do. */
export function noSuchPost(
  wanted: string,
  { known, drafts }: KnownIds,
): { readonly why: string; readonly hint: string } {
  if (!drafts.has(wanted)) {
    return { why: `no post of this live blog has the id "${wanted}"`, hint: nearestIds(wanted, known) };
  }
  return {
    why: `the post "${wanted}" is a draft, and drafts are not published`,
    hint: "take `draft: true` out of its file, or name another post",
  };
}
