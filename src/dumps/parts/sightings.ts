import { type ClockReading, readClock } from "./clock.ts";
import type { Row } from "./page-rows.ts";
import { isResidue } from "./residue.ts";
import { isOutlet, wordCount } from "./shapes.ts";

/**
 * A time seen on a row, which may be a post's stamp or words of a sentence.
 *
 *     14:36                        line     nothing else stands on it
 *     22:19 , Ines Barrow          line     with the post's author
 *     22:19 , Ines BarrowWe are    line     the body's first words glued on
 *     11:05 - The doors open       inline   the body goes on behind it
 *     Ines Barrow22 July 2024 15:20  tail   behind the author's name, which closes the post
 */
export interface Sighting {
  /** Index of its row. */
  readonly at: number;
  readonly place: "line" | "inline" | "tail";
  readonly reading: ClockReading;
  readonly bullet: boolean;
  /** What stands in front of it: `posted`, `date:`, `+++`; empty where nothing does. */
  readonly lead: string;
  /** Whether the lead is none that publishers are known to print: only a page that repeats it makes it one. */
  readonly odd: boolean;
  /** What stands between it and the words behind it: `:`, `-`, a space, nothing. */
  readonly mark: string;
  readonly author: string | null;
  /** Words behind it that are the body's. */
  readonly rest: string;
}

/** Words that may stand in front of a stamp on its line. What was updated at a time was posted at another. */
const LEADS = ["posted", "published", "first published", "hora", "heure"] as const;
/** What stands for one of the others in front of a post that is kept on top. */
const PINNED = /^pinned post from (?=\d)/i;
const LEAD = new RegExp(`^(${LEADS.join("|")})(?: (?:at|on|by))? ?(:?) ?(?=[\\d(\\[]|\\p{Lu})`, "iu");
/** `LIVE 15:12`, `kl. 19:20`, `+++ 17:45 Uhr: …`: up to three words or marks in front of the figures. */
const ODD_LEAD = /^([^\s\d]{1,16}(?: [^\s\d]{1,16}){0,2}) (?=\d)/u;

const OPEN = /^[([]/;
const CLOSE = /^ ?[)\]]/;
/** What may stand behind a stamp that is alone on its line. */
const ALONE = /^ ?[:.,|–—-]? ?$/;
const MARK = /^(?: ?([:|–—>·•►,])| (-)(?= )| ?(-)$)? ?/;

/** The time that a row shows where stamps stand, or null. */
export function sightingOn(row: Row, at: number): Sighting | null {
  const pinned = PINNED.exec(row.text.slice(0, 40));
  if (pinned !== null) return behindLead(row, at, "", pinned[0].length);
  const lead = LEAD.exec(row.text.slice(0, 40));
  const from = lead?.[0].length ?? 0;
  const known = behindLead(row, at, `${lead?.[1]?.toLowerCase() ?? ""}${lead?.[2] ?? ""}`, from) ?? tailOn(row, at);
  return known ?? behindOddLead(row, at);
}

/** A time behind a lead of the page's own. In a sentence a space stands behind it, or a comma: that is no stamp. */
function behindOddLead(row: Row, at: number): Sighting | null {
  const lead = ODD_LEAD.exec(row.text.slice(0, 60));
  const seen = lead === null ? null : behindLead(row, at, (lead[1] ?? "").toLowerCase(), lead[0].length);
  if (seen === null || seen.reading.form === "digits" || /^[ ,]?$/.test(seen.place === "line" ? ":" : seen.mark)) {
    return null;
  }
  const close = ` ${seen.lead}`;
  const framed = !/\p{L}/u.test(seen.lead) && seen.rest.endsWith(close);
  return { ...seen, odd: true, rest: framed ? seen.rest.slice(0, -close.length) : seen.rest };
}

