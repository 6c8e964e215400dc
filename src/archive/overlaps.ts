import type { Block } from "../model/block.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Capture } from "../model/live-blog.ts";
import type { PagePosts, Unplaced } from "./posts.ts";
import { blockWords, firstWords, folded, foldedWords } from "./words.ts";

const COMPARED_WORDS = 8;
/** Fewer words than this say too little to know a post by. */
const TELLING_WORDS = 4;
/** Of raw words this many hold the compared ones, whatever dashes stand between them. */
const LOOKED_AT = 40;

interface Marks {
  readonly date: string | null;
  readonly time: string | null;
  readonly headline: string | null;
  readonly opening: string;
  readonly words: number;
  readonly media: string;
}

/** Pictures, videos and embeds, in order: all that a post without words is known by. */
function mediaOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === "embed") return [JSON.stringify([block.kind, block.provider, block.url])];
    const isPicture = block.kind === "image" || block.kind === "video";
    return isPicture ? [JSON.stringify([block.kind, folded(blockWords(block))])] : [];
  });
}

/** What a post is known by. Quotation marks, dashes, spaces and upper case do not count: captures differ in those. */
function marksOf({ stamp, headline, blocks }: Unplaced): Marks {
  const opening = foldedWords(firstWords(blocks, LOOKED_AT)).slice(0, COMPARED_WORDS);
  return {
    date: stamp?.instant?.date ?? null,
    time: stamp?.time ?? null,
    headline: headline === null ? null : folded(headline),
    opening: opening.join("-"),
    words: opening.length,
    media: mediaOf(blocks).join("\n"),
  };
}

/** Nothing known of both speaks against it, and enough speaks for it. */
function same(a: Marks, b: Marks): boolean {
  const clash = (x: string | null, y: string | null): boolean => x !== null && y !== null && x !== y;
  if (clash(a.date, b.date) || clash(a.time, b.time) || clash(a.headline, b.headline)) return false;
  if (a.opening !== b.opening) return false;
  if (a.words >= TELLING_WORDS) return true;
  return a.time !== null && a.time === b.time && a.headline === b.headline && a.media === b.media;
}

/** Under which a post is looked up: its opening, and where that says too little all else that must be the same. */
function lookedUpBy({ opening, words, time, headline, media }: Marks): string {
  return words >= TELLING_WORDS ? opening : JSON.stringify([opening, time, headline, media]);
}

function amount({ blocks, headline, stamp, labels }: Unplaced): number {
  const words = blocks.map((block) => blockWords(block).length + 1).reduce((sum, length) => sum + length, 0);
  return words + labels.length + (headline?.length ?? 0) + (stamp === null ? 0 : 1);
}

/** What of a post can read differently from capture to capture. */
type Wording = Pick<Capture, "labels" | "contributor" | "blocks">;

const textOf = ({ blocks }: Wording): string => blocks.map(blockWords).join(" ");

/** Whether something of one wording would be lost if only the other were shown. Typography is not something. */
function readsDifferently(other: Wording, shown: Wording): boolean {
  if (folded(textOf(other)) !== folded(textOf(shown))) return true;
  const media = new Set(mediaOf(shown.blocks));
  if (mediaOf(other.blocks).some((one) => !media.has(one))) return true;
  const labels = new Set(shown.labels.map(folded));
  if (other.labels.some((label) => !labels.has(folded(label)))) return true;
  const who = ({ contributor }: Wording): string => folded(`${contributor?.name ?? ""} ${contributor?.role ?? ""}`);
  return other.contributor !== null && who(other) !== who(shown);
}

function captureOf({ origins: [origin], labels, contributor, blocks }: Unplaced): readonly Capture[] {
  if (origin.kind === "author") return [];
  return [{ file: origin.file, start: origin.start, end: origin.end, labels, contributor, blocks }];
}

/** One post of two readings: the fuller body, whatever either knows, both origins, both ids; what else was read, as it was. */
function joined(a: Unplaced, b: Unplaced): Unplaced {
  const [fuller, other] = amount(a) >= amount(b) ? [a, b] : [b, a];
  const shown = {
    labels: fuller.labels.length >= other.labels.length ? fuller.labels : other.labels,
    contributor: fuller.contributor ?? other.contributor,
    blocks: fuller.blocks,
  };
  const captures: Capture[] = [];
  for (const capture of [...fuller.captures, ...captureOf(other), ...other.captures]) {
    const isNew = [shown, ...captures].every((known) => readsDifferently(capture, known));
    if (isNew) captures.push(capture);
  }
  return {
    ...fuller,
    ...shown,
    aliases: [...fuller.aliases, ...(other.id === fuller.id ? [] : [other.id]), ...other.aliases],
    headline: fuller.headline ?? other.headline,
    stamp: fuller.stamp ?? other.stamp,
    breaking: fuller.breaking || other.breaking,
    certain: fuller.certain || other.certain,
    origins: [...fuller.origins, ...other.origins],
    captures,
  };
}

