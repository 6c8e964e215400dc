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
const APOSTROPHES = /[`\u00b4\u02b9\u02bc\u201b\u2032\uff07]/g;

/** Words folded for comparison: lower case, typographic differences and punctuation gone. */
export function folded(text: string): string {
  return slug(text.replaceAll(INVISIBLE, "").replaceAll(APOSTROPHES, "'"), Number.POSITIVE_INFINITY);
}

/**
 * Words as they stand in an address: lower case, joined by hyphens, accents and apostrophes gone, other scripts kept.
 * @param limit most characters; cut at a word's end unless the first word alone is longer
 */
export function slug(text: string, limit = 60): string {
  const words = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’‘]/g, "")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
  // A cut may not leave half of a character that takes two code units.
  let result = words[0]?.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "") ?? "";
  for (const word of words.slice(1)) {
    if (result.length + 1 + word.length > limit) break;
    result += `-${word}`;
  }
  return result.normalize("NFC");
}
