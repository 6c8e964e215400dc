import type { DumpBlock } from "../../model/block.ts";
import { readDate } from "../../time/dates.ts";
import type { Account, Role } from "./account.ts";
import type { Row } from "./reporting-rows.ts";
import { bylineNames, isFurniture, isGetInvolved, isIntroducedByline } from "./reporting-words.ts";
import { endsSentence, isPersonName, wordCount } from "./shapes.ts";

/** The top of a page from before 2014. */
export interface LegacyHeader {
  readonly title: string | null;
  /** The day of its last update, ISO, where it prints one. */
  readonly date: string | null;
  readonly byline: readonly string[];
  readonly preamble: readonly DumpBlock[];
}

/** `2 May 2013 Last updated at 14:35`, `Page last updated at 16:36 GMT, Thursday, 2 July 2009 17:36 UK` */
const UPDATED = /\blast updated(?: at\b|:)/i;

/** `As it happened`, alone over the posts. */
export const isAsItHappened = (text: string): boolean =>
  text.length === AS_IT_HAPPENED.length && text.toLowerCase() === AS_IT_HAPPENED;
const AS_IT_HAPPENED = "as it happened";

/** What stands at the top of every page of the site, alone on its line: `Live text and audio from every ground` is its author's. */
const NAVIGATION =
  /^(?:related bbc sites|skip to (?:main )?content|accessibility links|low graphics|watch listen|live text)$/i;

/** `To get involved use 606 or text us…`, `Get involved. E-mail …` */
const INVITES = /^(?:to )?get involved\b|\bnot all contributions can be used\b/i;

const isNote = (text: string): boolean =>
  isFurniture(text) ||
  isGetInvolved(text) ||
  isAsItHappened(text) ||
  UPDATED.test(text.slice(0, 200)) ||
  NAVIGATION.test(text.slice(0, 60)) ||
  INVITES.test(text.slice(0, 400));

/** Whether a row is one that only pages of the BBC print at their top or amid their posts. */
export const isLegacyMark = ({ text }: Row): boolean =>
  isAsItHappened(text) ||
  UPDATED.test(text.slice(0, 200)) ||
  INVITES.test(text.slice(0, 400)) ||
  /\b606\b|^BBC |^Related BBC|^Media caption\p{Lu}|^Media playback is /u.test(text.slice(0, 200));

/**
 * Reads what stands above the posts: site, section, title, standfirst, the time of the last update, the byline and how to
 * get involved, in any order. The title is the first line of three words or more that is no sentence.
 */
export function readLegacyHeader(rows: readonly Row[], account: Account): LegacyHeader {
  const bylineRow = rows.find(({ text }) => isIntroducedByline(text) && bylineNames(text, isPersonName).length > 0);
  const dateOf = (text: string): string | null => readDate(text)?.date ?? null;
  const candidates = rows.filter(
    (row) => row !== bylineRow && !isNote(row.text) && !/[.;,]$/.test(row.text) && dateOf(row.text) === null,
  );
  const own = candidates.filter(({ text }) => !text.startsWith("BBC "));
  const title = own.find(({ text }) => wordCount(text) > 2) ?? own[0] ?? null;
  const preamble: DumpBlock[] = [];
  for (const row of rows) {
    const { line, text } = row;
    const role = roleOf(row, title, bylineRow);
    account.claim(line, line, role);
    if (role === "preamble") preamble.push({ kind: "paragraph", text, start: line, end: line });
  }
  const updated = rows
    .map(({ text }) => text)
    .filter((text) => UPDATED.test(text.slice(0, 200)) || dateOf(text) !== null);
  return {
    title: title?.text ?? null,
    date: updated.map((text) => dateOf(text) ?? dateBehind(text)).find((date) => date !== null) ?? null,
    byline: bylineRow === undefined ? [] : bylineNames(bylineRow.text, isPersonName),
    preamble,
  };
}

function roleOf(row: Row, title: Row | null, byline: Row | undefined): Role {
  if (row === title) return "title";
  if (row === byline) return "byline";
  const dated = readDate(row.text);
  return isNote(row.text) || (dated !== null && dated.length === row.text.length) ? "boilerplate" : "preamble";
}

/** The date in `Page last updated at 16:36 GMT, Thursday, 2 July 2009`. */
function dateBehind(text: string): string | null {
  const parts = text.slice(0, 200).split(", ");
  for (let at = 1; at < parts.length; at++) {
    const found = readDate(parts.slice(at).join(", "));
    if (found?.date !== undefined && found.date !== null) return found.date;
  }
  return null;
}

/** Whether a line can be read as running text. */
export const isBodyText = (text: string): boolean => endsSentence(text) || text.length > 100;
