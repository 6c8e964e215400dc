import { decodeReferences } from "./references.ts";
import { type RawTag, type Space, tagAt } from "./tags.ts";
import type { Text } from "./tokens.ts";

/** An element of XML: `name` and the names of its attributes are without their prefixes. */
export type XmlTag = RawTag & { readonly space: Space; readonly namespace: string };

/** `<?xml-stylesheet href="…"?>` */
export interface Instruction {
  readonly kind: "instruction";
  readonly text: string;
  readonly start: number;
}

export interface XmlReading {
  readonly tokens: readonly (XmlTag | Text | Instruction)[];
  /** Where entities of its own are declared, which can stand for anything; null where none are. */
  readonly declares: number | null;
}

const SPACES: Readonly<Record<string, Space>> = {
  "http://www.w3.org/1999/xhtml": "html",
  "http://www.w3.org/2000/svg": "svg",
  "http://www.w3.org/1998/Math/MathML": "math",
};

/** `xlink:href` → `xlink`, `href`. */
function split(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon === -1 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** What each prefix stands for at the moment, innermost last. */
function createPrefixes(): { enter(tag: RawTag): number; leave(entered: number): void; of(prefix: string): string } {
  const declared: { readonly prefix: string; readonly before: string | undefined }[] = [];
  const now = new Map<string, string>();
  return {
    enter({ attributes }) {
      for (const [key, value] of attributes) {
        if (key !== "xmlns" && !key.startsWith("xmlns:")) continue;
        const prefix = key.slice("xmlns:".length);
        declared.push({ prefix, before: now.get(prefix) });
        now.set(prefix, value);
      }
      return declared.length;
    },
    leave(entered) {
      while (declared.length > entered) {
        const { prefix, before } = declared.pop() ?? { prefix: "", before: "" };
        now.set(prefix, before ?? "");
      }
    },
    of: (prefix) => now.get(prefix) ?? "",
  };
}

function localNames(attributes: RawTag["attributes"]): ReadonlyMap<string, string> {
  const local = new Map<string, string>();
  for (const [key, value] of attributes) if (!local.has(split(key)[1])) local.set(split(key)[1], value);
  return local;
}

function endOf(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found === -1 ? xml.length : found;
}

/** Splits XML into tags, texts and instructions, namespaces resolved. Takes any text, never throws, works in one pass. */
export function readXml(xml: string): XmlReading {
  const tokens: (XmlTag | Text | Instruction)[] = [];
  const prefixes = createPrefixes();
  const open: number[] = [];
  let declares: number | null = null;
  let here = 0;
  const text = (start: number, end: number, decoded: boolean): void => {
    const raw = xml.slice(start, end);
    if (raw !== "") tokens.push({ kind: "text", text: decoded ? decodeReferences(raw) : raw, start, end });
  };
  while (here < xml.length) {
    const bracket = endOf(xml, "<", here);
    text(here, bracket, true);
    if (bracket === xml.length) break;
    if (xml.startsWith("<!--", bracket)) here = endOf(xml, "-->", bracket + 4) + 3;
    else if (xml.startsWith("<![CDATA[", bracket)) {
      const end = endOf(xml, "]]>", bracket);
      text(bracket + 9, end, false);
      here = end + 3;
    } else if (xml.startsWith("<?", bracket)) {
      const end = endOf(xml, "?>", bracket);
      tokens.push({ kind: "instruction", text: xml.slice(bracket + 2, end), start: bracket });
      here = end + 2;
    } else if (xml.startsWith("<!", bracket)) {
      if (xml.startsWith("<!ENTITY", bracket)) declares ??= bracket;
      // What a doctype declares within its brackets is read piece by piece.
      const mark = /[[>]/g;
      mark.lastIndex = bracket;
      here = (mark.exec(xml)?.index ?? xml.length) + 1;
    } else {
      const tag = tagAt(xml, bracket);
      here = tag?.end ?? bracket + 1;
      if (tag === null || tag.kind === "skipped") continue;
      if (tag.kind === "open") {
        open.push(prefixes.enter(tag) - [...tag.attributes.keys()].filter((key) => /^xmlns(?::|$)/.test(key)).length);
      }
      const [prefix, name] = split(tag.name);
      const namespace = prefixes.of(prefix);
      const space = Object.hasOwn(SPACES, namespace) ? (SPACES[namespace] ?? "other") : "other";
      tokens.push({ ...tag, name, attributes: localNames(tag.attributes), space, namespace });
      if (tag.kind === "close" || tag.selfClosing) prefixes.leave(open.pop() ?? 0);
    }
  }
  return { tokens, declares };
}
