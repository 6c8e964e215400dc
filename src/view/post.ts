import type { Addition, Correction } from "../model/authored.ts";
import type { Directory } from "../model/directory.ts";
import type { Contributor } from "../model/dump.ts";
import type { Capture, Note, Post } from "../model/live-blog.ts";
import { dateInWords } from "../time/calendar.ts";
import { encoded } from "./addresses.ts";
import { type BlockView, blockViews, type Surroundings } from "./blocks.ts";
import { offClockNote, type TimeView, timeNote, timeView } from "./stamp.ts";
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
  const name = file.slice(file.lastIndexOf("/") + 1);
  const about = [...labels, contributor?.name, contributor?.role].filter((part) => part != null);
  return {
    where: `${name}, ${start === end ? `line ${start}` : `lines ${start} to ${end}`}`,
    about: about.length === 0 ? null : about.join(" · "),
    blocks: blockViews(blocks, surroundings),
  };
}

/** What a post is called in a list of links: its headline, or the words that it opens with; of one without words, what it is. */
export function postName({ headline, opening }: Pick<Post, "headline" | "opening">): string {
  return headline ?? (opening === "" ? "post" : `${opening}…`);
}

function accessibleName(post: Post, time: TimeView | null): string {
  const words = postName({ ...post, headline: null });
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

function marksOf({ stamp, offClock, certain, notes, corrections, added }: Post): string[] {
  return [
    offClockNote(offClock),
    stamp === null ? null : timeNote(stamp),
    certain ? null : "Where this post begins is inferred.",
    ...notes.map(changeMark),
    ...corrections.map(correctionMark),
    added === null ? null : addedMark("Added to the archive", added),
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
export function postView(post: Post, surroundings: Surroundings, links: PostLinks | null): PostView {
  const { id, headline, breaking, key, contributor } = post;
  const time = post.stamp === null ? null : timeView(post.stamp);
  const notes = post.notes
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ blocks, added }) => ({
      heading: added === null ? "A note from the archive" : addedMark("A note from the archive,", added).slice(0, -1),
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
    name: accessibleName(post, time),
    blocks: blockViews(post.blocks, surroundings),
    captures: post.captures.map((capture) => captureView(capture, surroundings)),
    marks: marksOf(post),
  };
}
