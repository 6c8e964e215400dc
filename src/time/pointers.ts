/** A clock time in brackets that may point at another post of the live blog: `(see 11:45)`, or bare: `(1:16)`. */
export interface Pointer {
  /** With its brackets, as printed. */
  readonly printed: string;
  readonly index: number;
  /** Whether it says `see`: a bare one can as well be a score, or how long somebody took. */
  readonly explicit: boolean;
  /** The 24-hour times that it can mean: pointers are printed on a 12-hour clock without am or pm. */
  readonly times: readonly string[];
}

const POINTER = /\((?:(see )(\d{1,2})[:.]|(\d{1,2}):)(\d{2})\)/g;

/** Every pointer of a text, in order; bracketed numbers that are no clock time are none, nor is a bare one with a dot (`(11.45)`). */
export function pointersIn(text: string): readonly Pointer[] {
  return [...text.matchAll(POINTER)].flatMap((match): Pointer[] => {
    const [hour, minute] = [Number(match[2] ?? match[3]), Number(match[4])];
    if (hour > 23 || minute > 59) return [];
    const hours = hour >= 1 && hour < 12 ? [hour, hour + 12] : hour === 12 ? [12, 0] : [hour];
    const times = hours.map((each) => `${String(each).padStart(2, "0")}:${match[4]}`);
    return [{ printed: match[0], index: match.index, explicit: match[1] !== undefined, times }];
  });
}
