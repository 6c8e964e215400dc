import { noticePart } from "./embed-notice.ts";
import { type FlatHabits, habitsOf } from "./flat-habits.ts";
import type { Row } from "./flat-header.ts";
import {
  endsSentence,
  isBareHashtag,
  isHashtagLabel,
  isLabelShaped,
  isMarkedLabel,
  isNameLine,
  isOutlet,
  isPersonName,
  isRoleLine,
  isSurelyLabel,
  messageAuthor,
  namesRole,
  wordCount,
} from "./shapes.ts";
import { arePersonNames } from "./source-line.ts";

/** What a row of a flat dump's body is. */
export type RowKind = "label" | "name" | "outlet" | "role" | "embed" | "video" | "bullet" | "text";

/** A row, what it is, and, where it opens an entry by its kind alone, why and how surely. */
export interface FlatRow extends Row {
  readonly kind: RowKind;
  readonly opening: Opening | null;
}

export interface Opening {
  readonly cue: string;
  /** How sure such a line is, a judgement made on two flat pages and the flattened examples. From 0.9 it counts as certain. */
  readonly certainty: number;
}

/** Lines that open an entry whatever stands around them. */
const OPENINGS = {
  hashtag: { cue: "a hashtag alone on its line", certainty: 0.97 },
  contributor: { cue: "a name over a role", certainty: 0.97 },
  outlet: { cue: "a channel or newsroom alone on its line", certainty: 0.95 },
  namedAgain: { cue: "a name alone, named again in the next line", certainty: 0.95 },
  loneName: { cue: "a name alone on its line", certainty: 0.75 },
  recurring: { cue: "a short line that opens other posts too", certainty: 0.97 },
  marked: { cue: "a short line that names a series, a match, a year or a distance", certainty: 0.95 },
  short: { cue: "a short line that is no sentence", certainty: 0.7 },
  overName: { cue: "a short line over a name and a role", certainty: 0.9 },
  labelAfterLabel: { cue: "a label under a label: the first was a whole post", certainty: 0.75 },
} as const satisfies Readonly<Record<string, Opening>>;

const BULLET = /^[•◦▪‣]\s/;
const SAYS_VIDEO = /^(?:watch|listen|video|media|audio)\s?: \S/i;
const VIDEO_BELOW = /\b(?:video|clip|footage|film|highlights|watch)\b/i;

/**
 * Says of each row of a body what it is. A flat dump keeps labels, contributors, paragraphs, the consent notices of
 * embeds and captions of videos, each on a line of its own; shape and neighbours tell them apart.
 * @param headline the lead's, which a video's caption may repeat
 */
export function sortRows(rows: readonly Row[], headline: string | null): readonly FlatRow[] {
  const habits = habitsOf(rows, headline);
  const sorted: FlatRow[] = [];
  rows.forEach((row, at) => {
    const above = sorted.at(-1);
    const below = rows.slice(at + 1, at + 4);
    const known =
      sortByForm(row, above) ?? sortByPair(row, below, above, habits) ?? sortShort(row, below, above, habits);
    const { kind, opening } = known ?? { kind: "text", opening: null };
    sorted.push({ ...row, kind, opening });
  });
  return sorted;
}

type Sorted = Pick<FlatRow, "kind" | "opening">;

const as = (kind: RowKind, opening: Opening | null = null): Sorted => ({ kind, opening });

const underLabel = (above: FlatRow | undefined): boolean => above?.kind === "label";

/** Of labels only a hashtag is often a whole post: a call to join in. Under another, a second label is the same post's. */
const underOpenLabel = (above: FlatRow | undefined): boolean => underLabel(above) && !isHashtagLabel(above?.text ?? "");

/** What a row is by its own marks. */
function sortByForm(row: Row, above: FlatRow | undefined): Sorted | null {
  if (noticePart(row.text) !== null) return as("embed");
  if (BULLET.test(row.text)) return as("bullet");
  if (isHashtagLabel(row.text)) {
    if (underOpenLabel(above)) return as("label");
    return as("label", underLabel(above) && !isBareHashtag(row.text) ? OPENINGS.labelAfterLabel : OPENINGS.hashtag);
  }
  if (SAYS_VIDEO.test(row.text) && row.text.length <= 160 && !endsSentence(row.text)) return as("video");
  if (above?.kind === "text" && announcesVideo(above.text) && wordCount(row.text) <= 40) return as("video");
  return null;
}

