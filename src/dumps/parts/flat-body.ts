import { providerKey } from "../../embeds/providers/registry.ts";
import type { DumpBlock } from "../../model/block.ts";
import type { Contributor } from "../../model/dump.ts";
import type { Account, Role } from "./account.ts";
import { followNotice } from "./embed-notice.ts";
import type { FlatRow } from "./flat-rows.ts";
import { leaderboardAt } from "./leaderboard.ts";

/** An entry's labels, in order. */
export function readLabels(rows: readonly FlatRow[], account: Account): readonly string[] {
  const labels = rows.filter((row) => row.kind === "label");
  for (const { line } of labels) account.claim(line, line, "label");
  return labels.map(({ text }) => text);
}

/** Who wrote an entry: its first name or outlet, and the role right under a name. A second one stays unclaimed. */
export function readContributor(rows: readonly FlatRow[], account: Account): Contributor | null {
  const at = rows.findIndex(({ kind }) => kind === "name" || kind === "outlet");
  const name = rows[at];
  if (name === undefined) return null;
  account.claim(name.line, name.line, "contributor");
  const below = rows[at + 1];
  const role = name.kind === "name" && below?.kind === "role" ? below : undefined;
  if (role !== undefined) account.claim(role.line, role.line, "role");
  return { name: name.text, role: role?.text ?? null, kind: name.kind === "name" ? "person" : "outlet" };
}

/** An entry's blocks in order. Labels, names and roles are none. */
export function readBlocks(rows: readonly FlatRow[], account: Account): readonly DumpBlock[] {
  const blocks: DumpBlock[] = [];
  for (let at = 0; at < rows.length; ) {
    const { block, count, role } = blockAt(rows, at);
    const last = rows[at + count - 1];
    const first = rows[at];
    if (role !== null && first !== undefined && last !== undefined) account.claim(first.line, last.line, role);
    if (block !== null) blocks.push(block);
    at += count;
  }
  return blocks;
}

interface Taken {
  readonly block: DumpBlock | null;
  readonly count: number;
  readonly role: Role | null;
}

function blockAt(rows: readonly FlatRow[], at: number): Taken {
  const row = rows[at];
  const text = row?.text ?? "";
  const start = row?.line ?? 0;
  switch (row?.kind) {
    case "text":
      return (
        tableAt(rows, at) ?? { block: { kind: "paragraph", text, start, end: start }, count: 1, role: "paragraph" }
      );
    case "video":
      return { block: { kind: "video", caption: text, start, end: start }, count: 1, role: "video" };
    case "embed":
      return embedAt(rows, at);
    case "bullet":
      return listAt(rows, at);
    default:
      return { block: null, count: 1, role: null };
  }
}

/** Leaderboard lines that follow one another are one table. */
function tableAt(rows: readonly FlatRow[], at: number): Taken | null {
  const board = leaderboardAt(rows, at);
  if (board === null) return null;
  const { count, end, rows: cells } = board;
  return { block: { kind: "table", rows: cells, start: rows[at]?.line ?? end, end }, count, role: "table" };
}

/** The heading and the paragraph of a consent notice are one embed. */
function embedAt(rows: readonly FlatRow[], at: number): Taken {
  const run = followNotice(rows.slice(at, at + 10).map(({ text }) => text));
  if (run === null) return { block: null, count: 1, role: "boilerplate" };
  const start = rows[at]?.line ?? 0;
  const end = rows[at + run.count - 1]?.line ?? start;
  const { printed, url } = run;
  const block: DumpBlock = { kind: "embed", provider: providerKey(printed ?? ""), printed, url, start, end };
  return { block, count: run.count, role: "embed" };
}

function listAt(rows: readonly FlatRow[], at: number): Taken {
  let count = 0;
  while (rows[at + count]?.kind === "bullet") count++;
  const bullets = rows.slice(at, at + count);
  const items = bullets.map(({ text }) => ({ text: text.slice(1).trim(), items: [] }));
  const start = bullets[0]?.line ?? 0;
  return { block: { kind: "list", items, start, end: bullets.at(-1)?.line ?? start }, count, role: "list" };
}
