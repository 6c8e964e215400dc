import type { Habits, Opener } from "./reporting-draft.ts";
import { isMark } from "./reporting-draft.ts";
import type { Row } from "./reporting-rows.ts";
import {
  isBareHashtag,
  isHashtagLabel,
  isInCapitals,
  isLabelShaped,
  isMarkedLabel,
  isNameLine,
  isOutlet,
  isPersonName,
  isPictureText,
  isRoleLine,
  namesRole,
  wordCount,
} from "./shapes.ts";
import { AGENCY, arePersonNames, isSource } from "./source-line.ts";

/** What the page does over and over. @param bodies the rows under each head */
export function habitsOf(rows: readonly Row[], bodies: readonly (readonly Row[])[]): Habits {
  const times = new Map<string, number>();
  for (const [first, second] of bodies) {
    if (first === undefined || !isLabelShaped(first.text) || isPersonName(first.text) || isOutlet(first.text)) continue;
    if (second !== undefined && isNameOver(first, second)) continue;
    times.set(first.text, (times.get(first.text) ?? 0) + 1);
  }
  return {
    recurring: new Set([...times].filter(([, count]) => count > 1).map(([text]) => text)),
    spaced: rows.filter(({ blanks }) => blanks > 0).length * 2 > rows.length,
    lastLine: rows.at(-1)?.line ?? 0,
  };
}

/** Whether the first of two rows is somebody's name and the second says who that is. */
export function isNameOver(name: Row, role: Row): boolean {
  const { text } = role;
  if (isMark(name.text) || isMark(text) || !isRoleLine(text)) return false;
  // `Home Affairs Correspondent` has a name's capitals.
  if (isPersonName(text) && !AGENCY.test(text) && !namesRole(text)) return false;
  if (arePersonNames(name.text)) return namesRole(text) || !(isPictureText(text) || isMarkedLabel(text));
  return (
    isNameLine(name.text) && !isMarkedLabel(name.text) && !isOutlet(name.text) && namesRole(text) && !isOutlet(text)
  );
}

/** `Ines Barrow` and, on the next line with words, what she does; or a source alone. */
export const contributor: Opener = (draft, row, at) => {
  if (draft.contributor !== null || draft.begun) return 0;
  const role = draft.rows[at + 1];
  if (role !== undefined && isNameOver(row, role)) {
    draft.contributor = { name: row.text, role: role.text, kind: "person" };
    draft.account.claim(row.line, row.line, "contributor");
    draft.account.claim(role.line, role.line, "role");
    return 2;
  }
  if (!isSource(row.text)) return 0;
  draft.contributor = { name: row.text, role: null, kind: "outlet" };
  draft.account.claim(row.line, row.line, "contributor");
  return 1;
};

/** A short line above everything else that the page repeats, that names a series, a match, a year or a sport, or that is in capitals. */
export const label: Opener = (draft, row, at) => {
  if (draft.begun || draft.contributor !== null || isMark(row.text)) return 0;
  if (draft.blocks.length > 0 && !isBareHashtag(row.text)) return 0;
  const known = draft.habits.recurring.has(row.text) || isHashtagLabel(row.text);
  const alone = at === draft.rows.length - 1;
  const oneWord = wordCount(row.text) === 1 && isLabelShaped(row.text);
  const shouted = isInCapitals(row.text) && isLabelShaped(row.text);
  const marked = (isMarkedLabel(row.text) || oneWord || shouted) && !isPersonName(row.text);
  if (!known && (alone || draft.labels.length > 0 || !marked)) return 0;
  draft.labels.push(row.text);
  draft.account.claim(row.line, row.line, "label");
  return 1;
};
