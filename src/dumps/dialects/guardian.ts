import type { Claim, Dialect, InkedLine, Page, Reading } from "../dialect.ts";
import { openAccount } from "../parts/account.ts";
import { type Row, rowsOf, undoubled, undoubledCut, withoutGluedTwin, withoutTwins } from "../parts/page-rows.ts";
import { belowCollectedTitle } from "../parts/page-top.ts";
import { type Cut, cutByClosers, cutByHeadlines, cutPosts } from "../parts/post-cuts.ts";
import { readPublisherPage } from "../parts/publisher-page.ts";
import { closesPost, isResidue, marksChange, namesItself } from "../parts/residue.ts";
import { hasGluedStamp } from "../parts/stamp.ts";
import { learnPattern, type StampPattern } from "../parts/stamp-pattern.ts";

/**
 * The Guardian's live blogs, in the forms in which copies of them come:
 *
 *     3.11pm BST                    a time line over each post; a comparison of two versions prints what did not change
 *     The gates are open.           twice, without a space between: `3.11pm BST3.11pm BST`
 *
 *     8.43am: The gates are open.   the time in front, oldest post first, up to 2011
 *
 *     The gates are open.           no times; a button closes each post
 *     Share
 *
 *     89 min: Barrow shoots wide.   minutes of the match
 */
export const guardian: Dialect = { name: "guardian", claim, read, begins };

const VERSIONS = /^This article is from the source 'guardian'/;
/** `3.11pm BST`, `15.11 BST`: a point between hours and minutes, and a zone. */
const TIME_LINE = /^\d{1,2}\.\d{2} ?(?:am|pm)? [A-Z]{2,5}$/;
/** `8.43am: `, `10am BST: ` */
const TIME_IN_FRONT = /^\d{1,2}(?:\.\d{2})?(?:am|pm)(?: [A-Z]{2,5})?: \S/;
const NEWSPAPER = /^The Guardian(?: - \p{L}{2,12})?$|^theguardian\.com$/u;
/** `Harwell 2-1 Redmoor: Cup final – as it happened`, `Regatta day two – live!` */
const TITLE = / – (?:[\p{L} ]{1,30} )?(?:live!?|as it happened)(?: \| |$)/u;
const TOP_ROWS = 20;
/** A lone time in front of some words proves nothing. */
const ENOUGH = 2;

function claim({ inked }: Page): Claim | null {
  if (hasGluedStamp(inked)) return null;
  const rows = pageRows(rowsOf(inked));
  const count = (test: (row: Row) => boolean): number => rows.filter(test).length;
  const timeLines = count(({ text }) => isTimeLine(text));
  if (count(({ text }) => VERSIONS.test(text)) > 0) {
    return { why: "two versions of a Guardian page side by side", lines: timeLines + 1 };
  }
  if (timeLines > 0) return { why: "times with a point and a zone, alone on their lines", lines: timeLines };
  const fronts = count(({ text }) => TIME_IN_FRONT.test(text.slice(0, 20)));
  const shares = count(({ text }) => closesPost(text));
  const changes = count(({ text }) => marksChange(text));
  const top = rows.slice(0, TOP_ROWS);
  const titled = top.some(({ text }) => TITLE.test(text.slice(0, 200)));
  const named = top.filter(({ text }) => NEWSPAPER.test(text)).length;
  if (fronts < ENOUGH && shares < ENOUGH && !titled && named === 0) return null;
  const pattern = learnPattern(rows);
  if (fronts >= ENOUGH && pattern?.position === "inline") {
    return { why: "times with a point, am or pm and a colon in front of paragraphs", lines: fronts };
  }
  if (pattern !== null && !ofMinutes(pattern)) return null;
  if (pattern !== null && titled) {
    return { why: "minutes of a match under the title of a live blog", lines: pattern.stamps.length };
  }
  if (shares >= ENOUGH) return { why: "buttons that close each post", lines: shares };
  if (titled && changes >= ENOUGH) return { why: "`Updated` under the title of a live blog", lines: changes };
  const isLive = top.some(({ text }) => namesItself(text));
  return named > 0 && isLive ? { why: "the paper's name over the title of a live blog", lines: named + 1 } : null;
}

const isTimeLine = (text: string): boolean => text.length < 20 && TIME_LINE.test(text);

/** A time line, or the note over two versions. */
function begins({ text }: InkedLine): boolean {
  return isTimeLine(withoutGluedTwin(text)) || VERSIONS.test(text);
}

const ofMinutes = ({ stamps }: StampPattern): boolean => stamps.every(({ reading }) => reading.form === "minute");

/** A comparison's doubled rows, and times printed twice on a row, become single ones. */
function pageRows(rows: readonly Row[]): readonly Row[] {
  const compared = rows.some(({ text }) => VERSIONS.test(text));
  return rows.map((row, at) => {
    const single = compared ? undoubled(at === rows.length - 1 ? undoubledCut(row.text) : row.text) : row.text;
    const text = withoutGluedTwin(single);
    return text === row.text ? row : { ...row, text };
  });
}

function read(page: Page): Reading {
  const account = openAccount(page);
  const { rows, twins } = withoutTwins(pageRows(rowsOf(page.inked)));
  for (const { line } of twins) account.claim(line, line, "stamp");
  const learned = learnPattern(rows);
  const closed = learned === null || ofMinutes(learned) ? cutByClosers(rows) : null;
  const pattern = closed === null ? learned : null;
  const opening = belowCollectedTitle(rows);
  const cut = (stamped: StampPattern | null): readonly Cut[] =>
    closed ?? (stamped === null ? cutByHeadlines(rows, opening) : withOpening(rows, opening, cutPosts(rows, stamped)));
  const usual = pattern?.position === "inline" && !ofMinutes(pattern) ? "oldest-first" : "newest-first";
  return readPublisherPage({ page, rows, pattern, cut, usual, account });
}

/** A collector's copy has no words of the page's top but the title: what stands between that and the first post is a post too. */
function withOpening(rows: readonly Row[], start: number, cuts: readonly Cut[]): readonly Cut[] {
  const opening = start < 0 ? [] : rows.slice(start, cuts[0]?.start ?? rows.length);
  if (opening.every(({ text }) => isResidue(text))) return cuts;
  const cue = "what stands under the title in a collector's copy";
  return [{ start, stamp: null, headline: null, rows: opening, certain: false, cue }, ...cuts];
}
