/** A clock time in brackets that may point at another post of the live blog: `(see 11:45)`, or bare: `(1:16)`. */
export interface Pointer {
  /** With its brackets, as printed. */
  readonly printed: string;
  readonly index: number;
  /** Whether it says `see`: a bare one can as well be a score, or how long somebody took. */
  readonly explicit: boolean;
  /** The 24-hour times that it can mean: most are printed on a 12-hour clock without am or pm. */
  readonly times: readonly string[];
}

/** `(see 11:45)` `(See 9.05pm)` `(see the 09:15 post)` `(see 11:45 BST below)` `(1:16)` */
const POINTER =
  /\((?:([Ss]ee(?: the| our)? )(\d{1,2})[:.](\d{2})(?: ?([APap])\.?[Mm]\.?)?(?: [A-Z]{2,4})?(?: (?:post|entry|update))?(?: (?:above|below))?|(\d{1,2}):(\d{2}))\)/g;

/** Every pointer of a text, in order; bracketed numbers that are no clock time are none, nor is a bare one with a dot (`(11.45)`). */
export function pointersIn(text: string): readonly Pointer[] {
  return [...text.matchAll(POINTER)].flatMap((match): Pointer[] => {
    const [printed, see, seeHour, seeMinute, half, bareHour, bareMinute] = match;
    const [hour, minute] = [seeHour ?? bareHour ?? "", seeMinute ?? bareMinute ?? ""];
    if (Number(minute) > 59) return [];
    const times = hoursOf(hour, half?.toLowerCase()).map((each) => `${String(each).padStart(2, "0")}:${minute}`);
    return times.length === 0 ? [] : [{ printed, index: match.index, explicit: see !== undefined, times }];
  });
}

/** What hours of the day a printed one can mean. A nought before it is a 24-hour clock's. */
function hoursOf(printed: string, half: string | undefined): readonly number[] {
  const hour = Number(printed);
  if (hour > 23) return [];
  if (hour > 12 || printed.startsWith("0")) return [hour];
  const [morning, evening] = [hour % 12, (hour % 12) + 12];
  if (half !== undefined) return [half === "p" ? evening : morning];
  return hour === 12 ? [evening, morning] : [morning, evening];
}
