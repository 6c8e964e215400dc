import { readDate } from "../../time/dates.ts";
import { readClock } from "./clock.ts";
import { isResidue } from "./residue.ts";
import { wordCount } from "./shapes.ts";

/** Headlines of live posts are sentences now and then, never long ones. */
const LONGEST = 150;
const MOST_WORDS = 22;
/** And of two sentences shorter ones. */
const MOST_OF_TWO = 12;

/** `(PA Graphics)`, `(AFP via Getty Images)`: a picture's credit. `(@nelltewke)` is whose words stand below. */
export const isBracketed = (text: string): boolean => text.length <= 80 && /^\((?!@)[^()]+\)$/.test(text);

/** `Photograph: Ines Barrow/Agency` at the end of what a picture shows. */
export const PHOTOGRAPH = /(?:^| )(?:Photograph|Photo|Picture|Illustration|Composite|Image|Pic|Credit): (?=\S)/;

/** A by-line: `By Ines Barrow`, `From CNN's Ines Barrow`, `Reporting by Ines Barrow`. */
export const BY = /^(?:By|From|Posted by|Reporting by|Analysis (?:by|from)|Written by|Por|Von) (?=\p{Lu})/u;

/** `Nov 30 2020, 12:52 ET`, `14:05` */
function isClock(text: string): boolean {
  const clock = text.length > 60 ? null : readClock(text);
  return clock?.length === text.length && clock.form === "clock";
}

/**
 * Whether a row can be a headline: short, opening as one does, and not ending as a sentence of the body does. `?`, `!` and `…`
 * end headlines as well; a full stop, a colon, a comma and a closing quotation mark behind a full stop do not.
 */
export function isHeadlineShaped(text: string): boolean {
  if (text.length > LONGEST || wordCount(text) > MOST_WORDS) return false;
  if (!/^[\p{Lu}\p{Lt}\p{Lo}\p{N}‘'“"«¿¡#@£$€]/u.test(text) && !/^\p{Ll}+\p{Lu}/u.test(text)) return false;
  if (/(?:^|[^.])\.["'”’»)]*$/u.test(text) || /[:;,]$/.test(text)) return false;
  if (/(?:^|: )["“«].*["”»]$/u.test(text) && /[.!?…]["”»]$/u.test(text)) return false;
  if (/[.!?…]["'”’]? \([^()]{1,30}\)$/u.test(text)) return false;
  if (wordCount(text) > MOST_OF_TWO && /\p{Ll}{3}[.] \p{Lu}/u.test(text)) return false;
  if (readDate(text)?.length === text.length || isClock(text)) return false;
  return !isBracketed(text) && !PHOTOGRAPH.test(text) && !BY.test(text) && !isResidue(text);
}
