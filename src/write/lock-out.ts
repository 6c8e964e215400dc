import { basename, join } from "node:path";
import type { Checked } from "../model/diagnostic.ts";
import type { Disk } from "./disk.ts";
import { abandonLock, takeLock, UNFINISHED } from "./lock.ts";
import { isDecided, moveIntoPlace } from "./move.ts";
import { stagingOf } from "./out-folder.ts";
import { inOutput, problem, reason } from "./problem.ts";

/**
 * Locks an output folder with an empty staging folder beside it, after finishing what a killed build left there.
 * Errors, with null: `build-running`, `staging-foreign`, `output-unwritable` (the move cannot be finished). Note
 * `build-resumed`.
 */
export async function lockOut(out: string, disk: Disk): Promise<Checked<true | null>> {
  const staging = stagingOf(out);
  const lock = await takeLock(staging, disk);
  if ("error" in lock) return { value: null, diagnostics: [lock.error] };
  if (!lock.inherited) return { value: true, diagnostics: [] };
  const resumed = isDecided(staging) ? resume(staging, out, disk) : { value: true as const, diagnostics: [] };
  if (resumed.value !== null) for (const name of UNFINISHED) disk.removeTree(join(staging, name));
  return resumed;
}

function resume(staging: string, out: string, disk: Disk): Checked<true | null> {
  try {
    const edited = moveIntoPlace(staging, out, disk);
    const message = "The last build was stopped while it moved its files here; the move is finished now.";
    return { value: true, diagnostics: [problem("note", "build-resumed", inOutput(out, ""), message, ""), ...edited] };
  } catch (error) {
    abandonLock(staging, disk);
    const message = `The last build was stopped while it moved its files here, and the move cannot be finished: ${reason(error)}.`;
    const hint = `Mend that and build again; or delete ${basename(staging)}/ to give that build up.`;
    return { value: null, diagnostics: [problem("error", "output-unwritable", inOutput(out, ""), message, hint)] };
  }
}
