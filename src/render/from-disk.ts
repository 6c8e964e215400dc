import { htmlTokens } from "../html/tokens.ts";

/**
 * Where a tag leads to a folder by a relative address: `href="../tour/#p-1108-red-flag"`, `content="0; url=../tour/"`.
 * What has a scheme, a host or a query, or begins at the root, is somebody else's.
 */
const TO_FOLDER = /((?: href="|; url=)(?!\/)(?:[^":?#&]|&#?\w+;)*\/)(?=["#])/g;

/**
 * A page as it works when it is opened from a disk, where no host serves `index.html` for a folder: links that lead to a
 * folder name that file. Everything else stays as it is.
 */
export function fromDisk(html: string): string {
  let done = 0;
  const parts: string[] = [];
  for (const { kind, start, end } of htmlTokens(html)) {
    if (kind !== "open") continue;
    parts.push(html.slice(done, start), html.slice(start, end).replaceAll(TO_FOLDER, "$1index.html"));
    done = end;
  }
  return parts.join("") + html.slice(done);
}
