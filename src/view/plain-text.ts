import type { Block, ListItem } from "../model/block.ts";
import { inline } from "./inline.ts";

/** The words of a line; the mark that a link stood there is not one of them. */
function lineText(line: string): string {
  return inline(line)
    .map((part) => ("text" in part ? part.text : ""))
    .join("");
}

function itemLines({ text, items }: ListItem): readonly string[] {
  return [lineText(text), ...items.flatMap(itemLines)];
}

function attributed(words: string, by: string | null): string {
  return [words, by].filter((part) => part !== null && part !== "").join(" — ");
}

/** A block's words without markup, a line for each paragraph, list item and table row; empty for a bare embed. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "unparsed":
      return lineText(block.text);
    case "prose":
      return block.text;
    case "list":
      return block.items.flatMap(itemLines).join("\n");
    case "quote":
      return attributed(lineText(block.text), block.speaker);
    case "table":
      return block.rows.map((row) => row.join(" | ")).join("\n");
    case "image":
      return [...new Set([block.alt, block.caption, block.credit])].filter((part) => part !== null).join(" · ");
    case "video":
      return lineText(block.caption);
    case "embed":
      return block.quote === undefined ? "" : attributed(block.quote.text, block.quote.by);
  }
}

/** The words of a body, for data, feeds and search engines. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== "")
    .join("\n");
}
