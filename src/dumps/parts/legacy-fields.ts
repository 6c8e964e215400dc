import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Entry } from "../../model/dump.ts";
import type { Page, Reading } from "../dialect.ts";
import { type Account, openAccount } from "./account.ts";
import { readClock } from "./clock.ts";
import { readLegacyHeader } from "./legacy-header.ts";
import { orderOf, stampUnreadable } from "./legacy-order.ts";
import { readReportingBody } from "./reporting-body.ts";
import type { Habits } from "./reporting-draft.ts";
import { habitsOf } from "./reporting-people.ts";
import type { Row } from "./reporting-rows.ts";
import { isOutlet, isPersonName, isRoleLine } from "./shapes.ts";
import { realHeadline } from "./stamp.ts";

const FIELD = /^(Update|Date|Title|Content): ?/;

const fieldOf = (text: string): string | null => FIELD.exec(text.slice(0, 10))?.[1] ?? null;

/** How many posts open with the field `Update:` and go on with another. */
export const relabelledPosts = (rows: readonly Row[]): number =>
  rows.filter((row, at) => row.text === "Update:" && fieldOf(rows[at + 1]?.text ?? "") !== null).length;

/**
 * Reads a page that a copyist put into fields:
 *
 *     Update:
 *     Date: 12:14 BST
 *     Title: Rain stops play
 *     Content: Ines BarrowOur reporter on the ground
 *     The covers are on.
 */
export function readFields(page: Page, rows: readonly Row[]): Reading {
  const account = openAccount(page);
  const starts = rows.flatMap(({ text }, at) => (text === "Update:" ? [at] : []));
  const header = readLegacyHeader(rows.slice(0, starts[0] ?? rows.length), account);
  const posts = starts.map((start, index) => rows.slice(start, starts[index + 1]));
  const habits = habitsOf(rows, []);
  const diagnostics: Diagnostic[] = [];
  const entries = posts.map((post, at) => {
    const end = (posts[at + 1]?.[0]?.line ?? page.count + 1) - 1;
    return readEntry(page, post, at + 1, end, { habits, account, diagnostics });
  });
  return {
    title: header.title,
    date: header.date,
    order: orderOf(entries.map(({ stamp }) => stamp?.time ?? null)),
    summary: [],
    byline: header.byline,
    preamble: header.preamble,
    entries,
    account,
    diagnostics,
  };
}

interface Tools {
  readonly habits: Habits;
  readonly account: Account;
  readonly diagnostics: Diagnostic[];
}

function readEntry(page: Page, post: readonly Row[], n: number, end: number, tools: Tools): Entry {
  const { habits, account, diagnostics } = tools;
  const content = post.findIndex(({ text }) => fieldOf(text) === "Content");
  const top = post.slice(0, content < 0 ? undefined : content);
  const dateRow = top.find(({ text }) => fieldOf(text) === "Date");
  const titleRow = top.find(({ text }) => fieldOf(text) === "Title");
  const marker = post[0];
  if (marker !== undefined) account.claim(marker.line, marker.line, "boilerplate");
  for (const row of [dateRow, titleRow]) if (row !== undefined) account.claim(row.line, row.line, "headline");
  const printed = textOf(dateRow);
  const clock = readClock(printed);
  if (printed !== "" && clock === null)
    diagnostics.push(stampUnreadable(page, dateRow?.line ?? end, printed.slice(0, 80)));
  const others = top.filter((row) => row !== marker && row !== dateRow && row !== titleRow);
  const rows = content < 0 ? [] : contentRows(post.slice(content));
  if (content >= 0 && rows[0]?.line !== post[content]?.line) {
    account.claim(post[content]?.line ?? 0, post[content]?.line ?? 0, "boilerplate");
  }
  const body = readReportingBody([...others, ...rows], { habits }, account);
  const unread = dateRow !== undefined && clock === null && printed !== "";
  return {
    n,
    start: marker?.line ?? 1,
    end,
    headline: realHeadline(textOf(titleRow)),
    stamp: clock?.stamp ?? null,
    breaking: false,
    ...body,
    blocks: unread
      ? [{ kind: "unparsed", text: printed, start: dateRow.line, end: dateRow.line }, ...body.blocks]
      : body.blocks,
    certain: true,
    cue: "the field `Update:`",
  };
}

const textOf = (row: Row | undefined): string => row?.text.replace(FIELD, "").trim() ?? "";

/** The rows of a post's body; a name with its role glued to it becomes two. */
function contentRows(post: readonly Row[]): readonly Row[] {
  const [first, ...rest] = post;
  const text = textOf(first);
  if (first === undefined || text === "") return rest;
  const glued = splitContributor(text);
  return glued === null
    ? [{ ...first, text }, ...rest]
    : [{ ...first, text: glued.name }, { ...first, text: glued.role }, ...rest];
}

/** `Ines BarrowOur reporter on the ground` → the name, and what is glued to it. */
function splitContributor(text: string): { name: string; role: string } | null {
  if (text.length > 160) return null;
  for (const boundary of text.matchAll(/\p{Ll}(?=\p{Lu})/gu)) {
    const name = text.slice(0, boundary.index + 1);
    const role = text.slice(boundary.index + 1);
    if (isPersonName(name) && (isRoleLine(role) || isOutlet(role))) return { name, role };
  }
  return null;
}
