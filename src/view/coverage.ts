import type { LiveBlog } from "../model/live-blog.ts";
import type { Instant } from "../model/stamp.ts";
import { dateInWords, weekday } from "../time/calendar.ts";
import { counted, listed } from "./wording.ts";

const day = ({ date }: Instant): string => `${weekday(date)} ${dateInWords(date)}`;
const clock = ({ time, zone }: Instant): string => `${time} ${zone}`;

/** `08:24 to 14:22 BST on Sunday 23 April 2017`, with a second day or zone only where there is one. */
function stretch(from: Instant, to: Instant): string {
  if (from.date !== to.date) return `${clock(from)} on ${day(from)} to ${clock(to)} on ${day(to)}`;
  return `${from.zone === to.zone ? from.time : clock(from)} to ${clock(to)} on ${day(to)}`;
}

/** What is preserved, and no more than that (reader.md, "A live blog's page" 2). */
function span({ coverage, openStart, dumps }: LiveBlog): string {
  const preserved = dumps.length > 0;
  if (coverage === null) return preserved ? "No times are preserved" : "No times are given";
  const { from, to } = coverage;
  if (from.epoch === to.epoch) {
    const moment = `${clock(to)} on ${day(to)}`;
    if (openStart) return `What is preserved ends at ${moment}; the posts before it have lost their times`;
    return preserved ? `What is preserved is from ${moment}` : `From ${moment}`;
  }
  if (openStart) return `What is preserved begins before ${clock(from)} on ${day(from)} and runs to ${clock(to)}`;
  return `${preserved ? "What is preserved runs" : "Runs"} from ${stretch(from, to)}`;
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
