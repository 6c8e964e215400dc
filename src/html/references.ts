/**
 * The names that stand in addresses and in what people paste; others stay as they are. All that mean an ASCII character
 * are here, since those can make an address, a stylesheet or a list of pictures.
 */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: "&", AMP: "&", lt: "<", LT: "<", gt: ">", GT: ">", quot: '"', QUOT: '"', apos: "'", grave: "`" },
  ...{ Tab: "\t", NewLine: "\n", nbsp: "\u00a0", excl: "!", num: "#", dollar: "$", percnt: "%", lpar: "(", rpar: ")" },
  ...{ ast: "*", midast: "*", plus: "+", comma: ",", period: ".", sol: "/", colon: ":", semi: ";", equals: "=" },
  ...{ quest: "?", commat: "@", lsqb: "[", lbrack: "[", bsol: "\\", rsqb: "]", rbrack: "]", Hat: "^", lowbar: "_" },
  ...{ UnderBar: "_", DiacriticalGrave: "`", lcub: "{", lbrace: "{", verbar: "|", vert: "|", VerticalLine: "|" },
  ...{ rcub: "}", rbrace: "}", fjlig: "fj", ndash: "–", mdash: "—", hellip: "…", middot: "·" },
  ...{ lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”" },
};
/** Names that count without a semicolon too. */
const BARE = "amp|AMP|lt|LT|gt|GT|quot|QUOT|nbsp|middot";

const REFERENCE = new RegExp(
  `&(?:#(\\d+);?|#[xX]([\\da-fA-F]+);?|([A-Za-z]{2,16});|(${BARE})(?=(=|[\\dA-Za-z])?))`,
  "g",
);

function character(code: number): string {
  const outside = code === 0 || !(code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff);
  return outside ? "\ufffd" : String.fromCodePoint(code);
}

/**
 * Character references as the characters they mean, once.
 * @param where in an attribute, `&lt=` and `&ltx` are what they look like: part of an address
 */
export function decodeReferences(text: string, where: "text" | "attribute" = "text"): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    REFERENCE,
    (whole, decimal?: string, hex?: string, name?: string, bare?: string, next?: string) => {
      if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      if (bare !== undefined) return where === "attribute" && next !== undefined ? whole : (NAMED[bare] ?? whole);
      return name !== undefined && Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
    },
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
};

/** Text as HTML, for element content and quoted attributes. */
export function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (found) => ESCAPES[found] ?? found);
}
