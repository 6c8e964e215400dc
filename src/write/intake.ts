import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { OutputFile } from "../model/output.ts";
import { openClaims } from "./claims.ts";
import { readCopy } from "./copy.ts";
import { MANIFEST } from "./manifest.ts";
import { pathFault } from "./path-rules.ts";
import { inOutput, problem } from "./problem.ts";

/** Looks at each file of a new site before it is written anywhere. */
export interface Intake {
  /**
   * The bytes of a file that the site may have; null where it may not.
   * Errors: `output-path` (a path no disk or host should see), `output-clash` (two files want it), `copy-…`.
   * @param root the site's root, for files to copy
   */
  take(file: OutputFile, root: string): Checked<Uint8Array | null>;
}

/** An intake that has seen nothing yet. @param out the output folder, for what messages call its files */
export function openIntake(out: string): Intake {
  const claims = openClaims();
  claims.claim({ path: MANIFEST, wantedBy: 'output "manifest"' });
  return {
    take(file, root) {
      const fault = pathFault(file.path);
      if (fault !== null) return { value: null, diagnostics: [badPath(out, file, fault)] };
      const earlier = claims.claim(file);
      if (earlier !== null) return { value: null, diagnostics: [clash(out, file, earlier)] };
      const { content } = file;
      if ("copyOf" in content) return readCopy(root, content.copyOf);
      return { value: "text" in content ? Buffer.from(content.text) : content.bytes, diagnostics: [] };
    },
  };
}

/** Outputs have no file to blame; then the file that they make is named. */
function placeOf(out: string, { path, wantedBy }: OutputFile): string {
  return wantedBy.startsWith("output ") ? inOutput(out, path) : wantedBy;
}

function badPath(out: string, file: OutputFile, fault: string): Diagnostic {
  const message = `${file.wantedBy} would be written to ${JSON.stringify(file.path)}, which cannot be a path of the site: ${fault}.`;
  return problem("error", "output-path", placeOf(out, file), message, "Rename what the path is made from.");
}

function clash(out: string, file: OutputFile, earlier: { path: string; wantedBy: string }): Diagnostic {
  const both =
    file.path === earlier.path
      ? `Both ${earlier.wantedBy} and ${file.wantedBy} want to be ${inOutput(out, file.path)}.`
      : `${earlier.wantedBy} wants to be ${inOutput(out, earlier.path)} and ${file.wantedBy} wants to be ${inOutput(out, file.path)}: on some disks one cannot stand beside the other.`;
  return problem("error", "output-clash", placeOf(out, file), both, "Rename one of the two, or take one out.");
}
