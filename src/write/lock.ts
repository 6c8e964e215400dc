import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Disk, removeIfEmpty } from "./disk.ts";
import { MANIFEST } from "./manifest.ts";
import { errorCode, problem } from "./problem.ts";
import { sha256 } from "./standing.ts";

/** Where the staged files wait, below the staging folder. */
export const FILES = "files";

/**
 * Where a file of the site waits. All stand in one folder, each under a name made of its path: the folders that they are
 * for would have to be made and removed again, which costs more than the files do.
 */
export function stagedAt(staging: string, path: string): string {
  return join(staging, FILES, sha256(Buffer.from(path)));
}

/** The new manifest before it is whole. */
export const DRAFT = `${MANIFEST}.draft`;

/** What is put aside while the site is made. */
export const SPOOL = "spool";

/** Where another program works for us while the site is made. */
export const WORKSHOP = "workshop";

/** All that we put into the staging folder, the lock aside, as long as no finished site is to be moved. */
export const UNFINISHED = [FILES, DRAFT, SPOOL, WORKSHOP] as const;

/** The file in the staging folder that says whose it is: process id, and when that process began. */
const OWNER = "owner";

/** How long a folder without an owner may be one that its owner has only just made. */
const GRACE_MS = 100;

/** A process id comes round again (in containers soon): the start tells ours from an earlier one with our number. */
function ownName(): string {
  return `${process.pid} ${performance.timeOrigin}`;
}

function readOwner(staging: string): string | null {
  try {
    return readFileSync(join(staging, OWNER), "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return null;
    throw error;
  }
}

function isRunning(owner: string): boolean {
  const pid = Number.parseInt(owner, 10);
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return owner === ownName();
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process may not be signalled, but it is there.
    return errorCode(error) === "EPERM";
  }
}

function running(staging: string, owner: string): Diagnostic {
  const folder = basename(staging);
  return problem(
    "error",
    "build-running",
    folder,
    `Another build (process ${Number.parseInt(owner, 10)}) is working on this output folder: two at once would mix their files.`,
    `Wait for it to end. If you are sure that none is running, delete ${folder}/ and try again.`,
  );
}

/** We leave a folder without an owner in two states only: just made, and with a finished site to move. */
function isOurs(staging: string): boolean {
  if (!lstatSync(staging).isDirectory()) return false;
  const names = readdirSync(staging);
  return names.length === 0 || names.includes(OWNER) || names.includes(MANIFEST);
}

function foreign(staging: string): Diagnostic {
  const message = `New files wait in ${basename(staging)}/ until all of them are made, but what stands there is not ours.`;
  const hint = "Rename it, or build into another folder with --out.";
  return problem("error", "staging-foreign", basename(staging), message, hint);
}

/**
 * Takes the staging folder for this process; making it is what locks it. A folder whose owner is gone is taken over.
 * @returns `inherited` where a dead build left it; error `build-running` where its owner lives, `staging-foreign` where
 * it is somebody's own
 */
export async function takeLock(staging: string, disk: Disk): Promise<{ inherited: boolean } | { error: Diagnostic }> {
  try {
    disk.makeFolder(staging);
    disk.write(join(staging, OWNER), Buffer.from(ownName()));
    return { inherited: false };
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
  if (!isOurs(staging)) return { error: foreign(staging) };
  if (readOwner(staging) === null) await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
  const owner = readOwner(staging);
  if (owner !== null && isRunning(owner)) return { error: running(staging, owner) };
  disk.write(join(staging, OWNER), Buffer.from(ownName()));
  return { inherited: true };
}

/**
 * Asked again before anything is moved: when two processes find the same dead build, both take it over and the later
 * one has it. Error `build-running` where that is not us.
 */
export function lostLock(staging: string): Diagnostic | null {
  const owner = readOwner(staging);
  if (owner === ownName()) return null;
  return running(staging, owner ?? "0");
}

/** Gives the folder up but keeps what is in it, for the next build to finish. */
export function abandonLock(staging: string, disk: Disk): void {
  if (readOwner(staging) === ownName()) disk.removeFile(join(staging, OWNER));
}

/** Ends the lock: takes away what we put into the staging folder, then the folder, if nobody else put anything there. */
export function releaseLock(staging: string, disk: Disk): void {
  for (const name of [...UNFINISHED, OWNER]) disk.removeTree(join(staging, name));
  removeIfEmpty(staging, disk);
}
