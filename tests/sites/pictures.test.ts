import { expect, test } from "vitest";
import { brief, site } from "./site.ts";

const INDEX = "---\ntitle: Regatta\n---\n![A boat](boat.svg)\n";
const svg = (inner: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>\n${inner}\n</svg>\n`;
const picture = (text: string) =>
  site({
    "content/regatta/index.md": INDEX,
    "content/regatta/boat.svg": text,
    "afterlive.config.json": '{ "url": "https://example.org/" }',
  });

test("a plain SVG is published byte for byte", async () => {
  const plain = svg('<path d="M0 0h9" fill="url(#sea)"/><use href="#sea"/>');
  const good = picture(plain);
  expect(brief(await good.build())).toEqual([]);
  expect(good.page("regatta/boat.svg")).toBe(plain);
});

test.each([
  ["a script", svg("<script>alert(1)</script>")],
  ["a script under a prefix", svg("<svg:script>alert(1)</svg:script>")],
  ["a handler", svg("", ' onload="alert(1)"')],
  ["a handler on a line of its own", svg("", "\nonload\n=alert(1)")],
  ["a script address", svg('<a href="javascript:alert(1)"/>')],
  ["HTML inside", svg("<foreignObject><p/></foreignObject>")],
  ["a picture from elsewhere", svg('<image href="https://evil.test/x.png"/>')],
  ["a style from elsewhere", svg("<style>@import url(//evil.test/x.css)</style>")],
  ["an entity", `<!DOCTYPE svg [<!ENTITY x "y">]>${svg("")}`],
])("an SVG with %s is an error, and nothing is published", async (_, text) => {
  const bad = picture(text);
  const report = await bad.build();
  expect(report.diagnostics.map(({ code, severity, file }) => [severity, code, file])).toEqual([
    ["error", "picture-active", "content/regatta/boat.svg"],
  ]);
  expect(report.changes).toBeNull();
});

test("what is no picture, sound, video or PDF is not published, and says so", async () => {
  const one = site({
    "content/regatta/index.md": "---\ntitle: Regatta\n---\n",
    "content/regatta/notes.docx": "x",
    "content/regatta/old.MD": "x",
    "seeds/PAGE.TXT": "x",
    "content/regatta/img/a.jpg": "x",
  });
  const report = await one.build();
  const ignored = report.diagnostics.filter(({ code }) => code === "file-ignored").map(({ file }) => file);
  expect(ignored.sort()).toEqual([
    "content/regatta/img/a.jpg",
    "content/regatta/notes.docx",
    "content/regatta/old.MD",
    "seeds/PAGE.TXT",
  ]);
  expect(
    [...one.published().keys()].filter((path) => path.startsWith("regatta/") && !/\.(html|xml|json)$/.test(path)),
  ).toEqual([]);
});
