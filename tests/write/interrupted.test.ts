import { existsSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean } from "../../src/write/clean.ts";
import { type Disk, disk } from "../../src/write/disk.ts";
import { openStage } from "../../src/write/stage.ts";
import { codes, contents, type Files, fill, publish, temporaryFolder } from "./folders.ts";

/** Above any process id that a system gives out. */
const DEAD = "999999999 0";

/** A disk whose plug is pulled before step `steps`: that step and every later one does nothing but fail. */
function pullThePlug(steps: number): { disk: Disk; pulled: () => boolean } {
  let done = 0;
  const unlessPulled =
    <A extends readonly unknown[]>(step: (...args: A) => void) =>
    (...args: A) => {
      if (done >= steps) throw new Error("the plug is pulled");
      done += 1;
      step(...args);
    };
  return {
    disk: {
      makeFolder: unlessPulled(disk.makeFolder),
      write: unlessPulled(disk.write),
      append: unlessPulled(disk.append),
      move: unlessPulled(disk.move),
      removeFile: unlessPulled(disk.removeFile),
      removeFolder: unlessPulled(disk.removeFolder),
      removeTree: unlessPulled(disk.removeTree),
    },
    pulled: () => done >= steps,
  };
}

/** Runs a build that dies before step `steps`. Returns false where the build was through by then. */
async function publishAndDie(out: string, site: Files, steps: number): Promise<boolean> {
  const plug = pullThePlug(steps);
  await publish(out, site, plug.disk).catch(() => null);
  if (existsSync(`${out}.staging/owner`)) writeFileSync(`${out}.staging/owner`, DEAD);
  return plug.pulled();
}

const OLD: Files = { "same.html": "same", "page.html": "old", "gone/index.html": "gone", swap: "a page" };
const NEW: Files = {
  "same.html": "same",
  "page.html": "new",
  "more/index.html": "more",
  "swap/index.html": "a folder",
};
const NEXT: Files = { "page.html": "newer", "more/index.html": "even more" };

describe("A build that is killed at any step", () => {
  test("leaves only whole files, and the next build puts everything right", async () => {
    let steps = 0;
    for (let died = true; died; steps += 1) {
      const out = join(temporaryFolder(), "dist");
      await publish(out, OLD);
      fill(out, { CNAME: "stowford.example" });
      died = await publishAndDie(out, NEW, steps);

      for (const [path, text] of Object.entries(contents(out))) {
        expect([OLD[path], NEW[path], { CNAME: "stowford.example" }[path]]).toContain(text);
      }
      const { diagnostics } = await publish(out, NEXT);
      expect({ steps, errors: codes(diagnostics.filter(({ severity }) => severity !== "note")) }).toEqual({
        steps,
        errors: [],
      });
      expect(contents(out)).toEqual({ ...NEXT, CNAME: "stowford.example" });
      expect(existsSync(`${out}.staging`)).toBe(false);
    }
    // Fewer would mean that the plug was never pulled inside the move.
    expect(steps).toBeGreaterThan(15);
  });

  test("can be cleaned away", async () => {
    for (let steps = 0, died = true; died; steps += 1) {
      const out = join(temporaryFolder(), "dist");
      await publish(out, OLD);
      died = await publishAndDie(out, NEW, steps);
      expect((await clean(out, [])).diagnostics).toEqual([]);
      expect({ steps, out: existsSync(out), staging: existsSync(`${out}.staging`) }).toEqual({
        steps,
        out: false,
        staging: false,
      });
    }
  });

  test("says that the next build has finished its move", async () => {
    const out = join(temporaryFolder(), "dist");
    await publish(out, { "page.html": "old" });
    // Folder, owner, spool, files/, page, manifest draft, manifest: from here on it is decided.
    await publishAndDie(out, { "page.html": "new" }, 7);
    expect(contents(out)).toEqual({ "page.html": "old" });
    const { changes, diagnostics } = await publish(out, { "page.html": "new" });
    expect(diagnostics).toMatchObject([{ code: "build-resumed", severity: "note" }]);
    expect(changes).toEqual({ added: [], changed: [], removed: [], unchanged: 1 });
  });

  test("loses nothing over any history of sites and deaths", async () => {
    const site = fc.dictionary(
      fc.constantFrom("a", "a/b", "a/b/c", "a/d", "e.html", "f/g.html"),
      fc.constantFrom("one", "two"),
    );
    /** Two of those paths can want each other's place; such a file is refused and not part of the site. */
    const possible = (files: Files): Files =>
      Object.fromEntries(
        Object.entries(files).filter(([path]) => !Object.keys(files).some((other) => path.startsWith(`${other}/`))),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(site, fc.nat(25)), { maxLength: 4 }), site, async (history, last) => {
        const out = join(temporaryFolder(), "dist");
        for (const [files, steps] of history) await publishAndDie(out, possible(files), steps);
        const { diagnostics } = await publish(out, possible(last));
        expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
        expect(contents(out)).toEqual(possible(last));
      }),
      { numRuns: 60 },
    );
  });
});

