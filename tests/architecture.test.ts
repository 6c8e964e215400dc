/**
 * The house keeps its own rules: who may import whom (the table in src/README.md), which packages are used,
 * what never appears in a source. A small scan of the text does, since TypeScript 7 ships no compiler API.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";

/** A room is a folder of `src`, or a file that stands beside the folders. */
interface Room {
  readonly allows: (target: string) => boolean;
  readonly row: string;
}

/** One import of one file: `target` is a room (`model`), a package (`zod`) or a module of Node (`node:fs`). */
interface Import {
  readonly file: string;
  readonly target: string;
}

/** The rows of the table: `| \`read/\` | what lives there | \`model\`, \`node:fs\` |`; "any", "any but …", "nothing". */
function roomsOf(readme: string): ReadonlyMap<string, Room> {
  const rows = [...readme.matchAll(/^\| `([\w.]+)\/?` *\|[^|]*\|([^|]*)\|$/gm)];
  return new Map(
    rows.map(([, room = "", cell = ""]) => {
      const named = new Set([...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name.replace(/\/$/, "")));
      const any = cell.trim().startsWith("any");
      return [room, { row: cell.trim(), allows: (target) => target === room || any !== named.has(target) }];
    }),
  );
}

/** A source without its comments, line numbers kept: whole comment lines, and what follows ` // ` on a line. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*(?:\/\/|\/\*|\*).*$/gm, "").replace(/[ \t]\/\/[ \t].*$/gm, "");
}

/** Everything a source imports, as written: static, re-exported, for its types only, for its effects, or when called. */
function specifiersOf(text: string): string[] {
  const code = withoutComments(text);
  const forms = [
    /^[ \t]*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/gm,
    /^[ \t]*import\s*["']([^"']+)["']/gm,
    /\b(?:import|require|resolve)\s*\(\s*["'`]([^"'`]+)["'`]/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map(([, specifier = ""]) => specifier));
}

/** `../model/block.ts` seen from `read/lines.ts` is `model`; `zod/v4` is `zod`, `node:fs/promises` is `node:fs`. */
function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith(".")) return roomOf(join(file, "..", specifier).replaceAll("\\", "/"));
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

const roomOf = (file: string): string => file.split("/")[0] ?? file;

function importsOf(file: string, text: string): Import[] {
  return specifiersOf(text).map((specifier) => ({ file, target: targetOf(file, specifier) }));
}

/** The imports that the table forbids, each as a sentence. */
function broken(imports: readonly Import[], rooms: ReadonlyMap<string, Room>): string[] {
  return imports
    .filter(({ file, target }) => !(rooms.get(roomOf(file))?.allows(target) ?? false))
    .map(({ file, target }) => {
      const row = rooms.get(roomOf(file))?.row ?? "no row at all";
      return `src/${file} imports ${target}, which its row in src/README.md does not allow (it allows: ${row})`;
    });
}

const SKIPPED = new Set(["node_modules", ".git", "dist", "dist.staging", "lib", "coverage"]);

/** Every file below a folder, relative to it, sorted, without what git ignores. */
function filesBelow(folder: string, prefix = ""): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${prefix}${entry.name}`;
      return entry.isDirectory() ? filesBelow(join(folder, entry.name), `${path}/`) : [path];
    });
}

const sources = filesBelow("src")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(join("src", file), "utf8") }));
const rooms = roomsOf(readFileSync("src/README.md", "utf8"));
const imports = sources.flatMap(({ file, text }) => importsOf(file, text));

/** The places where a pattern stands outside comments, as `src/file.ts:3: the line`. */
function places(pattern: RegExp, files = sources): string[] {
  return files.flatMap(({ file, text }) =>
    withoutComments(text)
      .split("\n")
      .flatMap((line, at) => (pattern.test(line) ? [`src/${file}:${at + 1}: ${line.trim()}`] : [])),
  );
}

