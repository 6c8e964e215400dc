import type { DumpBlock } from "../../model/block.ts";
import type { Entry } from "../../model/dump.ts";
import type { Page, Reading } from "../dialect.ts";
import { type Account, openAccount } from "./account.ts";
import { isBodyText, readLegacyHeader } from "./legacy-header.ts";
import { orderOf } from "./legacy-order.ts";
import { readerOf, type Timed } from "./legacy-times.ts";
import { readReportingBody } from "./reporting-body.ts";
import { type Habits, isMark } from "./reporting-draft.ts";
import { habitsOf } from "./reporting-people.ts";
import type { Row } from "./reporting-rows.ts";
import { isPersonName } from "./shapes.ts";

interface Post {
  readonly rows: Row[];
  /** The row with the time or the headline, and what it says of the post. */
  readonly timed: Timed | null;
  readonly head: Row | null;
  readonly headline: string | null;
  readonly certain: boolean;
  readonly cue: string;
}

/**
 * Reads a page that prints each post as one paragraph with its time in front, blanks between:
 *
 *     A bagel                                      a picture's words
 *     1724: The last set went in 19 minutes.       a post
 *
 *     Barrow 6-1 *5-0 Craik                        a score over its post
 *     Another double fault.
 *
 *     From Tam, via email: "Is it me?"             a post without a time: a judgement
 */
export function readInline(page: Page, all: readonly Row[]): Reading {
  const account = openAccount(page);
  const rows = withoutEdges(all, account);
  const read = readerOf(rows);
  const first = rows.findIndex((row) => read(row) !== null);
  const from = first < 0 ? rows.length : first;
  const header = readLegacyHeader(rows.slice(0, from), account);
  const posts: Post[] = [];
  for (const group of groupsOf(rows.slice(from), read)) addGroup(posts, group, read);
  const habits = { ...habitsOf(rows, []), spaced: false };
  const entries = posts.map((post, at) => {
    const next = posts[at + 1];
    return readEntry(post, at + 1, (next === undefined ? page.count + 1 : startOf(next)) - 1, habits, account);
  });
  return {
    title: header.title,
    date: header.date,
    order: orderOf(posts.map((post) => post.timed?.stamp.time ?? null)),
    summary: [],
    byline: header.byline,
    preamble: header.preamble,
    entries,
    account,
    diagnostics: [],
  };
}

const startOf = (post: Post): number => post.rows[0]?.line ?? post.head?.line ?? 1;

/** Rows without a blank between them, cut in front of each time that follows a time or a paragraph. */
function groupsOf(rows: readonly Row[], read: (row: Row) => Timed | null): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  let told = false;
  for (const row of rows) {
    const last = groups.at(-1);
    const isTimed = read(row) !== null;
    if (last === undefined || row.blanks > 0 || (isTimed && told)) {
      groups.push([row]);
      told = false;
    } else last.push(row);
    told ||= isTimed || isBodyText(row.text);
  }
  return groups;
}

/** Edges of table cells, which some copies print between posts, are blank lines. */
function withoutEdges(rows: readonly Row[], account: Account): readonly Row[] {
  let edges = 0;
  return rows.flatMap((row): readonly Row[] => {
    if (/^[|_*=\s-]{1,80}$/.test(row.text)) {
      account.claim(row.line, row.line, "boilerplate");
      edges++;
      return [];
    }
    const blanks = row.blanks + edges;
    edges = 0;
    return [blanks === row.blanks ? row : { ...row, blanks }];
  });
}

/** Adds a group's post, or the group to the last post where it has neither a time nor a paragraph. */
function addGroup(posts: Post[], group: readonly Row[], read: (row: Row) => Timed | null): void {
  const at = group.findIndex((row) => read(row) !== null);
  const stamped = group[at];
  const found = stamped === undefined ? null : read(stamped);
  if (stamped !== undefined && found !== null) {
    const headline = isHeadlineOver(found.rest, group[at + 1]) ? found.rest : null;
    posts.push({ rows: [...group], timed: found, head: stamped, headline, certain: true, cue: "its time in front" });
    return;
  }
  const last = posts.at(-1);
  const body = group.findIndex(({ text }) => isBodyText(text) && !isMark(text));
  if (last !== undefined && body < 0) {
    for (const row of group) last.rows.push(row);
    return;
  }
  const head = group[body - 1];
  const headed = head !== undefined && !isPersonName(head.text) && !isMark(head.text);
  posts.push({
    rows: [...group],
    timed: null,
    head: headed ? head : null,
    headline: headed ? head.text : null,
    certain: headed,
    cue: headed ? "a short line right above a paragraph" : "a paragraph of its own, without a time",
  });
}

/** Whether the words behind a time are a headline: short, no part of a sentence, and a paragraph right below. */
const isHeadlineOver = (text: string, below: Row | undefined): boolean =>
  below !== undefined &&
  text !== "" &&
  !isBodyText(text) &&
  !/[,;–-]$/.test(text) &&
  !/^["“]/.test(text) &&
  isBodyText(below.text) &&
  !/^\p{Ll}/u.test(below.text);

function readEntry(post: Post, n: number, end: number, habits: Habits, account: Account): Entry {
  const { head, headline, timed: found } = post;
  const at = head === null ? 0 : post.rows.indexOf(head);
  const above = post.rows.slice(0, at).map((row) => pictureAbove(row, account));
  const own = headline === null && head !== null ? firstWords(head, found?.rest ?? "", account) : [];
  if (head !== null) account.claim(head.line, head.line, "headline");
  const rest = head === null ? post.rows : post.rows.slice(at + 1);
  const said = own.length === 0 ? "" : (found?.rest ?? "");
  const body = readReportingBody(rest, { habits, begun: said !== "", said }, account);
  return {
    n,
    start: startOf(post),
    end,
    headline,
    stamp: found?.stamp ?? null,
    breaking: false,
    labels: body.labels,
    contributor: body.contributor,
    blocks: [...above, ...own, ...body.blocks],
    certain: post.certain,
    cue: post.cue,
  };
}

/** A short line right above a time or a score is a picture's words. */
function pictureAbove({ line, text }: Row, account: Account): DumpBlock {
  account.claim(line, line, "image");
  return { kind: "image", alt: text, caption: null, credit: null, src: null, start: line, end: line };
}

/** What stands behind the time on its line. */
function firstWords({ line }: Row, text: string, account: Account): readonly DumpBlock[] {
  if (text === "") return [];
  account.claim(line, line, "paragraph");
  return [{ kind: "paragraph", text, start: line, end: line }];
}
