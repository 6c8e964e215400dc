/** A piece of HTML or XML in which everything untrusted is already escaped. */
export interface Markup {
  readonly markup: string;
}

/** What may stand inside an element: markup, or text that is escaped here. Null is nothing. */
export type Child = Markup | string | null;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What no document may hold, escaped or not (XML 1.0, 2.2): controls, halves of a character, two non-characters. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** Elements that are never more than a tag; `<br/>` is right in HTML and in XML. */
const VOID = new Set(["br", "img", "link", "category", "fh:complete"]);

/** Text as a document may hold it: a character that none may hold becomes U+FFFD. */
export function documentText(text: string): string {
  return text.replaceAll(FORBIDDEN, "\uFFFD");
}

/** Text for an element or a quoted attribute, in HTML and in XML. */
export function escaped(text: string): string {
  return documentText(text).replaceAll(/[&<>"]/g, (found) => ESCAPES[found] ?? found);
}

/**
 * An element. `]]>` in a text needs no rule of its own: `>` is always escaped.
 * @param attributes those whose value is null are left out
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: readonly Child[]
): Markup {
  const shown = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escaped(value)}"`],
  );
  const start = `<${name}${shown.join("")}`;
  return { markup: VOID.has(name) ? `${start}/>` : `${start}>${fragment(...children).markup}</${name}>` };
}

/** Several children as one. */
export function fragment(...children: readonly Child[]): Markup {
  const parts = children.map((child) =>
    child === null ? "" : typeof child === "string" ? escaped(child) : child.markup,
  );
  return { markup: parts.join("") };
}

/** A whole XML document, one line for each child of its root, so that changes read well. */
export function xmlDocument(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  children: readonly (Markup | null)[],
): string {
  const lines = children.flatMap((child) => (child === null ? [] : [{ markup: `\n${child.markup}` }]));
  const root = element(name, attributes, ...lines, lines.length === 0 ? null : { markup: "\n" });
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.markup}\n`;
}
