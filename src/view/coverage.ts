import type { LiveBlog } from "../model/live-blog.ts";
import type { Instant } from "../model/stamp.ts";
import type { Words } from "../model/strings.ts";
import { momentInWords } from "./dates.ts";
import { listed } from "./wording.ts";

const clock = ({ time, zone }: Instant, words: Words): string => words.say("time.zoned", { time, zone });
const moment = (at: Instant, words: Words): string => momentInWords(clock(at, words), at.date, words);

/** `08:24`, `14:22 BST on Sunday 23 April 2017`: both ends, with a second day or zone only where there is one. */
function stretch(from: Instant, to: Instant, words: Words): { readonly from: string; readonly to: string } {
  const end = moment(to, words);
  if (from.date !== to.date) return { from: moment(from, words), to: end };
  return { from: from.zone === to.zone ? from.time : clock(from, words), to: end };
}

/** What is preserved, and no more than that (reader.md, "A live blog's page" 2). */
function span({ coverage, openStart, dumps }: LiveBlog, words: Words): string {
  const say = (key: string, values = {}): string =>
    dumps.length > 0 ? words.say(`coverage.dumps.${key}`, values) : words.say(`coverage.files.${key}`, values);
  if (coverage === null) return say("untimed");
  const { from, to } = coverage;
  if (from.epoch === to.epoch) return say(openStart ? "ends" : "moment", { moment: moment(to, words) });
  return say(openStart ? "open" : "span", stretch(from, to, words));
}

/** The parts of the coverage line, to be joined by dots. */
export function coverageLine(liveBlog: LiveBlog, count: number, words: Words): readonly string[] {
  const { dumps, files } = liveBlog;
  const sources = [
    ...(dumps.length > 0 ? [words.say("count.dumps", { count: dumps.length })] : []),
    ...(files.length > 1 ? [words.say("count.files", { count: files.length - 1 })] : []),
  ];
  const posts = words.say("count.posts", { count });
  const pages = dumps.flatMap(({ page }) => (page === null ? [] : [page])).sort((a, b) => a - b);
  const printed = listed(pages.map(String), words);
  return [
    span(liveBlog, words),
    sources.length === 0 ? posts : words.say("coverage.sources", { posts, sources: listed(sources, words) }),
    ...(pages.length > 0 ? [words.say("coverage.pages", { count: pages.length, pages: printed })] : []),
  ];
}

/** A local date-time of `event:` as its parts. */
const localMoment = (local: string): { readonly date: string; readonly time: string } => ({
  date: local.slice(0, 10),
  time: local.slice(11, 16),
});

/** When and where the event itself was. A day is said where it is not the live blog's, or where there are two. */
export function eventLine({ event, date }: Pick<LiveBlog, "event" | "date">, words: Words): string | null {
  if (event === null) return null;
  const known = [event.start, event.end].flatMap((local) => (local === null ? [] : [localMoment(local)]));
  const oneDay = known.every((when) => when.date === (date ?? known[0]?.date));
  const [first, second] = known.map((when) => (oneDay ? when.time : momentInWords(when.time, when.date, words)));
  const { venue } = event;
  const when = eventTimes(first, second, event.start === null, words);
  const facts = when !== null && venue !== null ? words.say("event.where", { when, venue }) : (when ?? venue);
  return facts === null ? null : words.say("event.line", { facts });
}

/** @param endOnly whether the one time that is known is the end */
function eventTimes(from: string | undefined, to: string | undefined, endOnly: boolean, words: Words): string | null {
  if (from === undefined) return null;
  if (to !== undefined) return words.say("event.span", { from, to });
  return endOnly ? words.say("event.until", { to: from }) : words.say("event.from", { from });
}
