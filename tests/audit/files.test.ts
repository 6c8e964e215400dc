import { describe, expect, test } from "vitest";
import { auditFile } from "../../src/audit/audit-file.ts";
import { builtText } from "../../src/audit/built-text.ts";

const own = new Set(["own.example"]);
const codes = (file: string, text: string): string[] =>
  auditFile({ file, text }, own).map(({ code, line }) => `${code}:${line}`);

const SVG = 'xmlns="http://www.w3.org/2000/svg"';

describe("a picture in SVG", () => {
  test.each([
    `<?xml-stylesheet type="text/css" href='https://evil.test/s.css'?><svg ${SVG}/>`,
    `<svg ${SVG} xmlns:l="http://www.w3.org/1999/xlink"><image l:href="https://evil.test/p"/></svg>`,
    '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:use href="https://evil.test/p#a"/></s:svg>',
    `<svg ${SVG}><style>@im<![CDATA[port "https://evil.test/s.css";]]></style></svg>`,
    `<svg ${SVG}><style>@im<!-- a -->port "https://evil.test/s.css";</style></svg>`,
    `<svg ${SVG}><rect fill="url(https://evil.test/f#f)"/></svg>`,
    `<svg ${SVG}><foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="https://evil.test/p"/></foreignObject></svg>`,
    `<svg ${SVG}><title><image href="https://evil.test/p"/></title></svg>`,
    '<svg><image href="https://evil.test/p"/></svg>',
  ])("%s", (svg) => {
    expect(codes("p.svg", svg)).toEqual(["loads-foreign:1"]);
  });

  test("entities can stand for anything", () => {
    const svg = `<!DOCTYPE svg [ <!ENTITY e "<image href='https://evil.test/p'/>"> ]>\n<svg ${SVG}>&e;</svg>`;
    expect(codes("p.svg", svg)).toEqual(["not-proven:1"]);
  });

  test.each([
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg ${SVG}/>`,
    `<svg ${SVG}><!-- <image href="https://evil.test/p"/> --><a href="https://evil.test/"><path/></a></svg>`,
    `<svg ${SVG}><metadata><r:image xmlns:r="urn:r" href="https://evil.test/p"/></metadata></svg>`,
    `<svg ${SVG} xmlns:i="https://ns.example/ai"><i:image xmlns:i="urn:i" href="https://evil.test/"/></svg>`,
  ])("this asks for nothing: %s", (svg) => {
    expect(codes("p.svg", svg)).toEqual([]);
  });
});

describe("a feed", () => {
  const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';
  test.each([
    ["feed.xml", `<?xml-stylesheet href="https://evil.test/s.xsl"?><feed ${ATOM}/>`],
    ["feed.xml", `<feed ${ATOM}><logo>https://evil.test/l.png</logo></feed>`],
    [
      "feed.xml",
      `<feed ${ATOM}><entry><content type="html">&lt;img src="https://evil.test/p"&gt;</content></entry></feed>`,
    ],
    [
      "feed.xml",
      `<feed ${ATOM}><entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><img src="https://evil.test/p"/></div></content></entry></feed>`,
    ],
    [
      "rss.xml",
      "<rss><channel><item><description><![CDATA[<img src=https://evil.test/p>]]></description></item></channel></rss>",
    ],
    [
      "feed.json",
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"content_html":"<img src=\\"https://evil.test/p\\">"}]}',
    ],
    ["feed.json", '{"version":"https://jsonfeed.org/version/1.1","icon":"https://evil.test/i.png"}'],
  ])("%s: %s", (file, text) => {
    expect(codes(file, text)).toEqual(["loads-foreign:1"]);
  });

  test("links, and what is its own, ask for nothing", () => {
    const entry = `&lt;a href="https://evil.test/"&gt;a&lt;/a&gt;&lt;img src="https://own.example/p"&gt;`;
    const link = '<link rel="icon" href="https://evil.test/"/><link rel="self" href="https://evil.test/"/>';
    expect(
      codes("feed.xml", `<feed ${ATOM}>${link}<entry><content type="html">${entry}</content></entry></feed>`),
    ).toEqual([]);
    expect(codes("sitemap.xml", "<urlset><url><loc>https://elsewhere.example/</loc></url></urlset>")).toEqual([]);
  });
});

describe("what stands beside the pages", () => {
  test.each([
    ["site.webmanifest", '{"icons":[{"src":"https://evil.test/i.png"}]}'],
    ["manifest.json", '{"name":"a","icons":[{"src":"//evil.test/i.png"}]}'],
    ["_headers", "/*\n  Link: <https://evil.test/s.css>; rel=preload"],
    ["_headers", "/*\n  Content-Security-Policy: default-src 'none'; report-uri https://evil.test/r"],
    ["_headers", '/*\n  Reporting-Endpoints: a="https://evil.test/r"'],
    ["_headers", "/*\n  Refresh: 0; url=https://evil.test/"],
    [".htaccess", '\nHeader always set Link "<https://evil.test/s.css>; rel=preload"'],
    ["_nginx.conf", '\nadd_header Link "<https://evil.test/s.css>; rel=preload" always;'],
    [
      "p.xsl",
      '<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform">\n<img src="https://evil.test/p"/></x:stylesheet>',
    ],
    [
      "p.xsl",
      '<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform">\n<x:import href="https://evil.test/p"/></x:stylesheet>',
    ],
  ])("%s: %s", (file, text) => {
    expect(codes(file, text)).toEqual([`loads-foreign:${text.includes("\n") ? 2 : 1}`]);
  });

  test.each([
    ["data.json", '{"src":"https://elsewhere.example/a"}'],
    ["data.json", "no JSON"],
    [
      "_headers",
      "/*\n  Content-Security-Policy: frame-src https://platform.twitter.com\n  X-Link: <https://evil.test/>",
    ],
    ["notes.txt", '<img src="https://evil.test/">'],
  ])("this asks for nothing: %s %s", (file, text) => {
    expect(codes(file, text)).toEqual([]);
  });
});

describe("the characters of a file", () => {
  const PAGE = '<img src="https://evil.test/p">';
  test("UTF-16 is read where its mark says so", () => {
    const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from(PAGE, "utf16le")]);
    expect(builtText(bytes)).toEqual({ text: PAGE, unread: null });
  });

  test.each(["<meta charset=iso-2022-jp>", '<meta http-equiv=content-type content="text/html; charset=ISO-2022-JP">'])(
    "%s may hide tags, and nothing is claimed of it",
    (meta) => {
      expect(builtText(Buffer.from(meta)).unread?.toLowerCase()).toBe("iso-2022-jp");
    },
  );

  test("bytes that make no UTF-8 hide nothing", () => {
    expect(builtText(Buffer.from(`\xc3${PAGE}`, "latin1")).text).toContain(PAGE);
  });
});
