import type { Block, Image, ListItem } from "../model/block.ts";
import type { LiveBlog } from "../model/live-blog.ts";
import type { Assets, PictureSize } from "../model/picture.ts";
import type { Words } from "../model/strings.ts";
import { type EmbedSurroundings, embedView, type GatedEmbed, type LostEmbed } from "./embed.ts";
import { type Inline, inline, linkedProse, type Pointers } from "./inline.ts";
import type { Page } from "./pages.ts";

/** What a block's view depends on beside the block. */
export interface Surroundings {
  readonly words: Words;
  readonly embeds: EmbedSurroundings;
  readonly assets: Assets;
  /** Of the post that the blocks stand in; none outside posts. */
  readonly pointers: Pointers;
  readonly pointersOf: (post: string) => Pointers;
  /** Turns addresses as authors write them into those that the page has to write. */
  readonly href: Page["href"];
  /** Whether dumps print times beside those that authors give. */
  readonly besideDumps: boolean;
}

/** What blocks stand among on a page of their live blog. */
export function surroundingsOn(
  { href }: Page,
  { assets, pointers, dumps }: LiveBlog,
  embeds: EmbedSurroundings,
): Surroundings {
  return {
    words: embeds.words,
    embeds,
    assets,
    pointers: new Map(),
    pointersOf: (post) => new Map([...(pointers.get(post) ?? [])].map(([printed, id]) => [printed, href(`#${id}`)])),
    href,
    besideDumps: dumps.length > 0,
  };
}

export interface ListItemView {
  readonly text: readonly Inline[];
  readonly items: readonly ListItemView[];
}

/** A block as its own partial prints it: `templates/partials/block-<kind>.hbs`. */
export type BlockView =
  | { readonly kind: "paragraph" | "unparsed"; readonly partial: string; readonly text: readonly Inline[] }
  | { readonly kind: "list"; readonly partial: string; readonly items: readonly ListItemView[] }
  | {
      readonly kind: "quote";
      readonly partial: string;
      readonly text: readonly Inline[];
      readonly speaker: string | null;
    }
  | {
      readonly kind: "picture";
      readonly partial: string;
      readonly src: string;
      readonly alt: string;
      readonly size: PictureSize | null;
      readonly words: PictureWords;
    }
  | { readonly kind: "lost-picture"; readonly partial: string; readonly words: PictureWords }
  | { readonly kind: "video"; readonly partial: string; readonly caption: readonly Inline[] }
  | { readonly kind: "table"; readonly partial: string; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "prose"; readonly partial: string; readonly html: string }
  | GatedEmbed
  | LostEmbed;

/** What is left of a picture beside itself. */
interface PictureWords {
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

function listItem({ text, items }: ListItem, pointers: Pointers): ListItemView {
  return { text: inline(text, pointers), items: items.map((item) => listItem(item, pointers)) };
}

/** A picture that an author supplied shows; of one that is gone its words do. An alt that its caption repeats is said once. */
function picture({ alt, caption, credit, src }: Image, { assets, href }: Surroundings): BlockView {
  const words: PictureWords = { alt: alt === caption ? null : alt, caption, credit };
  if (src === null || !assets.has(src)) return { kind: "lost-picture", partial: "block-lost-picture", words };
  return {
    kind: "picture",
    partial: "block-picture",
    src: href(src),
    alt: alt ?? "",
    size: assets.get(src) ?? null,
    words: { ...words, alt: null },
  };
}

/** The addresses in rendered prose: our own HTML, so its attributes are always written this way. */
const ADDRESS = /(?<=<a href=")[^"]*/g;

/** One block for its partial. */
function blockView(block: Block, surroundings: Surroundings): BlockView {
  const { embeds, pointers, href } = surroundings;
  const partial = `block-${block.kind}`;
  switch (block.kind) {
    case "paragraph":
    case "unparsed":
      return { kind: block.kind, partial, text: inline(block.text, pointers) };
    case "list":
      return { kind: "list", partial, items: block.items.map((item) => listItem(item, pointers)) };
    case "quote":
      return { kind: "quote", partial, text: inline(block.text, pointers), speaker: block.speaker };
    case "image":
      return picture(block, surroundings);
    case "video":
      return { kind: "video", partial, caption: inline(block.caption, pointers) };
    case "table":
      return { kind: "table", partial, rows: block.rows };
    case "prose":
      return { kind: "prose", partial, html: linkedProse(block.html.replaceAll(ADDRESS, href), pointers) };
    case "embed":
      return embedView(block, embeds);
  }
}

/** Blocks as templates print them. */
export function blockViews(blocks: readonly Block[], surroundings: Surroundings): readonly BlockView[] {
  return blocks.map((block) => blockView(block, surroundings));
}
