import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { contentType } from "../../src/commands/serve/content-types.ts";

/** One rule of `_headers`: a path, perhaps with a star at its end, and its lines. */
interface Rule {
  readonly path: string;
  readonly lines: readonly string[];
}

function rulesOf(text: string): Rule[] {
  const rules: { path: string; lines: string[] }[] = [];
  for (const line of text.split("\n").filter((found) => found.trim() !== "")) {
    if (line.startsWith("/")) rules.push({ path: line.trim(), lines: [] });
    else rules.at(-1)?.lines.push(line.trim());
  }
  return rules;
}

const matches = (rule: string, path: string): boolean =>
  rule.endsWith("*") ? path.startsWith(rule.slice(0, -1)) : path === rule;

/** What a host makes of rules that hold for one path: what came before, the lines of one more rule. */
type Host = (headers: Map<string, string>, lines: readonly string[]) => void;

/** Two hosts whose documents and parsers say what they do. */
export const HOSTS: Readonly<Record<"cloudflare" | "netlify", Host>> = {
  // Values of several rules are joined by commas; a line with an exclamation mark takes off what came before.
  cloudflare(headers, lines) {
    for (const line of lines.filter((one) => one.startsWith("! "))) headers.delete(line.slice(2));
    for (const [name, value] of lines.flatMap(split)) {
      const before = headers.get(name);
      headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  },
  // Lines without a colon are skipped; a later rule overrides.
  netlify(headers, lines) {
    for (const [name, value] of lines.flatMap(split)) headers.set(name, value);
  },
};

function split(line: string): (readonly [string, string])[] {
  const at = line.indexOf(":");
  return at === -1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
}

/** Which headers a host sends for a path. */
export function headersFor(text: string, path: string, host: Host): Map<string, string> {
  const headers = new Map<string, string>();
  for (const rule of rulesOf(text)) if (matches(rule.path, path)) host(headers, rule.lines);
  return headers;
}

/** Serves a folder below a path, with the headers that the site's own `_headers` asks for. */
export async function serveWithHeaders(
  folder: string,
  host: Host,
  below = "/",
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const rules = readFileSync(join(folder, "_headers"), "utf8");
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    const wanted = join(folder, decodeURIComponent(path).slice(below.length), path.endsWith("/") ? "index.html" : "");
    const there = path.startsWith(below) && (statSync(wanted, { throwIfNoEntry: false })?.isFile() ?? false);
    const file = there ? wanted : join(folder, "404.html");
    response.writeHead(there ? 200 : 404, {
      ...Object.fromEntries(headersFor(rules, path, host)),
      "Content-Type": contentType(file),
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${below}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
