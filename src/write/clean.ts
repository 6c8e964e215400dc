import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Checked } from "../model/diagnostic.ts";
import { type Disk, disk as realDisk, removeIfEmpty } from "./disk.ts";
import { abandonLock, releaseLock } from "./lock.ts";
import { lockOut } from "./lock-out.ts";
import { MANIFEST, readManifest } from "./manifest.ts";
import { removeWritten } from "./move.ts";
import { checkOut, stagingOf } from "./out-folder.ts";
import { inOutput, unwritable } from "./problem.ts";

/**
 * Removes what the manifest of an output folder says we wrote, the manifest, and the folders that this empties:
 * nothing else. Warning `output-edited` for a file that was changed since, which stays.
 * Errors as `openStage`, with null.
 *
 * @returns how many files were removed
 */
export async function clean(
  outDir: string,
  forbidden: readonly string[],
  disk: Disk = realDisk,
): Promise<Checked<number | null>> {
  const { value: out, diagnostics } = checkOut(outDir, forbidden);
  if (out === null) return { value: null, diagnostics };
  if (!existsSync(join(out, MANIFEST)) && !existsSync(stagingOf(out))) return { value: 0, diagnostics: [] };
  try {
    const locked = await lockOut(out, disk);
    if (locked.value === null) return { value: null, diagnostics: locked.diagnostics };
    const manifest = readManifest(out);
    if (manifest.value === null) {
      releaseLock(stagingOf(out), disk);
      return { value: null, diagnostics: manifest.diagnostics };
    }
    const edited = removeWritten(out, manifest.value, [...manifest.value.keys()], disk);
    if (existsSync(join(out, MANIFEST))) disk.removeFile(join(out, MANIFEST));
    removeIfEmpty(out, disk);
    releaseLock(stagingOf(out), disk);
    return { value: manifest.value.size - edited.length, diagnostics: edited };
  } catch (error) {
    abandonLock(stagingOf(out), disk);
    return { value: null, diagnostics: [unwritable(inOutput(out, ""), error)] };
  }
}
