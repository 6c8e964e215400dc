import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { clean } from "../../src/write/clean.ts";
import { disk as realDisk } from "../../src/write/disk.ts";
import { openStage, type Stage } from "../../src/write/stage.ts";
import { codes, contents, type Files, fill, publish, temporaryFolder, textFile } from "./folders.ts";

async function stageFor(out: string, ...forbidden: string[]): Promise<Stage> {
  const { value, diagnostics } = await openStage(out, forbidden);
  if (value === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

describe("A build", () => {
  test("puts the site into a folder that was not there, and says what it added", async () => {
    const out = join(temporaryFolder(), "deep", "dist");
    const { changes, diagnostics } = await publish(out, { "index.html": "home", "tour/index.html": "tour" });
    expect(diagnostics).toEqual([]);
    expect(changes).toEqual({ added: ["index.html", "tour/index.html"], changed: [], removed: [], unchanged: 0 });
    expect(contents(out)).toEqual({ "index.html": "home", "tour/index.html": "tour" });
    expect(existsSync(`${out}.staging`)).toBe(false);
  });

  test("writes a manifest that depends on the files only, sorted by code unit", async () => {
    const out = join(temporaryFolder(), "dist");
    await publish(out, { "b.html": "two", "Z.html": "", "a/é.html": "é" });
    expect(readFileSync(join(out, "afterlive-manifest.json"), "utf8")).toBe(`{
  "version": 1,
  "files": [
    {"path":"Z.html","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","bytes":0},
    {"path":"a/é.html","sha256":"4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c","bytes":2},
    {"path":"b.html","sha256":"3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3","bytes":3}
  ]
}
`);
  });

  test("touches only what differs: changed files are replaced, stale ones and their folders go", async () => {
    const out = join(temporaryFolder(), "dist");
    await publish(out, { "same.html": "same", "page.html": "old", "gone/deep/index.html": "gone" });
    const longAgo = new Date("2001-02-03T04:05:06Z");
    utimesSync(join(out, "same.html"), longAgo, longAgo);

    const { changes } = await publish(out, { "same.html": "same", "page.html": "new", "more.html": "more" });

    expect(changes).toEqual({
      added: ["more.html"],
      changed: ["page.html"],
      removed: ["gone/deep/index.html"],
      unchanged: 1,
    });
    expect(contents(out)).toEqual({ "same.html": "same", "page.html": "new", "more.html": "more" });
    expect(existsSync(join(out, "gone"))).toBe(false);
    expect(statSync(join(out, "same.html")).mtime).toEqual(longAgo);
  });

  test("lets a page become a folder, and a folder a page", async () => {
    const out = join(temporaryFolder(), "dist");
    await publish(out, { tour: "a page", "archive/index.html": "a folder" });
    const { diagnostics } = await publish(out, { "tour/index.html": "a folder", archive: "a page" });
    expect(diagnostics).toEqual([]);
    expect(contents(out)).toEqual({ "tour/index.html": "a folder", archive: "a page" });
  });

  test("brings back what somebody deleted or changed by hand", async () => {
    const out = join(temporaryFolder(), "dist");
    await publish(out, { "a.html": "a", "b.html": "b" });
    unlinkSync(join(out, "a.html"));
    fill(out, { "b.html": "scribble" });
    const { changes } = await publish(out, { "a.html": "a", "b.html": "b" });
    expect(changes?.changed).toEqual(["a.html", "b.html"]);
    expect(contents(out)).toEqual({ "a.html": "a", "b.html": "b" });
  });

  test("gives files 0644 and folders 0755, whatever the umask", async () => {
    const out = join(temporaryFolder(), "dist");
    const umask = process.umask(0o077);
    await publish(out, { "tour/index.html": "tour" }).finally(() => process.umask(umask));
    const modes = ["", "tour", "tour/index.html", "afterlive-manifest.json"].map((path) =>
      (statSync(join(out, path)).mode & 0o777).toString(8),
    );
    expect(modes).toEqual(["755", "755", "644", "644"]);
  });

  test("changes nothing when it is discarded", async () => {
    const out = join(temporaryFolder(), "dist");
    await publish(out, { "index.html": "old" });
    const stage = await stageFor(out);
    await stage.put(textFile("index.html", "new"), out);
    await stage.put(textFile("more.html", "more"), out);
    await stage.discard();
    expect(contents(out)).toEqual({ "index.html": "old" });
    expect(existsSync(`${out}.staging`)).toBe(false);
  });
});

describe("What is not ours", () => {
  test("survives: a foreign file is neither deleted nor overwritten", async () => {
    const out = join(temporaryFolder(), "dist");
    fill(out, { CNAME: "stowford.example", "tour/notes.txt": "mine" });
    await publish(out, { "tour/index.html": "tour" });
    await publish(out, { "index.html": "home" });
    expect(contents(out)).toEqual({ CNAME: "stowford.example", "index.html": "home", "tour/notes.txt": "mine" });
  });

  test("stops the build where it stands in the way, before anything is moved", async () => {
    const out = join(temporaryFolder(), "dist");
    fill(out, { "index.html": "mine", archive: "mine", "tour/notes.txt": "mine" });
    const { changes, diagnostics } = await publish(out, {
      "a.html": "new",
      "index.html": "new",
      "archive/index.html": "new",
      tour: "new",
    });
    expect(changes).toBeNull();
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      "output-foreign dist/index.html",
      "output-foreign dist/archive",
      "output-foreign dist/tour/notes.txt",
    ]);
    expect(contents(out)).toEqual({ "index.html": "mine", archive: "mine", "tour/notes.txt": "mine" });
  });

  test("can be an empty folder, where the build wants a file", async () => {
    const out = join(temporaryFolder(), "dist");
    mkdirSync(join(out, "tour", "empty"), { recursive: true });
    const { diagnostics } = await publish(out, { tour: "a file" });
    expect(diagnostics).toMatchObject([{ code: "output-foreign", file: "dist/tour/empty" }]);
  });

  test("becomes ours where its bytes are what we would write", async () => {
    const out = join(temporaryFolder(), "dist");
    fill(out, { "index.html": "home" });
    const first = await publish(out, { "index.html": "home" });
    expect(first).toEqual({
      changes: { added: ["index.html"], changed: [], removed: [], unchanged: 0 },
      diagnostics: [],
    });
    await publish(out, {});
    expect(contents(out)).toEqual({});
  });

  test("includes a stale file that somebody changed: it stays, and a warning says so", async () => {
    const out = join(temporaryFolder(), "dist");
    await publish(out, { "old.html": "ours", "older.html": "ours" });
    fill(out, { "old.html": "changed by hand" });
    const { changes, diagnostics } = await publish(out, {});
    expect(diagnostics).toMatchObject([{ code: "output-edited", severity: "warning", file: "dist/old.html" }]);
    expect(changes?.removed).toEqual(["older.html"]);
    expect(contents(out)).toEqual({ "old.html": "changed by hand" });
  });

  test("is never reached through a link", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "dist");
    fill(folder, { "elsewhere/index.html": "old", "elsewhere/stale.html": "stale" });
    await publish(out, { "tour/index.html": "old", "tour/stale.html": "stale" });
    unlinkSync(join(out, "tour/index.html"));
    unlinkSync(join(out, "tour/stale.html"));
    rmdirSync(join(out, "tour"));
    symlinkSync(join(folder, "elsewhere"), join(out, "tour"));

    const stale = await publish(out, {});
    expect(codes(stale.diagnostics)).toEqual(["output-edited", "output-edited"]);
    const replaced = await publish(out, { "tour/index.html": "new" });
    expect(replaced.diagnostics).toMatchObject([{ code: "output-foreign", file: "dist/tour" }]);
    expect(contents(join(folder, "elsewhere"))).toEqual({ "index.html": "old", "stale.html": "stale" });
  });

  test("is not deleted on the word of a manifest that someone planted", async () => {
    const folder = temporaryFolder();
    fill(folder, { "secret.txt": "" });
    const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    for (const manifest of [
      JSON.stringify({ version: 1, files: [{ path: "../secret.txt", sha256: empty, bytes: 0 }] }),
      JSON.stringify({ version: 2, files: [] }),
      "half a manif",
      "null",
    ]) {
      fill(folder, { "dist/afterlive-manifest.json": manifest });
      expect(codes((await publish(join(folder, "dist"), {})).diagnostics)).toEqual(["manifest-unreadable"]);
      expect((await clean(join(folder, "dist"), [])).value).toBeNull();
    }
    expect(contents(folder)).toEqual({ "secret.txt": "" });
    expect(existsSync(join(folder, "dist.staging"))).toBe(false);
  });
});

