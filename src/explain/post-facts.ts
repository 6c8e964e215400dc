import { targetOf } from "../archive/amend.ts";
import type { Amendment } from "../model/authored.ts";
import type { Origin, Post } from "../model/live-blog.ts";
import { linkOf, postsOf, type Setting } from "./setting.ts";
import type { PostFacts, Source } from "./shapes.ts";
import { stampFacts } from "./stamp-facts.ts";

/** The post that a line of a dump went into, or null. */
export function postAt(setting: Setting, file: string, line: number): Post | null {
  const holds = (origin: Origin): boolean =>
    origin.kind === "dump" && origin.file === file && origin.start <= line && line <= origin.end;
  return postsOf(setting).find(({ origins }) => origins.some(holds)) ?? null;
}

/** Where a post was read. */
export function sourcesOf({ origins }: Post): readonly Source[] {
  return origins.map((origin) =>
    origin.kind === "dump"
      ? { file: origin.file, start: origin.start, end: origin.end }
      : { file: origin.file, start: null, end: null },
  );
}

/** A post, everything that made it what it is, and why it stands where it does. */
export function postFacts(post: Post, setting: Setting): PostFacts {
  const posts = postsOf(setting);
  const at = posts.indexOf(post);
  const { id, aliases, headline, opening, captures } = post;
  return {
    ...{ id, aliases, headline, opening },
    link: linkOf(post, setting),
    sources: sourcesOf(post),
    captures: captures.map(({ file, start, end }) => ({ file, start, end })),
    amendedBy: amendmentsOf(post, setting).map((amendment) => ({
      file: amendment.file,
      changes: changesOf(amendment),
    })),
    stamp: stampFacts(post, setting),
    stands: standing(post, setting),
    previous: posts[at - 1]?.id ?? null,
    next: posts[at + 1]?.id ?? null,
  };
}

/** The author's files that amend a post. */
function amendmentsOf(post: Post, { sources: { folder } }: Setting): readonly Amendment[] {
  return (folder?.amendments ?? []).filter((amendment) => targetOf(amendment, [post]) !== null);
}

/** What an amendment says of its post: the keys that it gives, and whether it adds a note. */
export function changesOf(amendment: Amendment): readonly string[] {
  const keys = ["headline", "time", "labels", "key", "contributor", "embed", "image"] as const;
  const given: readonly string[] = keys.filter((key) => amendment[key] !== null);
  const lists: readonly string[] = (["corrections", "aliases"] as const).filter((key) => amendment[key].length > 0);
  return [...given, ...lists, ...(amendment.body.length > 0 ? ["a note beneath"] : [])];
}

/** Why a post stands where it does in the timeline, as a sentence. */
function standing(post: Post, { sources: { folder } }: Setting): string {
  const [origin] = post.origins;
  const file = folder?.posts.find((other) => other.file === origin.file);
  if (file !== undefined && file.placement !== null) {
    return `right ${file.placement.side} ${file.placement.post}: its file says so`;
  }
  if (post.stamp?.instant != null) return "by its time; equal minutes keep the page's order, dumps before authors";
  const { after, before } = post.bracket ?? { after: null, before: null };
  const bounds = [
    after === null ? null : `after ${after.time}`,
    before === null ? null : `before ${before.time}`,
  ].filter((bound) => bound !== null);
  const known = bounds.length === 0 ? "nothing of its time is known" : `it came ${bounds.join(" and ")}`;
  const what = post.stamp === null ? "it has no time" : "its time cannot be placed";
  return `in the order of its page, with the posts beside it there: ${what}, and ${known}`;
}
