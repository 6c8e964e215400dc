/** A site's own templates stand before ours, file by file; a slip in one is told, and never half a site is left. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { brief, readable, site, type TestSite } from "./site.ts";

const BLOG =
  "---\ntitle: Stowford Regatta\ndate: 2019-06-09\ntimezone: Europe/London\nsummary: [The cup]\n---\nA day.\n";
const POST = '---\ntime: "11:08"\nheadline: Red flag\n---\nThe race is stopped.\n';
const FILES = { "content/regatta/index.md": BLOG, "content/regatta/flag.md": POST };

/** The files of the documentation: "```hbs templates/partials/post.hbs". */
const DOCUMENTED = Object.fromEntries(
  [...readFileSync("docs/templates.md", "utf8").matchAll(/^```\w+ (templates\/\S+)\n([\s\S]*?)^```$/gm)].map(
    ([, file = "", text = ""]): [string, string] => [file, text],
  ),
);

async function built(files: Readonly<Record<string, string>>) {
  const made = site({ ...FILES, ...files });
  const report = await made.build();
  return { made, report, problems: brief(report).filter((line) => !line.startsWith("note")) };
}
const page = (made: TestSite) => made.page("regatta/index.html");

describe("what docs/templates.md shows", () => {
  test("changes one part of a page, and leaves the others as they are", async () => {
    const { made, problems } = await built(DOCUMENTED);
    expect(problems).toEqual(["warning string-missing templates/strings/de.json:1:1"]);
    const html = page(made);
    expect(html).toContain('<p class="cite">To cite this post: <code>#p-flag</code></p>');
    expect(html).toContain('<article class="post" id="p-flag"');
    expect(html).toContain('<h2 id="_summary">Summary</h2>');
  });

  test("is said in English where a language lacks it, with a warning where that has a file of one's own", async () => {
    const welsh = { "content/regatta/index.md": BLOG.replace("---\n", "---\nlang: cy\n") };
    const without = await built({ ...DOCUMENTED, ...welsh });
    expect(without.problems).toEqual(["warning string-missing templates/strings/de.json:1:1"]);
    expect(page(without.made)).toContain("To cite this post:");
    const own = { "templates/strings/cy.json": '{ "direction": "ltr" }' };
    expect((await built({ ...DOCUMENTED, ...welsh, ...own })).problems).toContain(
      "warning string-missing templates/strings/cy.json:1:1",
    );
  });

  test("links a stylesheet of its own, published byte for byte and hashed as it is", async () => {
    const { made } = await built(DOCUMENTED);
    expect(page(made)).toContain('<link rel="stylesheet" href="../assets/own.css">\n</head>');
    expect(made.page("assets/own.css")).toBe(DOCUMENTED["templates/assets/own.css"]);
    expect(made.page("assets/style.css")).toContain("--paper");
  });

  test("replaces any script of ours by one of its own, that of the search page too", async () => {
    const { made, report } = await built({ "templates/assets/search.js": "// mine\n" });
    expect(brief(report).filter((line) => line.startsWith("error"))).toEqual([]);
    expect(made.page("assets/search.js")).toBe("// mine\n");
  });

  test("adds a language, which says in English what it lacks", async () => {
    const german = { "content/regatta/index.md": BLOG.replace("title", "lang: de-AT\ntitle") };
    const { made } = await built({ ...DOCUMENTED, ...german });
    const text = readable(page(made));
    expect(page(made)).toContain('<html lang="de-AT" dir="ltr">');
    expect(text).toContain("Zusammenfassung");
    expect(text).toContain("1 Beitrag from 1 file");
  });

  test("names every template that there is, and none that is not", () => {
    const doc = readFileSync("docs/templates.md", "utf8");
    const rows = [...doc.matchAll(/^\| ((?:`[\w<>-]+`(?:, )?)+) \|/gm)].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
    );
    const names = ["templates", "templates/partials"].flatMap((dir) =>
      readdirSync(dir).flatMap((file) =>
        file.endsWith(".hbs") ? [file.slice(0, -4).replace(/^block-.*/, "block-<kind>")] : [],
      ),
    );
    expect(rows.sort()).toEqual([...new Set(names)].sort());
  });
});

