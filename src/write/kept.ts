import type { Manifest, Written } from "./manifest.ts";
import { isAsWritten } from "./move.ts";
import { sha256 } from "./standing.ts";

/**
 * What the last build wrote below a folder, if a file with these bytes is part of it and all of it still stands there as
 * it was written; else null.
 * @param folder with its slash: `pagefind/`
 */
export function keptBelow(
  out: string,
  old: Manifest,
  folder: string,
  proof: { readonly path: string; readonly bytes: Uint8Array },
): readonly Written[] | null {
  if (old.get(proof.path)?.sha256 !== sha256(proof.bytes)) return null;
  const below = [...old.values()].filter(({ path }) => path.startsWith(folder));
  return below.every(({ path }) => isAsWritten(out, path, old)) ? below : null;
}
