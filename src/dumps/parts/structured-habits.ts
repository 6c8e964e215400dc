import type { InkedLine } from "../dialect.ts";
import { isLabelShaped, isMarkedLabel, isNameLine, isRoleLine, LONGEST_LABEL } from "./shapes.ts";
import type { Surroundings } from "./structured-draft.ts";
import type { Head } from "./structured-heads.ts";

/** Labels are a few words; where nothing shows that a page has any, what is longer describes a picture. */
const WORDS_OF_UNPROVEN = 4;

type Habits = Pick<Surroundings, "recurring" | "labelWords" | "spaced">;

/** What the page does over and over: lines that open several entries, labels, names over roles, blank lines. */
export function habitsOf(inked: readonly InkedLine[], heads: readonly Head[]): Habits {
  const openings = new Map<string, number>();
  let contributors = 0;
  heads.forEach((head, index) => {
    const first = head.below < (heads[index + 1]?.at ?? inked.length) ? inked[head.below] : undefined;
    const below = inked[head.below + 1];
    if (first === undefined) return;
    if (!first.tight || below === undefined) {
      if (first.text.length <= LONGEST_LABEL) openings.set(first.text, (openings.get(first.text) ?? 0) + 1);
    } else if (isNameLine(first.text) && isRoleLine(below.text)) contributors++;
  });
  const cut = cutOpening(inked, heads.at(-1));
  if (cut !== null && [...openings.keys()].some((text) => text !== cut && text.startsWith(cut))) openings.set(cut, 2);
  const recurring = new Set([...openings].filter(([, times]) => times > 1).map(([text]) => text));
  const labels = [...openings.keys()].some(
    (text) => (recurring.has(text) && isLabelShaped(text)) || isMarkedLabel(text),
  );
  // `get involved` stands over posts with labels; `Analysis` on pages of news, which have none.
  const kickers = heads.some(({ kicker }) => kicker !== null && /^\p{Ll}/u.test(kicker));
  return {
    recurring,
    labelWords: labels || kickers ? Number.POSITIVE_INFINITY : contributors === 0 ? WORDS_OF_UNPROVEN : 0,
    spaced: heads.some((head) => inked[head.below - 1]?.tight === false),
  };
}

/** The line alone under the last head, with which the dump ends: it may be the beginning of a line that was cut off. */
function cutOpening(inked: readonly InkedLine[], last: Head | undefined): string | null {
  return last !== undefined && last.below === inked.length - 1 ? (inked[last.below]?.text ?? null) : null;
}
