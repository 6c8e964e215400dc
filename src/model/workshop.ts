/** A folder that another program may fill while the site is made. It ends with the stage. */
export interface Workshop {
  /** Absolute; not there before that program makes it. */
  readonly folder: string;
  /** What stands in it: paths below it with forward slashes, sorted. */
  files(): readonly string[];
  read(path: string): Uint8Array;
}
