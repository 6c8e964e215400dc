import type { Addition, Correction } from "../model/authored.ts";
import type { Directory } from "../model/directory.ts";
import type { Contributor } from "../model/dump.ts";
import type { Capture, Note, Post } from "../model/live-blog.ts";
import type { Words } from "../model/strings.ts";
import { encoded } from "./addresses.ts";
import { type BlockView, blockViews, type Surroundings } from "./blocks.ts";
import { dateInWords } from "./dates.ts";
import { offClockNote, type TimeView, timeNote, timeView } from "./stamp.ts";
import { clipped, listed, openingName } from "./wording.ts";

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
  readonly labels: readonly NamedPage[];
  readonly contributor: (NamedPage & Pick<Contributor, "role">) | null;
  readonly blocks: readonly BlockView[];
  readonly notes: readonly { readonly heading: string; readonly blocks: readonly BlockView[] }[];
  /** What other dumps have of it in other words, folded up. */
  readonly captures: readonly CaptureView[];
  /** Sentences beneath the post: how its time came about, what was corrected, added, inferred. */
  readonly marks: readonly string[];
}

/** A name, and the address below the site's root of the page that it has; null where it has none. */
interface NamedPage {
  readonly name: string;
  readonly page: string | null;
}

/** Where the names on a post lead: its live blog's series decides which labels are topics. */
export interface PostLinks {
  readonly directory: Directory;
  readonly series: string | null;
}

interface CaptureView {
  /** `001.txt, lines 3 to 9` */
  readonly where: string;
  /** Its label and contributor; null where it has neither. */
  readonly about: string | null;
  readonly blocks: readonly BlockView[];
}

function captureView(
  { file, start, end, labels, contributor, blocks }: Capture,
  surroundings: Surroundings,
): CaptureView {
  const { words } = surroundings;
  const name = file.slice(file.lastIndexOf("/") + 1);
  const about = [...labels, contributor?.name, contributor?.role].filter((part) => part != null);
  return {
    where: words.say(start === end ? "post.capture-line" : "post.capture-lines", { file: name, start, end }),
    about: about.length === 0 ? null : about.join(" · "),
    blocks: blockViews(blocks, surroundings),
  };
}

/** Headlines of whole pages have been seen: a list of links says no more of one. */
const LONGEST_NAME = 200;

/** What a post is called in a list of links: its headline, or the words that it opens with; of one without words, what it is. */
export function postName({ headline, opening }: Pick<Post, "headline" | "opening">, words: Words): string {
  return clipped(headline ?? (opening === "" ? words.say("post.unnamed") : openingName(opening)), LONGEST_NAME);
}

function accessibleName(post: Post, time: TimeView | null, words: Words): string {
  const name = postName({ ...post, headline: null }, words);
  return time === null ? name : words.say("post.name", { time: time.text, words: name });
}

function addedMark({ date, by }: Addition, words: Words): string {
  const when = dateInWords(date, words);
  return by === null ? words.say("post.added", { date: when }) : words.say("post.added-by", { date: when, by });
}

/** When a post, or what stands below it, was added to the record, and by whom. */
export function additionMarks({ added, notes }: Post, words: Words): string[] {
  const ofNotes = notes.flatMap((note) => (note.added === null ? [] : [noteHeading(note.added, words)]));
  return [...(added === null ? [] : [addedMark(added, words)]), ...ofNotes];
}

function noteHeading(added: Addition | null, words: Words): string {
  if (added === null) return words.say("post.note");
  const [date, { by }] = [dateInWords(added.date, words), added];
  return by === null ? words.say("post.note-added", { date }) : words.say("post.note-added-by", { date, by });
}

/** `Corrected 3 May 2017: …` */
export function correctionMark({ date, text }: Correction, words: Words): string {
  return words.say("post.corrected", { date: dateInWords(date, words), text });
}

/** What an author changed of the record, in words; null where the note only adds. */
function changeMark({ changed, added }: Note, words: Words): string | null {
  if (changed.length === 0) return null;
  const parts = changed.map((name) => words.say(`post.part.${name}`) || name);
  const [what, who] = [listed(parts, words), added?.by ?? words.say("post.archive")];
  if (added === null) return words.say("post.changed", { what, who });
  return words.say("post.changed-on", { what, who, date: dateInWords(added.date, words) });
}

function marksOf(
  { stamp, offClock, certain, notes, corrections, added }: Post,
  { words, besideDumps }: Surroundings,
): string[] {
  // Whoever changed a time is named by the mark of that change.
  const ownTime = besideDumps && !notes.some(({ changed }) => changed.includes("time"));
  return [
    offClockNote(offClock, words),
    stamp === null ? null : timeNote(stamp, ownTime, words),
    certain ? null : words.say("post.start-inferred"),
    ...notes.map((note) => changeMark(note, words)),
    ...corrections.map((correction) => correctionMark(correction, words)),
    added === null ? null : addedMark(added, words),
  ].filter((mark) => mark !== null);
}

/** Old ids of a post. An amendment may give one that the post has anyway. */
export function aliasesOf({ id, aliases }: Post): readonly string[] {
  return [...new Set(aliases)].filter((alias) => alias !== id);
}

function named(name: string, path: string | null): NamedPage {
  return { name, page: path === null ? null : encoded(path) };
}

/** One post for its template. @param links null where its names lead nowhere, as in feeds */
export function postView(post: Post, around: Surroundings, links: PostLinks | null): PostView {
  const { id, headline, breaking, key, contributor } = post;
  const { words } = around;
  const surroundings: Surroundings = { ...around, pointers: around.pointersOf(id) };
  const time = post.stamp === null ? null : timeView(post.stamp, words);
  const notes = post.notes
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ blocks, added }) => ({
      heading: noteHeading(added, words),
      blocks: blockViews(blocks, surroundings),
    }));
  return {
    aliases: aliasesOf(post),
    ...{ id, time, headline, breaking, key, notes },
    labels: post.labels.map((label) => named(label, links?.directory.topicPath(links.series, label) ?? null)),
    contributor:
      contributor === null
        ? null
        : { ...named(contributor.name, links?.directory.personPath(contributor) ?? null), role: contributor.role },
    name: accessibleName(post, time, words),
    blocks: blockViews(post.blocks, surroundings),
    captures: post.captures.map((capture) => captureView(capture, surroundings)),
    marks: marksOf(post, around),
  };
}
