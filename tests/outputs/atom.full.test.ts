/**
 * Every feed of this repository's archive, and feeds of hostile words, against the grammar of RFC 4287. Jing reads the
 * grammar; it is a program of Debian's that needs Java, so this is one of the long tests.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../../src/build.ts";
import { atom } from "../../src/render/atom.ts";
import { liveBlogFeed } from "../../src/view/feed.ts";
import { anyLiveBlog, config, strings } from "./samples.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const GRAMMAR = fileURLToPath(new URL("atom.rnc", import.meta.url));
const INSTALL = ["apt-get update", "apt-get install -y --no-install-recommends jing"];

const hasJing = (): boolean => spawnSync("jing", [], { stdio: "ignore" }).error === undefined;
const isDebian = (): boolean => spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "afterlive-atom-"));
  if (hasJing()) return;
  if (!isDebian() || process.getuid?.() !== 0)
    throw new Error(`This test needs Jing. Install it: ${INSTALL.join(" && ")}`);
  for (const command of INSTALL) spawnSync("sh", ["-c", command], { stdio: "inherit" });
  if (!hasJing()) throw new Error(`Jing could not be installed: ${INSTALL.join(" && ")}`);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** What Jing says of some files, in which each complaint is a line; empty where all of them are valid. */
function complaints(files: readonly string[]): string {
  const { stdout, error } = spawnSync("jing", ["-c", GRAMMAR, ...files], { encoding: "utf8" });
  if (error !== undefined) throw error;
  return stdout;
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("every feed of the archive is Atom", async () => {
  const out = join(folder, "dist");
  const options = { root: ROOT, out, write: true, drafts: false, keepGoing: false, basePath: null };
  const { diagnostics } = await build({ ...options, onProgress: () => undefined });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const feeds = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("feed.xml"));
  expect(feeds.length).toBeGreaterThan(1);
  expect(complaints(feeds.map((file) => join(out, file)))).toBe("");
}, 120_000);

test("any live blog's feed is Atom", () => {
  const feeds = fc.sample(anyLiveBlog, { numRuns: 100, seed: 4287 });
  const files = feeds.map((blog, n) =>
    written(`${n}.xml`, atom(liveBlogFeed(blog, config(n % 2 === 0 ? {} : undefined), strings))),
  );
  expect(complaints(files)).toBe("");
}, 120_000);

test("the grammar itself refuses what is not: an entry without its date", () => {
  const [first] = fc.sample(anyLiveBlog, { numRuns: 1, seed: 1 });
  if (first === undefined) throw new Error("no sample");
  const good = atom(liveBlogFeed(first, config(), strings));
  const path = written("spoilt.xml", good.replace(/<updated>[^<]*<\/updated>/, ""));
  expect(complaints([path])).toContain("updated");
  expect(readFileSync(path, "utf8")).not.toBe(good);
}, 60_000);
