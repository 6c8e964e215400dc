import { readFileSync } from "node:fs";

/** The package's version: `0.1.0`. Read from `package.json`, which stands two folders up in `src/` and in `lib/`. */
export function readVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const data: unknown = JSON.parse(text);
  const isVersioned = typeof data === "object" && data !== null && "version" in data;
  return isVersioned ? String(data.version) : "unknown";
}
