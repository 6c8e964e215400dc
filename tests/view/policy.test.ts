import { expect, test } from "vitest";
import { contentPolicy, type PolicyExtras, siteHeaders } from "../../src/view/policy.ts";

const EXTRAS: PolicyExtras = { script: ["'wasm-unsafe-eval'"], connect: ["'self'"] };

/** A policy's rules by their names. */
function rules(policy: string): Map<string, string> {
  return new Map(policy.split("; ").map((rule) => [rule.split(" ")[0] ?? "", rule.split(" ").slice(1).join(" ")]));
}

test("a page's policy allows its frames once each, in one order, and nobody else anything", () => {
  const policy = rules(contentPolicy(["https://b.example", "https://a.example", "https://b.example"]));
  expect(policy.get("frame-src")).toBe("https://a.example https://b.example");
  for (const [name, value] of policy)
    if (name !== "frame-src") expect([name, value]).toEqual([name, expect.stringMatching(/^'(none|self)'( data:)?$/)]);
});

test("what a kind of page needs more is added there, and nothing else changes", () => {
  const usual = rules(contentPolicy([]));
  const more = rules(contentPolicy([], EXTRAS));
  expect(more.get("script-src")).toBe("'self' 'wasm-unsafe-eval'");
  expect(more.get("connect-src")).toBe("'self'");
  for (const name of usual.keys())
    if (name !== "script-src" && name !== "connect-src")
      expect([name, more.get(name)]).toEqual([name, usual.get(name)]);
});

test("the header of the site allows the same more, or that page could not have it", () => {
  const header = (extras?: PolicyExtras): string =>
    new Map(siteHeaders([], extras)).get("Content-Security-Policy") ?? "";
  expect(header(EXTRAS)).toContain("script-src 'self' 'wasm-unsafe-eval'; ");
  expect(header(EXTRAS)).toContain("connect-src 'self'; ");
  expect(header()).not.toContain("unsafe");
  expect(header()).toContain("; frame-ancestors 'self'");
});
