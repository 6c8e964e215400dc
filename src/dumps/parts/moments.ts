/**
 * What opens a post of a match that has no minute: a word for what happened, words in capitals, an over.
 */

/** Posts of a match that have a word where others have their minute. */
const MOMENT =
  /^(?:GOA+L|Goa+l|Preamble|Full[- ]time|Half[- ]time(?: in extra time)?|Extra[- ]time|Kick[- ]?off|Pe{2,}p(?: pe{2,}p)*|Penalty|Red card|Yellow card|HT|FT|ET)(?:[!:.,]|$| ?[|–-] )/i;

/** Whether a row opens with such a word. */
export const opensMoment = (text: string): boolean => MOMENT.test(text.slice(0, 40));

const OVER = /^\d{1,3}(?:st|nd|rd|th) over:/i;

/** `74th over: Four byes.`: whether a row opens so. A page that is told over by over has two such rows at least. */
export const opensOver = (text: string): boolean => OVER.test(text.slice(0, 12));

/** Whether the rows of a page tell a match over by over. */
export const countsOvers = (rows: readonly { readonly text: string }[]): boolean =>
  rows.filter(({ text }) => opensOver(text)).length > 1;

/** Why a post starts at such a row. */
export const OVER_CUE = "an over of the match opens it";

/**
 * `FULL TIME: A FINAL! 55 points …` → `FULL TIME: A FINAL!`: words in capitals that end in a colon or an exclamation mark, or
 * null. One word of them has four letters at least, or is a cry of three: `TRY!`.
 */
export function capitalsHead(text: string): string | null {
  let end = 0;
  let at = 0;
  let long = false;
  for (const word of text.slice(0, 160).split(" ")) {
    if (word !== word.toUpperCase() || !/[\p{Lu}\d]/u.test(word)) break;
    long ||= /\p{Lu}{4}|^\p{Lu}{3}!$/u.test(word);
    at += word.length + 1;
    if (/[:!]$/.test(word)) end = at - 1;
  }
  return end === 0 || !long ? null : text.slice(0, end);
}

const MOMENT_HEAD = /^(?:Preamble|(?:Full|Half|Extra)[- ]time(?: in extra time)?|Kick[- ]?off):(?= )/i;

/** What happened, behind words in capitals: the score and, in brackets, by whom and when. */
const SCORE = /^ [^.:!?()]{2,80} \([^()]{0,60}\d[^()]{0,40}\)(?= |$)/u;

/**
 * `Half-time: Back in fifteen.` → `Half-time:`; the same for words in capitals, with a score:
 * `GOAL! Harwell 1-0 Norley (Craik 24) What a run.` → `GOAL! Harwell 1-0 Norley (Craik 24)`.
 */
export function openingHead(text: string): string | null {
  const capitals = capitalsHead(text);
  if (capitals === null) return MOMENT_HEAD.exec(text.slice(0, 40))?.[0] ?? null;
  const score = capitals.endsWith("!") ? SCORE.exec(text.slice(capitals.length)) : null;
  return capitals + (score?.[0] ?? "");
}
