import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../../src/build.ts";
import { startServer } from "../../src/commands/serve/server.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** This repository's own archive, built and served, as its readers get it. */
export interface BuiltSite {
  readonly url: string;
  /** The address of every page, from the site's root: `tour/`. */
  readonly pages: readonly string[];
  /** Every other file that it publishes: `feed.xml`. */
  readonly files: readonly string[];
  close(): Promise<void>;
}

/** Builds the archive of this repository into a folder of its own and serves it. */
export async function serveBuiltSite(): Promise<BuiltSite> {
  const out = join(mkdtempSync(join(tmpdir(), "afterlive-built-")), "dist");
  const options = { root: ROOT, out, write: true, drafts: false, keepGoing: false, basePath: null };
  const { changes, diagnostics } = await build({ ...options, onProgress: () => undefined });
  if (changes === null) throw new Error(`the archive does not build: ${JSON.stringify(diagnostics, null, 2)}`);
  const { url, close } = await startServer(out, 0);
  const files = readdirSync(out, { recursive: true, encoding: "utf8" });
  const isPage = (file: string): boolean => file.endsWith(".html");
  return {
    url,
    pages: files
      .filter(isPage)
      .map((file) => file.replace(/(^|\/)index\.html$/, "$1"))
      .sort(),
    files: files.filter((file) => !isPage(file)).sort(),
    async close() {
      await close();
      rmSync(join(out, ".."), { recursive: true });
    },
  };
}
