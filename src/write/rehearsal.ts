import { join } from "node:path";
import type { Checked } from "../model/diagnostic.ts";
import { openIntake } from "./intake.ts";
import { noSpool } from "./spool.ts";
import type { Stage } from "./stage.ts";

/**
 * A stage that writes nothing: `check` learns from it which files could not be written. Errors as `Intake`.
 * Of what a build would have to make at length it takes over all, as if nothing had changed.
 * @param root the site's root; messages speak of its `dist/`
 */
export function openRehearsal(root: string): Checked<Stage> {
  const intake = openIntake(join(root, "dist"));
  const stage: Stage = {
    spool: noSpool,
    workshop: null,
    put: async (file, siteRoot) => intake.take(file, siteRoot).diagnostics,
    keep: () => true,
    commit: async () => ({ value: null, diagnostics: [] }),
    discard: async () => {},
  };
  return { value: stage, diagnostics: [] };
}
