import type { Config } from "../model/config.ts";
import type { LiveBlog, Post } from "../model/live-blog.ts";
import type { Words } from "../model/strings.ts";

/** What a page says of the rights in some words. */
export interface LicenceView {
  readonly lead: string;
  /** As its author wrote it; null where nobody has recorded one, which the lead says then. */
  readonly licence: string | null;
  /** Where the licence can be read; null where only its name is known. */
  readonly href: string | null;
}

/** The address that a licence is given by, such as `https://creativecommons.org/licenses/by/4.0/`; null where it is words. */
export function licenceAddress(licence: string): string | null {
  return /^https?:\/\/\S+$/.test(licence) && URL.canParse(licence) ? licence : null;
}

/** @param unknown key of what is said where nobody has recorded a licence */
export function licenceView(licence: string | null, unknown: string, words: Words): LicenceView {
  if (licence === null) return { lead: words.say(unknown), licence, href: null };
  return { lead: words.say("sources.licence"), licence, href: licenceAddress(licence) };
}

/** Under which licence each post is: that of the dump which has most of it, else that of what authors write here. */
export function licencesOf({ dumps }: LiveBlog, { licence: own }: Config): (post: Post) => string | null {
  const byFile = new Map(dumps.map(({ file, licence }) => [file, licence]));
  return ({ origins: [first] }) => (first.kind === "author" ? own : (byFile.get(first.file) ?? null));
}