describe("An output folder", () => {
  test("that holds the sources, lies in them or is one of them is refused", async () => {
    const root = temporaryFolder();
    fill(root, { "seeds/1.txt": "", "content/tour/index.md": "", "a-file": "" });
    symlinkSync(join(root, "content"), join(root, "innocent"));
    const forbidden = [join(root, "seeds"), join(root, "content"), join(root, "templates")];
    for (const out of [
      "",
      "..",
      "seeds",
      "seeds/dist",
      "content/tour",
      "templates",
      "innocent",
      "innocent/x",
      "a-file",
    ]) {
      const opened = await openStage(join(root, out), forbidden);
      expect({ out, value: opened.value, codes: codes(opened.diagnostics) }).toEqual({
        out,
        value: null,
        codes: ["out-unsafe"],
      });
    }
    for (const out of ["dist", "seeds-old", "site/dist"]) {
      await (await stageFor(join(root, out), ...forbidden)).discard();
    }
  });

  test("may itself be a link: its files go to where it leads", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "real"));
    symlinkSync(join(folder, "real"), join(folder, "dist"));
    await publish(join(folder, "dist"), { "index.html": "home" });
    expect(contents(join(folder, "real"))).toEqual({ "index.html": "home" });
    expect(lstatSync(join(folder, "dist")).isSymbolicLink()).toBe(true);
  });

  test("that cannot be written gives a diagnostic, not a crash", async () => {
    const folder = temporaryFolder();
    const disk = { ...realDisk, makeFolder: () => expect.fail("EACCES: permission denied") };
    const { diagnostics } = await publish(join(folder, "dist"), {}, disk);
    expect(diagnostics).toMatchObject([{ code: "output-unwritable", file: "dist/" }]);
    expect(diagnostics[0]?.message).toContain("EACCES: permission denied");
  });
});

