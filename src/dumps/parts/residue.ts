import { readDate } from "../../time/dates.ts";
import { readClock } from "./clock.ts";

/**
 * What the page around the posts leaves in a dump: buttons, menus, adverts, notices of players. Lines that are exactly one of
 * these, whatever their case, are nobody's words. The phrases are the interface's, not a story's, so they are the same on
 * every page of every publisher that uses them.
 */
const PHRASES: ReadonlySet<string> = new Set(
  [
    "share | share this | share this post | share article | share link | copy link | facebook | twitter | whatsapp | email | google plus",
    "share on facebook | share on twitter | share via email | share on google+ | share on linkedin | share on pinterest | link copied",
    "updated | updated at | last updated | update | live | live tv | live updates | live update | live blog | live feed | latest updates | latest posts",
    "advertisement | advertisement - scroll to continue | sponsored | promoted content | skip advertisement | ad",
    "read more | read more: | read full story | more on this story | related articles | related stories | continue reading",
    "show more | load more | see more | load more posts | view more | view comments | comments | comment | view more on twitter",
    "sort by: | sort by | latest first | oldest first | newest first | this event has now ended | auto update | auto-refresh on",
    "key event | key events | key posts | key moments | show key events only | pinned | pinned post | most viewed | filters (beta) | reverse order",
    "please turn on javascript to use this feature | please turn on javascript | jump directly to the content | jump to content",
    "skip to timeline | skip to content | skip to main content | submit a comment or question | join the live discussion",
    "sign up | subscribe | subscribe now | sign in | log in | register | follow | follow us | menu | search | close | print | save | by",
    "start reading | one app. | get all your news in one place. | 100’s of premium titles. | 100's of premium titles.",
    "oops! | something went wrong. | please try again later. | oops! something went wrong. | in this article:",
    "media playback is unsupported on your device | to view this video please enable javascript",
    "article share tools | view this post on instagram | view on twitter | viewing this page | latest post",
    "minuto descripción | minuto descripcion | compartir | publicidad",
  ].flatMap((row) => row.split(" | ")),
);

/** Longer than any of them. */
const LONGEST = 60;

/** `·22-min read` */
const READING_TIME = /·?\d{1,3}[- ]min(?:ute)? read$/;

/** Lines with something changing in them, in any case: how long the reading takes, when the post was made; and rules. */
const IN_ANY_CASE: readonly RegExp[] = [
  READING_TIME,
  /at \d{1,2}[.:]\d{2} ?(?:[ap]m)? [a-z]{2,4}$/,
  /\d{1,6} comments?$/,
  /[_=*–—-]{3,60}$/,
  /\(?(?:about )?\d{1,3} (?:minute|hour|day|month)s? later\)?$/,
];

/** The same, as printed: how a version differs. */
const AS_PRINTED: readonly RegExp[] = [
  /Version \d{1,5} Version \d{1,5}$/,
  /The Guardian(?: - \p{L}{2,12})?$/u,
  /This article is from the source /,
  /You can find the current article at its original source/,
  /The article has changed \d{1,5} times?\./,
];

/** One pattern of many, all at the start of a row: every row is tried, so it is tried once. */
const anyOf = (patterns: readonly RegExp[], flags: string): RegExp =>
  new RegExp(`^(?:${patterns.map(({ source }) => source).join("|")})`, flags);

const CHANGING: readonly RegExp[] = [anyOf(IN_ANY_CASE, "iu"), anyOf(AS_PRINTED, "u")];

/** Whether a row is left over from the page and no part of any post. */
export function isResidue(text: string): boolean {
  if (text.length <= LONGEST && PHRASES.has(text.toLowerCase().replace(/\.\.\.$|…$/, ""))) return true;
  const head = text.slice(0, LONGEST * 2);
  return CHANGING.some((pattern) => pattern.test(head)) || isUpdated(head) || isReference(text);
}

const UPDATED = /^(?:block-time updated-time ?|share)?\(?(?:last |live)?updated(?: at$| ?(?:at)?:? ?(?=[^ ]))/i;
/** `0146 GMT (0946 HKT) March 9, 2020`: a time on two clocks and a day. */
const MOST_TIMES = 3;

/** When the page was updated, and nothing else: `Updated at 17.40 BST`, but not `Updated 12 people were hurt`. */
function isUpdated(text: string): boolean {
  const words = UPDATED.exec(text)?.[0];
  if (words === undefined) return false;
  let rest = text.slice(words.length);
  for (let count = 0; count < MOST_TIMES && rest !== ""; count++) {
    const length = readClock(rest)?.length ?? readDate(rest)?.length ?? 0;
    if (length === 0) break;
    rest = rest.slice(length).replace(/^[ ,()|–—-]{1,4}/, "");
  }
  return rest === "";
}

const REFERENCE = /^(?:Related|Read more|READ MORE|Also read|MUST READ|Recommended): (?=["'‘“]?[\p{Lu}\d])/u;

/** What else to read, by its headline: `Related: Why nobody read the second report`. A sentence behind the word is the author's. */
const isReference = (text: string): boolean =>
  text.length <= LONGEST * 2 && REFERENCE.test(text) && !/[.…:;]["'”’)]{0,2}$/.test(text);

const ONLY_READING_TIME = anyOf([READING_TIME], "iu");

/** Whether a row says how long the reading takes. */
export const isReadingTime = (text: string): boolean => text.length <= LONGEST && ONLY_READING_TIME.test(text);

/** `Share`, `ShareUpdated at 17.40 BST`: rows that close the post above them; what follows is another post. */
const CLOSERS = /^(?:share|google plus)$|^shareupdated at(?: |$)/i;

export const closesPost = (text: string): boolean => CLOSERS.test(text) && isResidue(text);

/** Whether a row says of the post above that it was changed: it ends with that, and other posts end without. */
export const marksChange = (text: string): boolean => /^updated(?: at(?: |$)|$)/i.test(text) && isResidue(text);

/** Words with which live blogs name themselves. `live` is one at a title's start or end, before a mark, or with what it is. */
const LIVE =
  /^Live\b|\bLIVE\b|\b[Ll]ive(?=[!:,|]|$| [|–—-]|[- ]?(?:blog|updates?|commentary|coverage|text|scores?)\b)|\b[Aa]s[- ]it[- ]happened|\b[Mm]inute[- ]by[- ]minute|\b[Mm]inuto a minuto|\b[Ee]n direct/;
const LONGEST_TITLE = 200;

/** Whether a row can be the title of a live blog by what it calls itself: `Regatta day two – as it happened`. */
export const namesItself = (text: string): boolean =>
  text.length <= LONGEST_TITLE &&
  /^["'‘“¡\p{Lu}\d].* \S/u.test(text) &&
  !/[.:]$/.test(text) &&
  LIVE.test(text) &&
  !isResidue(text);

/** Whether a row is the title of a live blog: the first that names itself so, with nothing but leftovers of the page above. */
export const isTitle = (rows: readonly { readonly text: string }[], at: number): boolean =>
  namesItself(rows[at]?.text ?? "") && rows.slice(0, at).every(({ text }) => isResidue(text));
