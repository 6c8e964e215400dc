import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Post, SummaryItem } from "../model/live-blog.ts";
import { blockWords, foldedWords } from "./words.ts";

/** A bullet before its post is known, with where it was read. */
export interface Bullet extends SummaryItem {
  readonly file: string;
  readonly line: number;
}

/**
 * How much of a bullet, weighed by how rare its words are in the live blog, a post must say in order to support it.
 * Set on the fourteen bullets of this archive: every best pair from 0.56 up is right, and the strongest wrong one has
 * 0.51. Below the line a right pair may be missed (one of 0.44 is): a link to the wrong post would be worse.
 */
export const SUPPORT = 0.54;

/** One shared word proves nothing. */
const SHARED_WORDS = 2;

/** Words that any sentence has. */
const COMMON = new Set(
  [
    "a about after all an and are as at be been but by can do for from get got had has have he her here him his how i if in",
    "into is it its more no not of off on one or our out she so than that the their them there they this to up us want was",
    "we were what when which who will with would you your",
  ].flatMap((line) => line.split(" ")),
);

/** Different forms of one word, as far as cutting common endings tells: `wins`, `winning` and `win` meet in `win`. */
function stem(word: string): string {
  const cut = word.replace(/(?:ing|ed|es|s)$/, "");
  return cut.length >= 3 ? cut.replace(/(.)\1$/, "$1") : word;
}

/** Gives the telling words of texts, each by its stem. What it has cut once it knows: live blogs repeat their words. */
function wordsReader(): (text: string) => Set<string> {
  const stems = new Map<string, string | null>([...COMMON].map((word) => [word, null]));
  return (text) => {
    const words = new Set<string>();
    for (const word of foldedWords(text)) {
      let known = stems.get(word);
      if (known === undefined) {
        known = stem(word);
        stems.set(word, known);
      }
      if (known !== null) words.add(known);
    }
    return words;
  };
}

/**
 * Links each bullet of a summary to the post that supports it: the one that says most of it, if that is enough.
 * A post that the author names is kept. Diagnostic: `summary-unsupported`, a note at a bullet that no post supports.
 */
export function support(bullets: readonly Bullet[], posts: readonly Post[]): Checked<readonly SummaryItem[]> {
  const wordsOf = wordsReader();
  const said = posts.map(({ id, headline, labels, blocks }) => ({
    id,
    words: wordsOf([headline ?? "", ...labels, ...blocks.map(blockWords)].join(" ")),
  }));
  const frequency = new Map<string, number>();
  for (const { words } of said) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weigh = (word: string): number => Math.log(1 + posts.length / (frequency.get(word) ?? 1));

  const diagnostics: Diagnostic[] = [];
  const value = bullets.map(({ text, post, file, line }): SummaryItem => {
    if (post !== null) return { text, post };
    const wanted = [...wordsOf(text)];
    const whole = wanted.reduce((sum, word) => sum + weigh(word), 0);
    let best = { id: "", score: 0 };
    for (const { id, words } of said) {
      const shared = wanted.filter((word) => words.has(word));
      const score = shared.length < SHARED_WORDS ? 0 : shared.reduce((sum, word) => sum + weigh(word), 0) / whole;
      if (score > best.score) best = { id, score };
    }
    if (best.score >= SUPPORT) return { text, post: best.id };
    diagnostics.push(unsupported(text, file, line));
    return { text, post: null };
  });
  return { value, diagnostics };
}

function unsupported(text: string, file: string, line: number): Diagnostic {
  return {
    ...{ code: "summary-unsupported", severity: "note", file, line, column: 1, excerpt: text },
    message: "no post says enough of this summary bullet for it to link there",
    hint: "nothing to do if none does; else give index.md a `summary` whose bullets name their posts",
  };
}
