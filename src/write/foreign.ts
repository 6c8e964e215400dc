import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Manifest } from "./manifest.ts";
import { isAsWritten } from "./move.ts";
import { foldPath } from "./path-rules.ts";
import { inOutput, problem } from "./problem.ts";
import { isSameFile, standingAt } from "./standing.ts";

/**
 * What stands in the way of new files and is not ours to move: a file that no manifest of ours lists, a link, a folder
 * with something foreign in it. Error `output-foreign` for each.
 *
 * @param wanted paths of the files that are about to be moved · @param next everything the new site has
 */
export function findForeign(
  out: string,
  wanted: readonly string[],
  old: Manifest,
  next: Manifest,
): readonly Diagnostic[] {
  const spellings = new Map([...old.keys()].map((path) => [foldPath(path), path]));
  const goes = (path: string) => old.has(path) && !next.has(path) && isAsWritten(out, path, old);

  function inTheWay(path: string): string | null {
    const standing = standingAt(out, path);
    switch (standing.kind) {
      case "nothing":
        return null;
      case "file": {
        const spelling = spellings.get(foldPath(path));
        const ours = old.has(path) || (spelling !== undefined && isSameFile(out, path, spelling));
        return ours ? null : path;
      }
      case "under-file":
        return goes(standing.at) ? null : standing.at;
      case "folder":
        return filesBelow(out, path).find((below) => !goes(below)) ?? null;
      case "strange":
        return standing.at;
    }
  }

  const found = new Set(wanted.map(inTheWay).filter((path) => path !== null));
  return [...found].map((path) =>
    problem(
      "error",
      "output-foreign",
      inOutput(out, path),
      "The build has something to put here, but what stands here is not ours: no build of ours wrote it, or it was changed since.",
      "Move it out of the output folder, or build into another one with --out.",
    ),
  );
}

/** Every file below a folder; a folder that is empty stands for itself, for we leave none behind. */
function filesBelow(out: string, folder: string): readonly string[] {
  const items = readdirSync(join(out, folder), { withFileTypes: true });
  if (items.length === 0) return [folder];
  return items.flatMap((item) => {
    const path = `${folder}/${item.name}`;
    return item.isDirectory() ? filesBelow(out, path) : [path];
  });
}
