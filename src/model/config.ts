import type { Place } from "./diagnostic.ts";

/** `afterlive.config.json` after checking, every default filled in. */
export interface Config {
  /** Where the site will live, ending in a slash; null: no canonical links. */
  readonly url: string | null;
  /** The path part of that, for pages that can be served at any depth (404): `/` or `/project/`. */
  readonly basePath: string;
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag of the site's own words. */
  readonly lang: string;
  readonly publisher: string | null;
  /** Under which licence the authors' own words are, or its address; null where nobody says. */
  readonly licence: string | null;
  /** Whether posts can be searched. */
  readonly search: boolean;
  readonly embeds: EmbedsConfig;
  readonly feeds: FeedsConfig;
  /** Labels that have a page of their own wherever they stand. */
  readonly topics: readonly ListedTopic[];
}

/** A topic that the site's owner lists, and where that is written. */
export interface ListedTopic {
  readonly label: string;
  readonly place: Place;
}

/** Whose name stands in the ids of feeds and data (RFC 4151), so that they outlive a move of the site. */
export interface FeedsConfig {
  /** A host name or an e-mail address. */
  readonly authority: string;
  /** A day on which it was its owner's: `2026`, `2026-11` or `2026-11-21`. */
  readonly date: string;
}

/** What the site's owner says about other sites' things on its pages. */
export interface EmbedsConfig {
  /** Keys of providers whose things are only linked to. */
  readonly off: readonly string[];
  /** Hosts whose frames may be loaded on a reader's click, beside the known providers'. */
  readonly frames: readonly string[];
  /** Mastodon instances whose posts are embeds when their address stands alone. */
  readonly mastodon: readonly string[];
  /** The site's own host, which is never framed; null where nobody knows it. */
  readonly own: string | null;
  /** How long a reader's "always" is remembered. */
  readonly days: number;
  /** Whether readers without JavaScript can load an embed too. */
  readonly noscriptFrame: boolean;
}
