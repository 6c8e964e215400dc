import { createHash } from "node:crypto";
import type { PagefindIndex } from "pagefind";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { OutputFile } from "../model/output.ts";
import type { PageNames, SearchRecord } from "../model/search.ts";
import type { Spool } from "../model/spool.ts";
import type { Workshop } from "../model/workshop.ts";
import { isUnsteady, sameBytes } from "./same-bytes.ts";

/** Where the index stands in the site. */
export const SEARCH_FOLDER = "pagefind/";

/** Raised when the same records would make another index: another Pagefind, another choice of files. */
const VERSION = "pagefind 1.5.2, 1";

const WANTED_BY = 'output "search"';

/** What the search page loads. The rest of what Pagefind brings is its own search pages, and a worker, which is not used. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.\w+\.pagefind|.*\.pf_(?:meta|index|fragment|filter))$/;

/** The search index of a site while its live blogs are made. */
export interface Search {
  /** Takes the posts of one live blog. */
  add(records: readonly SearchRecord[]): void;
  /** A file that is the same exactly when the index is: it tells the next build whether there is anything to do. */
  mark(names: PageNames): OutputFile;
  /**
   * The index; most of its files are to be copied from the workshop, where Pagefind leaves them.
   * Error `search-failed`, with no file, where it gives up.
   */
  files(workshop: Workshop, names: PageNames): Promise<Checked<readonly OutputFile[]>>;
}

function problem(severity: Diagnostic["severity"], code: string, message: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  const hint = 'Try another computer; or take search out: "search": false.';
  return {
    ...{ code, severity, message: `${message}: ${reason.split("\n")[0] ?? ""}`, hint },
    ...{ file: "afterlive.config.json", line: 1, column: 1, excerpt: null },
  };
}

/** A new index of Pagefind's. Throws where its program is not there, or does not run. */
async function newIndex(): Promise<PagefindIndex> {
  const pagefind = await import("pagefind");
  try {
    const { index, errors } = await pagefind.createIndex();
    if (index === undefined) throw new Error(errors[0] ?? "it gives no index");
    return index;
  } catch (error) {
    // What has failed once would be asked again, and not answer.
    await pagefind.close();
    throw error;
  }
}

/** Has Pagefind write the index of these posts. It is left on disk: as a whole it is as large as all posts together. */
async function writeIndex(
  blocks: Iterable<readonly SearchRecord[]>,
  names: PageNames,
  outputPath: string,
): Promise<void> {
  const index = await newIndex();
  try {
    // One after the other: Pagefind numbers them as they come.
    for (const records of blocks) {
      for (const record of records) {
        const filters = Object.fromEntries(
          Object.entries(record.filters).map(([key, values]) => [
            key,
            values.map((value) => names.get(value) ?? value),
          ]),
        );
        const { errors } = await index.addCustomRecord({ ...record, meta: { ...record.meta }, filters });
        if (errors[0] !== undefined) throw new Error(`${record.url}: ${errors[0]}`);
      }
    }
    const { errors } = await index.writeFiles({ outputPath });
    if (errors[0] !== undefined) throw new Error(errors[0]);
  } finally {
    await index.deleteIndex();
  }
}

/** What the site has of the index that Pagefind has written. */
function outputsOf(workshop: Workshop): readonly OutputFile[] {
  const needed = workshop.files().filter((path) => NEEDED.test(path));
  const unsteady = needed.filter(isUnsteady).map((path) => ({ path, content: workshop.read(path) }));
  const output = (path: string, content: OutputFile["content"]): OutputFile => ({
    ...{ path: SEARCH_FOLDER + path, content, wantedBy: WANTED_BY },
  });
  return [
    ...sameBytes(unsteady).map(({ path, content }) => output(path, { bytes: content })),
    ...needed.filter((path) => !isUnsteady(path)).map((path) => output(path, { copyOf: path })),
  ];
}

/** Whether this computer can make an index; warning `search-unavailable` where it cannot. */
export async function canSearch(): Promise<Checked<boolean>> {
  try {
    await (await newIndex()).deleteIndex();
    return { value: true, diagnostics: [] };
  } catch (error) {
    const message = "The site is built without search, because Pagefind does not run here";
    return { value: false, diagnostics: [problem("warning", "search-unavailable", message, error)] };
  }
}

/**
 * Opens the search index of a site. Pagefind runs beside us as a program of its own; it is asked for the index only when
 * `files` is, and until then the posts are put aside.
 */
export function openSearch(spool: Spool): Search {
  const blocks: number[] = [];
  let posts = 0;
  const digest = createHash("sha256").update(VERSION);
  function* putAside(): Generator<readonly SearchRecord[]> {
    for (const block of blocks) {
      const bytes = spool.take(block);
      if (bytes === null) throw new Error("the posts that were put aside for it are gone");
      yield JSON.parse(Buffer.from(bytes).toString("utf8"));
    }
  }
  return {
    add(records) {
      if (records.length === 0) return;
      const texts = records.map((record) => JSON.stringify(record));
      for (const text of texts) digest.update(text).update("\n");
      posts += records.length;
      blocks.push(spool.put(Buffer.from(`[${texts.join(",")}]`)));
    },
    mark(names) {
      const all = digest.copy().update(JSON.stringify([...names]));
      return {
        path: `${SEARCH_FOLDER}records.txt`,
        content: { text: `${posts} posts, ${all.digest("hex")}\n` },
        wantedBy: WANTED_BY,
      };
    },
    async files(workshop, names) {
      try {
        await writeIndex(putAside(), names, workshop.folder);
        return { value: outputsOf(workshop), diagnostics: [] };
      } catch (error) {
        return {
          value: [],
          diagnostics: [problem("error", "search-failed", "The search index cannot be made", error)],
        };
      }
    },
  };
}
