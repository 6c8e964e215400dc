import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { explanation } from "../../src/commands/explain-schema.ts";
import { parsedFiles } from "../../src/commands/parse-schema.ts";
import { typed } from "./fake-terminal.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

test.each([
  ["config", ["basePath", "description", "lang", "licence", "publisher", "title", "topics", "url"]],
  ["live-blog", ["title", "date", "timezone", "dumps", "summary", "aliases"]],
  ["liveblog", ["format", "version", "timeline", "summary", "sources", "coverage"]],
  ["post", ["time", "approximate", "headline", "amends", "after", "embed", "corrections"]],
])("`schema %s` describes every key for an editor", async (name, keys) => {
  const { code, out } = await typed(ROOT, "schema", name);
  const schema: { properties: Record<string, { description?: string }> } = JSON.parse(out);
  expect(code).toBe(0);
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(keys));
  for (const [key, value] of Object.entries(schema.properties)) expect(value.description, key).toBeTruthy();
});

test("`schema` without a known name says which there are", async () => {
  for (const words of [["schema"], ["schema", "posts"]]) {
    const { code, err } = await typed(ROOT, ...words);
    expect(code).toBe(2);
    expect(err).toContain("config, live-blog, post, parse, explain, liveblog");
  }
});

test("what `parse --json` prints of every dump here is what `schema parse` says", async () => {
  const dumps = ["seeds", "tests/dumps"].flatMap((dir) =>
    readdirSync(join(ROOT, dir))
      .filter((name) => name.endsWith(".txt"))
      .map((name) => `${dir}/${name}`),
  );
  const { code, out } = await typed(ROOT, "parse", "--json", ...dumps);
  expect(code).toBe(0);
  expect(parsedFiles.parse(JSON.parse(out))).toHaveLength(dumps.length);
  expect(JSON.parse((await typed(ROOT, "schema", "parse")).out)).toHaveProperty("items.properties.ledger");
});

test("what `explain --json` prints of a line, a dump and an author's file is what `schema explain` says", async () => {
  const places = ["tests/dumps/077-flat-festival-2023.txt", "tests/dumps/077-flat-festival-2023.txt:9"];
  const authored = "content/london-marathon-2017/index.md";
  const kinds: string[] = [];
  for (const place of [...places, "seeds/000_0d240cc41b9701d0.txt:25", authored]) {
    const { code, out } = await typed(ROOT, "explain", "--json", place);
    expect(code).toBe(0);
    kinds.push(explanation.parse(JSON.parse(out)).kind);
  }
  expect(kinds).toEqual(["dump", "line", "line", "authored"]);
  expect(JSON.parse((await typed(ROOT, "schema", "explain")).out)).toHaveProperty("oneOf");
});
