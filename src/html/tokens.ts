import { createNesting } from "./nesting.ts";
import { decodeReferences } from "./references.ts";
import { endOfRaw, htmlPieceAt, type RawTag, type Space } from "./tags.ts";

export interface Text {
  readonly kind: "text";
  /** Decoded, except inside `<script>` and `<style>`, where nothing is encoded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A tag, with the vocabulary that it is in. */
export type Tag = RawTag & { readonly space: Space };

/** A piece of HTML; comments and doctypes are left out. */
export type Token = Tag | Text;

/** What a text of HTML consists of. */
export interface HtmlReading {
  readonly tokens: readonly Token[];
  /** From where on a browser may read it another way, because tags cross in a manner only a whole parser follows. */
  readonly tangled: number | null;
}

/** Elements whose inside is text up to their own closing tag. */
const RAW = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"]);
const DECODED = new Set(["textarea", "title"]);

/**
 * Splits HTML into tags and text by the rules of the HTML standard's tokenizer (13.2.5), and tells HTML, SVG and MathML
 * apart. It builds no tree, takes any text, never throws, and reads each character a bounded number of times.
 * @param scripting as a browser with JavaScript reads it: the inside of `<noscript>` is text
 */
export function readHtml(html: string, scripting = false): HtmlReading {
  const tokens: Token[] = [];
  const nesting = createNesting();
  let tangled: number | null = null;
  let frames = false;
  let select = false;
  const text = (start: number, end: number, decoded = true): void => {
    if (end <= start) return;
    const raw = html.slice(start, end);
    tokens.push({ kind: "text", text: decoded ? decodeReferences(raw) : raw, start, end });
  };
  let done = 0;
  let here = 0;
  while (here < html.length) {
    const bracket = html.indexOf("<", here);
    if (bracket === -1) break;
    if (html.startsWith("<![CDATA[", bracket) && nesting.foreign()) {
      if (frames || select) tangled ??= bracket;
      text(done, bracket);
      const close = html.indexOf("]]>", bracket);
      const end = close === -1 ? html.length : close;
      text(bracket + 9, end, false);
      here = Math.min(html.length, end + 3);
      done = here;
      continue;
    }
    const piece = htmlPieceAt(html, bracket);
    if (piece === null) {
      here = bracket + 1;
      continue;
    }
    text(done, bracket);
    here = piece.end;
    if (piece.kind === "close") {
      nesting.close(piece);
      if (piece.name === "select") select = false;
      tokens.push({ ...piece, space: "html" });
    } else if (piece.kind === "open") {
      const { name } = piece;
      const space = nesting.open(piece);
      tokens.push({ ...piece, space });
      const isRaw = space === "html" && (RAW.has(name) || (scripting && name === "noscript"));
      // In a frameset browsers take no notice of these, and in a list some do: what follows is then no text.
      const ignored = frames ? name !== "noframes" : select && name !== "script";
      if (ignored && (isRaw || (frames && name === "template"))) tangled ??= bracket;
      if (isRaw) {
        const end = endOfRaw(html, name, here);
        text(here, end, DECODED.has(name));
        here = end;
      }
      frames ||= space === "html" && name === "frameset";
      select ||= space === "html" && name === "select";
    }
    if (nesting.tangled()) tangled ??= bracket;
    done = here;
  }
  text(done, html.length);
  return { tokens, tangled };
}

/** The tags and texts of HTML, in order. */
export function htmlTokens(html: string): readonly Token[] {
  return readHtml(html).tokens;
}
