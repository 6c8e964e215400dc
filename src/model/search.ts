/** What pages are called, by their addresses below the site's root. */
export type PageNames = ReadonlyMap<string, string>;

/** One post as the search index knows it: what is looked through, what a result shows, what results are narrowed by. */
export interface SearchRecord {
  /** Its address below the site's root: `regatta/#p-1108-red-flag`. */
  readonly url: string;
  /** BCP 47 tag whose word endings the index goes by. */
  readonly language: string;
  /** Its words, a line for each part. */
  readonly content: string;
  readonly meta: {
    readonly title: string;
    /** `11:08, Saturday 15 June 2019`; empty where neither is known. */
    readonly when: string;
    /** The live blog's title. */
    readonly from: string;
    /** Of its own words, where that is not the site's; else empty. */
    readonly lang: string;
  };
  /** Where a value is the address of a page, it goes by that page's name. */
  readonly filters: Readonly<Record<"blog" | "person" | "topic", readonly string[]>>;
  readonly sort: {
    /** Its place in the archive, oldest event first, as text that sorts. */
    readonly time: string;
  };
}
