import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, serveBuiltSite } from "./built-site.ts";
import { launch } from "./chromium.ts";
import { serveSite } from "./embed-site.ts";

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuiltSite(), launch()]);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

async function tour(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ timezoneId: "Europe/London", ...options });
  await page.goto(`${site.url}tour/`);
  return page;
}
const ids = (page: Page) => page.$$eval(".post", (posts) => posts.map(({ id }) => id));

describe("newest first", () => {
  test("turns the whole timeline round and back, keeps the focus, and says so", async () => {
    const page = await tour();
    const before = await ids(page);
    const toggle = page.getByRole("button", { name: "Newest first" });
    await toggle.focus();
    await page.keyboard.press("Enter");
    expect(await ids(page)).toEqual([...before].reverse());
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Newest first");
    expect(await toggle.getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator(".order [role=status]").textContent()).toBe("Timeline, newest first");
    expect(await page.locator("#_timeline").textContent()).toBe("Timeline, newest first");
    await toggle.click();
    expect(await ids(page)).toEqual(before);
    await page.context().close();
  });

  test("is not offered where there is one post", async () => {
    const one = await serveSite({
      "content/regatta/index.md": "---\ntitle: Regatta\n---\n",
      "content/regatta/a.md": "---\nheadline: Away\n---\nThey are off.\n",
    });
    const page = await browser.newPage();
    await page.goto(`${one.url}regatta/`);
    expect(await page.locator(".post").count()).toBe(1);
    expect(await page.locator(".order button").count()).toBe(0);
    await page.context().close();
    await one.close();
  });

  test("is not offered without JavaScript, and nothing else is missing", async () => {
    const page = await tour({ javaScriptEnabled: false });
    expect(await page.locator(".order button").count()).toBe(0);
    expect(await page.locator(".post").count()).toBeGreaterThan(15);
    await page.context().close();
  });
});

describe("the reader's own clock", () => {
  test("stands beside the event's where it differs", async () => {
    const page = await tour({ timezoneId: "Asia/Tokyo" });
    await page.getByRole("button", { name: "Show my own time too" }).click();
    expect(await page.locator("#p-0850-flat-calm .own-time").textContent()).toBe("16:50 for you");
    await page.getByRole("button", { name: "Show my own time too" }).click();
    expect(await page.locator(".own-time").count()).toBe(0);
    await page.context().close();
  });

  test("says the day where that is another too, in the page's language", async () => {
    const page = await tour({ timezoneId: "Pacific/Honolulu", locale: "ar-EG" });
    await page.getByRole("button", { name: "Show my own time too" }).click();
    expect(await page.locator("#p-0850-flat-calm .own-time").textContent()).toBe("Friday 21:50 for you");
    await page.context().close();
  });

  test("is not offered where it is the same", async () => {
    const page = await tour();
    expect(await page.getByRole("button", { name: "Show my own time too" }).count()).toBe(0);
    await page.context().close();
  });
});

test("pointing at a post moves nothing, wide or narrow", async () => {
  for (const width of [360, 1000]) {
    const page = await tour({ viewport: { width, height: 800 } });
    const post = page.locator("#p-0915-postponed");
    /** Of the post and all in it, from its own top: what stands above may still be laid out. */
    const places = () =>
      post.evaluate((one) => {
        const { top } = one.getBoundingClientRect();
        const parts = [one, ...one.querySelectorAll(":not(.copy)")];
        return parts.map((part) => part.getBoundingClientRect()).map((box) => [box.top - top, box.bottom - top]);
      });
    await post.scrollIntoViewIfNeeded();
    const before = await places();
    await post.locator("h3").hover();
    await post.getByRole("button", { name: "Copy link" }).waitFor();
    expect(await places()).toEqual(before);
    await page.context().close();
  }
});

describe("a post's address is copied from the post", () => {
  const ID = "p-0915-postponed";

  test("and the button says so until the reader is at another post; nothing moves", async () => {
    const page = await tour({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator(`#${ID} .when`).focus();
    const height = () => page.locator(`#${ID}`).evaluate((post) => post.getBoundingClientRect().height);
    const before = await height();
    await page.locator(`#${ID}`).getByRole("button", { name: "Copy link" }).click();
    await page.locator(`#${ID}`).getByRole("button", { name: "Link copied" }).waitFor();
    expect(await page.locator(".order [role=status]").textContent()).toBe("Link copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}tour/#${ID}`);
    expect(await height()).toBe(before);
    await page.locator("#p-0850-flat-calm .when").focus();
    expect(await page.locator(".copy").allTextContents()).toEqual(["Copy link"]);
    await page.context().close();
  });

  test("where the clipboard refuses, the page goes to the post, and the button says where its address is", async () => {
    const page = await tour({ viewport: { width: 360, height: 800 } });
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    await page.locator(`#${ID} .when`).focus();
    await page.locator(`#${ID}`).getByRole("button", { name: "Copy link" }).click();
    const told = page.locator(`#${ID}`).getByRole("button", { name: "Not copied: see the address bar" });
    await told.waitFor();
    expect(page.url()).toBe(`${site.url}tour/#${ID}`);
    expect(await page.locator(".order [role=status]").textContent()).toBe("Not copied: see the address bar");
    expect(await told.evaluate((self) => self === document.activeElement)).toBe(true);
    await page.context().close();
  });
});
