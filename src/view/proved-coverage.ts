import type { LiveBlog } from "../model/live-blog.ts";
import { provedInstant } from "../time/changes.ts";
import { instantIn, rfc3339 } from "../time/zones.ts";

/** A stretch of time, as far as it is proved. */
export interface Stretch {
  readonly start: string | null;
  readonly end: string | null;
}

/** When the event itself was, by its author's `event:`; with its offset where the live blog's zone is known. */
export function eventTimes({ event, timezone }: LiveBlog): Stretch {
  const at = (local: string | null): string | null => {
    if (local === null || timezone === null) return local;
    const instant = instantIn(local.slice(0, 10), local.slice(11, 16), timezone);
    return instant === null ? null : rfc3339(instant);
  };
  return { start: at(event?.start ?? null), end: at(event?.end ?? null) };
}

/** Whether one moment is not after another, as far as both are instants: in ms, or as text that has its offset. */
function isNotAfter(a: string | number | null | undefined, b: string | number | null | undefined): boolean {
  const [from, to] = [a, b].map((at) =>
    typeof at !== "string" ? at : /[+-]\d\d:\d\d$/.test(at) ? Date.parse(at) : null,
  );
  return from == null || to == null || from <= to;
}

/**
 * Where a live blog's coverage is proved to begin and end: by the event's own times, or by the page that came last. A post
 * from before the event began, or from after it ended, proves that the coverage was the longer of the two.
 */
export function provedCoverage(liveBlog: LiveBlog): Stretch {
  const { dumps, timeline } = liveBlog;
  // Page 1 of the original was the newest: its newest post is the last there was.
  const last = dumps.find(({ page }) => page === 1);
  const proved = timeline
    .flatMap((item) => {
      const instant = item.kind === "post" ? provedInstant(item.post.stamp) : null;
      const onLast = item.kind === "post" && item.post.origins.some(({ file }) => file === last?.file);
      return instant === null ? [] : [{ instant, onLast }];
    })
    .sort((a, b) => a.instant.epoch - b.instant.epoch);
  const newest = proved.findLast(({ onLast }) => onLast)?.instant;
  const [first, lastKnown] = [proved[0]?.instant, proved.at(-1)?.instant];
  const { start, end } = eventTimes(liveBlog);
  return {
    start: isNotAfter(start, first?.epoch) ? start : null,
    end: (isNotAfter(lastKnown?.epoch, end) ? end : null) ?? (newest === undefined ? null : rfc3339(newest)),
  };
}