function behindLead(row: Row, at: number, lead: string, from: number): Sighting | null {
  const open = OPEN.test(row.text.slice(from)) ? 1 : 0;
  const reading = readClock(row.text.slice(from + open));
  if (reading === null) return null;
  let behind = row.text.slice(from + open + reading.length);
  if (open === 1) {
    const close = CLOSE.exec(behind);
    if (close === null) return null;
    behind = behind.slice(close[0].length);
  }
  const seen = { at, reading, bullet: row.bullet, lead, odd: false, author: null, rest: "" };
  if (ALONE.test(behind)) return { ...seen, place: "line", mark: "" };
  const mark = MARK.exec(behind);
  const printedMark = mark?.[1] ?? mark?.[2] ?? mark?.[3] ?? "";
  const rest = behind.slice(mark?.[0].length ?? 0);
  const by = /^by (?=\p{Lu})/u.exec(rest)?.[0].length ?? 0;
  const author = printedMark === ":" ? null : leadingName(rest.slice(by));
  if (author !== null && (by > 0 || printedMark === "," || wordCount(author.name) > 1)) {
    if (author.rest === "" || author.glued) {
      const { name } = author;
      return { ...seen, place: "line", mark: printedMark, author: isResidue(name) ? null : name, rest: author.rest };
    }
  }
  const space = printedMark === "" && behind.startsWith(" ") ? " " : "";
  // Glued on without a space only a new sentence can be: `0640The`.
  if (printedMark === "" && space === "" && !/^\p{Lu}/u.test(behind)) return null;
  return { ...seen, place: "inline", mark: dash(printedMark) || space, rest };
}

const dash = (mark: string): string => (mark === "–" || mark === "—" ? "-" : mark);

interface LeadingName {
  readonly name: string;
  readonly rest: string;
  /** Whether the words behind the name stand glued to it. */
  readonly glued: boolean;
}

const NAME_WORD = /^\p{Lu}[\p{L}'’.-]{0,24}$/u;
const PARTICLE = /^(?:de|da|di|del|della|la|le|van|von|der|den|bin|al|el|and|mac|o'|ter|y)$/;
/** `McKay`, `MacLeod`, `DeLuca`: a capital inside a name. */
const INNER_CAPITAL = /^(?:Mc|Mac|De|Di|Da|Du|La|Le|Van|Von|Fitz|O['’])$/;
const MOST_NAME_WORDS = 4;

/** A person's or an outlet's name at the start of some words; where the next words are glued to it, it ends at the seam. */
export function leadingName(text: string): LeadingName | null {
  const parts = text.slice(0, 100).split(" ");
  const name: string[] = [];
  let end = 0;
  for (const part of parts) {
    if (name.length === MOST_NAME_WORDS) break;
    const seam = name.length === 0 ? -1 : seamOf(part);
    if (seam > 0) {
      name.push(part.slice(0, seam));
      return { name: name.join(" "), rest: text.slice(end + seam), glued: true };
    }
    if (!NAME_WORD.test(part) && !(name.length > 0 && PARTICLE.test(part))) break;
    name.push(part);
    end += part.length + 1;
  }
  return name.length === 0 ? null : { name: name.join(" "), rest: text.slice(end), glued: false };
}

/** Where a small letter meets a capital in a word, unless names are written so; -1 where none does. */
export function seamOf(word: string): number {
  const seam = word.search(/(?<=\p{Ll}|\p{Ll}['’)])(?=[\p{Lu}“"‘])/u);
  return seam > 0 && !INNER_CAPITAL.test(word.slice(0, seam)) ? seam : -1;
}

/** No closing line is longer. */
const LONGEST_TAIL = 110;
const START = /(?<![\d:.,+'’])\d|\b\p{Lu}(?=\p{Ll}{2})/gu;

/** `Ines Barrow22 July 2024 15:20`, `Posted by Ines Barrow at 15:20` */
function tailOn({ text, bullet }: Row, at: number): Sighting | null {
  if (text.length > LONGEST_TAIL || !/\d/.test(text.slice(-12)) || !/[\p{L}\d.)]$/u.test(text)) return null;
  for (const { index } of text.matchAll(START)) {
    if (index === 0) continue;
    const reading = readClock(text.slice(index));
    if (reading === null || !ALONE.test(text.slice(index + reading.length))) continue;
    const before = text
      .slice(0, index)
      .replace(/^(?:Posted |Published |Written )?[Bb]y /, "")
      .replace(/(?: at| on| ?[,|–—·-]){0,3} ?$/, "");
    const name = leadingName(before);
    if (name === null || name.rest !== "" || name.glued) return null;
    if (wordCount(name.name) < 2 && !isOutlet(name.name)) return null;
    return { at, place: "tail", reading, bullet, lead: "", odd: false, mark: "", author: name.name, rest: "" };
  }
  return null;
}
