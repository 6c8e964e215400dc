import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { auditFile } from "../../src/audit/audit-file.ts";
import { audit } from "../../src/commands/audit.ts";
import type { Terminal } from "../../src/commands/command.ts";
import { ELSEWHERE, QUIET, TRICKY, UNCLEAR } from "./controls.ts";

const OFF = '<meta http-equiv="x-dns-prefetch-control" content="off">';
const own = new Set(["own.example"]);
const codes = (text: string, file = "index.html"): string[] =>
  auditFile({ file, text }, own).map(({ code, line }) => `${code}:${line}`);

describe("T2: what asks elsewhere by itself is found (each a negative control)", () => {
  test.each([
    '<img src="https://evil.test/p.gif">',
    "<img src=//evil.test/p.gif>",
    '<IMG SRC="HTTPS://EVIL.TEST/p.gif">',
    '<img src="\\\\evil.test/p.gif">',
    '<img src="ht\ntps://evil.test/p.gif">',
    '<img src="&#104;ttps://evil.test/p.gif">',
    '<img src="http:evil.test/p.gif">',
    '<img src="https:evil.test/p.gif">',
    '<img src="a.jpg" srcset="b.jpg 1x, https://evil.test/c.jpg 2x">',
    '<link rel="preload" as="image" imagesrcset="https://evil.test/c.jpg 2x">',
    '<link rel=preconnect href="https://evil.test">',
    '<link rel="DNS-prefetch" href="//evil.test">',
    '<link rel="shortcut icon" href="https://evil.test/i.ico">',
    '<link rel="modulepreload" href="https://evil.test/m.js">',
    '<link rel="manifest" href="https://evil.test/m.json">',
    '<script src="https://evil.test/s.js"></script>',
    '<iframe src="https://evil.test/"></iframe>',
    '<noscript><iframe src="https://evil.test/"></iframe></noscript>',
    '<iframe srcdoc="&lt;img src=https://evil.test/&gt;"></iframe>',
    '<video poster="https://evil.test/p.jpg"></video>',
    '<object data="https://evil.test/o"></object>',
    '<body background="https://evil.test/b.png">',
    '<base href="https://evil.test/">',
    '<form action="https://evil.test/"></form>',
    '<button formaction="https://evil.test/">Go</button>',
    '<a href="/" ping="/a https://evil.test/">x</a>',
    '<meta http-equiv="Refresh" content="0; url=https://evil.test/">',
    '<svg><image href="https://evil.test/p.svg"/></svg>',
    '<svg><use xlink:href="https://evil.test/p.svg#a"/></svg>',
    '<p style="background: url(https://evil.test/p.png)">',
    "<style>@import 'https://evil.test/s.css';</style>",
    "<style>p { background: u\\72l( 'https://evil.test/p.png' ) }</style>",
    '<style>p { background: image-set("https://evil.test/p.png" 1x) }</style>',
    '<script type="speculationrules">{"prefetch":[{"urls":["https://evil.test/"]}]}</script>',
    '<template shadowrootmode="open"><img src="https://evil.test/p.gif"></template>',
    '<!-- <p> --><img src="https://evil.test/p.gif">',
    '<p title=">"><img src="https://evil.test/p.gif">',
  ])("%s", (html) => {
    expect(codes(html)).toEqual(["loads-foreign:1"]);
  });

  test("in a stylesheet, with its line", () => {
    expect(codes("/* url(https://evil.test) */\np {\n src: url(//evil.test/f.woff2) }", "a/style.css")).toEqual([
      "loads-foreign:3",
    ]);
  });

  test("in a picture", () => {
    const svg =
      '<?xml-stylesheet href="https://evil.test/s.css"?>\n<svg><image xlink:href="https://evil.test/p"/></svg>';
    expect(codes(svg, "p.svg")).toEqual(["loads-foreign:1", "loads-foreign:2"]);
  });
});

test.each([
  `${OFF}<a href="https://elsewhere.example/">a link</a>`,
  '<img src="p.jpg"><img src="/a/p.jpg"><img src="data:image/gif;base64,AA">',
  '<img src="https://own.example/p.jpg">',
  '<link rel="canonical" href="https://elsewhere.example/"><link rel="alternate" href="https://elsewhere.example/f">',
  '<div data-src="https://platform.twitter.com/embed">placeholder</div>',
  '<!-- <img src="https://evil.test/"> -->',
  '<template><img src="https://evil.test/"></template>',
  '<textarea><img src="https://evil.test/"></textarea>',
  "<script>const a = '<img src=https://evil.test/>';</script>",
  '<svg xmlns="http://www.w3.org/2000/svg"><a xlink:href="https://elsewhere.example/"/></svg>',
  '<blockquote cite="https://x.com/a/status/1">words</blockquote>',
  "",
])("this asks for nothing: %s", (html) => {
  expect(codes(html)).toEqual([]);
});

