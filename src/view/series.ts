import type { Listing } from "../model/live-blog.ts";

export interface LinkView {
  readonly href: string;
  readonly title: string;
}

/** A link to a live blog. */
export interface LiveBlogLink extends LinkView {
  /** Of its title; null for the site's. */
  readonly lang: string | null;
}

/** The live blogs before and after one in its series. */
export interface Neighbours {
  readonly previous: LiveBlogLink | null;
  readonly next: LiveBlogLink | null;
}

/** The neighbours of every live blog that has some, by its slug. */
export type Series = ReadonlyMap<string, Neighbours>;

/**
 * Lines the live blogs of each series up by their dates, those without one first. Made once a build: there can be thousands
 * of live blogs, and each asks. @param listings every live blog of the site
 */
export function seriesOf(listings: readonly Listing[]): Series {
  const lines = new Map<string, Listing[]>();
  for (const listing of listings) {
    const { series } = listing;
    if (series === null) continue;
    const line = lines.get(series);
    if (line === undefined) lines.set(series, [listing]);
    else line.push(listing);
  }
  const key = ({ date, slug }: Listing): string => `${date ?? ""} ${slug}`;
  const link = (other: Listing | undefined): LiveBlogLink | null =>
    other === undefined ? null : { href: `../${other.slug}/`, title: other.title, lang: other.lang };
  return new Map(
    [...lines.values()].flatMap((line) => {
      if (line.length < 2) return [];
      line.sort((a, b) => (key(a) < key(b) ? -1 : 1));
      return line.map(({ slug }, at): [string, Neighbours] => [
        slug,
        { previous: at === 0 ? null : link(line[at - 1]), next: link(line[at + 1]) },
      ]);
    }),
  );
}
