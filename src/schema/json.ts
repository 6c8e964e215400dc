import type { Checked, Diagnostic, Place } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";
import { createPlacer, type Located, withPlainLineEnds } from "./places.ts";
import { diagnose, quoted } from "./problem.ts";

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: JSON allows none inside a text.
/** One token: a mark, a text, or a number or word. */
const TOKEN =
  /([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: as above
const SPACE = /[ \t\n\r]*/y;
const DEEPEST = 16;
const MOST_CHARACTERS = 65_536;

interface Token {
  readonly kind: "mark" | "text" | "literal" | "end" | "unknown";
  readonly raw: string;
  readonly offset: number;
}

/** What often stands where JSON wants something else. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:\/\/|\/\*|#)/, "JSON has no comments: take it out."],
  [/^'/, 'JSON knows only double quotes: "…".'],
  [/^[\]}]/, "Take out the comma before it."],
  [/^[A-Za-z_$]/, 'Put double quotes around it: "…".'],
  [/^"/, 'If a comma is missing before it, add one; if this text is never closed, add a ".'],
  [/^$/, "A bracket or brace is still open: close it."],
];

function hintFor(found: string): string {
  return HINTS.find(([pattern]) => pattern.test(found))?.[1] ?? "Look at the commas, colons and quotes just before it.";
}

/** The tokens of a text, one at a time. Each is looked for exactly where the last one ended. */
function createScanner(text: string): { peek(): Token; take(): Token } {
  let at = 0;
  const peek = (): Token => {
    SPACE.lastIndex = at;
    const offset = at + (SPACE.exec(text)?.[0].length ?? 0);
    if (offset >= text.length) return { kind: "end", raw: "", offset: Math.max(0, text.trimEnd().length - 1) };
    TOKEN.lastIndex = offset;
    const [raw, mark, string] = TOKEN.exec(text) ?? [];
    if (raw === undefined)
      return { kind: "unknown", raw: text.slice(offset, offset + 20).split(/\s/, 1)[0] ?? "", offset };
    return { kind: mark !== undefined ? "mark" : string !== undefined ? "text" : "literal", raw, offset };
  };
  return {
    peek,
    take() {
      const token = peek();
      at = token.kind === "end" ? text.length : token.offset + token.raw.length;
      return token;
    },
  };
}

/**
 * Reads JSON, with the place of every key and value. Our own because the messages of JSON.parse differ between versions
 * of Node and often name no place, and because it takes a key that stands twice for granted.
 *
 * Errors: `json-unreadable` (the first thing that is not JSON), `key-twice`, `json-too-long`.
 */
export function readJson(source: Source): Checked<Located | null> {
  const text = withPlainLineEnds(source.text);
  const placer = createPlacer(source.file, text);
  const keys = new Map<string, Place>();
  const values = new Map<string, Place>();
  const diagnostics: Diagnostic[] = [];
  if (text.trim() === "") {
    const problem = {
      code: "json-unreadable",
      message: "The file is empty.",
      hint: "Write {} into it, or take it away.",
    };
    return { value: null, diagnostics: [diagnose(placer.at(1), problem)] };
  }
  if (text.length > MOST_CHARACTERS) {
    const message = `The file is longer than ${MOST_CHARACTERS} characters.`;
    const problem = {
      code: "json-too-long",
      message,
      hint: "Such files have some hundred lines: is it the right one?",
    };
    return { value: null, diagnostics: [diagnose(placer.at(1), problem)] };
  }

  const scanner = createScanner(text);
  let broken = false;
  const fail = (token: Token, expected: string): void => {
    if (broken) return;
    broken = true;
    const found = token.kind === "end" ? "the end of the file" : quoted(token.raw);
    const message = `This is not JSON: ${expected} should stand here, not ${found}.`;
    diagnostics.push(
      diagnose(placer.atOffset(token.offset), { code: "json-unreadable", message, hint: hintFor(token.raw) }),
    );
  };

  /** Members up to the closing mark, with commas between them. */
  const members = (close: string, depth: number, member: () => void): void => {
    if (depth > DEEPEST) fail(scanner.peek(), "something less deeply nested");
    if (!broken && scanner.peek().raw === close) {
      scanner.take();
      return;
    }
    while (!broken) {
      member();
      if (broken) return;
      const token = scanner.take();
      if (token.raw === close) return;
      if (token.raw !== ",") fail(token, `a comma or ${close}`);
    }
  };

  const object = (path: string, depth: number): unknown => {
    const entries = new Map<string, unknown>();
    members("}", depth, () => {
      const key = scanner.take();
      if (key.kind !== "text") return fail(key, "a key in double quotes");
      const colon = scanner.take();
      if (colon.raw !== ":") return fail(colon, "a colon");
      const name = String(JSON.parse(key.raw));
      const place = placer.atOffset(key.offset);
      const inner = path === "" ? name : `${path}.${name}`;
      const again = entries.has(name);
      if (again) {
        const message = `The key ${quoted(name)} stands here a second time: only one of the two could count.`;
        diagnostics.push(diagnose(place, { code: "key-twice", message, hint: "Take one of them out." }));
      }
      // The second one is read, but the first one counts.
      const read = value(again ? `${inner} (again)` : inner, depth);
      if (again) return;
      keys.set(inner, place);
      entries.set(name, read);
    });
    return Object.fromEntries(entries);
  };

  const value = (path: string, depth: number): unknown => {
    const token = scanner.take();
    values.set(path, placer.atOffset(token.offset));
    if (token.raw === "{") return object(path, depth + 1);
    if (token.raw === "[") {
      const items: unknown[] = [];
      members("]", depth + 1, () => items.push(value(`${path}.${items.length}`, depth + 1)));
      return items;
    }
    if (token.kind === "text" || token.kind === "literal") return JSON.parse(token.raw);
    return fail(token, "a value");
  };

  const data = value("", 0);
  const rest = scanner.take();
  if (rest.kind !== "end") fail(rest, "nothing more");
  return { value: broken ? null : { data, keys, values }, diagnostics };
}