/** `You can see the finish in the video below.` */
function announcesVideo(text: string): boolean {
  const tail = text.slice(-120);
  return /\bbelow\b/i.test(tail) && VIDEO_BELOW.test(tail);
}

/** A name over a role belongs to the label above it, else it opens an entry. */
function sortByPair(
  row: Row,
  below: readonly Row[],
  above: FlatRow | undefined,
  { labelled }: FlatHabits,
): Sorted | null {
  if (
    above?.kind === "name" &&
    above.opening !== OPENINGS.namedAgain &&
    isRoleUnder(above, row, below[0], labelled && above.opening !== null)
  )
    return as("role");
  if (!isNameOver(row, below, labelled && !underLabel(above))) return null;
  return as("name", underLabel(above) ? null : OPENINGS.contributor);
}

function isNameOver(row: Row, [next, after]: readonly Row[], labelled: boolean): boolean {
  if (next === undefined) return false;
  if (arePersonNames(row.text)) return isRoleUnder(row, next, after, labelled);
  return (
    isNameLine(row.text) && !isMarkedLabel(row.text) && !isOutlet(next.text) && namesRole(next.text) && isBody(after)
  );
}

/** On a page with labels two names may be a label and a name, unless a label stands above them; on one without, the second is where the first one works. */
function isRoleUnder(name: Row, row: Row, next: Row | undefined, labelled: boolean): boolean {
  if (mentions(row.text, name.text) || isHashtagLabel(row.text)) return false;
  if (namesRole(row.text)) return true;
  return isRoleLine(row.text) && !(labelled && isPersonName(row.text)) && wordCount(row.text) <= 10 && isBody(next);
}

/** Text that is surely no label, name or role. */
function isBody(row: Row | undefined): boolean {
  return row !== undefined && (endsSentence(row.text) || row.text.length > 80);
}

/** Whether a text has one of a name's words in it, or its first letters: `Rosalind` is mentioned by `Rosalyn's`. */
export function mentions(text: string, name: string): boolean {
  const stems = name
    .split(" ")
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, 5).toLowerCase());
  return text
    .split(/[^\p{L}'’-]+/u)
    .some((word) => /^\p{Lu}/u.test(word) && stems.some((stem) => word.toLowerCase().startsWith(stem)));
}

/** `Name: message`, or one of a run of facts (`Age: 29`). */
const isMessage = (row: Row | undefined): boolean => row !== undefined && messageAuthor(row.text) !== null;

/** Lines without the end of a sentence: outlets, lone names, labels, captions. The last line may only be cut short. */
function sortShort(row: Row, below: readonly Row[], above: FlatRow | undefined, habits: FlatHabits): Sorted | null {
  const { text } = row;
  const inside = underLabel(above);
  const [next, ...behind] = below;
  if (next === undefined || habits.listed.has(row)) return null;
  if (isOutlet(text)) return as("outlet", inside ? null : OPENINGS.outlet);
  if (text === habits.headline) return as("video");
  if (habits.recurring.has(text)) return as("label", inside ? OPENINGS.labelAfterLabel : OPENINGS.recurring);
  if (isPersonName(text)) {
    if (inside) return as("name");
    if (habits.labelled && isNameOver(next, behind, true)) return as("label", OPENINGS.overName);
    return as("name", mentions(next.text, text) ? OPENINGS.namedAgain : OPENINGS.loneName);
  }
  if (!isLabelShaped(text) || (text.endsWith("?") && !(habits.labelled && isBody(next)))) return null;
  if (messageAuthor(text) !== null && (!/\d/.test(text) || [above, next].some((row) => isMessage(row)))) return null;
  if (isMarkedLabel(text)) {
    const alone = isSurelyLabel(text) ? OPENINGS.marked : OPENINGS.short;
    if (!inside) return as("label", alone);
    if (!underOpenLabel(above)) return as("label", OPENINGS.labelAfterLabel);
    return as(isSurelyLabel(text) ? "label" : "video");
  }
  // On a page of news, under a label or a contributor, or after words that announce, a short line is what a video left.
  const announced = above?.kind === "text" && /(?:\.\.|…|:)$/.test(above.text);
  if (inside || announced || !habits.labelled || above?.kind === "role" || above?.kind === "name") return as("video");
  return as("label", OPENINGS.short);
}
