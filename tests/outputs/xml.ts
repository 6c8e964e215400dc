import { parseXml, XmlElement } from "@rgrove/parse-xml";

/** The elements below an element that have this name. Text that is no well-formed XML 1.0 throws. */
export function parts(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child instanceof XmlElement).filter((child) => child.name === name);
}

/** A document's root element. */
export function rootOf(xml: string): XmlElement {
  const { root } = parseXml(xml);
  if (root === null) throw new Error("there is no root element");
  return root;
}

/** The text of the first element of that name, or null. */
export function textOf(parent: XmlElement, name: string): string | null {
  return parts(parent, name)[0]?.text ?? null;
}
