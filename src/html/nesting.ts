import type { RawTag, Space } from "./tags.ts";

const VOID = new Set(
  "area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr".split(" "),
);
/** Elements that end SVG or MathML where they begin (HTML standard, 13.2.6.5). */
const BREAKS_OUT = new Set(
  [
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta",
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var",
  ].flatMap((names) => names.split(" ")),
);
const HOLDS_HTML = new Set(["svg foreignobject", "svg desc", "svg title"]);
const HOLDS_TEXT = new Set(["math mi", "math mo", "math mn", "math ms", "math mtext"]);

interface Open {
  readonly name: string;
  readonly space: Space;
  /** Whether what stands in it is HTML again. */
  readonly holdsHtml: boolean;
}

/** Follows how HTML and the SVG and MathML within it nest, since browsers read a `<style>` differently in each. */
export interface Nesting {
  /** The vocabulary of an opening tag, which is entered. */
  open(tag: RawTag): Space;
  close(tag: RawTag): void;
  /** Whether a CDATA section may stand here. */
  foreign(): boolean;
  /** Whether tags were crossed in a way that only a whole parser could follow. */
  tangled(): boolean;
}

function breaksOut({ name, attributes }: RawTag): boolean {
  return BREAKS_OUT.has(name) || (name === "font" && ["color", "face", "size"].some((key) => attributes.has(key)));
}

function holdsHtml({ name, attributes }: RawTag, space: Space): boolean {
  const encoding = attributes.get("encoding")?.toLowerCase();
  const annotation = encoding === "text/html" || encoding === "application/xhtml+xml";
  const place = `${space} ${name}`;
  return HOLDS_HTML.has(place) || HOLDS_TEXT.has(place) || (place === "math annotation-xml" && annotation);
}

/** Only what is open within an `<svg>` or `<math>` is kept; outside of them nothing needs to be known. */
export function createNesting(): Nesting {
  let stack: Open[] = [];
  let isTangled = false;

  const spaceOf = (tag: RawTag): Space => {
    const top = stack.at(-1);
    const asHtml = tag.name === "svg" || tag.name === "math" ? tag.name : "html";
    if (top === undefined || top.space === "html") return asHtml;
    const glyph = tag.name === "mglyph" || tag.name === "malignmark";
    if (top.holdsHtml) return glyph && HOLDS_TEXT.has(`${top.space} ${top.name}`) ? top.space : asHtml;
    if (top.name === "annotation-xml" && tag.name === "svg") return "svg";
    if (!breaksOut(tag)) return top.space;
    stack = stack.slice(0, stack.findLastIndex((open) => open.space === "html" || open.holdsHtml) + 1);
    return asHtml;
  };

  return {
    open(tag) {
      const space = spaceOf(tag);
      const stays = space === "html" ? stack.length > 0 && !VOID.has(tag.name) : !tag.selfClosing;
      if (stays) stack.push({ name: tag.name, space, holdsHtml: space !== "html" && holdsHtml(tag, space) });
      return space;
    },
    close({ name }) {
      const top = stack.at(-1);
      if (top === undefined) return;
      if (top.space === "html" && top.name === name) {
        stack.pop();
        return;
      }
      // What is passed over is closed too, so that each element is looked at once.
      for (let open = stack.pop(); open !== undefined && open.space !== "html"; open = stack.pop())
        if (open.name === name) return;
      isTangled = true;
      stack = [];
    },
    foreign: () => (stack.at(-1)?.space ?? "html") !== "html",
    tangled: () => isTangled,
  };
}
