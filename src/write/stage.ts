import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { OutputFile } from "../model/output.ts";
import type { Spool } from "../model/spool.ts";
import type { Workshop } from "../model/workshop.ts";
import { type Disk, disk as realDisk } from "./disk.ts";
import { findForeign } from "./foreign.ts";
import { openIntake } from "./intake.ts";
import { keptBelow } from "./kept.ts";
import { abandonLock, DRAFT, FILES, lostLock, releaseLock, SPOOL, stagedAt, WORKSHOP } from "./lock.ts";
import { lockOut } from "./lock-out.ts";
import { formatManifest, MANIFEST, type Manifest, readManifest, type Written } from "./manifest.ts";
import { isDecided, moveIntoPlace, stalePaths } from "./move.ts";
import { checkOut, checkSameDisk, makeParent, stagingOf } from "./out-folder.ts";
import { inOutput, unwritable } from "./problem.ts";
import { openSpool } from "./spool.ts";
import { holds, sha256 } from "./standing.ts";
import { openWorkshop } from "./workshop.ts";

/** What a commit did to the output folder. Paths are relative to it and sorted. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** The new site while it is being made. It touches the output folder only in `commit`. */
export interface Stage {
  /** For what is to be put aside until the site is whole. It ends with the stage. */
  readonly spool: Spool;
  /** For another program to work in; null where nothing may be written. It ends with the stage. */
  readonly workshop: Workshop | null;
  /**
   * Takes one file of the new site. A file that stands in the output folder already, byte for byte, is only noted.
   * Errors as `Intake`, and `output-unwritable`.
   * @param root where files to copy stand: the site's root, or the workshop
   */
  put(file: OutputFile, root: string): Promise<readonly Diagnostic[]>;
  /**
   * Takes over all that the last build wrote below a folder, if this file would be part of it as it was then, and nothing
   * of it was changed or lost since.
   * @returns whether it did; if not, nothing is taken
   */
  keep(folder: string, proof: OutputFile, root: string): boolean;
  /**
   * Makes the output folder hold exactly what was put, as far as it is ours.
   * Errors `output-foreign` and `build-running` before anything is moved, `output-unwritable` where the disk refuses
   * half way (the next build finishes the move): then the value is null. Warning `output-edited`.
   * Ends the stage either way.
   */
  commit(): Promise<Checked<Changes | null>>;
  /** Forgets what was put; the output folder stays as it was. Harmless after `commit`. */
  discard(): Promise<void>;
}

function nothing(...diagnostics: readonly Diagnostic[]): Checked<null> {
  return { value: null, diagnostics };
}

/**
 * Opens a stage for an output folder, and locks the folder against other builds until `commit` or `discard`.
 * If an earlier build was killed while it moved its files, that move is finished first (note `build-resumed`).
 * Errors: `out-unsafe`, `out-elsewhere`, `staging-foreign`, `build-running`, `manifest-unreadable`, `output-unwritable`.
 *
 * @param outDir need not exist · @param forbidden absolute folders that hold sources
 */
export async function openStage(
  outDir: string,
  forbidden: readonly string[],
  disk: Disk = realDisk,
): Promise<Checked<Stage | null>> {
  const checked = checkOut(outDir, forbidden);
  if (checked.value === null) return nothing(...checked.diagnostics);
  const out = checked.value;
  try {
    return await lockAndOpen(out, disk);
  } catch (error) {
    abandonLock(stagingOf(out), disk);
    return nothing(unwritable(inOutput(out, ""), error));
  }
}

async function lockAndOpen(out: string, disk: Disk): Promise<Checked<Stage | null>> {
  makeParent(out);
  const locked = await lockOut(out, disk);
  if (locked.value === null) return nothing(...locked.diagnostics);
  const staging = stagingOf(out);
  const sameDisk = checkSameDisk(out, staging);
  const old = readManifest(out);
  if (!sameDisk.value || old.value === null) {
    releaseLock(staging, disk);
    return nothing(...sameDisk.diagnostics, ...old.diagnostics);
  }
  return { value: stageFor(out, staging, old.value, disk), diagnostics: locked.diagnostics };
}