describe("what a quick look misses is found as well", () => {
  const found = (html: string): readonly string[] => [
    ...new Set(auditFile({ file: "a.html", text: html }, own).map(({ code }) => code)),
  ];
  test.each([...TRICKY, ...ELSEWHERE])("%s", (html) => {
    expect(found(html)).toEqual(["loads-foreign"]);
  });
  test.each(UNCLEAR)("this cannot be read with certainty, which is said: %s", (html) => {
    expect(found(html)).toContain("not-proven");
  });
  test.each(QUIET)("this asks for nothing: %s", (html) => {
    expect(found(html).filter((code) => code !== "prefetches-names")).toEqual([]);
  });
  test("documents within documents are read to a depth, and beyond it nothing is claimed", () => {
    let html = '<img src="https://evil.test/p.gif">';
    for (let deep = 0; deep < 7; deep += 1)
      html = `<iframe srcdoc="${html.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">`;
    expect(found(html)).toEqual(["not-proven"]);
  });
});

test("a page that links elsewhere says that names are not looked up beforehand, or is warned about", () => {
  expect(codes('<p>\n<a href="https://elsewhere.example/">a link</a>')).toEqual(["prefetches-names:2"]);
});

test("no text makes it throw", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("<img src=", "<style>", "url(", '"', "<!--", "</", "<svg", ">", "&#x;"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      for (const file of ["a.html", "a.css", "a.svg"]) auditFile({ file, text: pieces.join("") }, own);
    }),
  );
});

test.each([
  "<svg><g>",
  "<svg><style>",
  "<g>",
  "<!--",
  "<!a>",
  "<![",
  "<a b='",
  "<![CDATA[",
  "(",
  "url(",
  "\\",
  "a 1x,(",
  "</g>",
  '<p style="',
])("a great many %j are read in one pass", (piece) => {
  const text = `<svg>${piece.repeat(3_000)}${"</g>".repeat(3_000)}`;
  for (const file of ["a.html", "a.css", "a.svg"]) expect(auditFile({ file, text }, own).length).toBeLessThan(3);
  auditFile({ file: "a.html", text: `<img srcset="${text.replaceAll('"', "")}" style="${text}">` }, own);
});

describe("the command", () => {
  function site(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), "afterlive-audit-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(folder, file, ".."), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return folder;
  }
  async function run(cwd: string, ...argv: string[]): Promise<{ readonly code: number; readonly out: string }> {
    let out = "";
    const terminal: Terminal = {
      ...{ cwd, colour: false, status: () => undefined, stopped: async () => undefined },
      out: (text) => {
        out += text;
      },
      err: (text) => {
        out += text;
      },
    };
    return { code: await audit.run(argv, terminal), out };
  }

  test("says so and exits with 0 where nothing loads by itself", async () => {
    const folder = site({ "dist/index.html": "<p>All here.", "dist/a/b.css": "p { color: red }" });
    expect(await run(folder)).toEqual({ code: 0, out: "2 files in dist/: nothing asks elsewhere by itself.\n" });
  });

  test("exits with 1 and names file, line and host where something does", async () => {
    const folder = site({ "public/a/index.html": '<p>\n<img src="https://evil.test/p.gif">' });
    const { code, out } = await run(folder, "public");
    expect(code).toBe(1);
    expect(out).toContain("a/index.html:2:1");
    expect(out).toContain("evil.test");
  });

  test("knows the site's own address when told", async () => {
    const folder = site({ "index.html": '<img src="https://own.example/p.gif">' });
    expect((await run(folder, ".", "--own", "https://own.example/")).code).toBe(0);
    expect((await run(folder, ".")).code).toBe(1);
  });

  test("knows the address of the site where it is typed, which feeds have in full", async () => {
    const files = {
      "dist/feed.xml":
        '<feed xmlns="http://www.w3.org/2005/Atom"><icon>https://own.example/archive/i.png</icon></feed>',
    };
    const config = { "afterlive.config.json": '{ "url": "https://own.example/archive/" }' };
    expect((await run(site({ ...files, ...config }))).code).toBe(0);
    expect((await run(site(files))).code).toBe(1);
    expect((await run(site({ ...files, "afterlive.config.json": '{ "url": 7 }' }))).code).toBe(1);
  });

  test.each([[["nowhere"]], [[".", ".."]], [[".", "--own", "example"]]])("%j is wrong use", async (argv) => {
    expect((await run(site({ "index.html": "" }), ...argv)).code).toBe(2);
  });

  test("a folder without a page proves nothing", async () => {
    expect((await run(site({ "a.txt": "" }), ".")).code).toBe(1);
  });
});
