import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Workshop } from "../model/workshop.ts";

/** A workshop in that folder. */
export function openWorkshop(folder: string): Workshop {
  return {
    folder,
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .sort(),
    read: (path) => readFileSync(join(folder, path)),
  };
}
