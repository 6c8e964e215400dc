/** A post's time as a dump prints it, before anything is known of the live blog around it. */
export interface PrintedStamp {
  /** The words of the dump: `09:08 British Summer Time 23 April 2017`. */
  readonly printed: string;
  /** 24-hour `09:08`; null where the dump prints no clock time: it counts back (`relative`) or counts the match (`minute`). */
  readonly time: string | null;
  /** ISO `2017-04-23`; `--11-05` where no year is printed; null where no date is. */
  readonly date: string | null;
  /** As printed: `British Summer Time`. */
  readonly zone: string | null;
  /** RFC 3339 with offset where time, date and zone are all printed, or an epoch is; else null. */
  readonly published: string | null;
  /** A time that counts back from a moment nobody kept, as printed: `1 hr 8 min ago`, `yesterday`. */
  readonly relative: string | null;
  /** Minute of the match, added time behind a plus: `43`, `90+3`. */
  readonly minute: string | null;
}

/** A moment on the event's own clock, with the offset from UTC that makes it an instant. */
export interface Instant {
  /** `2017-04-23` on the event's clock. */
  readonly date: string;
  /** `09:08` on the event's clock. */
  readonly time: string;
  /** `+01:00`. */
  readonly offset: string;
  /** What readers call that offset there: `BST`; the offset itself where there is no such name. */
  readonly zone: string;
  /** Milliseconds since 1970-01-01T00:00:00Z, for ordering. */
  readonly epoch: number;
}

/** A moment as data prints it, and where it stands among others. */
export interface Moment {
  /** RFC 3339. */
  readonly text: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly epoch: number;
}

/** Who says so: the dump prints it, a named rule infers it, an author gives it. */
export type StampOrigin =
  | { readonly kind: "printed" }
  | { readonly kind: "inferred"; readonly rule: string }
  | { readonly kind: "author"; readonly approximate: boolean };

/** A post's time after merging: what it says, what it means, and who says so. */
export interface Stamp {
  /** 24-hour `09:08`, as shown. */
  readonly time: string;
  /** Null where a clock time is printed but no day can be proved. */
  readonly instant: Instant | null;
  readonly origin: StampOrigin;
}
