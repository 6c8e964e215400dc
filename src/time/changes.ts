import { Temporal } from "temporal-polyfill";
import type { LiveBlog, LiveBlogCard, Post } from "../model/live-blog.ts";
import type { Instant, Moment, Stamp } from "../model/stamp.ts";
import { rfc3339 } from "./zones.ts";

/** What is said to have changed when nothing at all is known of when. */
const UNKNOWN: Moment = { text: "1970-01-01T00:00:00Z", epoch: 0 };

/** Rules that only find the day of a clock time that was printed. One that finds the time itself proves nothing. */
const DAY_RULES: ReadonlySet<string> = new Set([
  ...["neighbour-date", "older-page-date", "live-blog-date", "page-date", "summary-date", "midnight"],
]);

/**
 * The instant of a stamp that machines may be told as a fact; null where it is about, inferred from a pointer, or where no
 * day is known. Pages show such times too, but say in words what they are; data has no words for that.
 */
export function provedInstant(stamp: Stamp | null): Instant | null {
  if (stamp === null) return null;
  const { origin, instant } = stamp;
  if (origin.kind === "author" && origin.approximate) return null;
  if (origin.kind === "inferred" && !DAY_RULES.has(origin.rule)) return null;
  return instant;
}

const momentOf = (instant: Instant): Moment => ({ text: rfc3339(instant), epoch: instant.epoch });

/** A day as a moment: its first one, in UTC. */
function dayStart(date: string): Moment {
  const text = `${date}T00:00:00Z`;
  return { text, epoch: Temporal.Instant.from(text).epochMilliseconds };
}

/** The latest of several moments; null of none. */
export function latest(moments: readonly Moment[]): Moment | null {
  return moments.reduce<Moment | null>((last, next) => (last === null || next.epoch > last.epoch ? next : last), null);
}

/** When a post was corrected, or something of it added after the day; null where it never was. */
export function editedAt({ corrections, added, notes }: Post): Moment | null {
  const additions = [added, ...notes.map((note) => note.added)].flatMap((addition) => addition ?? []);
  return latest([...corrections, ...additions].map(({ date }) => dayStart(date)));
}

/** When a live blog and each of its posts last changed. */
export interface Changes {
  readonly liveBlog: Moment;
  /** Of every post, by its id. */
  readonly posts: ReadonlyMap<string, Moment>;
}

/**
 * When things last changed, as far as the sources say; no clock is asked and no file's date. A post changes when it is
 * published, corrected or added to. One without a time takes the latest instant that is possible: what closes its
 * bracket, else the next timed post, else the newest post, else the live blog's day.
 */
export function changesOf({ timeline, corrections, date }: LiveBlog): Changes {
  const posts = timeline.flatMap((item) => (item.kind === "post" ? [item.post] : []));
  const stamps = posts.flatMap(({ stamp }) => (stamp?.instant ? [momentOf(stamp.instant)] : []));
  const floor = latest(stamps) ?? (date === null ? UNKNOWN : dayStart(date));
  const changes = new Map<string, Moment>();
  let next: Moment | null = null;
  for (const post of posts.toReversed()) {
    const own = post.stamp?.instant ?? null;
    const closing = post.bracket?.before?.instant ?? null;
    if (own !== null) next = momentOf(own);
    const happened: Moment = own === null && closing !== null ? momentOf(closing) : (next ?? floor);
    changes.set(post.id, latest([happened, editedAt(post) ?? happened]) ?? happened);
  }
  const edits = corrections.map((correction) => dayStart(correction.date));
  return { liveBlog: latest([floor, ...edits, ...changes.values()]) ?? floor, posts: changes };
}

/**
 * The same for data that has no word for "about" or "inferred": the latest proved instant, correction or addition.
 * Null where there is none.
 */
export function provedChange({ timeline, corrections }: LiveBlog): Moment | null {
  const posts = timeline.flatMap((item) => (item.kind === "post" ? [item.post] : []));
  const moments = posts.flatMap((post) => {
    const instant = provedInstant(post.stamp);
    return [instant === null ? null : momentOf(instant), editedAt(post)].filter((moment) => moment !== null);
  });
  return latest([...moments, ...corrections.map((correction) => dayStart(correction.date))]);
}

/** When the newest of several live blogs last changed. */
export function newestChange(cards: readonly LiveBlogCard[]): Moment {
  return latest(cards.map(({ updated }) => updated)) ?? UNKNOWN;
}
