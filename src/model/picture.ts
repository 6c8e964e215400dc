/** How large a picture shows, in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The files that stand beside a live blog's page, by name; null for one that is no picture or whose size is not known. */
export type Assets = ReadonlyMap<string, PictureSize | null>;
