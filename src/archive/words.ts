import type { Block, ListItem } from "../model/block.ts";

function itemWords(item: ListItem): string {
  return [item.text, ...item.items.map(itemWords)].join(" ");
}

/** The words of a block as a reader meets them, without marks; empty for an embed. */
export function blockWords(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "unparsed":
    case "quote":
    case "prose":
      return block.text;
    case "list":
      return block.items.map(itemWords).join(" ");
    case "table":
      return block.rows.flat().join(" ");
    case "image":
      return [block.alt, block.caption].filter((part) => part !== null).join(" ");
    case "video":
      return block.caption;
    case "embed":
      return "";
  }
}

/** Kinds of block that carry what a post says; pictures and embeds only go with it. */
const TELLING: ReadonlySet<Block["kind"]> = new Set(["paragraph", "list", "quote", "table", "unparsed", "prose"]);

/** The words that a post opens with: of its first telling block, else of its first picture or video; empty where none. */
export function firstWords(blocks: readonly Block[], count: number): string {
  const words = (wanted: readonly Block[]): string[] =>
    wanted
      .map(blockWords)
      .find((text) => /[\p{L}\p{N}]/u.test(text))
      ?.split(/\s+/)
      .filter((word) => word !== "") ?? [];
  const telling = words(blocks.filter((block) => TELLING.has(block.kind)));
  return (telling.length > 0 ? telling : words(blocks)).slice(0, count).join(" ");
}

/** Characters that nobody sees: soft hyphens, zero-width spaces and joiners, marks of direction. */
const INVISIBLE = /\p{Cf}/gu;

/** What stands for an apostrophe where a keyboard or a font had none. */
const ODD_APOSTROPHES = /[`\u00b4\u02b9\u02bc\u201b\u2032\uff07]/g;

/** Words folded for comparison: lower case, typographic differences and punctuation gone. */
export const folded = (text: string): string => foldedWords(text).join("-");

/** The same, each word by itself. */
export function foldedWords(text: string): readonly string[] {
  const plain = text.replaceAll(ODD_APOSTROPHES, "'");
  if (PLAIN.test(plain)) return plainWords(plain);
  return foreignWords(plain.replaceAll(INVISIBLE, "")).map((word) => word.normalize("NFC"));
}

/** Nearly all texts hold nothing else: letters of which one is like another in its capital alone, and marks. */
const PLAIN = /^[ -~‘’“”–—…£€]*$/;

/** The words of a plain text as `slug` would find them, at a fraction of its cost. */
const plainWords = (text: string): readonly string[] =>
  text
    .replaceAll(APOSTROPHES, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];

const APOSTROPHES = /['’‘]/g;

/**
 * Words as they stand in an address: lower case, joined by hyphens, accents and apostrophes gone, other scripts kept.
 * @param limit most characters; cut at a word's end unless the first word alone is longer
 */
export function slug(text: string, limit = 60): string {
  const words = PLAIN.test(text) ? plainWords(text) : foreignWords(text);
  // A cut may not leave half of a character that takes two code units.
  let result = words[0]?.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "") ?? "";
  for (const word of words.slice(1)) {
    if (result.length + 1 + word.length > limit) break;
    result += `-${word}`;
  }
  return result.normalize("NFC");
}

function foreignWords(text: string): readonly string[] {
  const letters = text.normalize("NFKD").replaceAll(/[\u0300-\u036f]/g, "");
  return letters
    .replaceAll(APOSTROPHES, "")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
}
