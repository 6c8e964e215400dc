import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type BuildOptions, type BuildReport, build } from "../../src/build.ts";

/** A whole site on a disk of its own, gone when its test is. */
export interface TestSite {
  readonly root: string;
  write(file: string, content: string | Uint8Array): void;
  remove(file: string): void;
  build(options?: Partial<BuildOptions>): Promise<BuildReport>;
  /** Every published file, by its path below `dist/`. */
  published(): Map<string, string>;
  page(path: string): string;
}

/**
 * A site of these files: `{ "content/regatta/index.md": "…" }`.
 * @param whenDone when it goes: after its test, or, given `afterAll`, after all of a file
 */
export function site(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  whenDone: (remove: () => void) => void = onTestFinished,
): TestSite {
  const root = mkdtempSync(join(tmpdir(), "afterlive-site-"));
  whenDone(() => rmSync(root, { recursive: true }));
  const out = join(root, "dist");
  const published = (): Map<string, string> => {
    const found = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return new Map(found.map((path) => [path.slice(out.length + 1), readFileSync(path, "utf8")]));
  };
  const made: TestSite = {
    root,
    write(file, content) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), content);
    },
    remove: (file) => rmSync(join(root, file)),
    build: (options = {}) => build({ ...DEFAULTS, root, out, ...options }),
    published,
    page: (path) => published().get(path) ?? "",
  };
  for (const [file, content] of Object.entries(files)) made.write(file, content);
  return made;
}

const DEFAULTS = { write: true, drafts: false, keepGoing: false, basePath: null, onProgress: () => undefined };

/** `error time-impossible content/regatta/a.md:2:7`, worst first as reported. */
export function brief({ diagnostics }: BuildReport): string[] {
  return diagnostics.map(({ severity, code, file, line, column }) => `${severity} ${code} ${file}:${line}:${column}`);
}

/** The words that a reader sees, tags and entities taken away. */
export function readable(html: string): string {
  const body = html.replace(/<(head|script|style)\b[\s\S]*?<\/\1>/g, " ");
  const text = body.replace(/<[^>]*>/g, " ");
  const entities: Readonly<Record<string, string>> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    "#x27": "'",
    "#39": "'",
    "#x60": "`",
    "#x3D": "=",
  };
  return text
    .replace(/&(amp|lt|gt|quot|#x27|#39|#x60|#x3D);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\s+/g, " ");
}
