import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findSources } from "../../src/read/find-sources.ts";
import { readSourceFile } from "../../src/read/source-file.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "afterlive-read-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

describe("finding", () => {
  test("dumps and folders come in one order, whatever the disk's is", async () => {
    for (const file of ["seeds/b.txt", "seeds/a.txt", "seeds/old/c.txt", "seeds/README.md", "content/regatta/index.md"])
      write(file, "x");
    for (const file of [
      "content/about.md",
      "content/regatta/2.md",
      "content/regatta/10.md",
      "content/regatta/z.svg",
      "afterlive.config.json",
    ])
      write(file, "x");
    expect(await findSources(root)).toEqual({
      value: {
        config: "afterlive.config.json",
        about: "content/about.md",
        dumps: ["seeds/a.txt", "seeds/b.txt", "seeds/old/c.txt"],
        folders: [{ slug: "regatta", hasIndex: true, posts: ["10.md", "2.md"], assets: ["z.svg"] }],
      },
      diagnostics: [],
    });
  });

  test("an empty folder is an empty site", async () => {
    expect((await findSources(root)).value).toEqual({ config: null, about: null, dumps: [], folders: [] });
  });

  test("a link is not followed, and says so", async () => {
    write("content/regatta/index.md", "x");
    symlinkSync(root, join(root, "content/regatta/loop"));
    symlinkSync(join(root, "content/regatta/index.md"), join(root, "content/regatta/twice.md"));
    const { value, diagnostics } = await findSources(root);
    expect(value.folders).toEqual([{ slug: "regatta", hasIndex: true, posts: [], assets: [] }]);
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ["link-ignored", "content/regatta/loop"],
      ["link-ignored", "content/regatta/twice.md"],
    ]);
  });

  test("markdown outside a live blog's folder is an error, since nobody would ever see it", async () => {
    write("content/stray.md", "x");
    write("content/regatta/deeper/post.md", "x");
    const { diagnostics } = await findSources(root);
    expect(diagnostics.map(({ code, file, severity }) => [code, file, severity])).toEqual([
      ["file-misplaced", "content/regatta/deeper/post.md", "error"],
      ["file-misplaced", "content/stray.md", "error"],
    ]);
  });
});

describe("reading", () => {
  const read = async (content: string | Uint8Array) => {
    write("seeds/a.txt", content);
    return readSourceFile(root, "seeds/a.txt");
  };

  test("takes a byte order mark off and leaves the rest as it is", async () => {
    expect((await read("\uFEFFA\u00A0kettle\r\n")).value?.text).toBe("A\u00A0kettle\r\n");
  });

  test.each([
    ["binary", Uint8Array.of(0x50, 0x4b, 0, 0), "file-binary", 1],
    ["UTF-16", Buffer.from("A kettle", "utf16le"), "file-binary", 1],
    ["an older encoding", Buffer.from([0x61, 0x0a, 0x63, 0x61, 0x66, 0xe9, 0x0a]), "file-not-utf8", 2],
    ["a 10 MB line", `short\n${"x".repeat(10_000_000)}`, "line-too-long", 2],
    ["33 MiB", Buffer.alloc(33 * 1024 * 1024, "a\n"), "file-too-large", 1],
  ])("%s is one error", async (_, content, code, line) => {
    const { value, diagnostics } = await read(content);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code, severity: "error", file: "seeds/a.txt", line }]);
  });

  test("a file that is not there is one error", async () => {
    expect((await readSourceFile(root, "seeds/none.txt")).diagnostics).toMatchObject([{ code: "file-missing" }]);
  });

  test("the hash is of the bytes", async () => {
    expect((await read("")).value?.sha256).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });
});
