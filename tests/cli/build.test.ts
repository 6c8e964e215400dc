import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type BuildReport, build } from "../../src/build.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { publish, temporaryFolder } from "../write/folders.ts";
import { typed } from "./fake-terminal.ts";

// What a build finds is told elsewhere; here it is what the commands make of it.
vi.mock("../../src/build.ts", () => ({ build: vi.fn() }));

const warning: Diagnostic = {
  code: "line-unclaimed",
  severity: "warning",
  message: "No rule claims this line.",
  file: "seeds/stowford.txt",
  line: 2,
  column: 1,
  excerpt: "~~~~",
  hint: "look at it",
};
const error: Diagnostic = { ...warning, code: "time-impossible", severity: "error", file: "content/a/b.md" };
const inConfig: Diagnostic = { ...error, file: "afterlive.config.json" };

const fine: BuildReport = {
  diagnostics: [],
  changes: { added: ["404.html", "index.html"], changed: ["tour/index.html"], removed: [], unchanged: 7 },
  liveBlogs: 1,
  posts: 12,
};

function nextBuild(report: Partial<BuildReport>): void {
  vi.mocked(build).mockResolvedValueOnce({ ...fine, ...report });
}

beforeEach(() => {
  vi.mocked(build).mockReset();
});

describe("build", () => {
  test("says what was added, changed and removed, and where to look", async () => {
    nextBuild({});
    expect(await typed(temporaryFolder(), "build")).toEqual({
      code: 0,
      err: "",
      out: `\
The site is ready: 1 live blog, 12 posts in dist/
  added    2 files: 404.html, index.html
  changed  1 file: tour/index.html
  7 files as before
Look at it: npx afterlive serve
`,
    });
  });

  test("makes a copy for a disk, which needs no server and has no path", async () => {
    nextBuild({});
    const { out } = await typed(temporaryFolder(), "build", "--relative");
    expect(vi.mocked(build).mock.calls[0]?.[0].relative).toBe(true);
    expect(out).toContain("Look at it: open its index.html in a browser\n");
    const both = await typed(temporaryFolder(), "build", "--relative", "--base-path", "/project/");
    expect(both.code).toBe(2);
    expect(both.err).toContain("--relative and --base-path exclude each other");
    expect(build).toHaveBeenCalledTimes(1);
  });

  test("names a few of many files", async () => {
    const added = Array.from({ length: 30 }, (_, index) => `${index}.html`);
    nextBuild({ changes: { added, changed: [], removed: ["old.html"], unchanged: 0 } });
    const { out } = await typed(temporaryFolder(), "build");
    expect(out).toContain("  added    30 files: 0.html, 1.html, 2.html, 3.html, 4.html and 25 more\n");
    expect(out).toContain("  removed  1 file: old.html\n");
    expect(out).not.toContain("as before");
  });

  test("passes on what was typed", async () => {
    const cwd = temporaryFolder();
    await publish(join(cwd, "site"), { x: "" });
    nextBuild({});
    const line = "--root site --out public --base-path project --drafts --keep-going";
    const { out } = await typed(cwd, "build", ...line.split(" "));
    expect(build).toHaveBeenCalledWith({
      root: join(cwd, "site"),
      out: join(cwd, "public"),
      write: true,
      drafts: true,
      keepGoing: true,
      basePath: "/project/",
      relative: false,
      onProgress: expect.any(Function),
    });
    expect(out).toContain("Look at it: npx afterlive serve --root site --out public\n");
  });

  test("with errors is 1, prints them, and says that the old site stays", async () => {
    nextBuild({ diagnostics: [warning, error], changes: null });
    expect(await typed(temporaryFolder(), "build")).toEqual({
      code: 1,
      err: "",
      out: `\
content/a/b.md:2:1  error  time-impossible
  No rule claims this line.
   2 | ~~~~
     | ^
  fix: look at it

seeds/stowford.txt:2:1  warning  line-unclaimed
  No rule claims this line.
   2 | ~~~~
     | ^
  fix: look at it

1 error, 1 warning in 2 files

Nothing was written; dist/ is as it was. Mend the errors above and build again.
`,
    });
  });

  test("that keeps going publishes what it can, and is still 1", async () => {
    nextBuild({ diagnostics: [error] });
    const { code, out } = await typed(temporaryFolder(), "build", "--keep-going");
    expect(code).toBe(1);
    expect(out).toContain("\nWhat has no errors is published: 1 live blog, 12 posts in dist/\n");
  });

  test("with errors in the config, or an output folder that cannot be one, is 2", async () => {
    nextBuild({ diagnostics: [error, inConfig], changes: null });
    expect((await typed(temporaryFolder(), "build")).code).toBe(2);
    nextBuild({ diagnostics: [{ ...error, code: "out-unsafe", file: "content" }], changes: null });
    expect((await typed(temporaryFolder(), "build")).code).toBe(2);
  });

  test("that breaks is 3", async () => {
    vi.mocked(build).mockRejectedValueOnce(new Error("template missing"));
    const { code, err } = await typed(temporaryFolder(), "build");
    expect(code).toBe(3);
    expect(err).toContain("Error: template missing");
  });

  test("with --json prints the report and nothing else", async () => {
    nextBuild({ diagnostics: [warning] });
    const { code, out, err } = await typed(temporaryFolder(), "build", "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual({
      ...{ version: 1, liveBlogs: 1, posts: 12, errors: 0, warnings: 1, notes: 0 },
      changes: fine.changes,
      diagnostics: [warning],
    });
  });

  test("with --format github prints annotations", async () => {
    nextBuild({ diagnostics: [error], changes: null });
    const { out } = await typed(temporaryFolder(), "build", "--format=github");
    expect(out).toMatch(/^::error file=content\/a\/b\.md,line=2,col=1,title=time-impossible::/);
  });
});

