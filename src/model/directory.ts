import type { Contributor } from "./dump.ts";

/** Which names and labels have a page of their own, and where it stands below the site's root. */
export interface Directory {
  /** `people/ines-barrow/`; null for who has none: a person without a role, a member of the public. */
  personPath(contributor: Contributor | null): string | null;
  /** `topics/class-one/`; null for a label that is no topic in its live blog. @param series the live blog's, or null */
  topicPath(series: string | null, label: string): string | null;
}
