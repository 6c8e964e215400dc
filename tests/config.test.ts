import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readConfig } from "../src/config/read-config.ts";
import { configJsonSchema } from "../src/config/schema.ts";

const read = (text: string) => readConfig({ file: "afterlive.config.json", sha256: "", text });

/** `2:10 url-wrong`, with the severity where it is no error. */
function problems(text: string): readonly string[] {
  return read(text).diagnostics.map(({ line, column, severity, code }) =>
    severity === "error" ? `${line}:${column} ${code}` : `${line}:${column} ${severity} ${code}`,
  );
}

const EMBEDS = { off: [], frames: [], mastodon: [], own: null, days: 180, noscriptFrame: true };
const DEFAULTS = {
  ...{ url: null, basePath: "/", title: "Live blog archive", description: "", lang: "en", publisher: null },
  licence: null,
  search: true,
  embeds: EMBEDS,
  feeds: { authority: "archive.invalid", date: "2026" },
  topics: [],
};

describe("Every key has a default", () => {
  test("no file at all: all of them, and a note that nobody knows the site's address", () => {
    const { value, diagnostics } = readConfig(null);
    expect(value).toEqual(DEFAULTS);
    expect(diagnostics).toMatchObject([
      { file: "afterlive.config.json", line: 1, column: 1, severity: "note", code: "config-no-url", excerpt: null },
    ]);
  });

  test("an empty one: the same", () => {
    expect(read("{}")).toMatchObject({ value: DEFAULTS, diagnostics: [{ code: "config-no-url" }] });
  });

  test("a full one", () => {
    const { value, diagnostics } = read(`{
      "$schema": "./node_modules/afterlive/lib/schemas/config.json",
      "url": "https://example.org/archive",
      "title": "Stowford live blogs",
      "description": "All of them.",
      "lang": "cy",
      "publisher": "Stowford Echo",
      "licence": "CC BY 4.0",
      "search": false
    }`);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({
      url: "https://example.org/archive/",
      basePath: "/archive/",
      title: "Stowford live blogs",
      description: "All of them.",
      lang: "cy",
      publisher: "Stowford Echo",
      licence: "CC BY 4.0",
      search: false,
      embeds: { ...EMBEDS, own: "example.org" },
      feeds: { authority: "example.org", date: "2026" },
      topics: [],
    });
  });

  test("topics remember where they are written, for what can only be said once every post is read", () => {
    expect(read('{\n  "topics": ["Class One", " Swans "]\n}').value.topics).toMatchObject([
      { label: "Class One", place: { line: 2, column: 14 } },
      { label: "Swans", place: { line: 2, column: 27 } },
    ]);
  });

  test.each([
    ['{"url":"https://example.org"}', "https://example.org/", "/"],
    ['{"url":"https://example.org/a/b/"}', "https://example.org/a/b/", "/a/b/"],
    ['{"basePath":"/a"}', null, "/a/"],
    ['{"url":"https://example.org/a","basePath":"/a"}', "https://example.org/a/", "/a/"],
  ])("%s", (text, url, basePath) => {
    expect(read(text).value).toMatchObject({ url, basePath });
  });
});

describe("What is wrong is said where it stands", () => {
  test.each([
    ['{\n  "titel": "x",\n  "lang": 3\n}', ["2:3 key-unknown", "3:11 value-wrong"]],
    ['{"url":"https://example.org", "search": []}', ["1:41 value-wrong"]],
    ['{"url":"https://example.org", "topics": ["***", ""]}', ["1:42 topic-wrong", "1:49 value-wrong"]],
    ['{"url":"https://example.org", "topics": "Class One"}', ["1:41 value-wrong"]],
    ['{"url":"https://example.org", "lang":"en", "lang":"e_n"}', ["1:44 key-twice"]],
    ['{"url":"ftp://example.org"}', ["1:8 url-wrong"]],
    ['{"url":"example.org"}', ["1:8 url-wrong"]],
    ['{"url":"https://example.org/?"}', ["1:8 url-wrong"]],
    ['{"url":"https://me:you@example.org/"}', ["1:8 url-wrong"]],
    ['{"url":"https://example.org/a","basePath":"/b"}', ["1:43 base-path-wrong"]],
    ['{"url":"https://example.org/","basePath":"../b"}', ["1:42 base-path-wrong"]],
    ['{"url":"https://example.org/","title":""}', ["1:39 value-wrong"]],
    ['{"title":"x"}', ["1:1 note config-no-url"]],
    ["[]", ["1:1 value-wrong"]],
  ])("%s", (text, found) => {
    expect(problems(text)).toEqual(found);
  });

  test.each([
    ["", "1:1", "Write {} into it"],
    ["{\n", "1:1", "close it"],
    ['{"title":"x",}', "1:14", "Take out the comma"],
    ['{\n  // ours\n  "title": "x"\n}', "2:3", "no comments"],
    ["{'title':'x'}", "1:2", "double quotes"],
    ['{title:"x"}', "1:2", "double quotes"],
    ['{"title":"x" "lang":"en"}', "1:14", "comma"],
    ['{"title":"x', "1:10", "never closed"],
    ['{"title" "x"}', "1:10", "comma"],
    ['{"title":01}', "1:10", "just before"],
    ["{} {}", "1:4", "just before"],
    [`${"[".repeat(50_000)}`, "1:18", "just before"],
  ])("what is not JSON: %j", (text, place, hint) => {
    const { value, diagnostics } = read(text);
    expect(value).toEqual(DEFAULTS);
    expect(diagnostics).toMatchObject([{ code: "json-unreadable", hint: expect.stringContaining(hint) }]);
    expect(`${diagnostics[0]?.line}:${diagnostics[0]?.column}`).toBe(place);
  });

  test("an unknown key is answered with the one that was meant", () => {
    expect(read('{"url":"https://example.org","publsher":"x"}').diagnostics[0]?.hint).toBe('Did you mean "publisher"?');
  });

  test("a file that cannot be a configuration is not read", () => {
    expect(problems(`{"title":"${"a".repeat(70_000)}"}`)).toEqual(["1:1 json-too-long"]);
  });
});

test("It is JSON exactly when JSON.parse says so", () => {
  const broken = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom("", ",", '"', "}", "0", " ", "\\", "e"))
    .map(
      ([json, at, extra]) => json.slice(0, at % (json.length + 1)) + extra + json.slice((at % (json.length + 1)) + 1),
    );
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 3 }), broken), (text) => {
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      expect(problems(text).some((problem) => problem.endsWith("json-unreadable"))).toBe(!valid);
    }),
    { numRuns: 1_000 },
  );
});

test("Editors get a JSON Schema", () => {
  expect(configJsonSchema()).toMatchObject({
    type: "object",
    additionalProperties: false,
    properties: { url: { type: "string", format: "uri", description: expect.any(String) } },
  });
});
