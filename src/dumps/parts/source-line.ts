import { isNameLine, isOutlet, isPersonName, LONGEST_LABEL } from "./shapes.ts";

/** A newsroom that is called by what it does. */
export const AGENCY = /\b(?:News|Reporting|Press|Wire|Travel|Weather) (?:Service|Association|Agency|Team|Desk)$/;

/** A channel, a newsroom or an agency alone on its line: `BBC News Travel`, `Local Reporting Service`. */
export const isSource = (text: string): boolean => isOutlet(text) || (isNameLine(text) && AGENCY.test(text));

/** `Ines Barrow`, `Ines Barrow and Tam Rossway` */
export const arePersonNames = (text: string): boolean =>
  text.length <= LONGEST_LABEL && text.split(/, | and | & | ac? (?=\p{Lu})/u).every(isPersonName);
