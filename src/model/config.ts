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
}
