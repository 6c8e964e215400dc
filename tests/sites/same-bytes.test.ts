import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { site } from "./site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SOURCES = ["seeds", "content"].flatMap((dir) =>
  readdirSync(join(ROOT, dir), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)),
);

/** This repository's own archive on a disk of its own, its files made in the order given. */
function archive(files: readonly string[]) {
  const copy = site(Object.fromEntries(files.map((file) => [file, readFileSync(join(ROOT, file))])));
  cpSync(join(ROOT, "afterlive.config.json"), join(copy.root, "afterlive.config.json"));
  return copy;
}

const zone = process.env["TZ"];
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe("the same input gives the same bytes", () => {
  test("in another folder, from files made in another order, in another zone", async () => {
    const one = archive(SOURCES);
    await one.build();
    process.env["TZ"] = "Asia/Tokyo";
    const two = archive([...SOURCES].reverse());
    await two.build();
    expect(one.published().size).toBeGreaterThan(10);
    expect(two.published()).toEqual(one.published());
  });

  test("and a second build writes nothing", async () => {
    const one = archive(SOURCES);
    const first = await one.build();
    const second = await one.build();
    expect(second.changes).toEqual({ added: [], changed: [], removed: [], unchanged: first.changes?.added.length });
  });

  test("and after any edit and its undoing, the first bytes are back", async () => {
    const one = archive(SOURCES);
    await one.build();
    const before = one.published();
    const post = "content/tour/0915-postponed.md";
    const text = readFileSync(join(one.root, post), "utf8");
    one.write(post, text.replace("Start postponed", "No start yet"));
    const changed = (await one.build()).changes?.changed ?? [];
    expect(changed).toContain("tour/index.html");
    expect(changed).not.toContain("london-marathon-2017/index.html");
    one.write(post, text);
    await one.build();
    expect(one.published()).toEqual(before);
  });
});
