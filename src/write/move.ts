import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Disk, removeIfEmpty } from "./disk.ts";
import { stagedAt } from "./lock.ts";
import { MANIFEST, type Manifest, parseManifest, readManifest } from "./manifest.ts";
import { foldersAbove, foldPath } from "./path-rules.ts";
import { inOutput, problem } from "./problem.ts";
import { isSameFile, sha256, standingAt } from "./standing.ts";

/**
 * A staging folder that holds a manifest is a decision: every file of the new site is either staged beside it or in
 * place already. From here on the move is finished, if not by this run then by the next.
 */
export function isDecided(staging: string): boolean {
  return existsSync(join(staging, MANIFEST));
}

/**
 * Moves a decided staging folder into the output folder, and the manifest last. Whatever part of it was done before
 * (by a build that was killed here), it does the rest. Throws where the disk refuses.
 *
 * @returns warning `output-edited` for each file that should have gone but that someone has changed since
 */
export function moveIntoPlace(staging: string, out: string, disk: Disk): readonly Diagnostic[] {
  const next = parseManifest(readFileSync(join(staging, MANIFEST), "utf8"));
  if (next === null) throw new Error(`${join(staging, MANIFEST)} is not a manifest that we wrote`);
  const old = readManifest(out).value ?? new Map();
  const stale = stalePaths(out, old, next);

  if (!existsSync(out)) disk.makeFolder(out);
  // A file that is now a folder, or the other way round, is the one thing that must go before its successor comes.
  const wanted = [...next.keys()];
  const folders = new Set(wanted.flatMap(foldersAbove));
  const blocks = (path: string) => folders.has(path) || foldersAbove(path).some((folder) => next.has(folder));
  const first = removeWritten(out, old, stale.filter(blocks), disk);
  const ready = new Set<string>();
  for (const path of wanted) {
    const staged = stagedAt(staging, path);
    if (!existsSync(staged)) continue;
    makeFolders(out, path, ready, disk);
    disk.move(staged, join(out, path));
  }
  const rest = removeWritten(
    out,
    old,
    stale.filter((path) => !blocks(path)),
    disk,
  );
  disk.move(join(staging, MANIFEST), join(out, MANIFEST));
  return [...first, ...rest];
}

/** What the old manifest lists and the new one does not, leaving out new spellings of one file (`A.html`, `a.html`). */
export function stalePaths(out: string, old: Manifest, next: Manifest): readonly string[] {
  const spellings = new Map([...next.keys()].map((path) => [foldPath(path), path]));
  return [...old.keys()].sort().filter((path) => {
    const successor = spellings.get(foldPath(path));
    return !next.has(path) && !(successor !== undefined && isSameFile(out, path, successor));
  });
}

/** Whether the file there is still, byte for byte, the one that the manifest says we wrote. */
export function isAsWritten(out: string, path: string, manifest: Manifest): boolean {
  const written = manifest.get(path);
  const standing = standingAt(out, path);
  if (written === undefined || standing.kind !== "file" || standing.stats.size !== written.bytes) return false;
  return sha256(readFileSync(join(out, path))) === written.sha256;
}

/** Removes files that we wrote and the folders that this empties. What someone has changed stays: `output-edited`. */
export function removeWritten(
  out: string,
  manifest: Manifest,
  paths: readonly string[],
  disk: Disk,
): readonly Diagnostic[] {
  const edited: Diagnostic[] = [];
  for (const path of paths) {
    if (isAsWritten(out, path, manifest)) disk.removeFile(join(out, path));
    else if (["file", "strange"].includes(standingAt(out, path).kind)) edited.push(keptEdited(out, path));
  }
  const folders = new Set(paths.flatMap(foldersAbove));
  for (const folder of [...folders].sort().reverse()) {
    if (standingAt(out, folder).kind === "folder") removeIfEmpty(join(out, folder), disk);
  }
  return edited;
}

/** Makes the folders of a file that are not there. @param ready those that are known to be */
function makeFolders(out: string, path: string, ready: Set<string>, disk: Disk): void {
  for (const folder of foldersAbove(path)) {
    if (ready.has(folder)) continue;
    ready.add(folder);
    const standing = standingAt(out, folder);
    if (standing.kind === "nothing") disk.makeFolder(join(out, folder));
    else if (standing.kind !== "folder") throw new Error(`${inOutput(out, folder)} is no folder any more`);
  }
}

function keptEdited(out: string, path: string): Diagnostic {
  return problem(
    "warning",
    "output-edited",
    inOutput(out, path),
    "The site has no such page any more, but this file was changed after we wrote it, so it was left alone.",
    "Delete it if you don't need it; from now on Afterlive will not touch it.",
  );
}
