import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDump } from "../src/dumps/read-dump.ts";
import type { DumpBlock } from "../src/model/block.ts";
import type { Dump, Entry } from "../src/model/dump.ts";

// The three seeds against a segmentation made by hand (tests/dumps/seed-*.gold.json). Of 001 it is the truth; of 000 and 002,
// whose page kept no boundaries, it is careful judgement.

const SEEDS = {
  "000": ["000_0d240cc41b9701d0.txt", "c104d3429c406963e68533f40c50e2188ecfa6e4580798bafb64c51a2fae3559"],
  "001": ["001_1c75b0939de5c575.txt", "2cf187270f2a1ff0cbfd4e60e008c843478eec570bb28daae37ad9b11318d348"],
  "002": ["002_f960f33d32138d7f.txt", "1056789b6c6639d316c7f2221d2829c735eb996b0f45a13442c1ed7850bd11a3"],
} as const;

interface GoldEntry {
  readonly n: number;
  readonly start: number;
  readonly end: number;
  readonly headline: string | null;
  readonly time: string | null;
  readonly date: string | null;
  readonly tz: string | null;
  readonly labels: readonly string[];
  readonly contributor: { readonly name: string; readonly role: string | null } | null;
  readonly first4: string | null;
  readonly block_lines: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly certain: boolean;
}

interface Gold {
  readonly summary: readonly string[];
  readonly byline: readonly string[];
  readonly entries: readonly GoldEntry[];
  readonly line_roles: readonly { readonly line: number; readonly role: string }[];
}

const bytesOf = (path: string): Buffer => readFileSync(new URL(`../${path}`, import.meta.url));

function seed(id: keyof typeof SEEDS): { dump: Dump; gold: Gold; diagnostics: readonly string[] } {
  const file = `seeds/${SEEDS[id][0]}`;
  const bytes = bytesOf(file);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { value, diagnostics } = readDump({ file, sha256, text: bytes.toString("utf8") });
  const gold = JSON.parse(bytesOf(`tests/dumps/seed-${id}.gold.json`).toString("utf8")) as Gold;
  return { dump: value, gold, diagnostics: diagnostics.map(({ code }) => code) };
}

/** What the gold calls a line, in the words of the ledger. */
const ROLES: Readonly<Record<string, string>> = {
  "summary-bullet": "summary",
  "headline+time": "headline",
  "kicker-label": "kicker",
  "contributor-name": "contributor",
  "contributor-role": "role",
  "lead-headline+time": "lead",
  "lead-duplicate-paragraph": "lead-duplicate",
  "lead-duplicate-label": "lead-duplicate",
};

const roleOf = (role: string): string => ROLES[role] ?? role.replace(/^embed:.*$/, "embed");

function rolesByLine(dump: Dump): readonly string[] {
  return dump.ledger.flatMap(({ start, end, role }) => Array.from({ length: end - start + 1 }, () => role));
}

