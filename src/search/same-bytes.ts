import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { type CborArray, readArray, readText, writeArray } from "./cbor.ts";

/** A file of the index, by its path below `/pagefind/`. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What stands before the data in each of Pagefind's files once it is unpacked. Its script takes them unpacked as well. */
const SIGNATURE = Buffer.from("pagefind_dcd");

/** Where the list of filters stands in Pagefind's metadata, and the list of values in a filter. */
const FILTERS = 3;
const VALUES = 1;

function unpacked(content: Uint8Array): Buffer {
  const data = gunzipSync(content);
  if (!data.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error("Pagefind wrote a file without signature");
  return data.subarray(SIGNATURE.length);
}

/** Not packed again: what a compressor makes of the same data depends on the machine. */
function packed(data: Buffer): Uint8Array {
  return Buffer.concat([SIGNATURE, data]);
}

/** As long as the name that it takes the place of. */
function nameFor(data: Buffer, old: string): string {
  const [language = "", hash = ""] = old.split("_");
  return `${language}_${createHash("sha256").update(data).digest("hex").slice(0, hash.length)}`;
}

/** The same array with what stands at one place in it changed. */
function withItem({ head, items }: CborArray, at: number, change: (item: Buffer) => Buffer): CborArray {
  return { head, items: items.map((item, index) => (index === at ? change(item) : item)) };
}

function sorted({ head, items }: CborArray): CborArray {
  return { head, items: [...items].sort(Buffer.compare) };
}

/** `filter/en_1a2b3c4.pf_filter` → `en_1a2b3c4`; null for other files. */
const filterName = (path: string): string | null => /^filter\/(\w+)\.pf_filter$/.exec(path)?.[1] ?? null;
const metaName = (path: string): string | null => /^pagefind\.(\w+)\.pf_meta$/.exec(path)?.[1] ?? null;

/** An item of the metadata's list of filters, with the new name of the filter's file. */
function renamed(filter: Buffer, names: ReadonlyMap<string, string>): Buffer {
  const parts = readArray(filter);
  return writeArray(
    withItem(parts, 1, (item) => {
      const old = readText(item);
      const name = names.get(old);
      if (name === undefined) throw new Error(`Pagefind wrote no filter ${old}`);
      return Buffer.concat([item.subarray(0, item.length - old.length), Buffer.from(name)]);
    }),
  );
}

/** Whether a file of Pagefind's is not the same every time, or names one that is not. */
export const isUnsteady = (path: string): boolean =>
  path === ENTRY || filterName(path) !== null || metaName(path) !== null;

/**
 * Those files of Pagefind's that are unsteady as they are the same for the same posts. Pagefind writes filters, and the values of each, in an order
 * that changes from run to run; here they are sorted, and the files that hold them get the names that go with it.
 *
 * Throws where a file is not as Pagefind 1.5 writes it.
 */
export function sameBytes(files: readonly IndexFile[]): readonly IndexFile[] {
  const names = new Map<string, string>();
  const filters = files.flatMap(({ path, content }): IndexFile[] => {
    const old = filterName(path);
    if (old === null) return [];
    const data = writeArray(
      withItem(readArray(unpacked(content)), VALUES, (list) => writeArray(sorted(readArray(list)))),
    );
    names.set(old, nameFor(data, old));
    return [{ path: `filter/${nameFor(data, old)}.pf_filter`, content: packed(data) }];
  });
  const metas = files.flatMap(({ path, content }): IndexFile[] => {
    const old = metaName(path);
    if (old === null) return [];
    const data = writeArray(
      withItem(readArray(unpacked(content)), FILTERS, (list) => {
        const { head, items } = readArray(list);
        return writeArray(sorted({ head, items: items.map((filter) => renamed(filter, names)) }));
      }),
    );
    names.set(old, nameFor(data, old));
    return [{ path: `pagefind.${nameFor(data, old)}.pf_meta`, content: packed(data) }];
  });
  const entries = files
    .filter(({ path }) => path === ENTRY)
    .map(({ path, content }) => ({ path, content: withNewNames(content, names) }));
  return [...filters, ...metas, ...entries];
}

const ENTRY = "pagefind-entry.json";

/** The file that all others are found by: it names the metadata. */
function withNewNames(entry: Uint8Array, names: ReadonlyMap<string, string>): Uint8Array {
  const old = Buffer.from(entry).toString("utf8");
  return Buffer.from([...names].reduce((text, [before, after]) => text.replaceAll(`"${before}"`, `"${after}"`), old));
}
