import type { Bracket, Gap, Post, TimelineItem } from "../model/live-blog.ts";
import type { Stamp } from "../model/stamp.ts";
import type { Words } from "../model/strings.ts";
import { dayInWords, hourInWords, momentInWords } from "./dates.ts";
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
  readonly rest: string;
}

/** What stands above an item of the timeline, and above those around it that have the same. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly clock: boolean;
}

function hourHeading(date: string, time: string, severalDays: boolean, words: Words): Heading {
  const at = time.slice(0, 2);
  const hour = hourInWords(at, words);
  const text = severalDays ? words.say("timeline.day-hour", { day: dayInWords(date, words), hour }) : hour;
  return { id: `_h-${date}-${at}`, text, clock: !severalDays };
}

/** `14:22`; where the live blog spans several days, `14:22 on Sunday 9 June 2019`. */
function bound(stamp: Stamp, severalDays: boolean, words: Words): string {
  const { text } = timeView(stamp, words);
  const { instant } = stamp;
  return severalDays && instant !== null ? momentInWords(text, instant.date, words) : text;
}

/** A bound in an id, the same in every language: `14-22`, `2019-06-09-about-14-22`. */
function boundId({ time, instant, origin }: Stamp, severalDays: boolean): string {
  const about = origin.kind === "author" && origin.approximate ? "about-" : "";
  return `${severalDays && instant !== null ? `${instant.date}-` : ""}${about}${time.replace(":", "-")}`;
}

function runHeading({ after, before }: Bracket, severalDays: boolean, words: Words): Heading {
  const id = [
    "_untimed",
    ...(after === null ? [] : [`after-${boundId(after, severalDays)}`]),
    ...(before === null ? [] : [`before-${boundId(before, severalDays)}`]),
  ].join("-");
  const sameDay = after?.instant != null && after.instant.date === before?.instant?.date;
  const text = words.say(runKey(after !== null, before !== null), {
    after: after === null ? "" : bound(after, severalDays && !sameDay, words),
    before: before === null ? "" : bound(before, severalDays, words),
  });
  return { id, text, clock: false };
}

function runKey(after: boolean, before: boolean): string {
  if (after) return before ? "timeline.between" : "timeline.after";
  return before ? "timeline.before" : "timeline.lost";
}

/** Null for what stands where its author put it: it belongs to whatever section it is in. */
function headingOf(item: TimelineItem, severalDays: boolean, words: Words): Heading | null {
  if (item.kind === "gap") return null;
  const { stamp, bracket } = item.post;
  if (stamp?.instant != null) return hourHeading(stamp.instant.date, stamp.time, severalDays, words);
  if (bracket !== null) return runHeading(bracket, severalDays, words);
  return stamp === null
    ? null
    : { id: `_clock-${stamp.time.replace(":", "-")}`, text: words.say("timeline.day-lost"), clock: false };
}

/** The sentence for a stretch that no dump holds; it claims no more than the page numbers prove. */
function gapView({ after, before, pages }: Gap, words: Words): GapView {
  const [between, later] = pages.length === 0 ? ["gap.perhaps", "gap.perhaps-after"] : ["gap.lost", "gap.lost-after"];
  const lead = after === null ? words.say(between) : words.say(later, { time: after.time });
  const next = before === null ? [] : [words.say("gap.next", { time: before.time })];
  return { lead, rest: [missing(pages, words), ...next].join(" ") };
}

function missing(pages: Gap["pages"], words: Words): string {
  if (pages.length === 0) return words.say("gap.pages-unknown");
  const said = pages.map(({ first, last }) =>
    first === last ? words.say("gap.page", { page: first }) : words.say("gap.pages", { first, last }),
  );
  return said.join(" ");
}

const notKnown = (words: Words): Heading => ({ id: "_untimed", text: words.say("timeline.unknown"), clock: false });

/** The heading of every item of a whole timeline; what has none of its own stays with what stands before it. */
export function headingsOf(timeline: readonly TimelineItem[], words: Words): ReadonlyMap<TimelineItem, Heading> {
  const days = new Set(
    timeline.flatMap((item) =>
      item.kind === "post" && item.post.stamp?.instant ? [item.post.stamp.instant.date] : [],
    ),
  );
  const own = timeline.map((item) => headingOf(item, days.size > 1, words));
  let heading = own.find((known) => known !== null) ?? notKnown(words);
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
  words: Words,
  view: (post: Post) => PostView,
  headings: ReadonlyMap<TimelineItem, Heading> = headingsOf(items, words),
  before: TimelineItem | null = null,
): readonly SectionView[] {
  const last = before === null ? undefined : headings.get(before)?.id;
  const used = new Map<string, number>();
  const sections: (SectionView & { readonly items: TimelineItemView[] })[] = [];
  let open: Heading | null = null;
  for (const item of items) {
    const heading = headings.get(item) ?? notKnown(words);
    if (open?.id !== heading.id) {
      const times = (used.get(heading.id) ?? 0) + 1;
      used.set(heading.id, times);
      const id = times === 1 ? heading.id : `${heading.id}-${times}`;
      const continued = sections.length === 0 && heading.id === last;
      sections.push({ id, heading: heading.text, clock: heading.clock, continued, items: [] });
      open = heading;
    }
    const shown: TimelineItemView =
      item.kind === "gap" ? { gap: gapView(item, words), post: null } : { gap: null, post: view(item.post) };
    sections.at(-1)?.items.push(shown);
  }
  return sections;
}
