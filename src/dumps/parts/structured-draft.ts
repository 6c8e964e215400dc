import type { DumpBlock } from "../../model/block.ts";
import type { Contributor } from "../../model/dump.ts";
import type { InkedLine } from "../dialect.ts";
import type { Account, Role } from "./account.ts";
import { noticePart } from "./embed-notice.ts";

/** What stands under a head. */
export interface Body {
  readonly labels: readonly string[];
  readonly contributor: Contributor | null;
  readonly blocks: readonly DumpBlock[];
}

/** What the page tells about all of its bodies alike. */
export interface Surroundings {
  /** Lines that open several entries of the page: labels, whatever they look like. */
  readonly recurring: ReadonlySet<string>;
  /**
   * How many words a label may have that nothing marks as one. None on a page that names its contributors and has no labels:
   * it is news.
   */
  readonly labelWords: number;
  /** Whether the page sets blank lines as the grammar says, so that a missing one means something. */
  readonly spaced: boolean;
  /** How far heads are indented: what stands no further right is no part of a body. Below 0 everything is. */
  readonly indent: number;
  /** False before the first entry, where there are neither labels nor contributors. */
  readonly inEntry: boolean;
}

/** A line of a body. Its text is empty where it is no part of it: no opener takes such a line or reaches across it. */
export type Row = InkedLine;

/** A body while it is read. */
export interface Draft {
  readonly rows: readonly Row[];
  readonly around: Surroundings;
  readonly account: Account;
  /** Whether the next head follows the last row without a blank. */
  readonly closesTight: boolean;
  readonly labels: string[];
  readonly blocks: DumpBlock[];
  contributor: Contributor | null;
  /** Whether anything but pictures has been read: labels and the contributor stand before that. */
  begun: boolean;
  /** How many of its lines look like headings between paragraphs. */
  readonly subheadings: number;
}

/** Takes what starts at a row and says how many rows that were; 0 where it is not its kind of thing. */
export type Opener = (draft: Draft, at: number) => number;

/** Adds a block and claims its lines. */
export function put(draft: Draft, block: DumpBlock, role: Role): void {
  draft.blocks.push(block);
  draft.begun ||= block.kind !== "image";
  draft.account.claim(block.start, block.end, role);
}

/** Labels and the contributor stand before the first words of the body; a picture may stand between. */
export const beforeText = (draft: Draft): boolean => draft.around.inEntry && !draft.begun;

/** Glued behind a picture's words, in front of whose picture it is. A line may end in it. */
export const IMAGE_SOURCE = ["Image source,", "Ffynhonnell y llun,"] as const;
/** Alone on a line, over what a picture shows. */
export const IMAGE_CAPTION = ["Image caption,", "Disgrifiad o'r llun,", "Disgrifiad o’r llun,"] as const;
/** Alone on a line, over what a video shows. */
export const MEDIA_CAPTION = ["Media caption,", "Disgrifiad,"] as const;

/** Alone on a line, over somebody's words. */
export const QUOTE_MARKERS: readonly string[] = ["Quote Message", "Neges dyfyniad"];

/** In front of an item of a list. */
export const BULLET = /^[•◦▪‣·]\s+/;

const MARKERS = [...IMAGE_CAPTION, ...MEDIA_CAPTION, ...QUOTE_MARKERS] as const;

/** Whether a line is a mark of the page: nobody's words. */
export const isMarker = (text: string): boolean =>
  text === "" || MARKERS.some((marker) => text.startsWith(marker)) || noticePart(text) !== null;