/** Pages after merging, and which pairs of them (by index) were found to overlap. */
export interface Merged {
  readonly pages: readonly PagePosts[];
  readonly touching: ReadonlySet<string>;
}

/** The key under which `Merged.touching` knows a pair of pages. */
export function pairKey(a: PagePosts, b: PagePosts): string {
  return [a.dump.file, b.dump.file].sort().join(" ");
}

/** A post on its way through the merging: where it stands, and the page whose reading of it came last. */
interface Known {
  readonly home: PagePosts;
  /** Of the post as joined so far: a time that one reading adds speaks against the next. */
  marks: Marks;
  post: Unplaced;
  last: PagePosts;
}

/**
 * Entries that two dumps of one live blog share become one post, which stays on the first of the pages given.
 * Known by their opening words, and by time and headline where both have them (dialects.md: pages overlap); with few or no
 * words they must share minute, headline, pictures and embeds.
 * Posts of the same dump are never merged. An entry that was edited between two captures shows the fuller text and keeps
 * the other among its `captures`.
 */
export function mergeOverlaps(pages: readonly PagePosts[]): Merged {
  const touching = new Set<string>();
  const byMarks = new Map<string, Known[]>();
  const merged = pages.map((page) => {
    const own: Known[] = [];
    for (const post of page.posts) {
      const marks = marksOf(post);
      const twin = byMarks.get(lookedUpBy(marks))?.find((known) => known.last !== page && same(known.marks, marks));
      if (twin === undefined) {
        own.push({ home: page, marks, post, last: page });
        continue;
      }
      twin.post = joined(twin.post, post);
      twin.marks = marksOf(twin.post);
      twin.last = page;
      touching.add(pairKey(twin.home, page));
    }
    for (const known of own) {
      const key = lookedUpBy(known.marks);
      const alike = byMarks.get(key);
      if (alike === undefined) byMarks.set(key, [known]);
      else alike.push(known);
    }
    return { page, own };
  });
  return { pages: merged.map(({ page, own }) => ({ ...page, posts: own.map(({ post }) => post) })), touching };
}

const SHOWN_WORDS = 6;

/**
 * Entries whose words differ from those that the page shows of their post.
 * Diagnostic: `entry-edited`, a note at the entry that is shown beneath the other.
 */
export function editedEntries(pages: readonly PagePosts[]): readonly Diagnostic[] {
  return pages
    .flatMap(({ posts }) => posts)
    .flatMap((post) => post.captures.map((capture) => entryEdited(capture, post)));
}

function entryEdited(capture: Capture, post: Unplaced): Diagnostic {
  const [shown] = post.origins;
  const place = shown.kind === "dump" ? `${shown.file}:${shown.start}` : shown.file;
  const [here, there] = firstDifference(textOf(capture), textOf(post));
  const what =
    here === there
      ? "its label, its contributor or something that it shows differs"
      : `here it says ${here}, there ${there}`;
  return {
    ...{ code: "entry-edited", severity: "note", file: capture.file, line: capture.start, column: 1, excerpt: null },
    message: `This is the same post as ${place}, and it was edited between the two captures: ${what}.`,
    hint: "Nothing to do: readers see the fuller of the two, and this one folded up beneath it.",
  };
}

/** A few words of either text from where they part. */
function firstDifference(a: string, b: string): readonly [string, string] {
  const words = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}'’‘]+/u).filter((word) => word !== "");
  const [one, other] = [words(a), words(b)];
  const parting = one.findIndex((word, at) => folded(word) !== folded(other[at] ?? ""));
  const at = parting === -1 ? one.length : parting;
  const quote = (from: readonly string[]): string => {
    const some = from.slice(at, at + SHOWN_WORDS).join(" ");
    return some === "" ? "nothing more" : `"${some}"`;
  };
  return [quote(one), quote(other)];
}
