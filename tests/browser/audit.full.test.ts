import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditFile } from "../../src/audit/audit-file.ts";
import { QUIET, TRICKY } from "../audit/controls.ts";
import { launch } from "./chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const audited = (html: string): readonly string[] =>
  auditFile({ file: "a.html", text: html }, new Set())
    .filter(({ severity }) => severity === "error")
    .map(({ code }) => code);

/** Tells what a page of a made-up site asks of anybody else. Nothing leaves. */
async function visitor(): Promise<(html: string) => Promise<readonly string[]>> {
  const page = await browser.newPage();
  let asked: string[] = [];
  let served = "";
  await page.route("**", (route) => {
    const { host, pathname } = new URL(route.request().url());
    if (host !== "site.test") asked.push(host);
    if (host === "site.test" && pathname === "/")
      return route.fulfill({ contentType: "text/html; charset=utf-8", body: served });
    return route.fulfill({ status: 404, body: "" });
  });
  return async (html) => {
    // Where the last page moved on by itself, that may still be under way.
    for (let left = false, tries = 0; !left && tries < 20; tries += 1)
      left = await page.goto("about:blank").then(
        () => true,
        () => false,
      );
    asked = [];
    served = html;
    await page.goto("http://site.test/", { waitUntil: "load" }).catch(() => undefined);
    for (let waited = 0; waited < 10 && asked.length === 0; waited += 1) await page.waitForTimeout(30);
    return asked;
  };
}

describe("the list of pages that ask is itself true: Chromium asks", () => {
  test("for each of the tricky ones, and for none of the quiet ones", { timeout: 120_000 }, async () => {
    const askedBy = await visitor();
    const silent: string[] = [];
    for (const html of TRICKY) if (!(await askedBy(html)).includes("evil.test")) silent.push(html);
    expect(silent).toEqual([]);
    for (const html of QUIET) expect([html, await askedBy(html)]).toEqual([html, []]);
  });
});

/** What pages are tangled of. */
const PIECES = [
  ...["<svg>", "</svg>", "<svg/>", "<math>", "</math>", "<mtext>", "</mtext>", "<foreignObject>", "</foreignObject>"],
  ...["<title>", "</title>", "<style>", "</style>", "<textarea>", "</textarea>", "<script>", "</script>", "<xmp>"],
  ...["</xmp>", "<noscript>", "</noscript>", "<template>", "</template>", "<select>", "</select>", "<option>"],
  ...["<frameset>", "</frameset>", "<noframes>", "</noframes>", "<iframe>", "</iframe>", "<plaintext>", "<path/>"],
  ...["<!--", "-->", "--!>", "<!-->", "<!--->", "<![CDATA[", "]]>", "<!", "<?", "</", "<", ">", '"', "'", "=", "/"],
  ...["<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<td>", "<b title='", '<b title="', "<a b=", "</br>"],
  ...["<annotation-xml encoding='text/html'>", "<annotation-xml>", "</annotation-xml>", "<desc>", "</desc>", "x"],
];

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function tangle(next: () => number): string {
  const pick = (): string => PIECES[Math.floor(next() * PIECES.length)] ?? "";
  const mark = '<img src="https://evil.test/p">';
  const parts = Array.from({ length: 3 + Math.floor(next() * 12) }, pick);
  parts.splice(Math.floor(next() * (parts.length + 1)), 0, mark);
  return parts.join("");
}

/** Which of these texts, as pages, hold a picture that would be asked for, by Chromium's own parser. */
async function live(page: Page, pages: readonly string[]): Promise<readonly boolean[]> {
  return page.evaluate((all) => {
    const holds = (html: string): boolean =>
      new DOMParser().parseFromString(html, "text/html").querySelector('[src*="evil.test"]') !== null;
    return all.map(holds);
  }, pages);
}

test("whatever is tangled, a picture that Chromium's parser finds is found or said to be unclear", {
  timeout: 120_000,
}, async () => {
  const page = await browser.newPage();
  const next = numbers(20_261_122);
  const pages = Array.from({ length: 20_000 }, () => tangle(next));
  const shown = await live(page, pages);
  const missed = pages.filter((html, at) => shown[at] === true && audited(html).length === 0);
  expect(missed).toEqual([]);
  // The test means something only where many pages show their picture and many do not, and most are read plainly.
  const share = (one: (html: string, at: number) => boolean): number => pages.filter(one).length / pages.length;
  expect(share((_, at) => shown[at] === true)).toBeGreaterThan(0.2);
  expect(share((_, at) => shown[at] !== true)).toBeGreaterThan(0.2);
  expect(share((html) => audited(html).includes("not-proven"))).toBeLessThan(0.5);
});
