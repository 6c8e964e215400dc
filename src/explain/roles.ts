import type { Role } from "../dumps/parts/account.ts";

interface RoleWords {
  /** What a line of that role is. */
  readonly means: string;
  /** What readers see of it. */
  readonly shown: string;
}

const IN_BODY = "where it stands in its post";
const ON_TOP = "above its post's words";

/** Every role of the ledger, in words. */
const ROLES: Readonly<Record<Role, RoleWords>> = {
  title: { means: "the page's own title", shown: "as the live blog's title, unless index.md gives another" },
  "summary-heading": { means: "the word above the summary's bullets", shown: "not: the page has a heading of its own" },
  summary: { means: "a bullet of the page's summary", shown: "in the live blog's summary" },
  byline: { means: "the line that names the reporters", shown: "at the head of the live blog" },
  headline: { means: "the head of a post: its headline, and the time where it stands with it", shown: ON_TOP },
  kicker: { means: "the head of a post, with a word such as Breaking", shown: ON_TOP },
  stamp: { means: "the time of a post, on a line of its own", shown: ON_TOP },
  label: { means: "a label: it names the thread that the post belongs to", shown: ON_TOP },
  contributor: { means: "who wrote or spoke the post", shown: ON_TOP },
  role: { means: "what the contributor above it is", shown: "beside the contributor's name" },
  paragraph: { means: "words of a post's body", shown: IN_BODY },
  list: { means: "an item of a list", shown: IN_BODY },
  quote: { means: "a quotation, or who spoke it", shown: IN_BODY },
  image: { means: "a picture, of which words are left", shown: "as the picture's words, where it stood" },
  "image-caption": { means: "what stood beneath a picture", shown: "as the picture's words, where it stood" },
  video: { means: "a video that is gone", shown: "as the video's caption, where it stood" },
  table: { means: "a row of a table", shown: IN_BODY },
  embed: {
    means: "the notice that stood where another site's thing was embedded",
    shown: "as that thing's placeholder; the notice's own words are left out, and counted at the foot of the page",
  },
  lead: { means: "the page's first line: headline and time of its newest post", shown: "above that post's words" },
  "lead-duplicate": {
    means: "the first line of the newest post, doubled above the summary",
    shown: "not: it stands in its post again; the foot of the page says so",
  },
  blank: { means: "a line without words", shown: "not: there is nothing on it" },
  boilerplate: { means: "the page's own furniture", shown: "not; the foot of the page counts such lines" },
  preamble: { means: "what stands before the first post", shown: 'at the foot of the page, under "About this page"' },
  unparsed: { means: "a line that no rule claims", shown: "as plain text, where it stands" },
};

/** A ledger role in words; one that this table does not know, by its name. */
export function roleWords(role: string): RoleWords {
  const known: Readonly<Record<string, RoleWords>> = ROLES;
  return known[role] ?? { means: role, shown: IN_BODY };
}
