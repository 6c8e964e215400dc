import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { OutputFile } from "../../src/model/output.ts";
import { type Disk, disk as realDisk } from "../../src/write/disk.ts";
import { type Changes, openStage } from "../../src/write/stage.ts";

/** Files by path: what a folder holds, or what a site wants to be. */
export type Files = Readonly<Record<string, string>>;

/** A folder of its own for one test, gone after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "afterlive-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function fill(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Every file below a folder, the manifest left out. */
export function contents(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name !== "afterlive-manifest.json")
    .map((item) => join(item.parentPath, item.name))
    .sort();
  return Object.fromEntries(files.map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]));
}

export function textFile(path: string, text: string, wantedBy = `output "${path}"`): OutputFile {
  return { path, content: { text }, wantedBy };
}

/** One whole build: opens, puts, commits. */
export async function publish(
  out: string,
  site: Files,
  disk: Disk = realDisk,
): Promise<{ changes: Changes | null; diagnostics: readonly Diagnostic[] }> {
  const opened = await openStage(out, [], disk);
  const stage = opened.value;
  if (stage === null) return { changes: null, diagnostics: opened.diagnostics };
  const problems = [...opened.diagnostics];
  stage.spool.put(Buffer.from("put aside"));
  fill(stage.workshop?.folder ?? "", { "deep/index": "left by another program" });
  for (const [path, text] of Object.entries(site)) problems.push(...(await stage.put(textFile(path, text), out)));
  const committed = await stage.commit();
  await stage.discard();
  return { changes: committed.value, diagnostics: [...problems, ...committed.diagnostics] };
}

export function codes(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map((diagnostic) => diagnostic.code);
}
