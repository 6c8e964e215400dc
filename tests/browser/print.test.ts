import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type EmbedSite, liveBlog, serveSite } from "./embed-site.ts";

let site: EmbedSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  const bodies = [
    "The [sailing instructions](https://example.org/instructions) say so, and [the start](#p-p1) proves it.",
    "https://www.youtube.com/watch?v=jNQXAC9IVRw",
    ...Array.from({ length: 60 }, (_, at) => `Update ${at}. ${"They are waiting for the wind. ".repeat(12)}`),
  ];
  [site, browser] = await Promise.all([serveSite(liveBlog("regatta", bodies)), launch()]);
  page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  await page.goto(`${site.url}regatta/`);
  await page.emulateMedia({ media: "print" });
});
afterAll(() => Promise.all([browser.close(), site.close()]));

/** What the style writes behind an element. */
const behind = (selector: string) =>
  page.locator(selector).evaluate((element) => getComputedStyle(element, "::after").content);

describe("on paper", () => {
  test("the address of a link stands behind it, that of a place on the same page does not", async () => {
    expect(await behind('.body a[href="https://example.org/instructions"]')).toContain("(");
    expect(await behind('.body a[href="#p-p1"]')).toBe("none");
  });

  test("nothing is left that only a hand could use", async () => {
    for (const selector of ["button", ".site nav", ".skip", ".slot"])
      expect(await page.locator(`${selector}:visible`).count(), selector).toBe(0);
  });

  test("an embed is its words and its address", async () => {
    const embed = page.locator(".embed");
    expect(await embed.innerText()).toContain("YouTube");
    expect(await behind(".embed .from a")).toContain("(");
    expect(await embed.locator("iframe:visible").count()).toBe(0);
  });

  test("every post is laid out, and the printer is asked not to break it", async () => {
    const posts = page.locator(".post");
    expect(await posts.count()).toBe(62);
    expect(await posts.first().evaluate((post) => getComputedStyle(post).breakInside)).toBe("avoid");
    expect(
      await page
        .locator(".posts > li")
        .last()
        .evaluate((item) => getComputedStyle(item).contentVisibility),
    ).toBe("visible");
  });

  test("times stay the event's own, written out", async () => {
    expect(await page.locator(".post time").first().innerText()).toBe("10:00");
    expect(await page.locator(".coverage").innerText()).toContain("BST on Friday 3 May 2024");
  });

  test("a PDF comes of it, of more than one sheet", async () => {
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(3);
  });
});