describe("Where the disk refuses half way", () => {
  test("the build says so and the next one, even of the same process, finishes the move", async () => {
    const out = join(temporaryFolder(), "dist");
    await publish(out, OLD);
    let moves = 0;
    const full: Disk = {
      ...disk,
      move(from, to) {
        moves += 1;
        if (moves === 3) throw new Error("ENOSPC: no space left on device");
        disk.move(from, to);
      },
    };
    const failed = await publish(out, NEW, full);
    expect(failed.changes).toBeNull();
    expect(failed.diagnostics).toMatchObject([
      { code: "output-unwritable", message: expect.stringContaining("ENOSPC") },
    ]);
    await publish(out, NEW);
    expect(contents(out)).toEqual(NEW);
  });
});

test("A move that cannot be finished says so until somebody mends it or gives it up", async () => {
  const out = join(temporaryFolder(), "dist");
  await publish(out, { "page.html": "old" });
  await publishAndDie(out, { "page.html": "new", "tour/index.html": "tour" }, 9);
  fill(out, { tour: "somebody's, put there since" });
  for (const attempt of [1, 2]) {
    const { diagnostics } = await publish(out, {});
    expect({ attempt, codes: codes(diagnostics) }).toEqual({ attempt, codes: ["output-unwritable"] });
    expect(diagnostics[0]?.hint).toContain("delete dist.staging/");
  }
  unlinkSync(join(out, "tour"));
  expect(codes((await publish(out, { "page.html": "newer" })).diagnostics)).toEqual(["build-resumed"]);
  expect(contents(out)).toEqual({ "page.html": "newer" });
});

describe("Two builds into one folder", () => {
  test("do not run at once: the second is told which process has it", async () => {
    const out = join(temporaryFolder(), "dist");
    const { value: first } = await openStage(out, []);
    const second = await openStage(out, []);
    expect(second.value).toBeNull();
    expect(second.diagnostics).toMatchObject([{ code: "build-running", severity: "error", file: "dist.staging" }]);
    expect(second.diagnostics[0]?.message).toContain(`process ${process.pid}`);
    expect((await clean(out, [])).diagnostics).toMatchObject([{ code: "build-running" }]);
    await first?.discard();
    expect((await publish(out, { "index.html": "home" })).diagnostics).toEqual([]);
  });

  test("are told apart from a dead one, even when its process id has come round again", async () => {
    for (const owner of [DEAD, `${process.pid} 12345`, "", "no number"]) {
      const out = join(temporaryFolder(), "dist");
      fill(`${out}.staging`, { owner, "files/half.html": "ha" });
      expect((await publish(out, { "index.html": "home" })).diagnostics).toEqual([]);
      expect(contents(out)).toEqual({ "index.html": "home" });
    }
  });

  test("are not unlocked by an earlier one of the same process that is long over", async () => {
    const out = join(temporaryFolder(), "dist");
    const { value: first } = await openStage(out, []);
    await first?.commit();
    const { value: second } = await openStage(out, []);
    await first?.discard();
    expect(codes((await openStage(out, [])).diagnostics)).toEqual(["build-running"]);
    await second?.discard();
  });

  test("never both move: who has lost the lock moves nothing", async () => {
    const out = join(temporaryFolder(), "dist");
    const { value: stage } = await openStage(out, []);
    await stage?.put({ path: "index.html", content: { text: "late" }, wantedBy: "" }, out);
    writeFileSync(`${out}.staging/owner`, `${process.ppid} 0`);
    expect(codes((await stage?.commit())?.diagnostics ?? [])).toEqual(["build-running"]);
    await stage?.discard();
    expect(existsSync(out)).toBe(false);
    expect(readFileSync(`${out}.staging/owner`, "utf8")).toBe(`${process.ppid} 0`);
  });

  test("do not take somebody's own folder for a staging folder", async () => {
    const out = join(temporaryFolder(), "dist");
    fill(`${out}.staging`, { "thesis.txt": "years of work" });
    expect(codes((await publish(out, {})).diagnostics)).toEqual(["staging-foreign"]);
    expect(contents(`${out}.staging`)).toEqual({ "thesis.txt": "years of work" });
  });
});
