import { closeSync, openSync, readSync } from "node:fs";
import type { Spool } from "../model/spool.ts";
import type { Disk } from "./disk.ts";

/** A spool that keeps nothing: for whoever may not write. */
export const noSpool: Spool = { put: () => 0, take: () => null };

/** A spool that is one file, which is not there before something is put. Where the disk refuses, it keeps nothing more. */
export function openSpool(path: string, disk: Disk): Spool {
  const kept: { readonly start: number; readonly length: number }[] = [];
  let size = 0;
  let broken = false;
  return {
    put(bytes) {
      if (broken) return -1;
      try {
        disk.append(path, bytes);
      } catch {
        // Nobody knows how much of it is there, so nobody knows where the next would start.
        broken = true;
        return -1;
      }
      const start = size;
      size += bytes.byteLength;
      return kept.push({ start, length: bytes.byteLength }) - 1;
    },
    take(number) {
      const span = kept[number];
      return span === undefined ? null : readSpan(path, span.start, span.length);
    },
  };
}

function readSpan(path: string, start: number, length: number): Uint8Array | null {
  const bytes = Buffer.allocUnsafe(length);
  try {
    const handle = openSync(path, "r");
    try {
      return readSync(handle, bytes, 0, length, start) === length ? bytes : null;
    } finally {
      closeSync(handle);
    }
  } catch {
    return null;
  }
}
