import { createHash } from "node:crypto";
import { lstatSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { foldersAbove } from "./path-rules.ts";
import { errorCode } from "./problem.ts";

/** What stands at a path below a folder, looked at without following any link. */
export type Standing =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly stats: Stats }
  | { readonly kind: "folder" }
  /** A link, a pipe, a device: at the path itself, or at a folder on the way to it. */
  | { readonly kind: "strange"; readonly at: string }
  /** A plain file where the path needs a folder. */
  | { readonly kind: "under-file"; readonly at: string };

function look(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return null;
    throw error;
  }
}

/** Looks at a path below a folder; every folder on the way is looked at too, so that no link leads outside. */
export function standingAt(base: string, path: string): Standing {
  for (const folder of foldersAbove(path)) {
    const stats = look(join(base, folder));
    if (stats === null) return { kind: "nothing" };
    if (stats.isFile()) return { kind: "under-file", at: folder };
    if (!stats.isDirectory()) return { kind: "strange", at: folder };
  }
  const stats = look(join(base, path));
  if (stats === null) return { kind: "nothing" };
  if (stats.isFile()) return { kind: "file", stats };
  return stats.isDirectory() ? { kind: "folder" } : { kind: "strange", at: path };
}

/** SHA-256 in lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Whether a plain file with exactly these bytes stands there. */
export function holds(base: string, path: string, bytes: Uint8Array): boolean {
  const standing = standingAt(base, path);
  return (
    standing.kind === "file" && standing.stats.size === bytes.byteLength && readFileSync(join(base, path)).equals(bytes)
  );
}

/** Whether two spellings are one file, as on a disk that does not tell case apart. */
export function isSameFile(base: string, one: string, other: string): boolean {
  const [a, b] = [standingAt(base, one), standingAt(base, other)];
  return a.kind === "file" && b.kind === "file" && a.stats.ino === b.stats.ino && a.stats.dev === b.stats.dev;
}
