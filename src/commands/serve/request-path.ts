/** What a request asks for, below the folder that is served. */
export interface RequestPath {
  /** Decoded: `["tour", "index.html"]`. None of them is empty, climbs or hides a separator. */
  readonly segments: readonly string[];
  /** Whether it ended in a slash. */
  readonly isFolder: boolean;
  /** `?` and what follows, or nothing. */
  readonly query: string;
}

/**
 * Reads the target of a request line. Null where it is no plain path: everything is judged after decoding, for
 * `%2e%2e%2f` is `../` to whoever decodes later.
 */
export function requestPath(target: string): RequestPath | null {
  const [, path = "", query = ""] = /^(\/[^?#]*)(\?[^#]*)?/.exec(target) ?? [];
  const decoded = decode(path);
  if (decoded === null || !decoded.startsWith("/")) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file of a site has them in its name.
  if (/[\\\u0000-\u001f\u007f]/.test(decoded)) return null;
  const isFolder = decoded.endsWith("/");
  const segments = decoded.slice(1, isFolder ? -1 : undefined).split("/");
  if (isFolder && decoded === "/") return { segments: [], isFolder, query };
  const isPlain = segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
  return isPlain ? { segments, isFolder, query } : null;
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** The path of a folder as a redirect names it. It never starts with two slashes, which would name another host. */
export function folderUrl({ segments, query }: RequestPath): string {
  return `/${segments.map((segment) => `${encodeURIComponent(segment)}/`).join("")}${query}`;
}
