import { recognise } from "../../embeds/providers/registry.ts";

/**
 * The consent notice that a BBC page prints where an embed was. In a structured dump it stands whole, in a flat one only
 * its heading and its paragraph are left:
 *
 *     This Twitter post cannot be displayed in your browser. … View original content on Twitter      fallback
 *     The BBC is not responsible for the content of external sites.                                  disclaimer
 *     Skip twitter post                                                                              skip
 *
 *     Allow Twitter content?                                                                         heading
 *
 *     This article contains content provided by Twitter. We ask for your permission …                consent
 *
 *     The BBC is not responsible for the content of external sites.                                  disclaimer
 *     End of twitter post                                                                            end
 */
export type NoticePart = "fallback" | "disclaimer" | "skip" | "heading" | "consent" | "end";

export interface Notice {
  readonly part: NoticePart;
  /** The provider's name where that line gives it. */
  readonly provider: string | null;
  /** The thing's own address, where that line kept it: `View original content on Twitter https://…`. */
  readonly url?: string;
}

const SHORT = 100;
const LONG = 2000;
const CONSENT = "This article contains content provided by ";
const DISCLAIMER = "The BBC is not responsible for the content of external sites";
const THINGS = "(?:post|video|content|embed|audio|playlist|story|reel)";
const FALLBACK = new RegExp(`^This (.{1,40}?) ${THINGS} cannot be displayed in your browser`);
/** Where a page has several of one provider, each line says which: `Skip twitter post 2 by Ines Barrow`. */
const WHICH = "(?: \\d{1,3})?(?: {1,2}by .{1,60})?";
const SKIP = new RegExp(`^Skip (.{1,40}?) ${THINGS}${WHICH}$`);
const END = new RegExp(`^End of (.{1,40}?) ${THINGS}${WHICH}$`);
const HEADING = /^Allow (.{1,40}) content\?$/;

/** Every part opens with one of these: a quick look that spares nearly all lines the closer ones. */
const OPENING = /^(?:This |The BBC|Skip |End of|Allow )/;

/** The first address in a line that is a thing of a known provider, or null. */
function addressIn(text: string): string | null {
  if (!text.includes("://")) return null;
  const words = text.slice(0, LONG).split(/[\s()<>"[\]]/);
  return words.find((word) => /^https?:\/\//i.test(word) && recognise(word) !== null) ?? null;
}

/** Which part of a consent notice a line is (its words, already collapsed), or null. */
export function noticePart(text: string): Notice | null {
  if (!OPENING.test(text)) return null;
  if (text.startsWith(CONSENT)) {
    const provider = /^[^.]{1,60}(?=\.)/.exec(text.slice(CONSENT.length, CONSENT.length + SHORT));
    return { part: "consent", provider: provider?.[0] ?? null };
  }
  if (text.startsWith(DISCLAIMER)) return { part: "disclaimer", provider: null };
  const fallback = FALLBACK.exec(text.slice(0, SHORT));
  if (fallback !== null) {
    const url = addressIn(text);
    return { part: "fallback", provider: fallback[1] ?? null, ...(url === null ? {} : { url }) };
  }
  if (text.length > SHORT) return null;
  const heading = HEADING.exec(text);
  if (heading !== null) return { part: "heading", provider: heading[1] ?? null };
  const skip = SKIP.exec(text);
  if (skip !== null) return { part: "skip", provider: skip[1] ?? null };
  const end = END.exec(text);
  return end === null ? null : { part: "end", provider: end[1] ?? null };
}

/** The best line to take the provider's name from, best first: `skip` prints it in lower case. */
const NAMING: readonly NoticePart[] = ["heading", "fallback", "consent", "skip", "end"];

/** The provider's name as these lines of one notice print it, or null. */
export function printedProvider(notices: readonly Notice[]): string | null {
  for (const part of NAMING) {
    const named = notices.find((notice) => notice.part === part && notice.provider !== null);
    if (named !== undefined) return named.provider;
  }
  return null;
}

/** How far the notice goes that starts at the first of these lines. */
export interface NoticeRun {
  readonly count: number;
  readonly printed: string | null;
  readonly url: string | null;
}

/**
 * Follows a notice from its first line: as long as lines are parts of a notice, and up to its end or to where the next
 * one starts (a part other than the disclaimer comes a second time). Null where the first line is no part of one,
 * or only a disclaimer stands there.
 */
export function followNotice(texts: readonly string[]): NoticeRun | null {
  const notices: Notice[] = [];
  for (const text of texts) {
    const notice = noticePart(text);
    if (notice === null) break;
    if (notice.part !== "disclaimer" && notices.some((earlier) => earlier.part === notice.part)) break;
    notices.push(notice);
    if (notice.part === "end") break;
  }
  if (notices.length === 0 || notices.every((notice) => notice.part === "disclaimer")) return null;
  return {
    count: notices.length,
    printed: printedProvider(notices),
    url: notices.find((notice) => notice.url !== undefined)?.url ?? null,
  };
}
