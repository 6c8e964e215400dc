import { isNameLine, isOutlet } from "./shapes.ts";

/** A newsroom that is called by what it does. */
export const AGENCY = /\b(?:News|Reporting|Press|Wire|Travel|Weather) (?:Service|Association|Agency|Team|Desk)$/;

/** A channel, a newsroom or an agency alone on its line: `BBC News Travel`, `Local Reporting Service`. */
export const isSource = (text: string): boolean => isOutlet(text) || (isNameLine(text) && AGENCY.test(text));