describe("A path", () => {
  const hostile = {
    "climbs out": ["../x", "a/../../x", "..", "a/..", "./x", "."],
    "is absolute or empty": ["/etc/passwd", "", "a//b", "a/", "C:/x", "//host/share"],
    "means something else on Windows": [
      "a\\b",
      "..\\x",
      "x.html:stream",
      "nul",
      "NUL.html",
      "a/Com1.txt",
      "lpt³",
      "a.",
      "a ",
      "what?",
    ],
    "hides something": ["a\u0000b", "a\nb", "\u001b[31m", "a\u009bb", "\ud800"],
    "is too long or not NFC": ["x".repeat(201), "ü".repeat(101), "e\u0301.html"],
  };
  for (const [why, paths] of Object.entries(hostile)) {
    test(`that ${why} is refused`, async () => {
      const out = join(temporaryFolder(), "dist");
      const stage = await stageFor(out);
      for (const path of paths) {
        const problems = await stage.put(textFile(path, "", "content/tour/index.md"), out);
        expect({ path, problems: codes(problems) }).toEqual({ path, problems: ["output-path"] });
      }
      expect((await stage.commit()).value?.added).toEqual([]);
    });
  }

  test("may be anything else", async () => {
    const site: Files = {
      "a.b/..c": "",
      "console/com10": "",
      ".nojekyll": "",
      ["ü".repeat(100)]: "",
      "日本/ñ 1.html": "",
    };
    const out = join(temporaryFolder(), "dist");
    expect((await publish(out, site)).diagnostics).toEqual([]);
    expect(Object.keys(contents(out)).sort()).toEqual(Object.keys(site).sort());
  });
});

