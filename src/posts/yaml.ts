import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from "yaml";
import type { Checked, Diagnostic, Place } from "../model/diagnostic.ts";
import type { Located } from "../schema/places.ts";
import { diagnose, type Problem, quoted } from "../schema/problem.ts";

type PlaceOf = (offset: number) => Place;

/** Deeper than any key of ours by far, and shallow enough for every parser. */
const DEEPEST = 16;

/** The yaml package's words, with what to do about them. */
const HINTS: Readonly<Partial<Record<YAMLError["code"], string>>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'A value that holds ": " needs quotes around it; a key needs to stand where its neighbours stand.',
  MULTILINE_IMPLICIT_KEY:
    "Every line is a key, a colon and a space, and a value; a longer value goes on with more indentation.",
  BAD_SCALAR_START: "Put quotes around the whole value.",
  MISSING_CHAR: "A quote or bracket is opened and not closed: close it. An apostrophe inside '…' is written twice.",
  UNEXPECTED_TOKEN: "Put quotes around the whole value. An apostrophe inside '…' is written twice.",
  BAD_INDENT: "Give this line the same indentation as its neighbours, and close every bracket.",
};

const DEEP: Problem = {
  code: "front-matter-too-deep",
  message: `The front matter is nested more than ${DEEPEST} deep.`,
  hint: "No key needs more than three levels; look for brackets or dashes that are repeated by accident.",
};

const NOT_PLAIN = (what: string, hint: string): Problem => ({
  code: "yaml-not-plain",
  message: `${what} is not read here: a value stands where it is used.`,
  hint,
});

/**
 * Where nesting goes too deep, before the parser sees it: parsers recurse, and a few KB of `[[[[` or `- - - -` can take
 * a whole process down. Counts brackets, quoted or not, and marks at the beginning of a line.
 */
function tooDeepAt(block: string): number | null {
  let brackets = 0;
  let marks = 0;
  let leading = true;
  for (let i = 0; i < block.length; i++) {
    const character = block[i] ?? "";
    if (character === "\n") [leading, marks] = [true, 0];
    else if (character === "[" || character === "{") brackets++;
    else if (character === "]" || character === "}") brackets = Math.max(0, brackets - 1);
    if (!leading) {
      if (brackets > DEEPEST) return i;
      continue;
    }
    if (character === "-" || character === "?" || character === ":") marks++;
    else if (character !== " " && character !== "\t" && character !== "\n") leading = false;
    if (Math.max(brackets, marks) > DEEPEST) return i;
  }
  return null;
}

/** A scalar as an author means it: numbers stay the text that was typed (`1.10`, `010`), true and false are that. */
function scalarValue(scalar: Scalar): string | boolean | null {
  const { value, source } = scalar;
  if (typeof value === "boolean" || value === null) return value;
  return typeof value === "string" ? value : (source ?? String(value));
}

