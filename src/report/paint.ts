const STYLES = { error: "1;31", warning: "1;33", note: "1;36", bold: "1", dim: "2", good: "32" } as const;

/** Puts a text into a style, where colours are shown. */
export type Paint = (style: keyof typeof STYLES, text: string) => string;

/** @param colour whether the reader's terminal shows colours: the caller knows */
export function paintFor(colour: boolean): Paint {
  return (style, text) => (colour ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text);
}
