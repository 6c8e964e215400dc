import type { Post, Tempo, TempoStroke, TimelineItem } from "../model/live-blog.ts";
import { blockWords } from "./words.ts";

/** Below this there is nothing to see at a glance. */
const MIN_POSTS = 6;
const MIN_SPAN_MS = 2 * 60 * 60 * 1000;

/** A post of this many characters or more gets the full stroke. */
const FULL_STROKE = 900;

/** On other pages a live blog's map has at most this many strokes. */
const SMALL_STROKES = 100;

function weightOf({ blocks }: Post): number {
  const length = blocks.reduce((sum, block) => sum + blockWords(block).length, 0);
  return Math.min(1, length / FULL_STROKE);
}

/**
 * The tempo map of a live blog: where on the clock its posts stand, and which stretches are lost: gaps, and runs of
 * posts without times. Null below six timed posts or two hours.
 */
export function tempoOf(timeline: readonly TimelineItem[]): Tempo | null {
  const timed = timeline.flatMap((item) => (item.kind === "post" && item.post.stamp?.instant ? [item.post] : []));
  const instants = timed
    .flatMap(({ stamp }) => (stamp?.instant ? [stamp.instant] : []))
    .sort((a, b) => a.epoch - b.epoch);
  const [from, to] = [instants[0], instants.at(-1)];
  if (from === undefined || to === undefined || timed.length < MIN_POSTS) return null;
  const span = to.epoch - from.epoch;
  if (span < MIN_SPAN_MS) return null;
  const share = (epoch: number): number => (epoch - from.epoch) / span;
  const strokes = timed.map((post): TempoStroke => {
    const epoch = post.stamp?.instant?.epoch ?? from.epoch;
    return { post: post.id, share: share(epoch), weight: weightOf(post), key: post.key };
  });
  return { from, to, strokes, lost: lostOf(timeline, share) };
}

/** Stretches, as shares of the whole, that only gaps and posts without times fill. */
function lostOf(timeline: readonly TimelineItem[], share: (epoch: number) => number): Tempo["lost"] {
  const lost: { start: number; end: number }[] = [];
  let start: number | null = null;
  let known = 0;
  for (const item of timeline) {
    const bracketed = item.kind === "gap" || item.post.bracket !== null;
    if (bracketed) start ??= known;
    // What an author adds does not bring back what the dumps have lost.
    const record = item.kind === "post" && item.post.origins[0].kind === "dump";
    const instant = item.kind === "post" && record ? (item.post.stamp?.instant ?? null) : null;
    if (instant === null) continue;
    known = share(instant.epoch);
    if (start !== null && known > start) lost.push({ start, end: known });
    start = null;
  }
  return lost;
}

/** The same for other pages: neighbouring strokes drawn as one, no posts named. */
export function smallTempo(tempo: Tempo | null): Tempo | null {
  if (tempo === null) return null;
  const buckets = new Map<number, TempoStroke>();
  for (const { share, weight, key } of tempo.strokes) {
    const at = Math.min(SMALL_STROKES - 1, Math.floor(share * SMALL_STROKES));
    const before = buckets.get(at);
    const merged = { post: "", share: (at + 0.5) / SMALL_STROKES, key: key || before?.key === true };
    buckets.set(at, { ...merged, weight: Math.min(1, weight + (before?.weight ?? 0)) });
  }
  return { ...tempo, strokes: [...buckets].sort(([a], [b]) => a - b).map(([, stroke]) => stroke) };
}
