import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../src/dumps/choose-dialect.ts";
import { dialects } from "../../src/dumps/dialects/registry.ts";
import { pageOf } from "../../src/dumps/parts/lines.ts";
import { examplesOf, sourceOf, textOf } from "./examples.ts";

// Each dump is claimed by one dialect: every dialect looks at every example of every other, and at the seeds.

/** The dialects that claim a text. */
function claiming(text: string): readonly string[] {
  return claimsOf(pageOf(sourceOf(text))).map(({ dialect }) => dialect.name);
}

/** The gold beside an example names its family; these families have a dialect of that name, or of another. */
const FAMILIES: readonly (readonly [string, string])[] = [
  ["bbc-structured", "bbc-structured"],
  ["bbc-flat-headless", "bbc-flat"],
  ["bbc-old-", "bbc-live-reporting"],
  ["bbc-flat-old-", "bbc-flat-old"],
  ["bbc-legacy-", "bbc-legacy"],
  ["bbc-relabelled-fields", "bbc-legacy"],
];

const examples = new URL("../dumps/", import.meta.url);
const seeds = new URL("../../seeds/", import.meta.url);
const textFiles = (folder: URL): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(".txt"));

describe("an example is claimed by its own dialect and no other", () => {
  test.each(textFiles(examples))("%s", (name) => {
    const gold = JSON.parse(readFileSync(new URL(name.replace(".txt", ".json"), examples), "utf8")) as {
      dialect: string;
    };
    const own = FAMILIES.find(([family]) => gold.dialect.startsWith(family))?.[1];
    const claims = claiming(readFileSync(new URL(name, examples), "utf8"));
    if (own === undefined) expect(claims.filter((claim) => claim.startsWith("bbc-"))).toEqual([]);
    else expect(claims).toEqual([own]);
    expect(claims.length).toBeLessThanOrEqual(1);
  });
});

describe("a seed is claimed by one dialect", () => {
  test.each(textFiles(seeds))("%s", (name) => {
    expect(claiming(readFileSync(new URL(name, seeds), "utf8"))).toHaveLength(1);
  });
});

describe.each(dialects.map(({ name }) => name))("every dump in %s.md is claimed by it alone", (name) => {
  test.each(examplesOf(textOf(new URL(`${name}.md`, import.meta.url))))("$title", ({ dump }) => {
    expect(claiming(dump)).toEqual([name]);
  });
});
