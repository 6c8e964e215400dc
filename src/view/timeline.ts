import type { Bracket, Gap, Post, TimelineItem } from "../model/live-blog.ts";
import type { Stamp } from "../model/stamp.ts";
import { dateInWords, weekday } from "../time/calendar.ts";
import type { PostView } from "./post.ts";
import { timeView } from "./stamp.ts";

export type TimelineItemView =
  | { readonly gap: GapView; readonly post: null }
  | { readonly gap: null; readonly post: PostView };

/** An hour of the timeline, or a run of posts whose times are lost. */
export interface SectionView {
  /** Begins with an underscore, as all ids that are no post's: no id of a post does, old or new. */
  readonly id: string;
  readonly heading: string;
  /** Whether the heading is a clock time, which is set as a numeral. */
  readonly clock: boolean;
  /** Whether the page before ends in it. */
  readonly continued: boolean;
  readonly items: readonly TimelineItemView[];
}

interface GapView {
  readonly lead: string;
  readonly rest: string | null;
}

/** What stands above an item of the timeline, and above those around it that have the same. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly clock: boolean;
}

function hourHeading(date: string, time: string, severalDays: boolean): Heading {
  const hour = time.slice(0, 2);
  const day = severalDays ? `${weekday(date)} ${dateInWords(date)}, ` : "";
  return { id: `_h-${date}-${hour}`, text: `${day}${hour}:00`, clock: !severalDays };
}

/** `14:22`; where the live blog spans several days, `14:22 on Sunday 9 June 2019`. */
function bound(stamp: Stamp, severalDays: boolean): { readonly text: string; readonly id: string } {
  const { text } = timeView(stamp);
  const date = severalDays ? (stamp.instant?.date ?? null) : null;
  const id = `${date === null ? "" : `${date}-`}${text.replaceAll(/[ :]+/g, "-")}`;
  return { text: date === null ? text : `${text} on ${weekday(date)} ${dateInWords(date)}`, id };
}

function runHeading({ after, before }: Bracket, severalDays: boolean): Heading {
  const [from, to] = [after, before].map((stamp) => (stamp === null ? null : bound(stamp, severalDays)));
  const sameDay = severalDays && after?.instant != null && after.instant.date === before?.instant?.date;
  const first = after !== null && sameDay ? timeView(after).text : from?.text;
  const id = `_untimed${from == null ? "" : `-after-${from.id}`}${to == null ? "" : `-before-${to.id}`}`;
  const known =
    from != null && to != null
      ? `Between ${first} and ${to.text}`
      : to != null
        ? `Before ${to.text}`
        : from != null
          ? `After ${from.text}`
          : "";
  return { id, text: known === "" ? "Times not preserved" : `${known}, times not preserved`, clock: false };
}

/** Null for what stands where its author put it: it belongs to whatever section it is in. */
function headingOf(item: TimelineItem, severalDays: boolean): Heading | null {
  if (item.kind === "gap") return null;
  const { stamp, bracket } = item.post;
  if (stamp?.instant != null) return hourHeading(stamp.instant.date, stamp.time, severalDays);
  if (bracket !== null) return runHeading(bracket, severalDays);
  return stamp === null
    ? null
    : { id: `_clock-${stamp.time.replace(":", "-")}`, text: "Day not preserved", clock: false };
}

/** The sentence for a stretch that no dump holds; it claims no more than the page numbers prove. */
function gapView({ after, before, pages }: Gap): GapView {
  const next = before === null ? null : `The next post preserved is from ${before.time}.`;
  const missing =
    pages === null
      ? "Which pages of the original these are is not known."
      : pages.first === pages.last
        ? `Page ${pages.first} of the original is missing.`
        : `Pages ${pages.first} to ${pages.last} of the original are missing.`;
  const where = after === null ? "what came between" : `what came after ${after.time}`;
  const lead = pages === null ? `Some of ${where} may not be preserved.` : `No dump preserves ${where}.`;
  return { lead, rest: [missing, next].filter((part) => part !== null).join(" ") };
}

const NOT_KNOWN: Heading = { id: "_untimed", text: "Times not known", clock: false };

/** The heading of every item of a whole timeline; what has none of its own stays with what stands before it. */
export function headingsOf(timeline: readonly TimelineItem[]): ReadonlyMap<TimelineItem, Heading> {
  const days = new Set(
    timeline.flatMap((item) =>
      item.kind === "post" && item.post.stamp?.instant ? [item.post.stamp.instant.date] : [],
    ),
  );
  const own = timeline.map((item) => headingOf(item, days.size > 1));
  let heading = own.find((known) => known !== null) ?? NOT_KNOWN;
  return new Map(
    timeline.map((item, at) => {
      heading = own[at] ?? heading;
      return [item, heading];
    }),
  );
}

/**
 * Cuts what a page shows of a timeline into sections.
 * @param before the last item of the page before, whose section may go on here
 */
export function sectionViews(
  items: readonly TimelineItem[],
  view: (post: Post) => PostView,
  headings: ReadonlyMap<TimelineItem, Heading> = headingsOf(items),
  before: TimelineItem | null = null,
): readonly SectionView[] {
  const last = before === null ? undefined : headings.get(before)?.id;
  const used = new Map<string, number>();
  const sections: (SectionView & { readonly items: TimelineItemView[] })[] = [];
  let open: Heading | null = null;
  for (const item of items) {
    const heading = headings.get(item) ?? NOT_KNOWN;
    if (open?.id !== heading.id) {
      const times = (used.get(heading.id) ?? 0) + 1;
      used.set(heading.id, times);
      const id = times === 1 ? heading.id : `${heading.id}-${times}`;
      const continued = sections.length === 0 && heading.id === last;
      sections.push({ id, heading: heading.text, clock: heading.clock, continued, items: [] });
      open = heading;
    }
    const shown: TimelineItemView =
      item.kind === "gap" ? { gap: gapView(item), post: null } : { gap: null, post: view(item.post) };
    sections.at(-1)?.items.push(shown);
  }
  return sections;
}