describe("Two files that want one place", () => {
  test.each([
    ["the same path", "tour/index.html", "tour/index.html"],
    ["paths that differ by case", "Tour/index.html", "tour/Index.html"],
    ["letters beyond ASCII that differ by case", "ÜBER.html", "über.html"],
    ["a file and a folder of one name", "tour", "tour/index.html"],
    ["a folder and a file of one name", "a/Tour/x.html", "a/tour"],
  ])("are both named: %s", async (_, first, second) => {
    const stage = await stageFor(join(temporaryFolder(), "dist"));
    expect(await stage.put(textFile(first, "", "content/one/index.md"), "")).toEqual([]);
    const [clash] = await stage.put(textFile(second, "", "content/two/index.md"), "");
    expect(clash).toMatchObject({ code: "output-clash", severity: "error", file: "content/two/index.md" });
    expect(clash?.message).toContain("content/one/index.md");
    expect(clash?.message).toContain(second);
    await stage.discard();
  });

  test("include the manifest", async () => {
    const stage = await stageFor(join(temporaryFolder(), "dist"));
    expect(codes(await stage.put(textFile("Afterlive-Manifest.json", ""), ""))).toEqual(["output-clash"]);
    await stage.discard();
  });
});

describe("A file to copy", () => {
  test("is copied byte for byte", async () => {
    const root = temporaryFolder();
    const out = join(root, "dist");
    const bytes = Buffer.from([0, 255, 13, 10, 0xef, 0xbb, 0xbf, 0x1a]);
    mkdirSync(join(root, "content"));
    writeFileSync(join(root, "content/start.jpg"), bytes);
    const stage = await stageFor(out);
    const picture = { path: "tour/start.jpg", content: { copyOf: "content/start.jpg" }, wantedBy: "content/start.jpg" };
    expect(await stage.put(picture, root)).toEqual([]);
    await stage.commit();
    expect(readFileSync(join(out, "tour/start.jpg"))).toEqual(bytes);
  });

  test.each([
    ["content/gone.jpg", "copy-missing"],
    ["content/real.jpg/x", "copy-missing"],
    ["content/linked.jpg", "copy-no-file"],
    ["linked/real.jpg", "copy-no-file"],
    ["content", "copy-no-file"],
    ["../outside.jpg", "copy-outside"],
    ["/etc/hostname", "copy-outside"],
  ])("%s → %s", async (copyOf, code) => {
    const folder = temporaryFolder();
    const root = join(folder, "site");
    fill(folder, { "outside.jpg": "", "site/content/real.jpg": "" });
    symlinkSync(join(folder, "outside.jpg"), join(root, "content/linked.jpg"));
    symlinkSync(join(root, "content"), join(root, "linked"));
    const stage = await stageFor(join(root, "dist"));
    const problems = await stage.put({ path: "x.jpg", content: { copyOf }, wantedBy: "content/x.md" }, root);
    expect(problems).toMatchObject([{ code, severity: "error", file: copyOf }]);
    await stage.discard();
  });
});

describe("Cleaning", () => {
  test("removes what we wrote, the manifest, and the folders that this empties", async () => {
    const out = join(temporaryFolder(), "dist");
    await publish(out, { "index.html": "home", "tour/index.html": "tour" });
    expect(await clean(out, [])).toEqual({ value: 2, diagnostics: [] });
    expect(existsSync(out)).toBe(false);
    expect(await clean(out, [])).toEqual({ value: 0, diagnostics: [] });
  });

  test("leaves everything else, and what was changed since", async () => {
    const out = join(temporaryFolder(), "dist");
    await publish(out, { "index.html": "home", "tour/index.html": "tour" });
    fill(out, { CNAME: "stowford.example", "index.html": "changed" });
    const { value, diagnostics } = await clean(out, []);
    expect(value).toBe(1);
    expect(diagnostics).toMatchObject([{ code: "output-edited", file: `${basename(out)}/index.html` }]);
    expect(contents(out)).toEqual({ CNAME: "stowford.example", "index.html": "changed" });
  });

  test("does nothing in a folder without a manifest", async () => {
    const folder = temporaryFolder();
    fill(folder, { "index.html": "mine" });
    expect(await clean(folder, [])).toEqual({ value: 0, diagnostics: [] });
    expect(contents(folder)).toEqual({ "index.html": "mine" });
  });
});
