import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import { pathFault } from "./path-rules.ts";
import { errorCode, problem, reason } from "./problem.ts";
import { standingAt } from "./standing.ts";

/** Hosts stop far below this (25 MiB, 100 MiB); it keeps one file from filling the memory. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * The bytes of a file of the site that is published as it is. The one place outside `read/` that reads the sources.
 * Links are not followed: a picture that points at `/etc/passwd` would publish it.
 *
 * Errors `copy-outside`, `copy-missing`, `copy-no-file`, `copy-too-big`, `copy-unreadable`, each with null.
 */
export function readCopy(root: string, path: string): Checked<Uint8Array | null> {
  const fault = pathFault(path);
  if (fault !== null) {
    return refuse("copy-outside", path, `The path of this file cannot be used: ${fault}.`, "Give it another name.");
  }
  const standing = standingAt(root, path);
  if (standing.kind === "nothing" || standing.kind === "under-file") {
    return refuse("copy-missing", path, "This file was to be published, but it is not there.", "Was it moved?");
  }
  if (standing.kind !== "file") {
    const what = standing.kind === "folder" ? "a folder" : `no plain file (${standing.at} is a link or a device)`;
    const hint = "Put the file itself here: links are not followed, for they could publish anything on this computer.";
    return refuse("copy-no-file", path, `This was to be published, but it is ${what}.`, hint);
  }
  return readPlain(root, path);
}

function readPlain(root: string, path: string): Checked<Uint8Array | null> {
  let handle: number | null = null;
  try {
    // Not followed here either: since we looked, someone may have put a link there.
    handle = openSync(join(root, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const { size } = fstatSync(handle);
    if (size > MAX_BYTES) {
      const message = `This file has ${Math.ceil(size / 1024 / 1024)} MiB; more than ${MAX_BYTES / 1024 / 1024} cannot be published.`;
      return refuse("copy-too-big", path, message, "Make it smaller, or host it elsewhere and link to it.");
    }
    return { value: readFileSync(handle), diagnostics: [] };
  } catch (error) {
    const hint = "See who may read it, and that it is a file and no link.";
    const code = errorCode(error) === "ENOENT" ? "copy-missing" : "copy-unreadable";
    return refuse(code, path, `This file was to be published, but it cannot be read: ${reason(error)}.`, hint);
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function refuse(code: string, file: string, message: string, hint: string): Checked<null> {
  const diagnostic: Diagnostic = problem("error", code, file, message, hint);
  return { value: null, diagnostics: [diagnostic] };
}
