import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { type EmbedSite, liveBlog, serveSite } from "./embed-site.ts";

const TABLE =
  "| Boat | Time | Class | Owner | Built |\n|---|---|---|---|---|\n| Lady Mavis | 11:08 | One | Barrow | 1931 |";

let site: EmbedSite;
let browser: Browser;
beforeAll(async () => {
  const tables = liveBlog("tables", [`${TABLE}\n\nAnd the second race:\n\n${TABLE}`, TABLE]);
  const moved = liveBlog("regatta", ["They are off.", "They are in."], "aliases: [old-regatta]\nlang: cy\n");
  [site, browser] = await Promise.all([serveSite({ ...tables, ...moved }), launch()]);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

describe("several tables on a page", () => {
  test.each([1000, 320])("have no fault that axe knows, %s px wide", async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, bypassCSP: true });
    await page.goto(`${site.url}tables/`);
    expect(await page.locator(".table table").count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe("an old address", () => {
  test.each([
    ["with JavaScript leads to the same post", true, "regatta/#p-p1"],
    ["without leads to the live blog", false, "regatta/"],
  ])("%s", async (_, javaScriptEnabled, to) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(`${site.url}old-regatta/#p-p1`);
    await page.waitForURL(`${site.url}regatta/**`);
    expect(page.url()).toBe(site.url + to);
    expect(faults).toEqual([]);
    await context.close();
  });
});
