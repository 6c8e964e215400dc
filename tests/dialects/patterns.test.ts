import { readdirSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";

// Dumps are untrusted, and a line may be a megabyte long: no regular expression may take more than linear time. Each one
// that stands in src/dumps or src/phrases gets 200 KB of what it likes best: the characters that it names itself, over and
// over, with something at the end that it does not expect. One that backtracks would need hours; the watchdog barks much
// sooner.

const LENGTH = 200_000;
const WATCHDOG_MS = 20_000;

const house = new URL("../../src/", import.meta.url);

/** Marks, words or line starts behind which a slash opens a regular expression; behind a value it divides. */
const BEFORE_PATTERN = /(?:^|[(,=:[!&|?{};>]|\breturn)\s*$/;

interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** The regular expressions that a text of TypeScript spells out. */
function literalsIn(text: string, file: string): readonly Pattern[] {
  const found: Pattern[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 2000);
    const skip = /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/.exec(rest);
    if (skip !== null) {
      at += skip[0].length;
      continue;
    }
    const literal = /^\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/.exec(rest);
    if (literal !== null && BEFORE_PATTERN.test(text.slice(Math.max(0, at - 20), at))) {
      const line = text.slice(0, at).split("\n").length;
      found.push({ where: `${file}:${line}`, source: literal[1] ?? "", flags: literal[2] ?? "" });
      at += literal[0].length;
      continue;
    }
    at++;
  }
  return found;
}

const files = ["dumps/", "phrases/"].flatMap((room) =>
  readdirSync(new URL(room, house), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => room + file)
    .sort(),
);
const literals = files.flatMap((file) => literalsIn(readFileSync(new URL(file, house), "utf8"), file));

/** Those that are put together when a module loads, caught as they are made. */
async function builtPatterns(): Promise<readonly Pattern[]> {
  const built: Pattern[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags = ""]: [string, string?]) {
      built.push({ where: "new RegExp", source, flags });
      return new target(source, flags);
    },
  });
  try {
    for (const file of files) await import(new URL(file, house).href);
  } finally {
    globalThis.RegExp = Original;
  }
  return built;
}

/** Pieces that a pattern may match over and over: characters and words that it names, and some of every common kind. */
function piecesFor(source: string): readonly string[] {
  const plain = source.replaceAll(/\\[pP]\{\w+\}|\\./g, " ");
  const named = plain.match(/[^\s\w()[\]{}|?*+^$\\]/gu) ?? [];
  const words = plain.match(/[A-Za-z]{3,}/g) ?? [];
  const kinds = ["a", "A", "1", " ", "a ", "A ", "Aa ", "1 ", "1:", "a.", " ,", "A1"];
  return [...new Set([...named.slice(0, 12), ...words.slice(0, 6).map((word) => `${word} `), ...kinds])];
}

describe("regular expressions over dumps take linear time", () => {
  test("the scan finds them", () => {
    expect(literals.length).toBeGreaterThan(50);
    expect(literals.map(({ source }) => source)).toContain("^\\d{1,5}\\. ");
  });

  test.each([...new Map(literals.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern])).values()])(
    "$where  /$source/$flags",
    (pattern) => expectLinear(pattern),
    WATCHDOG_MS * 2,
  );

  test("those that are put together at start-up too", async () => {
    const built = await builtPatterns();
    expect(built.length).toBeGreaterThan(3);
    for (const pattern of built) expectLinear(pattern);
  }, 120_000);
});

function expectLinear({ source, flags }: Pattern): void {
  // Matching from one start is what may explode; `g` would only go on behind the first match.
  const pattern = new RegExp(source, flags.replace(/[gy]/, ""));
  for (const piece of piecesFor(source)) {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length));
    runInNewContext("pattern.test(worst)", { pattern, worst: `${text}\u0001` }, { timeout: WATCHDOG_MS });
  }
}
