import { callsToAct } from "../../phrases/calls-to-act.ts";
import { type FlatRow, mentions } from "./flat-rows.ts";
import { messageAuthor, wordCount } from "./shapes.ts";

/** A text row of a flat dump that might open an entry, and what stands around it. */
export interface Spot {
  readonly text: string;
  readonly above: FlatRow;
  readonly next: FlatRow | undefined;
  /** The rows above it that may belong to the same entry, nearest first: at most three, up to a sure start. */
  readonly recent: readonly FlatRow[];
  /** What it is about, and what each of the recent rows is. */
  readonly about: ReadonlySet<string>;
  readonly recentlyAbout: readonly ReadonlySet<string>[];
}

/** A reason for or against a start. Weights are log-odds: 1.1 is three to one, 2.2 nine to one. */
export interface Cue {
  readonly name: string;
  readonly weight: number;
  readonly holds: (spot: Spot) => boolean;
}

/** Without any cue three lines of four go on with the entry above. */
export const PRIOR = -1.2;

const head = (text: string): string => text.slice(0, 160);
const tail = (text: string): string => text.slice(-160);

const POINTER =
  /\b(?:read more|watch more|find out more|more here|click(?:ing)? here|in full|full (?:story|report|list)|catch up|you can (?:read|watch|follow)|everything you need to know|interactive|iplayer)\b|(?<!\b(?:from|out|up|over|in|to|are|is|was) )\bhere\.?(?:, external)?$|, external$/i;
