/**
 * Characters that a terminal obeys instead of showing, or that turn a line round: control characters, bidirectional
 * marks, line and paragraph separators, zero-width space, byte order mark, halves of characters.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** `U+001B` → `␛`, which is one cell wide; what has no such picture → `<U+202E>`. */
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "␡";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** A text from a source file (or a file's name) that can be printed: it sends no commands to the terminal. */
export function visible(text: string): string {
  return text.replaceAll(UNSAFE, picture);
}

/** `JSON.stringify`, and what it lets through of such characters escaped: the same data, safe to print. */
export function safeJson(value: unknown, indent: number | undefined = 2): string {
  const json = JSON.stringify(value, null, indent);
  // Line ends and indentation are JSON's own: within strings it has escaped them already.
  return json.replaceAll(UNSAFE, (character) =>
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
