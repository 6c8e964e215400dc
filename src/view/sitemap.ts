import type { Config } from "../model/config.ts";
import type { LiveBlogCard } from "../model/live-blog.ts";
import { newestChange } from "../time/changes.ts";
import { addressesFrom } from "./addresses.ts";

/** One page as a sitemap lists it. */
export interface SitemapEntry {
  readonly address: string;
  /** RFC 3339; null where only a clock could tell. */
  readonly changed: string | null;
}

/** The pages of a site in the order of their addresses: the home page changes with its live blogs, theirs with them. */
export function sitemapView(
  config: Config,
  cards: readonly LiveBlogCard[],
  pages: readonly string[],
): readonly SitemapEntry[] {
  const address = addressesFrom(config, "./");
  const changes = new Map(cards.map(({ slug, updated }) => [slug, updated]));
  if (cards.length > 0) changes.set("", newestChange(cards));
  return pages.toSorted().map((page) => ({
    address: address(page),
    changed: changes.get(page.split("/", 1)[0] ?? "")?.text ?? null,
  }));
}
