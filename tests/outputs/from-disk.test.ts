import { expect, test } from "vitest";
import { fromDisk } from "../../src/render/from-disk.ts";

test.each([
  ["a folder above", '<a href="../">', '<a href="../index.html">'],
  ["this folder", '<a href="./">', '<a href="./index.html">'],
  ["a post of a page below", '<a href="page-2/#p-swan">', '<a href="page-2/index.html#p-swan">'],
  [
    "characters that are written as references",
    '<a href="../people/o&#x27;neill/">',
    '<a href="../people/o&#x27;neill/index.html">',
  ],
  [
    "where an old address leads on to",
    '<meta http-equiv="refresh" content="0; url=../tour/">',
    '<meta http-equiv="refresh" content="0; url=../tour/index.html">',
  ],
])("a link to %s names its index.html", (_, html, expected) => {
  expect(fromDisk(html)).toBe(expected);
});

test.each([
  ["a file", '<a href="../feed.xml">'],
  ["a post of the same page", '<a href="#p-swan">'],
  ["another site", '<a href="https://example.org/regatta/">'],
  ["another host", '<a href="//example.org/regatta/">'],
  ["the root of a host", '<a href="/regatta/">'],
  ["an address with a query", '<a href="../search/?q=swan/">'],
  ["text that looks like a link", '<p>Type  href="../" there.</p><script>{" href=\\"../\\""}</script>'],
])("%s stays as it is", (_, html) => {
  expect(fromDisk(html)).toBe(html);
});