describe("check", () => {
  test("writes nothing, and says so when all is well", async () => {
    nextBuild({ changes: null });
    expect(await typed(temporaryFolder(), "check")).toEqual({
      code: 0,
      out: "1 live blog, 12 posts: no problems.\n",
      err: "",
    });
    expect(vi.mocked(build).mock.calls[0]?.[0]).toMatchObject({ write: false, drafts: false, basePath: null });
  });

  test("is 1 with errors, 0 with warnings", async () => {
    nextBuild({ diagnostics: [warning], changes: null });
    expect((await typed(temporaryFolder(), "check")).code).toBe(0);
    nextBuild({ diagnostics: [error, warning], changes: null });
    expect((await typed(temporaryFolder(), "check")).code).toBe(1);
  });

  test("is 1 with more warnings than it is told to bear", async () => {
    nextBuild({ diagnostics: [warning, warning], changes: null });
    expect((await typed(temporaryFolder(), "check", "--max-warnings", "2")).code).toBe(0);
    nextBuild({ diagnostics: [warning, warning], changes: null });
    const { code, err } = await typed(temporaryFolder(), "check", "--max-warnings", "1", "--json");
    expect({ code, err }).toEqual({ code: 1, err: "2 warnings, and --max-warnings allows 1.\n" });
  });
});

describe("clean", () => {
  test("removes what was built, and says how much", async () => {
    const cwd = temporaryFolder();
    await publish(join(cwd, "dist"), { "index.html": "home", "tour/index.html": "tour" });
    expect(await typed(cwd, "clean")).toEqual({ code: 0, out: "Removed 2 files from dist/\n", err: "" });
    expect(await typed(cwd, "clean")).toEqual({ code: 0, out: "There was nothing of ours in dist/\n", err: "" });
  });

  test("refuses folders that hold sources", async () => {
    const { code, out } = await typed(temporaryFolder(), "clean", "--out", "content");
    expect(code).toBe(2);
    expect(out).toContain("content:1:1  error  out-unsafe\n");
  });
});
