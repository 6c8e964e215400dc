import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Checked } from "../model/diagnostic.ts";
import { pathFault } from "./path-rules.ts";
import { errorCode, inOutput, problem, reason } from "./problem.ts";

/** Its name in the output folder. */
export const MANIFEST = "afterlive-manifest.json";

/** Raised when an older program could misread a newer manifest. */
const VERSION = 1;

/** One file that we wrote. */
export interface Written {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Everything that we wrote into one output folder, by path. Only what stands here is ever overwritten or deleted. */
export type Manifest = ReadonlyMap<string, Written>;

/** A manifest as text: one file a line, sorted by code unit, nothing in it but paths and bytes. */
export function formatManifest(manifest: Manifest): string {
  const rows = [...manifest.keys()].sort().map((path) => {
    const { sha256, bytes } = manifest.get(path) ?? { sha256: "", bytes: 0 };
    return `    ${JSON.stringify({ path, sha256, bytes })}`;
  });
  return `{\n  "version": ${VERSION},\n  "files": [\n${rows.join(",\n")}\n  ]\n}\n`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isWritten(value: unknown): value is Written {
  if (!isRecord(value)) return false;
  const { path, sha256, bytes } = value;
  return (
    typeof path === "string" &&
    pathFault(path) === null &&
    typeof sha256 === "string" &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof bytes === "number"
  );
}

/** The manifest that a text holds; null where it is not one of ours, so that a planted `../..` is never followed. */
export function parseManifest(text: string): Manifest | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(data) || data["version"] !== VERSION || !Array.isArray(data["files"])) return null;
  const files: readonly unknown[] = data["files"];
  if (!files.every(isWritten)) return null;
  return new Map(files.map((file) => [file.path, file]));
}

/**
 * The manifest of an output folder; empty where there is none.
 * Error `manifest-unreadable`, and null, where one is there that we cannot trust.
 */
export function readManifest(out: string): Checked<Manifest | null> {
  let text: string;
  try {
    text = readFileSync(join(out, MANIFEST), "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { value: new Map(), diagnostics: [] };
    return unreadable(out, `it cannot be read: ${reason(error)}`);
  }
  const manifest = parseManifest(text);
  return manifest === null
    ? unreadable(out, "it is damaged, or made by another version of Afterlive")
    : { value: manifest, diagnostics: [] };
}

function unreadable(out: string, why: string): Checked<null> {
  const message = `The manifest says which files here are ours to replace and to delete, but ${why}.`;
  const hint = `Bring back the file as the last build wrote it, or move the whole folder away and build afresh.`;
  return {
    value: null,
    diagnostics: [problem("error", "manifest-unreadable", inOutput(out, MANIFEST), message, hint)],
  };
}