describe("rooms", () => {
  test("import only what their row allows", () => {
    expect(broken(imports, rooms)).toEqual([]);
  });

  test("have a row each, and each row has its room", () => {
    const there = new Set(filesBelow("src").map(roomOf));
    there.delete("README.md");
    expect([...rooms.keys()].sort(), "rows of the table in src/README.md").toEqual([...there].sort());
  });

  test("use every runtime dependency, and no other package", () => {
    const Package = z.object({ dependencies: z.record(z.string(), z.string()) });
    const { dependencies } = Package.parse(JSON.parse(readFileSync("package.json", "utf8")));
    const targets = imports.map(({ target }) => target);
    const used = new Set(targets.filter((target) => !target.startsWith("node:") && !rooms.has(target)));
    expect([...used].sort(), "packages imported in src, against package.json").toEqual(
      Object.keys(dependencies).sort(),
    );
  });
});

describe("sources", () => {
  const inner = sources.filter(({ file }) => file !== "cli.ts");
  // A reader's browser has a clock and a language of its own; a build has none.
  const building = sources.filter(({ file }) => !file.startsWith("browser/"));

  test.each([
    ["prints or exits (only cli.ts does)", /\bconsole\.|\bprocess\.(?:exit|stdout|stderr)\b/, inner],
    ["asks the clock or the locale", /\bDate\.now\b|\bnew Date\b|\bIntl\b|\btoLocale|\blocaleCompare\b/, building],
    ["has a default export", /^\s*export default\b|\bas default\b/, sources],
    ["imports a name that the scan cannot read", /\b(?:import|require)\s*\(\s*(?!["'`])/, sources],
  ])("none %s", (_, pattern, files) => {
    expect(places(pattern, files)).toEqual([]);
  });
});

test("no committed file names this workplace: a path, a folder beside the project, a registry", () => {
  // Put together here, so that this file does not hold what it looks for.
  const words = [
    `(?<![\\w.-])/${"work"}/`,
    `\\.\\./${"shared"}\\b`,
    `https?://[\\w.-]*(?:${"registry"}|${"npmjs"})\\b`,
  ];
  const pattern = new RegExp(words.join("|"));
  const naming = filesBelow(".").flatMap((file) => {
    const line = readFileSync(file, "utf8")
      .split("\n")
      .find((text) => pattern.test(text));
    return line === undefined ? [] : [`${file}: ${line.trim().slice(0, 120)}`];
  });
  expect(naming).toEqual([]);
});

describe("the scan itself", () => {
  const table = roomsOf(
    [
      "| room | what lives there | may import |",
      "| ---- | ---------------- | ---------- |",
      "| `model/` | nouns | nothing |",
      "| `read/` | files | `model`, `node:fs`, `@scope/glob` |",
      "| `build.ts` | the pipeline | any but `commands` |",
    ].join("\n"),
  );

  test.each([
    ["read/a.ts", 'import type { Post } from "../view/post.ts";', "view"],
    ["read/a.ts", 'export * from "../view/post.ts";', "view"],
    ["read/a.ts", 'const { page } = await import("../view/page.ts");', "view"],
    ["read/a.ts", 'import {\n  page,\n  other,\n} from "../view/page.ts";', "view"],
    ["read/parts/a.ts", 'import { page } from "../../view/page.ts";', "view"],
    ["read/a.ts", 'import { get } from "node:https";', "node:https"],
    ["read/a.ts", 'import "leftpad/effects";', "leftpad"],
    ["model/a.ts", 'import { z } from "zod";', "zod"],
    ["build.ts", 'import { serve } from "./commands/serve.ts";', "commands"],
    ["attic/a.ts", 'import { x } from "../model/x.ts";', "model"],
  ])("%s is caught with %s", (file, text, target) => {
    expect(broken(importsOf(file, text), table)).toEqual([expect.stringContaining(`src/${file} imports ${target}`)]);
  });

  test.each([
    ["read/a.ts", 'import { x } from "./b.ts";\nimport type { Post } from "../model/post.ts";'],
    ["read/a.ts", 'import { readFile } from "node:fs/promises";\nimport { glob } from "@scope/glob/sync";'],
    ["read/a.ts", ' * import { page } from "../view/page.ts";\n// import "leftpad";\nlet a; // import("leftpad")'],
    ["read/a.ts", 'export const from = "../view/page.ts";'],
    ["build.ts", 'import { read } from "./read/read.ts";\nimport { z } from "zod";'],
  ])("%s may hold %s", (file, text) => {
    expect(broken(importsOf(file, text), table)).toEqual([]);
  });
});
