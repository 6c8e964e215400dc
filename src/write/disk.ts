import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { errorCode } from "./problem.ts";

/**
 * Every way in which we change the disk. Passed in, so that a test can pull the plug between any two steps.
 *
 * All of it is synchronous: a site is thousands of small files, and for those a promise costs several times the work.
 */
export interface Disk {
  /** Makes one folder, 0755 whatever the umask says: some hosts refuse other modes. Fails where it exists. */
  makeFolder(path: string): void;
  /** Writes a whole file, 0644. */
  write(path: string, bytes: Uint8Array): void;
  /** Writes on at the end of a file of our own, which nobody else may read; makes it where there is none. */
  append(path: string, bytes: Uint8Array): void;
  /** Puts a file in place in one step: readers see the old one or the new one, never half of one. */
  move(from: string, to: string): void;
  removeFile(path: string): void;
  /** Removes a folder if it is empty; fails where it is not. */
  removeFolder(path: string): void;
  /** Removes a folder of our own with everything in it. Links in it are removed, not followed. */
  removeTree(path: string): void;
}

export const disk: Disk = {
  makeFolder(path) {
    mkdirSync(path);
    chmodSync(path, 0o755);
  },
  write(path, bytes) {
    writeFileSync(path, bytes);
    chmodSync(path, 0o644);
  },
  append: (path, bytes) => appendFileSync(path, bytes, { mode: 0o600 }),
  move: renameSync,
  removeFile: unlinkSync,
  removeFolder: rmdirSync,
  removeTree: (path) => rmSync(path, { recursive: true, force: true }),
};

/** Removes a folder unless something is in it. */
export function removeIfEmpty(folder: string, disk: Disk): void {
  try {
    disk.removeFolder(folder);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes(errorCode(error) ?? "")) throw error;
  }
}
