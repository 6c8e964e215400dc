import { HtmlValidate } from "html-validate";
import { afterAll, describe, expect, test } from "vitest";
import { HARD_SITE } from "./hard-pages.ts";
import { brief, readable, site } from "./site.ts";

/**
 * The HTML standard's conformance rules. `integrity` (SRI) guards what another origin sends, and our pages load nothing
 * from one.
 */
const CHECKER = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: { "require-sri": "off" },
});

const built = site(HARD_SITE, afterAll);
const report = await built.build();
const pages = [...built.published()].filter(([path]) => path.endsWith(".html"));

test("a page is made of each, whatever stands in it", () => {
  expect(brief(report).filter((line) => line.startsWith("error"))).toEqual([]);
  const paths = pages.map(([path]) => path);
  for (const slug of [
    "long-words",
    "many-labels",
    "two-people",
    "undated",
    "undated-own",
    "empty",
    "code",
    "arabic",
    "welsh",
    "busy-day",
  ])
    expect(paths).toContain(`${slug}/index.html`);
});

describe("every page conforms to the HTML standard", () => {
  test.each(pages)("%s", async (path, html) => {
    const { results } = await CHECKER.validateString(html, path);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`)),
    ).toEqual([]);
  });
});

describe("HTML, scripts and template code in any text field are shown as text", () => {
  test.each(pages)("%s", (_, html) => {
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<img src=x");
    expect(html).not.toMatch(/<[^<>]*\son\w+=/);
    expect(html).not.toMatch(/(?:href|src)="\s*javascript:/i);
  });

  test("and nothing of it is lost", () => {
    const text = readable(built.page("code/index.html"));
    expect(text.split('<script>alert("x")</script>').length).toBeGreaterThan(16);
    expect(text).toContain("{{title}}");
  });
});

test("a headline of 5,000 characters stands on its post whole, and is cut where a title must be short", () => {
  const headline = /headline: "(A headline[^"]*)"/.exec(HARD_SITE["content/long-words/a.md"] ?? "")?.[1] ?? "";
  expect(headline.length).toBe(5000);
  expect(readable(built.page("long-words/index.html")).split(headline).length - 1).toBeGreaterThanOrEqual(2);
  const description = /<meta name="description" content="([^"]*)"/.exec(built.page("long-words/index.html"))?.[1] ?? "";
  expect(description.length).toBeLessThanOrEqual(200);
  const links = built.page("long-words/index.html").match(/<a href="#p-a"[^>]*>.*?<\/a>/gs) ?? [];
  const names = links.map(readable).filter((name) => name.includes("A headline"));
  expect(names).not.toEqual([]);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(220);
});

test("300 labels all stand, and one that is only punctuation as printed", () => {
  const text = readable(built.page("many-labels/index.html"));
  for (const label of ["Label 0", "Label 150", "Label 299", "!?…", "—"]) expect(text).toContain(label);
});

test("two people of one name stand each under their own role", () => {
  const text = readable(built.page("two-people/index.html"));
  expect(text).toContain("harbour master");
  expect(text).toContain("skipper, Lady Mavis");
});

test("a live blog of one post without a time is a page with that post, and claims no time", () => {
  const html = built.page("undated/index.html");
  expect(readable(html)).toContain("Some time, somewhere");
  expect(html).not.toContain("<time");
});

test("so is one whose only post is an author's, who need not say where it stands", () => {
  const text = readable(built.page("undated-own/index.html"));
  expect(text).toContain("No times are given · 1 post from 1 file");
  expect(text).toMatch(/Times not known .* Some time Nothing has happened yet\./);
});

test("two people of one name have one page, with both roles", () => {
  const text = readable(built.page("people/ines-barrow/index.html"));
  for (const role of ["harbour master", "skipper, Lady Mavis", "whether it is always the same person"])
    expect(text).toContain(role);
});

test("a time zone that does not exist says so, and what to write instead", async () => {
  const wrong = site({ "content/regatta/index.md": "---\ntitle: Regatta\ntimezone: Europe/Londn\n---\n" });
  const { diagnostics, changes } = await wrong.build();
  const [problem] = diagnostics.filter(({ severity }) => severity === "error");
  expect(problem).toMatchObject({ file: "content/regatta/index.md", line: 3 });
  expect(problem?.hint).toContain("Europe/London");
  expect(changes).toBeNull();
});
