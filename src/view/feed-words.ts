import { listed } from "./wording.ts";

/** What feeds say in words of their own, kept together for whoever translates it. */
export const FEED_WORDS = {
  untitled: "Post without words",
  breaking: "Breaking",
  keyMoment: "Key moment",
  data: "The same as data",
  pictureGone: "A picture stood here",
  videoGone: "A video stood here",
  notPreserved: "not preserved",
  lostLink: "(a link stood here; its address is not preserved)",
  picture: (credit: string) => `Picture: ${credit}`,
  timeLost: (after: string | null, before: string | null) => {
    const known = [after === null ? null : `after ${after}`, before === null ? null : `before ${before}`];
    const parts = known.filter((part) => part !== null);
    return parts.length === 0 ? "Time not preserved" : `Time not preserved: ${listed(parts)}`;
  },
  posts: (count: number) => `${count} ${count === 1 ? "post" : "posts"}`,
} as const;