/** Walks the parsed document once: plain data out, the place of everything on the way, and what we do not read. */
function readNodes(root: Node | null, placeOf: PlaceOf): Checked<Located> {
  const keys = new Map<string, Place>();
  const values = new Map<string, Place>();
  const diagnostics: Diagnostic[] = [];
  const refuse = (offset: number, what: string, hint: string): void => {
    diagnostics.push(diagnose(placeOf(offset), NOT_PLAIN(what, hint)));
  };

  const keyOf = (pair: Pair<Node, Node | null>): string | null => {
    const { key } = pair;
    const offset = key.range?.[0] ?? 0;
    if (!isScalar(key) || key.value === null) {
      refuse(offset, "A key that is not a word", "Write a word, a colon and a space.");
      return null;
    }
    const name = typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
    if (name !== "<<") return name;
    refuse(offset, "A merge key (<<)", "Write the keys out.");
    return null;
  };

  const mapEntries = (pairs: readonly Pair<Node, Node | null>[], path: string): [string, unknown][] => {
    const seen = new Set<string>();
    const entries: [string, unknown][] = [];
    for (const pair of pairs) {
      const name = keyOf(pair);
      if (name === null) continue;
      const keyPlace = placeOf(pair.key.range?.[0] ?? 0);
      if (seen.has(name)) {
        diagnostics.push(
          diagnose(keyPlace, {
            code: "key-twice",
            message: `The key ${quoted(name)} stands here a second time: only one of the two could count.`,
            hint: "Take one of them out.",
          }),
        );
        continue;
      }
      seen.add(name);
      const inner = path === "" ? name : `${path}.${name}`;
      keys.set(inner, keyPlace);
      entries.push([name, read(pair.value, inner, keyPlace)]);
    }
    return entries;
  };

  const read = (node: Node | null, path: string, keyPlace: Place): unknown => {
    const offset = node?.range?.[0];
    const empty = node === null || (isScalar(node) && node.value === null && (node.source ?? "") === "");
    values.set(path, empty || offset === undefined ? keyPlace : placeOf(offset));
    if (node === null) return null;
    if (isAlias(node)) {
      refuse(offset ?? 0, "An alias (*name)", "Write the value out; put quotes around it if it is text with a star.");
      return null;
    }
    if ("anchor" in node && node.anchor !== undefined)
      refuse(
        offset ?? 0,
        "An anchor (&name)",
        "Take it out; put quotes around the value if it is text with an ampersand.",
      );
    if (node.tag !== undefined)
      refuse(
        offset ?? 0,
        "A tag (!name)",
        "Take it out; put quotes around the value if it is text with an exclamation mark.",
      );
    if (isMap<Node, Node | null>(node)) return Object.fromEntries(mapEntries(node.items, path));
    if (isSeq<Node>(node)) return node.items.map((item, index) => read(item, `${path}.${index}`, keyPlace));
    return isScalar(node) ? scalarValue(node) : null;
  };

  const data = root === null ? {} : read(root, "", placeOf(0));
  return { value: { data, keys, values: new Map(values).set("", placeOf(0)) }, diagnostics };
}

/** Where a quote that is never closed was opened: the parser names only the end of everything. */
function openQuote(document: ReturnType<typeof parseDocument>, error: YAMLError): number | null {
  if (error.code !== "MISSING_CHAR") return null;
  let opened: number | null = null;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith("QUOTE_") === true && range && range[1] >= error.pos[0]) opened = range[0];
    },
  });
  return opened;
}

/**
 * Reads front matter as YAML 1.2: `11:32`, `no` and dates are text, true and false are not, numbers stay as typed.
 * Gives the data and the place of every key and value, or null where it cannot be read.
 * @param placeOf the place of an offset in the block; 0 stands for the front matter as a whole
 *
 * Errors: `yaml-unreadable` (the first thing the parser stumbles over), `yaml-tab`, `yaml-not-plain` (anchors, aliases,
 * merge keys, tags), `key-twice`, `front-matter-not-keys`, `front-matter-too-deep`.
 */
export function readYaml(block: string, placeOf: PlaceOf): Checked<Located | null> {
  const deep = tooDeepAt(block);
  if (deep !== null) return { value: null, diagnostics: [diagnose(placeOf(deep), DEEP)] };

  // Duplicate keys are found in the walk: the parser's own search takes quadratic time.
  const document = parseDocument(block, { version: "1.2", prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const [error] = document.errors;
  if (error !== undefined) {
    const problem: Problem =
      error.code === "TAB_AS_INDENT"
        ? { code: "yaml-tab", message: "YAML does not allow a tab here.", hint: "Use spaces to indent." }
        : {
            code: "yaml-unreadable",
            message: `This is not YAML: ${error.message}.`,
            hint:
              HINTS[error.code] ??
              "Every line is a key, a colon and a space, and a value; when in doubt, quote the value.",
          };
    return { value: null, diagnostics: [diagnose(placeOf(openQuote(document, error) ?? error.pos[0]), problem)] };
  }

  const root = document.contents;
  if (root !== null && !isMap(root) && !(isScalar(root) && root.value === null)) {
    const message = "The front matter holds no keys, only text or a list.";
    const hint =
      "Write keys and values, such as headline: A late goal. If --- was meant to draw a line, put front matter before it.";
    const place = placeOf(root.range?.[0] ?? 0);
    return { value: null, diagnostics: [diagnose(place, { code: "front-matter-not-keys", message, hint })] };
  }
  return readNodes(isMap(root) ? root : null, placeOf);
}
