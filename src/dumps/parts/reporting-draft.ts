import type { DumpBlock } from "../../model/block.ts";
import type { Contributor } from "../../model/dump.ts";
import type { Account, Role } from "./account.ts";
import { noticePart } from "./embed-notice.ts";
import type { Row } from "./reporting-rows.ts";
import {
  creditOf,
  imageCaptionOf,
  isCreditRun,
  isFurniture,
  isPlayer,
  videoCaptionOf,
  viewMoreOn,
} from "./reporting-words.ts";

/** What the page around a body tells about it. */
export interface Habits {
  /** Lines that open several of its posts: labels. */
  readonly recurring: ReadonlySet<string>;
  /** Whether it sets blank lines between blocks, so that a missing one means something. */
  readonly spaced: boolean;
  /** Its last line, which may be cut short. */
  readonly lastLine: number;
}

/** A body while it is read. */
export interface Draft {
  readonly rows: readonly Row[];
  readonly habits: Habits;
  readonly closesTight: boolean;
  readonly account: Account;
  readonly labels: string[];
  readonly blocks: DumpBlock[];
  contributor: Contributor | null;
  /** Whether anything but pictures has been read: labels and the contributor stand before that. */
  begun: boolean;
  /** What the post says before its rows, where the page sets below somebody's words whose they are; null on other pages. */
  readonly said: string | null;
  /** How many of its lines look like headings between paragraphs. */
  readonly subheadings: number;
}

/** Takes what starts at a row and says how many rows that were; 0 where it is not its kind of thing. */
export type Opener = (draft: Draft, row: Row, at: number) => number;

/** Adds a block and claims its lines. */
export function put(draft: Draft, block: DumpBlock, role: Role): void {
  draft.blocks.push(block);
  draft.begun ||= block.kind !== "image";
  draft.account.claim(block.start, block.end, role);
}

/** In front of an item of a list. */
export const BULLET = /^[•◦▪‣·]\s+/;

/** In front of somebody's words. */
export const QUOTE = /^(?:Quote Message|Neges dyfyniad): ?/i;

/** Whether a line is a mark of the page: nobody's headline, label, name or picture. */
export const isMark = (text: string): boolean =>
  BULLET.test(text) ||
  QUOTE.test(text) ||
  isFurniture(text) ||
  isPlayer(text) ||
  imageCaptionOf(text) !== null ||
  videoCaptionOf(text) !== null ||
  creditOf(text) !== null ||
  isCreditRun(text) ||
  viewMoreOn(text) !== null ||
  noticePart(text) !== null;
