import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HARD_SITE } from "../sites/hard-pages.ts";
import { sideways, violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { type EmbedSite, serveSites } from "./embed-site.ts";

let site: EmbedSite;
let browser: Browser;
beforeAll(async () => {
  // Where its address says that it stands: the page for lost addresses finds its stylesheet by that.
  [site, browser] = await Promise.all([serveSites({ archive: HARD_SITE }), launch()]);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

const PAGES = [
  "",
  ...["404.html", "about/", "embeds/", "search/?q=swan"],
  ...new Set(Object.keys(HARD_SITE).flatMap((file) => /^content(\/[^/]+)/.exec(file)?.[1] ?? [])),
].map((path) => (path.startsWith("/") ? `${path.slice(1)}/` : path));

const STATES: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ["light, 1440 px", { colorScheme: "light", viewport: { width: 1440, height: 900 } }],
  ["dark, 320 px", { colorScheme: "dark", viewport: { width: 320, height: 640 } }],
  ["forced colours, 768 px", { forcedColors: "active", viewport: { width: 768, height: 1024 } }],
  ["more contrast, 360 px", { contrast: "more", viewport: { width: 360, height: 740 } }],
];

describe.each(STATES)("hard pages, %s: no fault that axe knows, and nothing to scroll to sideways", (_, options) => {
  test.each(PAGES)("/%s", async (path) => {
    const page = await browser.newPage({ ...options, bypassCSP: true });
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`${site.url}archive/${path}`);
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
