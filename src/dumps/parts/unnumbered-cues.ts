import type { Habits } from "./reporting-draft.ts";
import type { Row } from "./reporting-rows.ts";
import { hasSentenceWord, isInCapitals, isPictureText, wordCount } from "./shapes.ts";
import { arePersonNames } from "./source-line.ts";

/** What the page around a short line tells about it. */
export interface UnnumberedPage {
  readonly rows: readonly Row[];
  readonly habits: Habits;
  /** The summary's bullets, folded: they repeat headlines. */
  readonly summary: ReadonlySet<string>;
  /** How often each line stands on the page. */
  readonly times: ReadonlyMap<string, number>;
}

/** A reason to take a short line for a headline, or against it. Weights are log-odds: 1.1 is three to one. */
interface Cue {
  readonly name: string;
  readonly weight: number;
  readonly holds: (text: string, above: string, page: UnnumberedPage) => boolean;
}

/** Most short lines amid paragraphs are headlines: pictures often lost their words. */
const PRIOR = 0.8;

const PICTURE_WORDS =
  /\b(?:graphic|image|picture|photo|photograph|map|chart|graph|screenshot|screengrab|logo|view|sign|scene|footage|cctv|illustration|artwork|poster|cartoon|portrait|getty|generic|file)\b/i;

const REACHES = /\d{5}|\d{3,4} \d{3}|[\w.]@\w|\bwww\.|\.(?:com|org|co\.uk)\b/;
const CALLS =
  /^(?:to|please|for more|tweet|e-?mail|text|call|dial|send|share|follow|click|watch|listen|find out|get in touch|you can) \p{Ll}/iu;

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const ENDING = /[!?…]['’]?$|\.\.\.['’]?$/;
const HANGS_ON = /^(?:he|she|it|they|his|her|its|their) /i;

/**
 * Why a short line amid paragraphs is a headline, and why it is not. Order means nothing: the weights of all that hold are
 * added. They are judgements, set on the example pages and on numbered pages with their numbers taken away.
 */
const CUES: readonly Cue[] = [
  { name: "speaks in a sentence", weight: 1, holds: (text) => hasSentenceWord(text) },
  { name: "ends in a mark", weight: 1, holds: (text) => ENDING.test(text) && wordCount(text) <= 6 },
  { name: "is a long exclamation", weight: -1.5, holds: (text) => ENDING.test(text) && wordCount(text) > 8 },
  { name: "has two sentences", weight: -2, holds: (text) => /[.!?…] ["'“‘]?\p{Lu}\p{Ll}+ \p{Ll}/u.test(text) },
  { name: "is long for a headline", weight: -1.2, holds: (text) => wordCount(text) > 12 },
  { name: "hangs on the line above", weight: -0.8, holds: (text) => HANGS_ON.test(text) },
  { name: "has a colon", weight: 1.5, holds: (text) => /^[^:]{2,40}: \S/.test(text) },
  { name: "quotes somebody", weight: 1.2, holds: (text) => /(?:^|\s)['‘]\S/.test(text) },
  { name: "opens with a date", weight: -2.5, holds: (text) => /^\d{1,4}(?: \p{L}{3,9}(?: \d{4})?)?: /u.test(text) },
  { name: "has a comma", weight: 0.4, holds: (text) => /, /.test(text) },
  { name: "is of a headline's length", weight: 0.5, holds: (text) => wordCount(text) >= 5 && wordCount(text) <= 12 },
  { name: "is in the summary", weight: 3, holds: (text, _, { summary }) => summary.has(fold(text)) },
  { name: "describes a picture", weight: -2, holds: (text) => isPictureText(text) },
  { name: "names a picture", weight: -2, holds: (text) => PICTURE_WORDS.test(text) && !/[!?:]/.test(text.slice(-1)) },
  { name: "is a name", weight: -2, holds: arePersonNames },
  { name: "is in capitals", weight: 1, holds: (text) => isInCapitals(text) },
  { name: "is one word", weight: -0.8, holds: (text) => wordCount(text) === 1 },
  { name: "comes again", weight: -3, holds: (text, _, { times }) => (times.get(text) ?? 0) > 1 },
  { name: "says how to reach somebody", weight: -2.5, holds: (text) => REACHES.test(text) },
  { name: "calls on readers", weight: -1.5, holds: (text) => CALLS.test(text) },
  { name: "stands where something was announced", weight: -1.4, holds: (_, above) => above.endsWith(":") },
];

/** A line that may be a headline, with the prior and the weights of all cues that hold. */
export interface Weighed {
  readonly at: number;
  readonly score: number;
  readonly cues: readonly string[];
}

/** Weighs one line of a page. */
export function weigh(page: UnnumberedPage, text: string, at: number): Weighed {
  const above = page.rows[at - 1]?.text ?? "";
  const holding = CUES.filter((cue) => cue.holds(text, above, page));
  const score = holding.reduce((sum, { weight }) => sum + weight, PRIOR);
  const names = holding.filter(({ weight }) => weight > 0).map(({ name }) => name);
  return { at, score, cues: ["a short line that is no sentence", ...names] };
}

/** How often each line stands on a page. */
export function lineCounts(rows: readonly Row[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { text } of rows) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

/** The summary's bullets as headlines are compared with them. */
export const foldedSummary = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.map(fold));
