import { parseXml } from "@rgrove/parse-xml";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentText, element, fragment, xmlDocument } from "../../src/html/markup.ts";

describe("an element", () => {
  test("escapes its text and its attributes, leaves markup alone, and drops what is null", () => {
    const bold = element("b", {}, "a < b");
    expect(element("p", { title: 'say "&"', class: null }, "1 > 0 ", bold, null).markup).toBe(
      '<p title="say &quot;&amp;&quot;">1 &gt; 0 <b>a &lt; b</b></p>',
    );
  });

  test("that is only a tag is closed as HTML and XML both know it", () => {
    expect(element("img", { alt: "" }).markup).toBe('<img alt=""/>');
    expect(element("td").markup).toBe("<td></td>");
    expect(fragment("a", null, element("br")).markup).toBe("a<br/>");
  });
});

test("what no document may hold becomes U+FFFD; tabs and line ends stay", () => {
  expect(documentText("a\u0000b\t\n\ud800c\uffff😀")).toBe("a\uFFFDb\t\n\uFFFDc\uFFFD😀");
});

test("any text in any place is well-formed XML that says the same text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (text, value) => {
      const { root } = parseXml(xmlDocument("a", { x: value }, [element("b", {}, text)]));
      // XML folds line ends, and white space in attributes.
      const folded = documentText(text).replaceAll(/\r\n?/g, "\n");
      expect(root?.text).toBe(`\n${folded}\n`);
      expect(root?.attributes["x"]).toBe(documentText(value).replaceAll(/\r\n|[\t\r\n]/g, " "));
    }),
  );
});