const firstWords = (text: string): string => text.split(" ").slice(0, 4).join(" ");

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** `23 April 2017` as a dump's stamp has it. */
function isoOf(date: string | null): string | null {
  const [day = "", month = "", year = ""] = date?.split(" ") ?? [];
  return date === null ? null : `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The first words of a body, as the gold takes them: of its first paragraph or list item. */
function first4(blocks: readonly DumpBlock[]): string | null {
  for (const block of blocks) {
    if (block.kind === "paragraph") return firstWords(block.text);
    if (block.kind === "list") return firstWords(block.items[0]?.text ?? "");
  }
  return null;
}

/** Block kinds with their lines; the gold counts a picture's caption apart, and calls X by its old name. */
function blockLines(entry: Entry): readonly string[] {
  return entry.blocks.map(({ kind, start, end }) => `${kind} ${start}-${end}`);
}

function goldBlockLines({ block_lines }: GoldEntry): readonly string[] {
  const merged: { kind: string; start: number; end: number }[] = [];
  for (const block of block_lines) {
    const above = merged.at(-1);
    if (block.kind === "image-caption" && above?.kind === "image") above.end = block.end;
    else merged.push({ ...block, kind: roleOf(block.kind) });
  }
  return merged.map(({ kind, start, end }) => `${kind} ${start}-${end}`);
}

function facts(entry: Entry): unknown {
  return {
    n: entry.n,
    headline: entry.headline,
    time: entry.stamp?.time ?? null,
    date: entry.stamp?.date ?? null,
    zone: entry.stamp?.zone ?? null,
    labels: entry.labels,
    contributor: entry.contributor === null ? null : { name: entry.contributor.name, role: entry.contributor.role },
    start: entry.start,
    end: entry.end,
    certain: entry.certain,
    first4: first4(entry.blocks),
    blocks: blockLines(entry),
  };
}

function goldFacts(entry: GoldEntry): unknown {
  return {
    n: entry.n,
    headline: entry.headline,
    time: entry.time,
    date: isoOf(entry.date),
    zone: entry.tz,
    labels: entry.labels,
    contributor: entry.contributor,
    start: entry.start,
    end: entry.end,
    certain: entry.certain,
    first4: entry.first4,
    blocks: goldBlockLines(entry),
  };
}

describe.each(Object.entries(SEEDS))("the bytes of seed %s", (_, [file, sha256]) => {
  test("are as they were saved", () => {
    expect(
      createHash("sha256")
        .update(bytesOf(`seeds/${file}`))
        .digest("hex"),
    ).toBe(sha256);
  });
});

describe("seed 001, a structured page", () => {
  const { dump, gold, diagnostics } = seed("001");

  test("has every field of the gold", () => {
    expect(dump.entries.map(facts)).toEqual(gold.entries.map(goldFacts));
  });

  test("has a full stamp on each of its twenty posts", () => {
    expect(dump.entries.map(({ stamp }) => stamp?.published)).toHaveLength(20);
    expect(dump.entries[0]?.stamp?.published).toBe("2017-04-23T09:08:00+01:00");
    expect(dump.entries.every(({ stamp }) => stamp?.published?.endsWith(":00+01:00"))).toBe(true);
  });

  test("has an embed with provider and printed name", () => {
    expect(dump.entries[2]?.blocks.at(-1)).toEqual({
      kind: "embed",
      provider: "x",
      printed: "Twitter",
      url: null,
      start: 49,
      end: 58,
    });
  });

  test("gives every line the role of the gold", () => {
    expect(rolesByLine(dump)).toEqual(gold.line_roles.map(({ role }) => roleOf(role)));
  });

  test("has summary and byline of the gold, and nothing to complain about", () => {
    expect(dump.dialect).toBe("bbc-structured");
    expect(dump.summary.map(({ text }) => firstWords(text))).toEqual(gold.summary);
    expect(dump.byline).toEqual(gold.byline);
    expect(diagnostics).toEqual([]);
  });
});

describe.each(["000", "002"] as const)("seed %s, a flat page", (id) => {
  const { dump, gold } = seed(id);
  const goldStarts = new Set(gold.entries.map(({ start }) => start));
  const starts = dump.entries.map(({ start }) => start);

  test("has summary, byline and lead of the gold", () => {
    expect(dump.dialect).toBe("bbc-flat");
    expect(dump.summary.map(({ text }) => firstWords(text))).toEqual(gold.summary);
    expect(dump.byline).toEqual(gold.byline);
    const [lead] = gold.entries;
    expect(dump.entries[0]).toMatchObject({
      start: lead?.start,
      headline: lead?.headline,
      stamp: { time: lead?.time, date: isoOf(lead?.date ?? null), zone: lead?.tz },
    });
  });

  test("gives every line the role of the gold: labels, contributors, embeds, videos", () => {
    expect(rolesByLine(dump)).toEqual(gold.line_roles.map(({ role }) => roleOf(role)));
  });

  test("has labels and contributors with the entries they open", () => {
    const opened = (entries: readonly (Entry | GoldEntry)[]): readonly unknown[] =>
      entries
        .filter(({ labels, contributor }) => labels.length > 0 || contributor !== null)
        .map(({ start, labels, contributor }) => [start, labels, contributor?.name, contributor?.role]);
    expect(opened(dump.entries)).toEqual(opened(gold.entries));
  });

  test("finds the boundaries: F1 at least 0.88, and nearly all of those it calls certain", () => {
    const hits = starts.filter((start) => goldStarts.has(start)).length;
    expect((2 * hits) / (starts.length + goldStarts.size)).toBeGreaterThanOrEqual(0.88);
    const certain = dump.entries.filter((entry) => entry.certain);
    expect(certain.length).toBeGreaterThan(5);
    expect(certain.filter(({ start }) => goldStarts.has(start)).length / certain.length).toBeGreaterThanOrEqual(0.95);
  });

  test("tears no quotation: none is open where an entry ends", () => {
    for (const { blocks } of dump.entries) {
      let open = false;
      for (const block of blocks) {
        if (block.kind !== "paragraph") continue;
        // A paragraph that goes on with a quotation opens it again: that mark changes nothing.
        const text = open ? block.text.replace(/^["“]/, "") : block.text;
        if ((text.match(/["“”]/g) ?? []).length % 2 === 1) open = !open;
      }
      expect(open).toBe(false);
    }
  });

  test("invents no time: only the lead's post has one", () => {
    expect(dump.entries.slice(1).every(({ stamp, headline }) => stamp === null && headline === null)).toBe(true);
  });
});

// Seed 001 pushed through what flattening does to a page: its true boundaries are known.
describe("seed 001 made flat", () => {
  const { dump } = seed("001");
  const { lines, starts } = flatten(dump);
  const flat = readDump({ file: "seeds/flat.txt", sha256: "", text: lines.join("\n") }).value;

  test("is read as flat, every label and contributor opening its post", () => {
    expect(flat.dialect).toBe("bbc-flat");
    const labelled = dump.entries.flatMap(({ labels, contributor }, at) =>
      labels.length > 0 || contributor !== null ? [starts[at]] : [],
    );
    expect(flat.entries.map(({ start }) => start)).toEqual(expect.arrayContaining(labelled));
  });

  test("has no certain boundary that is wrong, and most of the others", () => {
    const truth = new Set(starts);
    const certain = flat.entries.filter((entry) => entry.certain);
    expect(certain.length).toBeGreaterThanOrEqual(10);
    expect(certain.every(({ start }) => truth.has(start))).toBe(true);
    const hits = flat.entries.filter(({ start }) => truth.has(start)).length;
    expect((2 * hits) / (truth.size + flat.entries.length)).toBeGreaterThanOrEqual(0.85);
  });
});

/** A structured page as a flat dump has it, and the line where each entry starts there. */
function flatten(page: Dump): { lines: readonly string[]; starts: readonly number[] } {
  const [first] = page.entries;
  const lead = `${first?.headline}published at ${first?.stamp?.printed}`;
  const bodies = page.entries.map((entry) => [
    // A kicker stands over the headline and is lost with it.
    ...entry.labels.filter((label) => label !== "get involved"),
    ...(entry.contributor === null ? [] : [entry.contributor.name]),
    ...(entry.contributor?.role ? [entry.contributor.role] : []),
    ...entry.blocks.flatMap(flatWords),
  ]);
  const lines = [lead, flatWords(first?.blocks[0])[0] ?? "", ...page.summary.map(({ text }) => text), "Tam Rossway"];
  const starts = bodies.map((body) => {
    lines.push(...body);
    return lines.length - body.length + 1;
  });
  return { lines, starts };
}

/** What flattening leaves of a block: of pictures nothing, of an embed its heading and its consent notice. */
function flatWords(block: DumpBlock | undefined): readonly string[] {
  switch (block?.kind) {
    case "paragraph":
      return [block.text];
    case "list":
      return block.items.map(({ text }) => text);
    case "video":
      return [block.caption];
    case "embed":
      return [`Allow ${block.printed} content?`, `This article contains content provided by ${block.printed}.`];
    default:
      return [];
  }
}
