import { asks, type Found } from "./found.ts";

/**
 * One token of a stylesheet that matters here (CSS Syntax 3, section 4): a string, the name of a function or of an
 * at-rule, any other name, a bracket. Everything else is passed over.
 */
const ESCAPE = String.raw`\\(?:[\da-fA-F]{1,6}[\t\n ]?|[^\n\da-fA-F]|$)`;
const LETTERS = String.raw`[-\w\u0080-\uffff]`;
const WORD = `(?:${LETTERS}|${ESCAPE})${LETTERS}*(?:${ESCAPE}${LETTERS}*)*`;
const stringIn = (quote: string): string =>
  String.raw`${quote}[^${quote}\\\n]*(?:\\(?:[^]|$)[^${quote}\\\n]*)*(?:${quote}|\n|$)`;
const TOKEN = new RegExp(
  [
    `(?<string>${stringIn('"')}|${stringIn("'")})`,
    `(?<at>@${WORD})`,
    `(?<word>${WORD})(?<call>\\(?)`,
    String.raw`(?<mark>[()[\]{};])`,
    String.raw`[\t\n ]+`,
    "[^]",
  ].join("|"),
  "y",
);
/** The inside of `url(…)` without quotes. */
const BARE = new RegExp(String.raw`[\t\n ]*([^"'()\\\t\n ]*(?:${ESCAPE}[^"'()\\\t\n ]*)*)[\t\n ]*(?:\)|$)`, "y");

/** Functions whose strings are addresses. */
const OF_PICTURES = new Set(["image-set", "-webkit-image-set", "image", "cross-fade", "-webkit-cross-fade"]);
const LOADS = new Set(["url", "src", ...OF_PICTURES]);

function plain(raw: string): string {
  return raw.replaceAll(/\\(?:([\da-fA-F]{1,6})[\t\n ]?|\n|([\s\S])|$)/g, (_, code?: string, character?: string) => {
    if (code === undefined) return character ?? "";
    const point = Number.parseInt(code, 16);
    const wrong = point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff);
    return wrong ? "\ufffd" : String.fromCodePoint(point);
  });
}

const lower = (raw: string): string => plain(raw).toLowerCase();

const VARIABLE = {
  why: "A stylesheet loads something whose address another rule says, with var() or attr().",
  hint: "Write the address where it is used.",
};

/**
 * What a stylesheet or a `style` attribute loads: `url(…)`, `src("…")`, `@import "…"`, the strings of `image-set(…)`.
 * Comments, strings and escapes are read as browsers read them. What `@namespace` names is not loaded.
 * @param what what is said to ask
 * @param offset where it begins in its file; `exact` tells whether its characters stand there one by one
 */
export function cssFindings(css: string, what: string, offset: number, exact: boolean): readonly Found[] {
  const text = css.replaceAll(/\r(?!\n)|\f/g, "\n");
  const found: Found[] = [];
  /** The functions that are open, innermost last; "" for a bare bracket. */
  const open: string[] = [];
  /** How many of them load what stands in them. */
  let loading = 0;
  let rule = "";
  let last = "";
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
    const from = TOKEN.lastIndex;
    if (text.startsWith("/*", from)) {
      const end = text.indexOf("*/", from + 2);
      TOKEN.lastIndex = end === -1 ? text.length : end + 2;
      continue;
    }
    const { groups } = TOKEN.exec(text) ?? {};
    if (groups === undefined) break;
    const place = exact ? offset + from : offset;
    const string = groups["string"];
    if (string !== undefined) {
      const closed = !string.endsWith("\n");
      const inner = string.slice(1).replace(/["'\n]$/, "");
      const loads = loading > 0 || (rule === "@import" && last === "@import");
      if (closed && loads && rule !== "@namespace") found.push(asks(what, plain(inner), place));
      last = "string";
    } else if (groups["at"] !== undefined) {
      last = lower(groups["at"]);
      rule = last;
    } else if (groups["word"] !== undefined) {
      last = lower(groups["word"]);
      if (groups["call"] !== "(") continue;
      if ((last === "var" || last === "attr") && loading > 0)
        found.push({ kind: "unclear", ...VARIABLE, offset: place });
      const bare = last === "url" ? bareAt(text, TOKEN.lastIndex) : null;
      if (bare === null) {
        open.push(last);
        if (LOADS.has(last)) loading += 1;
      } else {
        if (rule !== "@namespace") found.push(asks(what, plain(bare.address), place));
        TOKEN.lastIndex = bare.end;
      }
    } else if (groups["mark"] !== undefined) {
      const mark = groups["mark"];
      if (mark === "(" || mark === "[" || mark === "{") open.push("");
      if ((mark === ")" || mark === "]" || mark === "}") && LOADS.has(open.pop() ?? "")) loading -= 1;
      if (mark === ";" || mark === "{" || mark === "}") rule = "";
      last = mark;
    }
  }
  return found;
}

/** The address of `url(…)` if it stands there without quotes, else null. */
function bareAt(css: string, from: number): { readonly address: string; readonly end: number } | null {
  BARE.lastIndex = from;
  const found = BARE.exec(css);
  if (found === null || found[1] === undefined) return null;
  return found[0] === "" && from < css.length ? null : { address: found[1], end: from + found[0].length };
}
