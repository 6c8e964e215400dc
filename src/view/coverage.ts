import type { LiveBlog } from "../model/live-blog.ts";
import type { Instant } from "../model/stamp.ts";
import { dateInWords, weekday } from "../time/calendar.ts";
import { counted, listed } from "./wording.ts";

const day = ({ date }: { readonly date: string }): string => `${weekday(date)} ${dateInWords(date)}`;
const clock = ({ time, zone }: Instant): string => `${time} ${zone}`;

/** `08:24`, `14:22 BST on Sunday 23 April 2017`: both ends, with a second day or zone only where there is one. */
function stretch(from: Instant, to: Instant): readonly [from: string, to: string] {
  const end = `${clock(to)} on ${day(to)}`;
  if (from.date !== to.date) return [`${clock(from)} on ${day(from)}`, end];
  return [from.zone === to.zone ? from.time : clock(from), end];
}

/** What is preserved, and no more than that (reader.md, "A live blog's page" 2). */
function span({ coverage, openStart, dumps }: LiveBlog): string {
  const preserved = dumps.length > 0;
  if (coverage === null) return preserved ? "No times are preserved" : "No times are given";
  const { from, to } = coverage;
  if (from.epoch === to.epoch) {
    const moment = `${clock(to)} on ${day(to)}`;
    if (openStart)
      return `${preserved ? "What is preserved ends" : "Ends"} at ${moment}; the posts before it have lost their times`;
    return preserved ? `What is preserved is from ${moment}` : `From ${moment}`;
  }
  const [start, end] = stretch(from, to);
  if (openStart) return `${preserved ? "What is preserved begins" : "Begins"} before ${start} and runs to ${end}`;
  return `${preserved ? "What is preserved runs" : "Runs"} from ${start} to ${end}`;
}

/** The parts of the coverage line, to be joined by dots. */
export function coverageLine(liveBlog: LiveBlog, posts: number): readonly string[] {
  const { dumps, files } = liveBlog;
  const sources = [
    ...(dumps.length > 0 ? [counted(dumps.length, "dump")] : []),
    ...(files.length > 1 ? [counted(files.length - 1, "file")] : []),
  ];
  const pages = dumps.flatMap(({ page }) => (page === null ? [] : [page])).sort((a, b) => a - b);
  return [
    span(liveBlog),
    `${counted(posts, "post")}${sources.length > 0 ? ` from ${listed(sources)}` : ""}`,
    ...(pages.length > 0
      ? [`${pages.length === 1 ? "page" : "pages"} ${listed(pages.map(String))} of the original`]
      : []),
  ];
}

/** A local date-time of `event:` as its parts. */
const moment = (local: string): { readonly date: string; readonly time: string } => ({
  date: local.slice(0, 10),
  time: local.slice(11, 16),
});

/** When and where the event itself was. A day is said where it is not the live blog's, or where there are two. */
export function eventLine({ event, date }: Pick<LiveBlog, "event" | "date">): string | null {
  if (event === null) return null;
  const known = [event.start, event.end].flatMap((local) => (local === null ? [] : [moment(local)]));
  const oneDay = known.every((when) => when.date === (date ?? known[0]?.date));
  const [first, second] = known.map((when) => (oneDay ? when.time : `${when.time} on ${day(when)}`));
  const alone = event.start === null ? "until" : "from";
  const when = first === undefined ? "" : second === undefined ? `${alone} ${first}` : `${first} to ${second}`;
  const parts = [when, event.venue ?? ""].filter((part) => part !== "");
  return parts.length === 0 ? null : `The event itself: ${parts.join(", ")}`;
}
