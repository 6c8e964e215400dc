import fc from "fast-check";
import { Lexer, Parser } from "marked";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { htmlOf, readBody, readIndex } from "./read.ts";

describe("A body becomes blocks", () => {
  test("prose, embeds and pictures, each with its lines", () => {
    const { blocks, problems } = readBody(`The fair *opens*.

It is cold.

https://twitter.com/jack/status/20

![The square at dawn](square.jpg "Stowford, 6am | Ines Barrow")
Then this:
`);
    expect(problems).toEqual(["10:1 warning image-not-alone"]);
    expect(blocks).toMatchObject([
      { kind: "prose", html: "<p>The fair <em>opens</em>.</p>\n<p>It is cold.</p>", start: 4, end: 6 },
      { kind: "embed", provider: "x", printed: null, url: "https://twitter.com/jack/status/20", start: 8, end: 8 },
      { kind: "prose", html: "<p>The square at dawn\nThen this:</p>", start: 10, end: 11 },
    ]);
  });

  test("a provider's address needs a line of its own, not a paragraph", () => {
    const { blocks } = readBody("Watch:\nhttps://www.youtube.com/watch?v=jNQXAC9IVRw\nOr not.\n");
    expect(blocks).toMatchObject([
      { kind: "prose", text: "Watch:", start: 4, end: 4 },
      { kind: "embed", provider: "youtube", start: 5, end: 5 },
      { kind: "prose", text: "Or not.", start: 6, end: 6 },
    ]);
    expect(readBody("See https://twitter.com/jack/status/20 for it.").blocks).toMatchObject([{ kind: "prose" }]);
    expect(readBody("https://example.org/status/20").blocks).toMatchObject([{ kind: "prose" }]);
    expect(htmlOf("> https://twitter.com/jack/status/20")).toContain('<a href="https://twitter.com/jack/status/20"');
    expect(htmlOf("```\nhttps://twitter.com/jack/status/20\n```")).toMatch(/^<pre/);
  });

  test.each([
    ['![The *square*](square.jpg "Dawn | Ines Barrow")', "The square", "Dawn", "Ines Barrow", "square.jpg"],
    ['![The square](square.jpg "Dawn")', "The square", "Dawn", null, "square.jpg"],
    ['![](the%20square.jpg "| Ines Barrow")', null, null, "Ines Barrow", "the square.jpg"],
    ['![A](a.jpg "One | two | three")', "A", "One | two", "three", "a.jpg"],
  ])("a picture: %s", (markdown, alt, caption, credit, src) => {
    const { blocks, problems } = readBody(markdown);
    expect(problems).toEqual([]);
    expect(blocks).toEqual([{ kind: "image", alt, caption, credit, src, start: 4, end: 4 }]);
  });

  test("pictures under each other are a picture each", () => {
    expect(readBody("![A](a.jpg)\n![B](b.jpg)\n").blocks).toMatchObject([
      { kind: "image", src: "a.jpg", start: 4 },
      { kind: "image", src: "b.jpg", start: 5 },
    ]);
  });

  test("headings go below that of the post, and skip no level", () => {
    expect(htmlOf("# One\n\n### Two\n\n## Three\n\n# Four\n\n#\n")).toBe(
      "<h4>One</h4>\n<h5>Two</h5>\n<h5>Three</h5>\n<h4>Four</h4>",
    );
    const index = readIndex("---\ntitle: Fair\n---\n### About\n").value;
    expect(index?.body).toMatchObject([{ html: "<h2>About</h2>" }]);
  });

  test("tables can be scrolled and read aloud", () => {
    expect(
      htmlOf("| a | b |\n|--:|---|\n| 1 | 2 |\n"),
    ).toBe(`<div class="table" role="group" tabindex="0" aria-label="Table">
<table>
<thead>
<tr>
<th scope="col" class="align-right">a</th>
<th scope="col">b</th>
</tr>
</thead>
<tbody><tr>
<td class="align-right">1</td>
<td>2</td>
</tr>
</tbody></table>
</div>`);
  });

  test("the words without markup, for search and feeds", () => {
    const [block] = readBody(
      "# A *day*\n\nTea &amp; `cake`,\nand [more](b.txt).\n\n- [x] won\n- lost\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    ).blocks;
    expect(block).toMatchObject({ text: "A day\nTea & cake, and more.\n☑ won\nlost\na b\n1 2" });
  });

  test("there are no footnotes: [^1] stays text", () => {
    expect(htmlOf("Words[^1].\n\n[^1]: https://example.org\n")).toContain("<p>Words[^1].</p>");
  });
});

describe("Nothing untrusted gets through", () => {
  test("HTML is shown as it was typed", () => {
    const { problems, blocks } = readBody('Hm <b>so</b>.\n\n<div onclick="x()">\n\n<script>alert(1)</script>\n');
    expect(problems).toEqual([
      "4:4 warning html-shown-as-text",
      "6:1 warning html-shown-as-text",
      "8:1 warning html-shown-as-text",
    ]);
    expect(blocks).toMatchObject([
      {
        html: "<p>Hm &lt;b&gt;so&lt;/b&gt;.</p>\n<p>&lt;div onclick=&quot;x()&quot;&gt;</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
      },
    ]);
  });

  test("what follows a <pre> is still text", () => {
    expect(htmlOf("a <pre> <img src=x onerror=alert(1) //")).not.toContain("<img");
  });

  test.each([
    ["https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&amp;b=2"],
    ["mailto:ines@example.org", "mailto:ines@example.org"],
    ["tel:+441234", "tel:+441234"],
    ["#p-1132-barrow-wins", "#p-1132-barrow-wins"],
    ["results/race.pdf", "results/race.pdf"],
    ["<the results.pdf>", "the%20results.pdf"],
    ["HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG"],
  ])("readers may be sent to %s", (typed, href) => {
    expect(readBody(`[go](${typed})`).problems).toEqual([]);
    expect(htmlOf(`[go](${typed})`)).toContain(`<a href="${href}"`);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#115;cript:alert(1)",
    "java&#x73;cript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "javascript&colon;alert(1)",
    "&#1;javascript:alert(1)",
    "<java\tscript:alert(1)>",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "//example.org/x",
    "/etc/passwd",
    "../other/index.html",
    "a/%2e%2e/%2E%2e/b",
    "..&bsol;x",
    "https://",
  ])("readers are not sent to %s", (typed) => {
    const { problems, blocks } = readBody(`So [go](${typed}).`);
    expect(problems).toEqual(["4:4 warning link-unsafe"]);
    expect(JSON.stringify(blocks)).not.toContain("<a ");
  });

  test("wherever it stands, it is reported at its line", () => {
    const bad = "[x](javascript:x)";
    const { problems } = readBody(
      `Hm.\n\n- one\n\n  two ${bad}\n- three\n  - four\n    ${bad}\n\n> five\n> ${bad}\n\n|a|b|\n|-|-|\n|c|${bad}|\n\n# ${bad}\n\nsix\n${bad}\n`,
    );
    expect(problems).toEqual(
      [8, 11, 14, 18, 20, 23].map((line) => expect.stringMatching(`^${line}:\\d+ warning link-unsafe$`)),
    );
  });

  test("links to other sites say so, links inside do not", () => {
    expect(htmlOf("[a](https://example.org)")).toContain('rel="noopener noreferrer external"');
    expect(htmlOf("www.example.org")).toContain('rel="noopener noreferrer external"');
    expect(htmlOf("[a](#b)")).toBe('<p><a href="#b">a</a></p>');
  });

  test("a picture of another site is a link to it, never a request", () => {
    for (const remote of ["![Dawn](https://example.org/a.jpg)", "Look: ![Dawn](//example.org/a.jpg)"]) {
      const html = htmlOf(remote);
      expect(html).not.toContain("<img");
    }
    expect(readBody("![Dawn](https://example.org/a.jpg)").problems).toEqual(["4:1 warning image-remote"]);
    expect(htmlOf("![Dawn](https://example.org/a.jpg)")).toContain('<a href="https://example.org/a.jpg"');
  });

  test.each(["../a.jpg", "/a.jpg", "a/b.jpg", "..%2fa.jpg", "..\\\\a.jpg"])(
    "a picture leaves its folder: %s",
    (src) => {
      expect(readBody(`![A](${src})`).problems).toEqual(["4:1 path-leaves-folder"]);
    },
  );

  test("control characters are left out, and that is said", () => {
    const { problems, diagnostics } = readBody("One\n\nT\0wo\n");
    expect(problems).toEqual(["6:1 warning control-characters"]);
    expect(diagnostics[0]?.hint).toContain("Delete");
    expect(htmlOf("T\0w&#7;o")).toBe("<p>Two</p>");
  });
});

describe("Texts that bring markdown readers down", () => {
  test.each([
    ["lists in lists", `${"- ".repeat(1_500)}x`, ["4:1 markdown-too-deep"]],
    ["quotes in quotes", `Hm.\n\n${"> ".repeat(2_000)}x`, ["6:1 markdown-too-deep"]],
    ["both", `${"> - ".repeat(700)}x`, ["4:1 markdown-too-deep"]],
    [
      "a staircase of lists",
      Array.from({ length: 60 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"),
      ["36:1 markdown-too-deep"],
    ],
    ["a line of 200 KB", "C:\\a\\".repeat(40_000), ["4:1 markdown-too-long"]],
    ["a paragraph of nothing but marks", `Hm.\n\n${"_a".repeat(30_000)}`, ["6:1 markdown-too-long"]],
    ["marks that do not match", "a_*b".repeat(2_000), ["4:1 markdown-too-long"]],
  ])("%s", (_, body, problems) => {
    expect(readBody(body).problems).toEqual(problems);
  });

  test.each([
    ["as it reads", () => vi.spyOn(Lexer.prototype, "blockTokens")],
    ["as it writes", () => vi.spyOn(Parser.prototype, "parse")],
  ])("a fault in the markdown package itself, %s, costs the markup, not the words", (_, spy) => {
    const faulty = spy().mockImplementation(() => {
      throw new Error("a fault of its own");
    });
    onTestFinished(() => faulty.mockRestore());
    const { blocks, problems } = readBody("The *swan* is <b>back</b>.\n\nT\0wo.\n");
    expect(problems).toEqual(["4:1 warning markdown-failed", "6:1 warning control-characters"]);
    expect(blocks).toEqual([
      {
        kind: "prose",
        html: '<pre tabindex="0"><code>The *swan* is &lt;b&gt;back&lt;/b&gt;.\n\nTwo.\n</code></pre>',
        text: "The *swan* is <b>back</b>.\n\nTwo.",
        ...{ start: 4, end: 6 },
      },
    ]);
  });

  test("a rule of a hundred dashes is a rule", () => {
    expect(readBody("- ".repeat(100)).problems).toEqual([]);
  });

  test("tab, vertical tab, line end", () => {
    expect(readBody("\t\v\n").problems).toEqual(["4:1 warning control-characters"]);
  });
});

/** Words that markdown and HTML are made of, in any order. */
const fragment = fc.constantFrom(
  ..."<script> </script> <img src=x onerror=alert(1) > <svg/onload= <a href= <pre> <!-- --> ]]> javascript: java&#115;cript:".split(
    " ",
  ),
  ...'[ ]( ](javascript:x) ) ![ ](//e.org/a.jpg) ]( "t") ` ``` ~~~ * ** _ ~~ > - 1. # | |-|- \\ &lt; &#60; &quot; &colon; www.a.b'.split(
    " ",
  ),
  ...[
    "\n",
    "\n\n",
    " ",
    "\t",
    "    ",
    '"',
    "'",
    "\0",
    "\ud800",
    "é",
    "[a]: javascript:x",
    "https://x.com/jack/status/20",
    "- [x] ",
  ],
);
const body = fc
  .array(fc.oneof(fragment, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 40 })
  .map((words) => words.join(""));

/** Every tag that a body may become, whole. What is no tag of ours is no tag: everything else has its < escaped. */
const OUR_TAG =
  /^<(?:\/?(?:p|h[4-6]|em|strong|del|code|pre|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|div|a)|br|hr|ol start="\d+"|pre tabindex="0"|th scope="col"(?: class="align-\w+")?|td class="align-\w+"|div class="table" role="group" tabindex="0" aria-label="Table"|a href="(?:(?:https?|mailto|tel):[^"<>]*|[^":<>?#]*(?:[?#][^"<>]*)?)"(?: title="[^"<>]*")?(?: rel="noopener noreferrer external")?)>$/i;

describe("Whatever the body", () => {
  test("its HTML holds no tag but ours, no handler and no address that runs", () => {
    fc.assert(
      fc.property(body, (text) => {
        const html = htmlOf(text);
        for (const tag of html.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(OUR_TAG);
        expect(html).not.toMatch(/href="\s*(?:javascript|data|vbscript):/i);
      }),
      { numRuns: 1_000 },
    );
  });

  test("its blocks stand in order, inside the file", () => {
    fc.assert(
      fc.property(body, (text) => {
        const last = 3 + text.split(/\r\n|\r|\n/).length;
        let before = 3;
        for (const { start, end } of readBody(text).blocks) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(last);
          before = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
