import { documentText } from "../html/markup.ts";
import type { Config } from "../model/config.ts";

/** An address as it is written in data. Half of a character, which none can hold, is what pages make of it. */
export function encoded(address: string): string {
  return encodeURI(documentText(address));
}

/**
 * Where something of the site is, for what is read outside its pages: absolute when the site's address is known, else
 * relative to the file that says it.
 * @param root from that file to the site's root: `./`, `../`
 */
export function addressesFrom({ url }: Config, root: string): (path: string) => string {
  return (path) => encoded((url ?? root) + path);
}

/**
 * A name for good (RFC 4151), which stays when the site moves:
 *
 *     tag:example.org,2026:regatta/p-1108-red-flag    a post
 *     tag:example.org,2026:regatta                    a live blog
 *     tag:example.org,2026:regatta/                   the feed of its posts
 *     tag:example.org,2026:/                          the feed of the site
 */
export function tagOf({ feeds: { authority, date } }: Config, specific: string): string {
  return `tag:${authority},${date}:${encoded(specific)}`;
}
