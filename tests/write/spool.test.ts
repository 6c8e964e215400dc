/** What is put aside while a site is made, and what another program leaves: it comes back as it was, then it is gone. */
import { existsSync, readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { disk } from "../../src/write/disk.ts";
import { openRehearsal } from "../../src/write/rehearsal.ts";
import { openSpool } from "../../src/write/spool.ts";
import { openStage } from "../../src/write/stage.ts";
import { openWorkshop } from "../../src/write/workshop.ts";
import { contents, fill, temporaryFolder } from "./folders.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);
const text = (taken: Uint8Array | null): string | null => (taken === null ? null : Buffer.from(taken).toString());

test("is given back by its number, in any order, as often as it is asked for", () => {
  const spool = openSpool(join(temporaryFolder(), "spool"), disk);
  const [one, none, two] = [spool.put(bytes("the first")), spool.put(bytes("")), spool.put(bytes("ŷ"))];
  expect([two, one, one, none].map((number) => text(spool.take(number)))).toEqual(["ŷ", "the first", "the first", ""]);
  expect(spool.take(7)).toBeNull();
});

test("is not kept where the disk refuses, nor what comes after: nobody knows where it would stand", () => {
  let full = false;
  const append: typeof disk.append = (path, more) => {
    if (full) throw new Error("no space left");
    disk.append(path, more);
  };
  const spool = openSpool(join(temporaryFolder(), "spool"), { ...disk, append });
  const before = spool.put(bytes("before"));
  full = true;
  const [refused, after] = [spool.put(bytes("too much")), spool.put(bytes("after"))];
  expect([before, refused, after].map((number) => text(spool.take(number)))).toEqual(["before", null, null]);
});

test("is not given back in part", () => {
  const path = join(temporaryFolder(), "spool");
  const spool = openSpool(path, disk);
  const number = spool.put(bytes("the whole of it"));
  truncateSync(path, 3);
  expect(spool.take(number)).toBeNull();
});

test("waits beside the output folder, and is gone with the stage", async () => {
  const out = join(temporaryFolder(), "dist");
  const { value: stage } = await openStage(out, []);
  const number = stage?.spool.put(bytes("put aside")) ?? -1;
  expect(text(stage?.spool.take(number) ?? null)).toBe("put aside");
  expect(existsSync(out)).toBe(false);
  await stage?.commit();
  expect(contents(out)).toEqual({});
  expect(existsSync(`${out}.staging`)).toBe(false);
});

test("so does what another program leaves in the workshop, whose files can be listed, read and copied", async () => {
  const out = join(temporaryFolder(), "dist");
  const { value: stage } = await openStage(out, []);
  const workshop = stage?.workshop ?? openWorkshop("");
  fill(workshop.folder, { "b.html": "b", "a/a.html": "a", "a/z.html": "z" });
  expect(workshop.files()).toEqual(["a/a.html", "a/z.html", "b.html"]);
  expect(text(workshop.read("a/z.html"))).toBe("z");
  await stage?.put({ path: "copy.html", content: { copyOf: "a/z.html" }, wantedBy: 'output "copy"' }, workshop.folder);
  await stage?.commit();
  expect(contents(out)).toEqual({ "copy.html": "z" });
  expect(existsSync(`${out}.staging`)).toBe(false);
});

test("is nowhere when nothing may be written", () => {
  const root = temporaryFolder();
  const { spool, workshop } = openRehearsal(root).value;
  expect(spool.take(spool.put(bytes("put aside")))).toBeNull();
  expect(workshop).toBeNull();
  expect(readdirSync(root)).toEqual([]);
});
