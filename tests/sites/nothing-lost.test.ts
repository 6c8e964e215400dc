import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDump } from "../../src/dumps/read-dump.ts";
import { readable, site } from "./site.ts";

const SEEDS = new URL("../../seeds/", import.meta.url);
const EXAMPLES = new URL("../dumps/", import.meta.url);
const dumpsIn = (dir: URL) => readdirSync(dir).filter((name) => name.endsWith(".txt"));

/** Words that a page may go without: what the ledger names as left out, and what the layout itself prints. */
const LAYOUT =
  /published at .*$|wedi ei gyhoeddi .*$|Disgrifiad,|^\s+\d{1,3}\. |Image source,|Image caption,|Media caption,|Quote Message|, external/gu;
const PLACEHOLDERS = /^(Post|Post update|Video content)$/u;
const LEFT_OUT = new Set(["blank", "boilerplate", "embed", "lead-duplicate", "summary-heading"]);

/** Every word of a dump that readers are owed. */
function owedWords(name: string, text: string): Set<string> {
  const { ledger } = readDump({ file: `seeds/${name}`, sha256: "", text }).value;
  const lines = text.split(/\r\n|\r|\n/);
  const shown = ledger
    .filter(({ role }) => !LEFT_OUT.has(role))
    .flatMap(({ start, end }) => lines.slice(start - 1, end))
    .map((line) => line.replace(LAYOUT, " "))
    .filter((line) => !PLACEHOLDERS.test(line.trim()));
  return new Set(shown.flatMap((line) => line.match(/[\p{L}\p{N}]+/gu) ?? []));
}

describe("every word of every dump is on its page", () => {
  test.each([
    ...dumpsIn(SEEDS).map((name) => [name, SEEDS] as const),
    ...dumpsIn(EXAMPLES).map((name) => [name, EXAMPLES] as const),
  ])("%s", async (name, dir) => {
    const text = readFileSync(new URL(name, dir), "utf8");
    const one = site({ [`seeds/${name}`]: text });
    await one.build();
    const pages = [...one.published()]
      .filter(([path]) => path.endsWith("index.html"))
      .map(([, html]) => readable(html));
    const found = new Set(pages.join(" ").match(/[\p{L}\p{N}]+/gu));
    expect([...owedWords(name, text)].filter((word) => !found.has(word))).toEqual([]);
  });
});
