import type { ListItem } from "../../model/block.ts";
import { BULLET, isMarker, type Opener, put, type Row } from "./structured-draft.ts";

const NUMBER = /^(\d{1,5})\. /;

/** Bullets, or results numbered from 1, line under line; deeper bullets belong to the one above. */
export const list: Opener = (draft, at) => {
  const first = draft.rows[at];
  if (first === undefined) return 0;
  const isItem = BULLET.test(first.text) ? (row: Row) => BULLET.test(row.text) : numberedFrom1(draft.rows, at);
  if (isItem === null) return 0;
  const flat: { text: string; indent: number }[] = [];
  let count = 0;
  for (let row: Row | undefined = first; row !== undefined; row = draft.rows[at + count]) {
    if (isItem(row)) flat.push({ text: row.text.replace(BULLET, ""), indent: row.indent });
    else if (continues(draft.rows[at + count - 1], row, first)) appendTo(flat, row.text);
    else break;
    count++;
  }
  const end = draft.rows[at + count - 1]?.line ?? first.line;
  put(draft, { kind: "list", items: nest(flat), start: first.line, end }, "list");
  return count;
};

function numberedFrom1(rows: readonly Row[], at: number): ((row: Row) => boolean) | null {
  const first = rows[at];
  const second = rows[at + 1];
  if (first?.tight !== true || NUMBER.exec(first.text)?.[1] !== "1" || NUMBER.exec(second?.text ?? "")?.[1] !== "2") {
    return null;
  }
  return (row) => NUMBER.test(row.text);
}

/** A line that stands deeper than the bullets, right under one, goes on with its words. */
const continues = (above: Row | undefined, row: Row, first: Row): boolean =>
  above?.tight === true && row.indent > first.indent && !isMarker(row.text);

function appendTo(flat: { text: string; indent: number }[], text: string): void {
  const last = flat.at(-1);
  if (last !== undefined) last.text = `${last.text} ${text}`;
}

/** Levels of a list. No page has more; what is indented further stands on the last. */
const DEEPEST = 8;

/** Deeper lines become items of the line above them. */
function nest(flat: readonly { text: string; indent: number }[]): readonly ListItem[] {
  const root: { text: string; items: ListItem[] } = { text: "", items: [] };
  const open: { indent: number; items: ListItem[] }[] = [{ indent: -1, items: root.items }];
  for (const { text, indent } of flat) {
    while (open.length > DEEPEST || (open.length > 1 && (open.at(-1)?.indent ?? -1) >= indent)) open.pop();
    const items: ListItem[] = [];
    open.at(-1)?.items.push({ text, items });
    open.push({ indent, items });
  }
  return root.items;
}