describe("a file of one's own", () => {
  test("replaces ours: the stylesheet, its SHA-256 in the manifest too; a script; a page", async () => {
    const style = ":root { --mark: teal }\n";
    const { made, problems } = await built({
      "templates/assets/style.css": style,
      "templates/assets/reading.js": "// nothing\n",
      "templates/assets/fonts/own.woff2": "font",
      "templates/404.hbs": "{{> page-head frame}}<main>Gone</main>{{> site-foot frame}}\n",
    });
    expect(problems).toEqual([]);
    expect([made.page("assets/style.css"), made.page("assets/reading.js")]).toEqual([style, "// nothing\n"]);
    expect(made.page("assets/fonts/own.woff2")).toBe("font");
    expect(made.page("404.html")).toContain("<main>Gone</main>");
    const sha = createHash("sha256").update(style).digest("hex");
    expect(made.page("afterlive-manifest.json")).toContain(sha);
    expect([...made.published().keys()]).toContain("assets/icon-512.png");
  });

  test("is seen by the next build when it changes", async () => {
    const { made } = await built({ "templates/assets/style.css": "a {}\n" });
    made.write("templates/assets/style.css", "b {}\n");
    expect((await made.build()).changes?.changed).toEqual(["assets/style.css"]);
    made.remove("templates/assets/style.css");
    await made.build();
    expect(made.page("assets/style.css")).toContain("--paper");
  });

  test("may include partials of one's own", async () => {
    const own = {
      "templates/partials/own-head.hbs": "{{> colours}}\n",
      "templates/partials/colours.hbs": "<!-- teal -->\n",
    };
    const { made, problems } = await built(own);
    expect(problems).toEqual([]);
    expect(page(made)).toContain("<!-- teal -->");
  });
});

describe("a slip", () => {
  test.each([
    ["a block that is not closed", "<p>\n{{#if key}}\n<b>", "template-broken", "3:1", "Close every"],
    ["a block closed by another's name", "<p>\n{{#if key}}x{{/each}}", "template-broken", "2:4", "Close every"],
    ["a mustache that is not closed", "<p>\n{{name <b>\n", "template-broken", "2:1", "Close every"],
    [
      "a helper that is not there",
      '<p>\n  {{sya "post.key"}}',
      "template-helper-unknown",
      "2:3",
      'Did you mean "say"?',
    ],
    [
      "a partial that is not there",
      "<p>\n{{> blokcs blocks=blocks}}",
      "template-partial-unknown",
      "2:1",
      'Did you mean "blocks"?',
    ],
    ["a partial without end", "{{> post}}", "template-failed", "1:1", "docs/templates.md"],
  ])("%s is an error, and the site stays as it was", async (_, template, code, at, hint) => {
    const { made } = await built({});
    const before = made.published();
    made.write("templates/partials/post.hbs", template);
    const report = await made.build();
    const [error, ...others] = report.diagnostics.filter(({ severity }) => severity === "error");
    const file = code === "template-failed" ? "templates/live-blog.hbs" : "templates/partials/post.hbs";
    expect([error?.code, `${error?.file}:${error?.line}:${error?.column}`, others]).toEqual([
      code,
      `${file}:${at}`,
      [],
    ]);
    expect(error?.hint).toContain(hint);
    expect(error?.message).not.toMatch(/\bat .*\.ts|node_modules/);
    expect(report.changes).toBeNull();
    expect(made.published()).toEqual(before);
    expect((await made.build({ keepGoing: true })).changes).toBeNull();
  });

  test("does not hide what is wrong elsewhere", async () => {
    const { problems } = await built({
      "templates/404.hbs": "{{#if}",
      "content/regatta/b.md": "---\ntime: noon\n---\nX\n",
    });
    expect(problems.map((line) => line.split(" ")[1])).toEqual(
      expect.arrayContaining(["template-broken", expect.not.stringContaining("template")]),
    );
  });

  test.each([
    ["templates/partials/pots.hbs", "Did you mean templates/partials/post.hbs?"],
    ["templates/post.hbs", "Did you mean templates/partials/post.hbs?"],
    ["templates/hom.hbs", "Did you mean templates/home.hbs?"],
    ["templates/style.css", "docs/templates.md"],
  ])("%s, which nothing uses, is a warning", async (file, hint) => {
    const { report, problems } = await built({ [file]: "x\n" });
    expect(problems).toEqual([`warning template-unused ${file}:1:1`]);
    expect(report.diagnostics.find(({ code }) => code === "template-unused")?.hint).toContain(hint);
  });

  test("in a catalogue is told with its place", async () => {
    const { report, problems } = await built({
      "templates/strings/en.json": '{\n  "home": { "skpi": "Jump" }\n}\n',
      "templates/strings/cy.json": "{ 'home': 1 }\n",
      "templates/partials/own-head.hbs": '{{say "own.motto"}}\n',
    });
    expect(problems).toEqual([
      "error json-unreadable templates/strings/cy.json:1:3",
      "warning string-unknown templates/strings/en.json:2:13",
      "warning string-unknown templates/partials/own-head.hbs:1:1",
    ]);
    expect(report.diagnostics.map(({ hint }) => hint).join()).toContain('Did you mean "home.skip"?');
  });

  test("a text that is missing is said in English, and a warning names it", async () => {
    const { made, report } = await built({
      "content/regatta/index.md": BLOG.replace("title", "lang: pt\ntitle"),
      "templates/strings/pt.json": readFileSync(join("templates/strings/en.json"), "utf8").replace(
        '"summary": "Summary",',
        "",
      ),
    });
    expect(report.diagnostics).toContainEqual(expect.objectContaining({ code: "string-missing", severity: "warning" }));
    expect(report.diagnostics.find(({ code }) => code === "string-missing")?.message).toContain('"live-blog.summary"');
    expect(page(made)).toContain('<h2 id="_summary">Summary</h2>');
  });
});
