import { statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { visible } from "../report/visible.ts";
import { quote } from "./arguments.ts";
import type { Terminal } from "./command.ts";

/** Options of every command that works on a site. */
export const SITE_OPTIONS = {
  root: { type: "string" },
  out: { type: "string" },
} as const;

/** A site's folders, absolute. */
export interface Site {
  readonly root: string;
  readonly out: string;
}

/** The site's folders, from what was typed and where; or what is wrong with them, as a sentence. */
export function siteOf(
  values: { readonly root?: string | undefined; readonly out?: string | undefined },
  { cwd }: Terminal,
): Site | { readonly wrong: string } {
  const root = resolve(cwd, values.root ?? ".");
  if (!isFolder(root)) return { wrong: `--root ${quote(values.root ?? root)} is not a folder.` };
  return { root, out: values.out === undefined ? join(root, "dist") : resolve(cwd, values.out) };
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** A folder as one would type it here: `dist/`; one that is not below here by its absolute path. */
export function shownFolder(path: string, { cwd }: Terminal): string {
  const way = relative(cwd, path);
  const isBelow = way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  return visible(isBelow ? `${way.split(sep).join("/")}/` : `${path}${sep}`);
}

/**
 * The path that a site will live below, as `--base-path` has it: `project` and `/project/` are the same.
 * @returns null where it is not a plain path
 */
export function basePathOf(typed: string): string | null {
  const parts = typed.split("/").filter((part) => part !== "");
  const plain = parts.every((part) => /^[\w.~-]+$/.test(part) && part !== "." && part !== "..");
  if (!plain) return null;
  return parts.length === 0 ? "/" : `/${parts.join("/")}/`;
}
