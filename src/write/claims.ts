import { foldersAbove, foldPath } from "./path-rules.ts";

/** Who wants which path. */
export interface Claim {
  readonly path: string;
  readonly wantedBy: string;
}

/** Remembers every path that was asked for, as the least careful disk would see it. */
export interface Claims {
  /** Claims a path; the earlier claim where two would be one file, or one would be the other's folder; else null. */
  claim(claim: Claim): Claim | null;
}

/** An empty book of claims. */
export function openClaims(): Claims {
  const files = new Map<string, Claim>();
  const folders = new Map<string, Claim>();
  return {
    claim({ path: wanted, wantedBy }) {
      // A new object: the one given may hold a whole page, which must not stay in memory.
      const claim = { path: wanted, wantedBy };
      const path = foldPath(wanted);
      const above = foldersAbove(path);
      const earlier =
        files.get(path) ?? folders.get(path) ?? above.map((folder) => files.get(folder)).find((other) => other);
      if (earlier !== undefined) return earlier;
      files.set(path, claim);
      for (const folder of above) if (!folders.has(folder)) folders.set(folder, claim);
      return null;
    },
  };
}
