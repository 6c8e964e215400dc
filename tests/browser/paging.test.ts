/** The largest live blog that is known, over 15 pages, as readers and their browsers meet it. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { largestSite, longSite } from "../sites/long.ts";
import { sideways, violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { type EmbedSite, serveSite } from "./embed-site.ts";

let site: EmbedSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(largestSite()), launch()]);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

async function open(path: string, options: BrowserContextOptions = {}, on = site): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(on.url + path);
  return page;
}

/** Whether an element's middle is what shows there: in the window, in the box that scrolls it, and beneath nothing. */
const isInSight = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const shown = document.elementFromPoint(left + width / 2, top + Math.min(height, 40) / 2);
    return shown !== null && element.contains(shown);
  });

describe("the address of a post of page 6, typed without its page", () => {
  test.each([320, 1440])("without JavaScript leads to its link, one click away, %i px wide", async (width) => {
    const page = await open("regatta/#p-swan", { javaScriptEnabled: false, viewport: { width, height: 640 } });
    expect(new URL(page.url()).pathname).toBe("/regatta/");
    const item = page.locator("li#p-swan");
    await expect.poll(() => isInSight(page, "li#p-swan")).toBe(true);
    expect(await item.evaluate((element) => element.matches(":target"))).toBe(true);
    await item.getByRole("link").click();
    await page.waitForURL(`${site.url}regatta/page-6/#p-swan`);
    await expect.poll(() => isInSight(page, "article#p-swan")).toBe(true);
    await page.context().close();
  });

  test("the next Tab without JavaScript is on that link", async () => {
    const page = await open("regatta/#p-swan", { javaScriptEnabled: false });
    await expect.poll(() => isInSight(page, "li#p-swan")).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.locator("li#p-swan a:focus").count()).toBe(1);
    await page.context().close();
  });

  test.each([
    ["its id", "p-swan", "regatta/page-6/#p-swan", "article#p-swan"],
    ["an old id", "post_58fc", "regatta/page-3/#p-", "article:has(#post_58fc)"],
  ])("by %s, with JavaScript it arrives at the post", async (_, id, address, post) => {
    const page = await open("");
    await page.goto(`${site.url}regatta/#${id}`);
    await page.waitForURL((url) => url.href.startsWith(site.url + address));
    await expect.poll(() => isInSight(page, post)).toBe(true);
    // The next Tab is in that post, and Back does not come by the index again.
    await page.keyboard.press("Tab");
    expect(await page.locator(`${post} :focus`).count()).toBe(1);
    await page.goBack();
    expect(page.url()).toBe(site.url);
    await page.context().close();
  });

  test("also when page one is open already", async () => {
    const page = await open("regatta/");
    await page.evaluate(() => {
      location.hash = "#p-swan";
    });
    await page.waitForURL(`${site.url}regatta/page-6/#p-swan`);
    await page.context().close();
  });

  test("a post of page one stays where it is", async () => {
    const page = await open("regatta/#p-gun");
    await expect.poll(() => isInSight(page, "article#p-gun")).toBe(true);
    expect(page.url()).toBe(`${site.url}regatta/#p-gun`);
    await page.context().close();
  });
});

test("an address that names a page which the post has left since leads to the post", async () => {
  const page = await open("regatta/page-2/#p-swan");
  await page.waitForURL(`${site.url}regatta/page-6/#p-swan`);
  await page.context().close();
});

test("an address that no post has ever had ends at page one", async () => {
  const page = await open("regatta/page-2/#p-nobody");
  await page.waitForURL(`${site.url}regatta/#p-nobody`);
  await page.context().close();
});

test("a post's address is copied with its page", async () => {
  const page = await open("regatta/page-6/", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("#p-swan .when").focus();
  await page.locator("#p-swan").getByRole("button", { name: "Copy link" }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toBe(`${site.url}regatta/page-6/#p-swan`);
  await page.context().close();
});

test("turning the order round turns one page, and says so", async () => {
  const page = await open("regatta/page-2/");
  const first = await page.locator(".post").first().getAttribute("id");
  await page.getByRole("button", { name: "Newest first on this page" }).click();
  expect(await page.locator(".post").last().getAttribute("id")).toBe(first);
  expect(await page.locator(".order [role=status]").textContent()).toBe("Page 2 of 15, newest first");
  // The way on stays beneath the posts.
  expect(await page.locator(".timeline > section ~ nav, .timeline + nav.turn").count()).toBe(1);
  await page.context().close();
});

test("pages lead to one another, each link named", async () => {
  const page = await open("regatta/page-2/");
  const turn = page.getByRole("navigation", { name: "Next and previous page" });
  expect(await turn.getByRole("link").allTextContents()).toEqual([
    "Earlier Page 1 of 15, 06:00 to 07:18 on 9 June 2019",
    "Later Page 3 of 15, 08:39 to 09:58",
  ]);
  const pages = page.getByRole("navigation", { name: "All pages" });
  expect(await pages.getByRole("link").count()).toBe(15);
  expect(await pages.locator("[aria-current=page]").textContent()).toMatch(/^2 /);
  await page.getByRole("link", { name: "From the beginning, with summary and sources" }).click();
  await page.waitForURL(`${site.url}regatta/`);
  await page.context().close();
});

const STATES: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ["light", { colorScheme: "light", viewport: { width: 1440, height: 900 } }],
  ["dark, 320 px wide", { colorScheme: "dark", viewport: { width: 320, height: 640 } }],
];

describe("a page is accessible and fits its window", () => {
  // A smaller one: axe looks at every pair of things on a page.
  let smaller: EmbedSite;
  beforeAll(async () => {
    smaller = await serveSite(longSite(230));
  });
  afterAll(() => smaller.close());

  const pages = ["regatta/", "regatta/page-2/", "regatta/page-3/"];
  test.each(pages.flatMap((path) => STATES.map(([name, options]) => [path, name, options] as const)))(
    "%s, %s",
    async (path, _, options) => {
      const page = await open(path, { ...options, bypassCSP: true }, smaller);
      expect(await violations(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      await page.context().close();
    },
  );
});