const LINKED_PIECE = /\bthis (?:\p{L}+ ){0,2}(?:report|article|piece|feature|interview|story|gallery|quiz|guide)\b/iu;
const LOST_PICTURE = /\b(?:pictured|picture|photo|image|video|clip)s?\b.{0,20}\b(?:below|above|left|right)\b/i;
const LATECOMERS =
  /^(?:if you(?:'re|’re| are| have| haven['’]t|['’]ve)? (?:just|only|been|not|joining|haven['’]t|have|missed)|just joining|for those (?:of you|who|just)|in case you|welcome|good (?:morning|afternoon|evening)|hello)\b|^if you haven['’]t\b/i;
const FRESH_TIME =
  /^(?:a (?:few|couple of) (?:moments|minutes|hours) ago|all (?:morning|afternoon|evening|day|night)|this (?:morning|afternoon|evening)|(?:earlier|just now|moments ago))\b/i;
const TURN =
  /^(?:meanwhile|elsewhere|remember|back (?:in|at|to|on)|over (?:in|at|to)|away from|on that note|speaking of|moving on|next up)\b/i;
const TIMETABLE = /^\d{1,2}[:.]\d{2}\s?(?:[ap]m)?\s?[-–—·:]/i;
const HANGS_ON =
  /^(?:he|she|it|they|his|her|its|their|him|them|this|these|those|that|and|but|so|or|nor|yet|because|then|also|still|however|instead|as for that|who|which)\b/i;
const PRESENTS = /^(?:here['’]s|here are|here is|there['’]s|there are|there is)\b/i;
const ANAPHORA = /\b(?:that|this|those|these|such|he|she|his|her|their|it|its|him|them)\b/i;
const OPEN_QUOTE = /^["“]/;
const DOTS = /(?:\.\.|…)$/;

const firstWords = (text: string, count: number): string => text.split(" ", count).join(" ");

const isText = (row: FlatRow): boolean => row.kind === "text";

const isCall = (text: string): boolean => callsToAct(text.slice(0, 600));

const isPointer = (text: string): boolean => POINTER.test(tail(text)) || LINKED_PIECE.test(tail(text));

const isMessage = (text: string): boolean => messageAuthor(text) !== null;

/** What `Name: “…` quotes or `Name: …` answers, when a line just above speaks of that name. */
function speaksOn({ text, recent }: Spot): boolean {
  const author = messageAuthor(text);
  return author !== null && recent.some((row) => mentions(row.text, author));
}

/** A full name among the first words (`Olympian rower Ines Barrow`, `Nell and Tam`), or null. */
export function openingName(text: string): string | null {
  const first = text.split(" ", 8);
  for (let at = 0; at < Math.min(4, first.length - 1); at++) {
    const [one = "", two = "", three = ""] = first.slice(at, at + 3);
    // A comma after the first word makes it a list of names, not one.
    if (one.endsWith(",") || !isNameWord(one) || (at === 0 && COMMON_OPENERS.has(one.toLowerCase()))) continue;
    if (first[at - 1]?.toLowerCase() === "the") continue;
    if (isNameWord(two)) return `${one} ${two}`;
    if ((two === "and" || two === "&") && isNameWord(three)) return `${one} ${three}`;
  }
  return null;
}

const isNameWord = (word: string): boolean => /^\p{Lu}\p{Ll}[\p{L}'’-]*,?$/u.test(word);

/** Words that are capitalised because they open a sentence. */
const COMMON_OPENERS: ReadonlySet<string> = new Set(
  "the a an meet good great well big keep watch see in on at for from with as after before when while if but and so our your my we i you what who how why where there here this that these those congratulations thanks".split(
    " ",
  ),
);

const SMALL =
  /^(?:about|after|again|been|before|being|could|doing|from|going|have|here|just|like|more|most|much|only|over|some|such|than|that|their|them|then|there|these|they|this|those|today|what|when|where|which|while|will|with|would|your)$/;

/** What a text is about: its longer words, but for the commonest. */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .slice(0, 2000)
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 3 && !SMALL.test(word)),
  );

/** Goes on with the subject: the name it opens with was there, or several of its words were. */
function sharesSubject({ text, recent, about, recentlyAbout }: Spot): boolean {
  const name = openingName(text);
  if (name !== null && recent.some((row) => mentions(row.text, name))) return true;
  return recentlyAbout.some((words) => [...words].filter((word) => about.has(word)).length >= 3);
}

function newName(spot: Spot): boolean {
  const name = openingName(spot.text);
  return name !== null && !spot.recent.some((row) => mentions(row.text, name));
}

/** A few words with dots or a question mark behind them: a post's first line, never all of it. */
const isTeaser = (text: string): boolean =>
  DOTS.test(text) ? wordCount(text) <= 7 : text.endsWith("?") && wordCount(text) <= 6 && wordCount(text) >= 3;

/**
 * Why a line of text may open an entry, and why not. Order means nothing: the weights of all that hold are added.
 *
 * Where the weights come from: chosen by hand on the two flat seeds (39 entries, 15 of their starts without label or
 * contributor), where they give F1 1.00 against a segmentation that is itself judgement: that number says they fit, not
 * that they are right. Seed 001, flattened, has true boundaries and gives F1 0.87; tests/seeds.test.ts holds a floor
 * under it. They are common habits of live reporting, no phrases of those pages, but three pages are few. Subject change
 * is what is left, and weighs least.
 */
export const CUES: readonly Cue[] = [
  { name: "follows an embed", weight: 3, holds: ({ above }) => above.kind === "embed" },
  {
    name: "follows a video",
    weight: 2,
    holds: ({ above, recent }) => above.kind === "video" && recent[1]?.kind === "text",
  },
  { name: "follows a call to join in", weight: 2.6, holds: ({ above }) => isText(above) && isCall(above.text) },
  { name: "follows a pointer to more", weight: 1.6, holds: ({ above }) => isText(above) && isPointer(above.text) },
  {
    name: "follows a line that led to something lost",
    weight: 1.6,
    holds: ({ above }) => DOTS.test(above.text),
  },
  {
    name: "follows a picture that is gone",
    weight: 1.6,
    holds: ({ above }) => isText(above) && LOST_PICTURE.test(tail(above.text)),
  },
  {
    name: "follows readers' messages",
    weight: 1.4,
    holds: ({ text, above }) => isMessage(above.text) && !isMessage(text) && !isCall(text),
  },
  {
    name: "opens readers' messages",
    weight: 1.8,
    holds: ({ text, above }) => isMessage(text) && !isMessage(above.text) && !isCall(above.text),
  },
  { name: "speaks to readers who have just arrived", weight: 2.2, holds: ({ text }) => LATECOMERS.test(head(text)) },
  { name: "opens with a time", weight: 1.6, holds: ({ text }) => FRESH_TIME.test(head(text)) },
  { name: "opens with a turn", weight: 1.1, holds: ({ text }) => TURN.test(head(text)) },
  { name: "opens with a short teaser", weight: 2, holds: ({ text }) => isTeaser(text) },
  { name: "opens with a new name", weight: 1.1, holds: newName },
  { name: "the next line goes on about it", weight: 0.6, holds: ({ next }) => HANGS_ON.test(head(next?.text ?? "")) },

  { name: "is a line of a timetable", weight: -4, holds: ({ text }) => TIMETABLE.test(head(text)) },
  {
    name: "may say who spoke above",
    weight: -1.5,
    holds: ({ above }) => above.kind === "text" && OPEN_QUOTE.test(above.text),
  },
  { name: "opens with a quotation", weight: -3, holds: ({ text }) => OPEN_QUOTE.test(text) },
  { name: "hangs on the line above", weight: -3, holds: ({ text }) => HANGS_ON.test(head(text)) },
  {
    name: "presents what the line above announced",
    weight: -2,
    holds: ({ text, above }) => isText(above) && PRESENTS.test(head(text)),
  },
  { name: "quotes somebody just named", weight: -4, holds: speaksOn },
  { name: "goes on with messages", weight: -3, holds: ({ text, above }) => isMessage(text) && isMessage(above.text) },
  { name: "calls to join in", weight: -2, holds: ({ text }) => isCall(text) },
  { name: "points to more", weight: -2, holds: ({ text }) => isPointer(text) },
  { name: "shares its subject with the lines above", weight: -1.2, holds: sharesSubject },
  {
    name: "refers back",
    weight: -0.6,
    holds: ({ text }) => ANAPHORA.test(firstWords(text, 8).split(" ").slice(1).join(" ")),
  },
  {
    name: "would leave a teaser alone",
    weight: -1.5,
    holds: ({ above, recent }) => isTeaser(above.text) && recent[1]?.kind === "text",
  },
];
