import type { Addition, Correction } from "../model/authored.ts";
import type { Contributor } from "../model/dump.ts";
import type { Note, Post } from "../model/live-blog.ts";
import { dateInWords } from "../time/calendar.ts";
import { type BlockView, blockViews, type Surroundings } from "./blocks.ts";
import { type TimeView, timeNote, timeView } from "./stamp.ts";
import { listed } from "./wording.ts";

/** A post as `templates/partials/post.hbs` prints it. */
export interface PostView {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly time: TimeView | null;
  readonly headline: string | null;
  /** The accessible name of a post without a headline: its time and first words. */
  readonly name: string;
  readonly breaking: boolean;
  readonly key: boolean;
  readonly labels: readonly string[];
  readonly contributor: Contributor | null;
  readonly blocks: readonly BlockView[];
  readonly notes: readonly { readonly heading: string; readonly blocks: readonly BlockView[] }[];
  /** Sentences beneath the post: how its time came about, what was corrected, added, inferred. */
  readonly marks: readonly string[];
}

function nameOf({ opening }: Post, time: TimeView | null): string {
  const words = opening === "" ? "post" : opening;
  return time === null ? words : `${time.text}, ${words}`;
}

function addedMark(what: string, { date, by }: Addition): string {
  return `${what} ${dateInWords(date)}${by === null ? "" : ` by ${by}`}.`;
}

/** `Corrected 3 May 2017: …` */
export function correctionMark({ date, text }: Correction): string {
  return `Corrected ${dateInWords(date)}: ${text}`;
}

const CHANGED_WORDS: Readonly<Record<string, string>> = { embed: "link of the embed", image: "picture" };

/** What an author changed of the record, in words; null where the note only adds. */
function changeMark({ changed, added }: Note): string | null {
  if (changed.length === 0) return null;
  const what = listed(changed.map((name) => CHANGED_WORDS[name] ?? name));
  const who = added?.by == null ? "the archive" : added.by;
  const when = added === null ? "" : `, ${dateInWords(added.date)}`;
  return `Not in the original: ${what} (from ${who}${when}).`;
}

function marksOf({ stamp, certain, notes, corrections, added }: Post): string[] {
  return [
    stamp === null ? null : timeNote(stamp),
    certain ? null : "Where this post begins is inferred.",
    ...notes.map(changeMark),
    ...corrections.map(correctionMark),
    added === null ? null : addedMark("Added to the archive", added),
  ].filter((mark) => mark !== null);
}

/** One post for its template. */
export function postView(post: Post, surroundings: Surroundings): PostView {
  const { id, aliases, headline, breaking, key, labels, contributor } = post;
  const time = post.stamp === null ? null : timeView(post.stamp);
  const notes = post.notes
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ blocks, added }) => ({
      heading: added === null ? "A note from the archive" : addedMark("A note from the archive,", added).slice(0, -1),
      blocks: blockViews(blocks, surroundings),
    }));
  return {
    ...{ id, aliases, time, headline, breaking, key, labels, contributor, notes },
    name: nameOf(post, time),
    blocks: blockViews(post.blocks, surroundings),
    marks: marksOf(post),
  };
}
