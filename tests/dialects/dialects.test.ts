import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dialects } from "../../src/dumps/dialects/registry.ts";
import { printDump } from "../../src/dumps/print-dump.ts";
import { readDump } from "../../src/dumps/read-dump.ts";
import { examplesOf, sourceOf, textOf, withExpected } from "./examples.ts";

// Every dialect is explained by examples in a markdown file of its name. UPDATE_GOLDENS=1 rewrites what they become.

const print = (dump: string): string => printDump(readDump(sourceOf(dump)));

describe.each(dialects.map(({ name }) => name))("%s.md", (name) => {
  const file = new URL(`${name}.md`, import.meta.url);
  if (process.env["UPDATE_GOLDENS"] === "1") writeFileSync(file, withExpected(textOf(file), print));
  const examples = examplesOf(textOf(file));

  test("has examples", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  test.each(examples)("$title", ({ dump, expected }) => {
    expect(expected, "this example has no ```entries block; UPDATE_GOLDENS=1 writes one").not.toBeNull();
    expect(print(dump)).toBe(expected);
  });

  test.each(examples)("$title is claimed by this dialect alone", ({ dump }) => {
    const result = readDump(sourceOf(dump));
    expect(result.value.dialect).toBe(name);
    expect(result.diagnostics.map(({ code }) => code)).not.toContain("dialect-ambiguous");
  });
});
