/**
 * The words that pages headed `Live Reporting` print of themselves, in English and in Welsh: nobody's post.
 * All are compared with case folded and typographic apostrophes made plain.
 */

/** No such line is longer, but for the sentence about the TV licence. */
const LONGEST = 120;

const folded = (text: string): string =>
  text
    .slice(0, LONGEST + 1)
    .toLowerCase()
    .replaceAll("’", "'");

/** Whether a line is one of these texts; nearly all lines are longer, and need no folding. */
function oneOf(...texts: readonly string[]): (text: string) => boolean {
  const all: ReadonlySet<string> = new Set(texts);
  const longest = Math.max(...texts.map(({ length }) => length));
  return (text) => text.length <= longest && all.has(folded(text));
}

const ALL_TIMES = ["all times stated are ", "mae pob amser yn lleol "] as const;
const LICENCE = /\b(?:tv licence|[td]rwydded deledu)\s?\?$/;

/** Over the posts. */
export const isReportingHeading = oneOf("live reporting", "y diweddaraf yn fyw");

/** `All times stated are UK` */
export function isTimesNote(text: string): boolean {
  if (text.length > LONGEST) return false;
  const plain = folded(text);
  return ALL_TIMES.some((words) => plain.startsWith(words));
}

/** A button under the byline. */
export const isGetInvolved = oneOf("get involved", "cymryd rhan", "cysylltu", "ymunwch");

/** The question that opens the four lines about the TV licence. */
export const isLicenceQuestion = (text: string): boolean =>
  text.length <= LONGEST && text.endsWith("?") && LICENCE.test(folded(text));

/** Whether a line is one that opens such a page: the question about the TV licence, or the heading over the posts. */
export const opensReporting = (text: string): boolean =>
  text.length <= LONGEST_OPENING && (isReportingHeading(text) || isLicenceQuestion(text));

const LONGEST_OPENING = 60;

export const isSummaryHeading = oneOf("summary", "key points", "crynodeb");

const isButton = oneOf(
  "read more",
  "darllen mwy",
  "article share tools",
  "share this post",
  "• share this post",
  "• rhannu'r neges hon",
  "read more about sharing bbc content externally",
  "view more",
  "posted at",
  "latest post",
  "latest posts",
  "auto update",
  "back to top",
  "skip to timeline",
  "submit a comment or question",
  "join the live discussion",
  "oops! something went wrong.",
  "media playback is unsupported on your device",
  "media playback is not supported on this device",
);

const VIEWERS = /^(?:[\d,.]{1,12}k? (?:people )?)?viewing this page$/i;

/** Buttons and notes that a page prints amid its posts: `Read more`, share tools, `1,204 viewing this page`. */
export function isFurniture(text: string): boolean {
  return text.length <= LONGEST && (isButton(text) || VIEWERS.test(text) || /^scroll down for /i.test(text));
}

/** The last of the buttons under a post: what stands below is the next one's. */
export const closesShareTools = (text: string): boolean => isFurniture(text) && / sharing /.test(text);

/** `Copyright: Harwell Fire Service`, one a picture; a run of them may be glued to the agencies' names. */
const COPYRIGHT = ["Copyright: ", "Hawlfraint: "] as const;

/** Photo agencies, whose names stand alone under a picture or where one was. */
const isAgency = oneOf(
  "getty images",
  "getty",
  "pa",
  "pa media",
  "pa wire",
  "press association",
  "reuters",
  "afp",
  "epa",
  "ap",
  "rex features",
  "rex/shutterstock",
  "alamy",
  "bbc",
  "google",
  "thinkstock",
  "science photo library",
  "empics",
  "action images",
);

/** Whose picture it is, where a line says nothing else; null where it says something else. */
export function creditOf(text: string): string | null {
  if (text.length > LONGEST) return null;
  const marker = COPYRIGHT.find((words) => text.startsWith(words));
  if (marker !== undefined) return text.slice(marker.length);
  return isAgency(text) ? text : null;
}

const LONGEST_RUN = 600;

/** `Getty ImagesCopyright: Getty Images PACopyright: PA`: the credits of pictures of which nothing else is left. */
export const isCreditRun = (text: string): boolean =>
  text.length <= LONGEST_RUN && COPYRIGHT.some((words) => text.indexOf(words) > 0);

const IMAGE_CAPTION = ["Image caption: ", "Disgrifiad o'r llun: ", "Disgrifiad o’r llun: "] as const;
const VIDEO_CAPTION = ["Video caption: ", "Media caption: ", "Audio caption: ", "Disgrifiad o'r fideo: "] as const;

/** What is left of a text that starts with one of these, or null. */
function after(text: string, markers: readonly string[]): string | null {
  const marker = markers.find((words) => text.startsWith(words) || text === words.trimEnd());
  return marker === undefined ? null : text.slice(marker.length);
}

/** The words behind `Image caption: `, or null. */
export const imageCaptionOf = (text: string): string | null => after(text, IMAGE_CAPTION);

/** The words behind `Video caption: `, or behind `Media caption` glued to them, or null. */
export function videoCaptionOf(text: string): string | null {
  const glued = /^Media caption(?=\p{Lu})/u.exec(text);
  return glued === null ? after(text, VIDEO_CAPTION) : text.slice(glued[0].length);
}

/** Stands where a video was. */
export const isPlayer = oneOf(
  "video content",
  "audio content",
  "this video can not be played",
  "this video cannot be played",
);

/** The provider of `View more on twitter`, or null. */
export const viewMoreOn = (text: string): string | null =>
  /^View more on ([\p{L}\d.]{1,30})$/iu.exec(text.slice(0, LONGEST))?.[1] ?? null;

const BYLINES = [
  "Edited by ",
  "Reporting by ",
  "Written by ",
  "Live reporting by ",
  "By ",
  "Golygwyd gan ",
  "Gan ",
] as const;

/** Whether a line says of itself that it names who wrote the page. */
export const isIntroducedByline = (text: string): boolean => BYLINES.some((words) => text.startsWith(words));

const BETWEEN_NAMES = /,\s+(?:and |ac? )?| and | & | ac? /;
const BEHIND_NAMES = / (?:in|at|from|with|on|for|yn|yng|ym) /;

/**
 * Who wrote the page, from a line that stands where the byline does:
 * `By Ines Barrow and Tam Rossway at Harwell` → both names; without `By`, every part must look like a name to `isName`.
 */
export function bylineNames(line: string, isName: (text: string) => boolean): readonly string[] {
  if (line.length > 400) return [];
  const opening = BYLINES.find((words) => line.startsWith(words));
  const names: string[] = [];
  for (const part of line.slice(opening?.length ?? 0).split(BETWEEN_NAMES)) {
    const name = part.split(BEHIND_NAMES)[0] ?? "";
    const known = isName(name);
    if (!known && opening === undefined) return [];
    if (known || names.length === 0) names.push(name);
    // What follows a place is about the place: `at Harwell, with reporters across Penmarsh`.
    if (!known || name !== part) break;
  }
  return names.filter((name) => name !== "");
}

/** Glued in front of a headline: `BreakingBridge closes early`. */
export const BREAKING_GLUED = /^Breaking(?=\p{Lu})/u;

/** Numbers a post whose real headline is its first line. */
export const ENVELOPE = "Envelope update";
