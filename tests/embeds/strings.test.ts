import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadStrings } from "../../src/render/strings.ts";

test("T33: every catalogue has every text, with the same names in braces", () => {
  expect(loadStrings().diagnostics).toEqual([]);
  const english = readFileSync("templates/strings/en.json", "utf8");
  const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();
  for (const file of readdirSync("templates/strings"))
    expect([file, [...new Set(names(readFileSync(join("templates/strings", file), "utf8")))]]).toEqual([
      file,
      [...new Set(names(english))],
    ]);
});

test("T33: a language falls back to its base, an unknown one to English; Arabic runs from right to left", () => {
  const strings = loadStrings().value;
  expect([strings("en-GB").lang, strings("cy").lang, strings("ar-EG").dir, strings("de").lang]).toEqual([
    "en",
    "cy",
    "rtl",
    "en",
  ]);
  expect(strings("en").say("embeds.hide", { provider: "X" })).toBe("Hide X content");
  expect(strings("en").say("embeds.nothing")).toBe("");
});

test("T33: a missing text is said in English, with a warning that names it", () => {
  const dir = mkdtempSync(join(tmpdir(), "afterlive-strings-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  cpSync("templates/strings", join(dir, "strings"), { recursive: true });
  const welsh = readFileSync(join(dir, "strings/cy.json"), "utf8").replace(/"hide": "[^"]*",\s*/, "");
  writeFileSync(join(dir, "strings/cy.json"), welsh);
  const { value, diagnostics } = loadStrings(dir);
  expect(value("cy").say("embeds.hide", { provider: "X" })).toBe("Hide X content");
  expect(diagnostics).toMatchObject([
    { code: "string-missing", severity: "warning", file: "templates/strings/cy.json" },
  ]);
  expect(diagnostics[0]?.message).toContain("embeds.hide");
});

test("every key that the sources say is in the catalogue", () => {
  const sources = readdirSync("src/view").map((file) => readFileSync(join("src/view", file), "utf8"));
  const keys = sources.flatMap((text) => [...text.matchAll(/"(embeds\.[\w.-]+)"/g)].map(([, key = ""]) => key));
  const say = loadStrings().value("en").say;
  expect(keys.length).toBeGreaterThan(5);
  for (const key of keys) expect([key, say(key) !== ""]).toEqual([key, true]);
});
