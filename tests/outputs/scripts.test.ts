import { readdirSync } from "node:fs";
import vm from "node:vm";
import { expect, test } from "vitest";
import { assets, EMBEDS_PARTS } from "../../src/render/outputs/assets.ts";
import type { WholeSite } from "../../src/render/outputs/registry.ts";

const site = { config: { search: true }, templates: [] as WholeSite["templates"] } as unknown as WholeSite;
const file = [...assets.files(site)].find(({ path }) => path === "assets/embeds.js");
const embeds = file !== undefined && "text" in file.content ? file.content.text : "";

test("every part of the embeds' script is joined in, once", () => {
  const written = readdirSync("src/browser/embeds").map((name) => name.replace(/\.ts$/, ""));
  expect([...EMBEDS_PARTS].sort()).toEqual(written.sort());
});

test("the parts become one strict script", () => {
  expect(embeds.split('"use strict"').length - 1).toBe(1);
  expect(embeds).toMatch(/^\(\(\) => \{\n"use strict";\n/);
});

test("it leaves nothing in the scope of its page", () => {
  // Where the page holds nothing to work on, it looks round and is done.
  const document = { querySelector: () => null, querySelectorAll: () => [] };
  const page = vm.createContext({
    document,
    location: { href: "https://example.org/" },
    URL,
    IntersectionObserver: class {},
  });
  const before = Object.keys(page);
  vm.runInContext(embeds, page);
  expect(Object.keys(page)).toEqual(before);
  // What is declared with const is in no object; only another script can see it.
  const declared = [...embeds.matchAll(/^ {0,4}(?:const|let|function) (\w+)/gm)].map(([, name = ""]) => name);
  expect(declared.length).toBeGreaterThan(0);
  for (const name of declared) expect([name, vm.runInContext(`typeof ${name}`, page)]).toEqual([name, "undefined"]);
});
