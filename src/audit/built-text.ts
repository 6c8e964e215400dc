/** A file as text, and whether its characters hide tags from whoever reads them as ASCII. */
export interface BuiltText {
  readonly text: string;
  /** Characters that are not read here, by the name that the file gives them; null for all usual ones. */
  readonly unread: string | null;
}

/** Codes in which the bytes of `<` may mean something else. */
const HIDES = /\bcharset\s{0,20}=\s{0,20}["']?\s{0,20}(iso-2022-[\w-]{2,10}|hz-gb-2312|utf-7)/i;
const XML_HIDES = /^<\?xml[^>]{0,200}encoding\s{0,20}=\s{0,20}["'](utf-16[a-z]{0,2}|iso-2022-[\w-]{2,10}|utf-7)/i;

/** The bytes of a built file as text: a mark at their start tells UTF-16, as for browsers; else ASCII is what matters. */
export function builtText(bytes: Uint8Array): BuiltText {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  const text = new TextDecoder(marked ?? "utf-8").decode(bytes);
  const start = text.slice(0, 2000);
  const unread = marked === null ? (HIDES.exec(start)?.[1] ?? XML_HIDES.exec(start)?.[1] ?? null) : null;
  return { text, unread };
}
