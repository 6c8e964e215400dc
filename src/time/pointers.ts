/** A clock time in brackets that points at another post of the live blog: `(1:16)`, `(see 11:45)`. */
export interface Pointer {
  /** With its brackets, as printed. */
  readonly printed: string;
  readonly index: number;
  /** The 24-hour times that it can mean: pointers are printed on a 12-hour clock without am or pm. */
  readonly times: readonly string[];
}

const POINTER = /\((?:see )?(\d{1,2})[:.](\d{2})\)/g;

/** Every pointer of a text, in order; bracketed numbers that are no clock time are none. */
export function pointersIn(text: string): readonly Pointer[] {
  return [...text.matchAll(POINTER)].flatMap((match): Pointer[] => {
    const [hour, minute] = [Number(match[1]), Number(match[2])];
    if (hour > 23 || minute > 59) return [];
    const hours = hour >= 1 && hour < 12 ? [hour, hour + 12] : hour === 12 ? [12, 0] : [hour];
    const times = hours.map((each) => `${String(each).padStart(2, "0")}:${match[2]}`);
    return [{ printed: match[0], index: match.index, times }];
  });
}
