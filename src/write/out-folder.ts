import { lstatSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Checked } from "../model/diagnostic.ts";
import { foldPath } from "./path-rules.ts";
import { errorCode, problem } from "./problem.ts";

/** A path with every link on it resolved, as far as it exists. */
function real(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync.native(absolute);
  } catch (error) {
    const parent = dirname(absolute);
    if (errorCode(error) !== "ENOENT" || parent === absolute) return absolute;
    return join(real(parent), basename(absolute));
  }
}

function isInsideOrSame(path: string, folder: string): boolean {
  const way = relative(foldPath(folder), foldPath(path));
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || resolve(way) === way);
}

function canBeFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
  } catch {
    return false;
  }
}

/**
 * The output folder's real path, if it is a safe one. Error `out-unsafe`, and null, where it is not: it holds one of
 * the forbidden folders, is one of them, or lies in one. Nothing is made or changed.
 *
 * @param forbidden absolute. One that holds others of them (the site's root) may have the output folder in it.
 */
export function checkOut(out: string, forbidden: readonly string[]): Checked<string | null> {
  const folder = real(out);
  const name = basename(folder) || folder;
  const hint = "Choose a folder of its own, such as --out dist.";
  const sources = forbidden.map(real);
  const isRoot = (source: string) => sources.some((other) => other !== source && isInsideOrSame(other, source));
  for (const source of sources) {
    const holds = isInsideOrSame(source, folder);
    const lies = isInsideOrSame(folder, source) && !isRoot(source);
    if (!holds && !lies) continue;
    const message = `The site cannot be written here: this folder ${holds ? "holds" : "lies in"} ${source}, which is not the build's to change.`;
    return { value: null, diagnostics: [problem("error", "out-unsafe", name, message, hint)] };
  }
  if (!canBeFolder(folder)) {
    const message = "The site cannot be written here: this is a file, or lies below one, and not a folder.";
    return { value: null, diagnostics: [problem("error", "out-unsafe", name, message, hint)] };
  }
  return { value: folder, diagnostics: [] };
}

/** Where new files wait: beside the output folder, so that a rename can put them in place. */
export function stagingOf(out: string): string {
  return `${out}.staging`;
}

/** Makes the folder that will hold the output and staging folders. */
export function makeParent(out: string): void {
  mkdirSync(dirname(out), { recursive: true });
}

/** Error `out-elsewhere` where a rename cannot lead from staging to output: they are on two file systems. */
export function checkSameDisk(out: string, staging: string): Checked<boolean> {
  const there = lstatSync(out, { throwIfNoEntry: false });
  if (there === undefined || there.dev === lstatSync(staging).dev) return { value: true, diagnostics: [] };
  const diagnostic = problem(
    "error",
    "out-elsewhere",
    basename(out),
    "This folder is on another file system than the folder around it (a mount, perhaps), so finished files cannot be moved into it in one step.",
    `Build into a folder inside it, such as --out ${basename(out)}/site.`,
  );
  return { value: false, diagnostics: [diagnostic] };
}
