import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDump } from "../../src/dumps/read-dump.ts";
import { readable, site } from "./site.ts";

const SEEDS = new URL("../../seeds/", import.meta.url);
const EXAMPLES = new URL("../dumps/", import.meta.url);
const dumpsIn = (dir: URL) => readdirSync(dir).filter((name) => name.endsWith(".txt"));

/** Lines that the ledger says are not shown. */
const LEFT_OUT = new Set(["blank", "boilerplate", "embed", "lead-duplicate", "summary-heading"]);

/** What layouts print of their own around a post's words, and pages say in other ways. */
const MARKS =
  /published at .*$|wedi ei gyhoeddi .*$|Disgrifiad,|^\s+\d{1,3}\. |Image source,|Image caption[,:]|Media caption[,:]?|Video caption:|Quote Message:?|, external|Copyright:|Photograph:|^\s*(?:Update|Date|Title|Content):|^\s*date (?=\d{4}-)|^(?:Live|From) ?|<\/?p>|This video can not be played|^\d\d:\d\d\d\d:\d\d$/gu;
const PLACEHOLDERS = /^(Post|Post update|Envelope update|Video content)$/u;

/** Words as a reader counts them; what extraction has glued (`captionMinister`, `Match22`) comes apart again. */
function wordsOf(text: string): string[] {
  const apart = text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/(\p{L})(\p{N})|(\p{N})(\p{L})/gu, "$1$3 $2$4");
  return apart.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every word of a dump that readers are owed: its stamps, which pages print in their own way, are not among them. */
function owedWords(name: string, text: string): Set<string> {
  const { ledger, entries, date } = readDump({ file: `seeds/${name}`, sha256: "", text }).value;
  const lines = text.split(/\r\n|\r|\n/);
  const stamps = new Set(wordsOf([date ?? "", ...entries.map(({ stamp }) => stamp?.printed ?? "")].join(" ")));
  const shown = ledger
    .filter(({ role }) => !LEFT_OUT.has(role))
    .flatMap(({ start, end }) => lines.slice(start - 1, end))
    .map((line) => line.replace(MARKS, " "))
    .filter((line) => !PLACEHOLDERS.test(line.trim()));
  return new Set(shown.flatMap(wordsOf).filter((word) => !stamps.has(word)));
}

describe("every word of every dump is on its page", () => {
  test.each([
    ...dumpsIn(SEEDS).map((name) => [name, SEEDS] as const),
    ...dumpsIn(EXAMPLES).map((name) => [name, EXAMPLES] as const),
  ])("%s", async (name, dir) => {
    const text = readFileSync(new URL(name, dir), "utf8");
    const one = site({ [`seeds/${name}`]: text, "afterlive.config.json": '{ "search": false }' });
    await one.build();
    const pages = [...one.published()].filter(([path]) => path.endsWith("index.html"));
    const found = new Set(pages.flatMap(([, html]) => wordsOf(readable(html))));
    expect([...owedWords(name, text)].filter((word) => !found.has(word))).toEqual([]);
  });
});