function stageFor(out: string, staging: string, old: Manifest, disk: Disk): Stage {
  const intake = openIntake(out);
  const next = new Map<string, Written>();
  const staged: string[] = [];
  let folderMade = false;
  let ended = false;

  function stageBytes(path: string, bytes: Uint8Array): void {
    if (!folderMade) disk.makeFolder(join(staging, FILES));
    folderMade = true;
    disk.write(stagedAt(staging, path), bytes);
    staged.push(path);
  }

  /** What forbids the move, looked at before the first step of it. */
  function whyNot(): readonly Diagnostic[] {
    const lost = lostLock(staging);
    return lost === null ? findForeign(out, [...staged, MANIFEST], withManifest(old), next) : [lost];
  }

  function end(): void {
    // The next stage of this process may have the folder by now.
    if (ended) return;
    ended = true;
    try {
      if (!existsSync(staging) || lostLock(staging) !== null) return;
      // After a refusal half way, what is staged is all there is of the new site: the next build moves it.
      if (isDecided(staging)) abandonLock(staging, disk);
      else releaseLock(staging, disk);
    } catch {
      // What cannot be tidied away now is taken over by the next build.
    }
  }

  return {
    spool: openSpool(join(staging, SPOOL), disk),
    workshop: openWorkshop(join(staging, WORKSHOP)),

    async put(file, root) {
      const { value: bytes, diagnostics } = intake.take(file, root);
      if (bytes === null) return diagnostics;
      try {
        if (!holds(out, file.path, bytes)) stageBytes(file.path, bytes);
      } catch (error) {
        return [unwritable(inOutput(out, file.path), error)];
      }
      next.set(file.path, { path: file.path, sha256: sha256(bytes), bytes: bytes.byteLength });
      return [];
    },

    keep(folder, proof, root) {
      const { value: bytes } = openIntake(out).take(proof, root);
      const kept = bytes === null ? null : keptBelow(out, old, folder, { path: proof.path, bytes });
      if (kept === null) return false;
      for (const written of kept) {
        intake.take({ ...proof, path: written.path }, root);
        next.set(written.path, written);
      }
      return true;
    },

    async commit() {
      try {
        const refusal = whyNot();
        if (refusal.length > 0) return nothing(...refusal);
        const stale = stalePaths(out, old, next);
        decide(staging, next, disk);
        const edited = moveIntoPlace(staging, out, disk);
        const kept = new Set(edited.map((diagnostic) => diagnostic.file));
        const removed = stale.filter((path) => !kept.has(inOutput(out, path)));
        return { value: changesOf(old, next, staged, removed), diagnostics: edited };
      } catch (error) {
        return nothing(unwritable(inOutput(out, ""), error));
      } finally {
        end();
      }
    },

    async discard() {
      end();
    },
  };
}

/** The manifest lists every file but itself; it is ours all the same. */
function withManifest(manifest: Manifest): Manifest {
  return new Map([...manifest, [MANIFEST, { path: MANIFEST, sha256: "", bytes: 0 }]]);
}

/** Written aside and renamed: the decision is there as a whole or not at all. */
function decide(staging: string, next: Manifest, disk: Disk): void {
  const draft = join(staging, DRAFT);
  disk.write(draft, Buffer.from(formatManifest(next)));
  disk.move(draft, join(staging, MANIFEST));
}

function changesOf(old: Manifest, next: Manifest, staged: readonly string[], removed: readonly string[]): Changes {
  const added = [...next.keys()].filter((path) => !old.has(path)).sort();
  const changed = staged.filter((path) => old.has(path)).sort();
  return { added, changed, removed, unchanged: next.size - added.length - changed.length };
}
