import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sideways, violations } from "./axe.ts";
import { type BuiltSite, serveBuiltSite } from "./built-site.ts";
import { launch } from "./chromium.ts";

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuiltSite(), launch()]);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

/** A reader's tab, and every address that its pages ask for elsewhere, and everything that goes wrong on them. */
interface Tab {
  readonly page: Page;
  readonly foreign: string[];
  readonly faults: string[];
  close(): Promise<void>;
}

async function openTab(options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const foreign: string[] = [];
  const faults: string[] = [];
  await context.route(/.*/, (route) => {
    const url = route.request().url();
    if (url.startsWith(site.url) || url.startsWith("data:")) return route.continue();
    foreign.push(url);
    return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>stub</title><button>Play</button>" });
  });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  return { page, foreign, faults, close: () => context.close() };
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Tab> {
  const tab = await openTab(options);
  await tab.page.goto(site.url + path);
  return tab;
}

/** Goes to the end of a page and back, as a reader does. */
async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 700) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

/** Pages of one kind are made by one template: of people and topics, one each is looked at. */
function oneOfEachKind(pages: readonly string[]): readonly string[] {
  const kinds = new Map(pages.map((path) => [path.replace(/^(people|topics)\/.+/, "$1/*"), path]));
  return [...kinds.values()];
}

/** Every page is opened in a browser, one after the other. */
const MANY_PAGES = 180_000;

test("every page of the archive is there", () => {
  expect(site.pages).toEqual(
    expect.arrayContaining(["", "404.html", "london-marathon-2016/", "london-marathon-2017/", "tour/"]),
  );
});

describe("every page, visited one after the other", () => {
  const ids = new Map<string, readonly string[]>();
  const links: [from: string, to: string][] = [];

  test.each([false, true])(
    "asks nobody else for anything, with JavaScript: %s",
    { timeout: MANY_PAGES },
    async (js) => {
      const { page, foreign, faults, close } = await openTab({ javaScriptEnabled: js });
      for (const path of site.pages) {
        await page.goto(site.url + path);
        if (js) {
          await readThrough(page);
          ids.set(path, await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id)));
          const found = await page
            .locator("a")
            .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
          links.push(...found.map((href): [string, string] => [path, new URL(href, page.url()).href]));
        }
        expect({ path, foreign, faults }).toEqual({ path, foreign: [], faults: [] });
      }
      await close();
    },
  );

  test("has each id once", () => {
    const doubled = [...ids].filter(([, all]) => new Set(all).size !== all.length).map(([path]) => path);
    expect([ids.size, doubled]).toEqual([site.pages.length, []]);
  });

  test("leads somewhere by every link and anchor inside the archive", () => {
    const dead = links.filter(([, to]) => {
      if (!to.startsWith(site.url)) return false;
      const [path = "", hash = ""] = to.slice(site.url.length).split("#");
      const page = ids.get(path);
      if (page === undefined) return !site.files.includes(path);
      return hash !== "" && !page.includes(decodeURIComponent(hash));
    });
    expect(links.length).toBeGreaterThan(site.pages.length);
    expect(dead).toEqual([]);
  });
});

test("a placeholder opens when its reader says so, asks its own provider and no other, and closes again", async () => {
  const { page, foreign, close } = await open("tour/");
  const embed = page.locator(".embed").first();
  await embed.scrollIntoViewIfNeeded();
  await expect.poll(() => embed.getByRole("button", { name: "Show this post", exact: true }).count()).toBe(1);
  expect(await page.locator("iframe").count()).toBe(0);
  await embed.getByRole("button", { name: "Show this post", exact: true }).click();
  await expect.poll(() => foreign.length).toBeGreaterThan(0);
  expect(new Set(foreign.map((url) => new URL(url).origin))).toEqual(new Set(["https://platform.twitter.com"]));
  expect(await page.locator("iframe").count()).toBe(1);
  await embed.getByRole("button", { name: /^Hide/ }).click();
  expect(await page.locator("iframe").count()).toBe(0);
  await close();
});

test("without JavaScript no dead button shows, and the plain link to the original is there", async () => {
  const { page, close } = await open("tour/", { javaScriptEnabled: false });
  const embed = page.locator(".embed").first();
  await embed.scrollIntoViewIfNeeded();
  expect(await embed.locator("button:visible").count()).toBe(0);
  expect(await embed.getByRole("link", { name: /^View .*original/i }).isVisible()).toBe(true);
  await close();
});

const STATES: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ["light", { colorScheme: "light" }],
  ["dark, 320 px wide", { colorScheme: "dark", viewport: { width: 320, height: 640 } }],
];

describe("a page is accessible and fits its window (WCAG 2.2 AA and best practices)", () => {
  test.each(STATES)("%s", { timeout: MANY_PAGES }, async (_, options) => {
    // The page's policy refuses a style that is not its own, the test's too: posts off screen are to be looked at as well.
    const { page, close } = await openTab({ ...options, bypassCSP: true });
    for (const path of oneOfEachKind(site.pages)) {
      await page.goto(site.url + path);
      const brief = await violations(page);
      expect({ path, brief }).toEqual({ path, brief: [] });
      expect(await sideways(page), `${path} scrolls sideways`).toBe(0);
    }
    await close();
  });
});
