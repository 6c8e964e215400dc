/** The index itself: the same for the same posts, and complete. */
import { Buffer } from "node:buffer";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutputFile } from "../../src/model/output.ts";
import type { SearchRecord } from "../../src/model/search.ts";
import type { Spool } from "../../src/model/spool.ts";
import { readArray, readText, writeArray } from "../../src/search/cbor.ts";
import { openSearch } from "../../src/search/open-search.ts";
import { openWorkshop } from "../../src/write/workshop.ts";
import { temporaryFolder } from "../write/folders.ts";

/** Enough people and topics that an order which is left to chance would show. */
const RECORDS: readonly SearchRecord[] = Array.from({ length: 60 }, (_, n) => ({
  url: `regatta/#p-${n}`,
  language: "en",
  content: `Boat ${n} rounds buoy ${n % 7} before the wind.`,
  meta: { title: `Boat ${n}`, when: "", from: "Stowford Regatta", lang: "" },
  filters: { blog: [`Day ${n % 4}`], person: [`Skipper ${n % 9}`], topic: [`Class ${n % 11}`, "Weather"] },
  sort: { time: String(n).padStart(6, "0") },
}));

/** Puts aside in memory. */
function shelf(): Spool {
  const kept: Uint8Array[] = [];
  return { put: (bytes) => kept.push(bytes) - 1, take: (number) => kept[number] ?? null };
}

async function filesOf(
  records: readonly SearchRecord[],
  names = new Map<string, string>(),
): Promise<ReadonlyMap<string, Buffer>> {
  const search = openSearch(shelf());
  for (const record of records) search.add([record]);
  const workshop = openWorkshop(join(temporaryFolder(), "workshop"));
  const { value, diagnostics } = await search.files(workshop, names);
  expect(diagnostics).toEqual([]);
  const bytes = ({ content }: OutputFile): Buffer =>
    Buffer.from("bytes" in content ? content.bytes : "copyOf" in content ? workshop.read(content.copyOf) : []);
  return new Map(value.map((file) => [file.path, bytes(file)]));
}

describe("the index", () => {
  test("is the same bytes for the same posts", async () => {
    const [one, two, three] = [await filesOf(RECORDS), await filesOf(RECORDS), await filesOf(RECORDS)];
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  });

  test("has a file for each post, one for each way to narrow, and nothing of Pagefind's own pages", async () => {
    const paths = [...(await filesOf(RECORDS)).keys()];
    const below = (folder: string): number => paths.filter((path) => path.startsWith(`pagefind/${folder}/`)).length;
    expect([below("fragment"), below("filter")]).toEqual([60, 3]);
    expect(paths.filter((path) => /ui|highlight|worker|\.css$/.test(path))).toEqual([]);
  });

  test("names in its entry metadata that are there, and in those the filters that are there", async () => {
    const files = await filesOf(RECORDS);
    const entry: { languages: { en: { hash: string } } } = JSON.parse(
      files.get("pagefind/pagefind-entry.json")?.toString() ?? "",
    );
    const meta = files.get(`pagefind/pagefind.${entry.languages.en.hash}.pf_meta`);
    const list = readArray(meta?.subarray("pagefind_dcd".length) ?? Buffer.alloc(1)).items[3] ?? Buffer.alloc(1);
    const filters = readArray(list).items.map((item) => readArray(item).items.map(readText));
    expect(filters.map(([name]) => name)).toEqual(["blog", "topic", "person"]);
    for (const [, file] of filters) expect(files.has(`pagefind/filter/${file}.pf_filter`)).toBe(true);
  });

  test("is told apart by its mark, which changes with any word, any order, any post, any name of a page", async () => {
    const markOf = async (records: readonly SearchRecord[], names = new Map<string, string>()): Promise<unknown> => {
      const search = openSearch(shelf());
      search.add(records);
      return search.mark(names).content;
    };
    const [first, ...rest] = RECORDS;
    const changed = first === undefined ? [] : [{ ...first, content: `${first.content} ` }, ...rest];
    const marks = await Promise.all(
      [RECORDS, RECORDS, changed, rest, [...RECORDS].reverse()].map((each) => markOf(each)),
    );
    marks.push(await markOf(RECORDS, new Map([["topics/weather/", "Weather"]])));
    expect(marks[1]).toEqual(marks[0]);
    expect(new Set(marks.map((mark) => JSON.stringify(mark))).size).toBe(5);
  });
});

test("no index is made of posts that are not there any more", async () => {
  const search = openSearch({ put: () => 0, take: () => null });
  search.add(RECORDS);
  const { value, diagnostics } = await search.files(openWorkshop(temporaryFolder()), new Map());
  expect({ value, codes: diagnostics.map(({ code }) => code) }).toEqual({ value: [], codes: ["search-failed"] });
});

test("an array of CBOR is taken apart and put together again, whatever its lengths", () => {
  const head = (kind: number, count: number): number[] =>
    count < 24
      ? [(kind << 5) | count]
      : count < 256
        ? [(kind << 5) | 24, count]
        : [(kind << 5) | 25, count >> 8, count & 255];
  const text = (words: string): Buffer => {
    const bytes = Buffer.from(words);
    return Buffer.from([...head(3, bytes.length), ...bytes]);
  };
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 300 }), { maxLength: 300 }), (words) => {
      const whole = Buffer.concat([Buffer.from(head(4, words.length)), ...words.map(text)]);
      const array = readArray(whole);
      expect(array.items.map(readText)).toEqual(words.map((word) => Buffer.from(word).toString("utf8")));
      expect(writeArray(array)).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});
