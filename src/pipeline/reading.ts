import type { Markdown } from "../posts/markdown.ts";
import type { FoundSources } from "../read/find-sources.ts";

/** What both passes read with. */
export interface Reading {
  /** The site's root folder, absolute. */
  readonly root: string;
  readonly found: FoundSources;
  /** One for the whole build: making one costs more than most bodies do. */
  readonly markdown: Markdown;
  /** What a live blog is called that nobody named: its day, where that is known, and its first dump without `.txt`. */
  readonly untitled: (date: string | null, file: string) => string;
  /** Whether drafts are read as posts. */
  readonly drafts: boolean;
}
