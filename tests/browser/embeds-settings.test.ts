/**
 * What readers have chosen and how they take it back, where things are not as usual: a provider that the owner has
 * switched off since, a browser that does not write, two sites on one origin (docs/embeds.md, T13, T16, T17).
 */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import {
  type EmbedSite,
  kept,
  liveBlog,
  serveSite,
  serveSites,
  type Visit,
  type VisitOptions,
  visit,
} from "./embed-site.ts";

const X = "https://x.com/ines/status/20";
const YOUTUBE = "https://www.youtube.com/watch?v=jNQXAC9IVRw";

let on: EmbedSite;
let off: EmbedSite;
let browser: Browser;
const visits: Visit[] = [];

beforeAll(async () => {
  const files = { ...liveBlog("regatta", [X, YOUTUBE]), ...liveBlog("fair", ["Nobody embeds anything here."]) };
  [on, off, browser] = await Promise.all([
    serveSite(files),
    serveSite(files, { embeds: { providers: { x: false, youtube: false } } }),
    launch(),
  ]);
});
afterAll(() => Promise.all([browser?.close(), on?.close(), off?.close()]));
afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close();
});

async function open(site: EmbedSite, path: string, options: VisitOptions = {}): Promise<Visit> {
  const one = await visit(browser, site, path, options);
  visits.push(one);
  return one;
}

const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole("button", { name });
/** The status lines that can be seen. */
const said = (page: Page): Promise<string[]> => page.locator("[role=status]:not(.vh)").allTextContents();
const eventually = <T>(get: () => T) => expect.poll(get, { timeout: 20_000 });

/** Keeps a choice each for these parties as an earlier visit would have, for as many days; once in a context. */
const keptEarlier = (parties: readonly string[], days = 30): string =>
  `if (!sessionStorage.length) {
    sessionStorage.setItem("been", "here");
    const day = (n) => new Date(Date.now() + n * 864e5).toISOString();
    const one = () => ({ at: day(-1), until: day(${days}), n: "whatever it said then" });
    localStorage.setItem("embeds:/:v1", JSON.stringify(Object.fromEntries(${JSON.stringify(parties)}.map((party) => [party, one()]))));
  }`;

describe("a provider that the owner has switched off while readers hold an always", () => {
  test("loads nothing on any page, and is a link there", async () => {
    for (const path of ["", "regatta/", "fair/", "embeds/", "404.html"]) {
      const { page, foreign, faults } = await open(off, path, { init: keptEarlier(["x", "youtube"]) });
      await page.waitForTimeout(300);
      expect({ path, foreign, faults }).toEqual({ path, foreign: [], faults: [] });
      expect(await page.locator("iframe, .embed").count()).toBe(0);
      if (path === "regatta/")
        expect(await page.getByRole("link", { name: "View original post on X" }).count()).toBe(1);
    }
  });

  test("is listed in the settings by the name that the browser keeps, and can be stopped there", async () => {
    const { page } = await open(off, "embeds/", { init: keptEarlier(["x", "frame:charts.example.org"]) });
    const strays = page.locator("[data-strays] > *");
    expect(await strays.locator("h2").allTextContents()).toEqual(["x", "frame:charts.example.org"]);
    expect(await strays.first().textContent()).toContain("No page of this site shows anything of it any more.");
    expect(await strays.first().locator("[data-state]").textContent()).toMatch(
      /^Always shown since .*\d{4}, until .*\d{4}$/,
    );
    await button(page, "Stop always showing x content").press("Enter");
    expect(await strays.locator("h2").allTextContents()).toEqual(["frame:charts.example.org"]);
    expect(Object.keys(JSON.parse((await kept(page))["embeds:/:v1"] ?? ""))).toEqual(["frame:charts.example.org"]);
    expect(await said(page)).toEqual(["x: forgotten."]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Forget all");
    await button(page, "Forget all").press("Enter");
    expect(await strays.count()).toBe(0);
    expect(await kept(page)).toEqual({});
    expect(await said(page)).toEqual(["Forgotten. Every embed asks first again."]);
  });

  test("is text on the page, whatever its name is, and gone once it has run out", async () => {
    const markup = '<img src="https://evil.test/" onerror="alert(1)">';
    const { page, foreign, faults } = await open(off, "embeds/", { init: keptEarlier([markup, "x".repeat(5000)]) });
    expect(await page.locator("[data-strays] h2").allTextContents()).toEqual([markup, "x".repeat(100)]);
    expect(await page.locator("main img").count()).toBe(0);
    expect({ foreign, faults }).toEqual({ foreign: [], faults: [] });
    const late = await open(off, "embeds/", { init: keptEarlier(["x"], -1) });
    expect(await late.page.locator("[data-strays] h2").count()).toBe(0);
    expect(await kept(late.page)).toEqual({});
  });

  test("does not hide the settings of the others", async () => {
    const { page } = await open(on, "embeds/", { init: keptEarlier(["tiktok"]) });
    expect(await page.locator("h2").allTextContents()).toEqual(["X", "YouTube", "tiktok"]);
    await page.getByRole("switch", { name: "Always show X content" }).click();
    expect(Object.keys(JSON.parse((await kept(page))["embeds:/:v1"] ?? ""))).toEqual(["tiktok", "x"]);
  });

  test("leaves Forget all in its place where nothing is kept", async () => {
    for (const site of [on, off]) {
      const { page } = await open(site, "embeds/");
      expect(await button(page, "Forget all").isVisible()).toBe(true);
      expect(await page.locator("[data-strays] > *").count()).toBe(0);
      expect(await kept(page)).toEqual({});
    }
  });
});

describe("a browser that reads what is kept and writes nothing", () => {
  const UNDELETED =
    "Your browser did not let us delete this choice. It no longer counts on this page, but may on the next.";
  const UNKEPT = "Your browser does not let us remember this.";
  const full = (page: Page): Promise<void> =>
    page.evaluate(() => {
      const no = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      Object.assign(Storage.prototype, { setItem: no, removeItem: no });
    });

  test("stops on this page all the same, and says that the choice is still there", async () => {
    const { page, faults } = await open(on, "regatta/");
    const x = page.locator(".embed").first();
    await button(x, /^Always show/).click();
    await full(page);
    await button(x, "Stop always showing X content").press("Enter");
    expect(await page.locator(".room, iframe").count()).toBe(0);
    expect(await said(page)).toEqual([UNDELETED]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Show this post");
    // Still kept, and still not counted when something else makes the page look again.
    expect(Object.keys(await kept(page))).toEqual(["embeds:/:v1"]);
    await page.evaluate(() => dispatchEvent(new StorageEvent("storage", { key: null })));
    expect(await page.locator(".room, iframe").count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test("opens what the reader says yes to, and says that it is not kept", async () => {
    const { page, faults } = await open(on, "regatta/");
    await full(page);
    await button(page.locator(".embed").first(), /^Always show/).click();
    expect(await page.locator("iframe").count()).toBe(1);
    expect(await said(page)).toEqual([UNKEPT]);
    expect(await kept(page)).toEqual({});
    expect(faults).toEqual([]);
  });

  test("turns the settings' switches off, on not, and says which", async () => {
    const { page } = await open(on, "embeds/");
    const x = page.getByRole("switch", { name: "Always show X content" });
    await x.click();
    await full(page);
    await x.click();
    expect(await x.getAttribute("aria-checked")).toBe("false");
    expect(await said(page)).toEqual([UNDELETED]);
    await x.click();
    expect(await x.getAttribute("aria-checked")).toBe("false");
    expect(await said(page)).toEqual([UNKEPT]);
  });

  test("forgets all for this page, and says that it is still there", async () => {
    const { page } = await open(on, "embeds/", { init: keptEarlier(["tiktok"]) });
    await page.getByRole("switch", { name: "Always show X content" }).click();
    await full(page);
    await button(page, "Forget all").click();
    expect(await page.locator("[aria-checked=true], [data-strays] > *").count()).toBe(0);
    expect(await said(page)).toEqual([UNDELETED]);
  });

  test("tells scripts that ask", async () => {
    const { page } = await open(on, "regatta/");
    const call = (code: string): Promise<unknown> => page.evaluate(`window.embeds.${code}`);
    expect(await call('allow("x")')).toBe(true);
    await full(page);
    expect(await call('revoke("x")')).toBe(false);
    expect(await call("state()")).toEqual({});
    expect(await call('allow("youtube")')).toBe(false);
  });
});

test("two sites of one origin and one title keep their choices apart, on every page of theirs", async () => {
  const files = { ...liveBlog("regatta", [X]), ...liveBlog("fair", [X]) };
  // A title of nothing but signs, and no address: nothing tells these two apart but where they lie.
  const both = await serveSites({ a: files, b: files }, { title: "…" });
  try {
    const { page, context } = await open(both, "a/regatta/");
    await button(page, /^Always show/).click();
    expect(Object.keys(await kept(page))).toEqual(["embeds:/a/:v1"]);
    const rooms = async (path: string): Promise<number> => {
      const next = await context.newPage();
      await next.goto(both.url + path);
      return next.locator(".room").count();
    };
    expect([await rooms("a/fair/"), await rooms("b/fair/"), await rooms("b/regatta/")]).toEqual([1, 0, 0]);
    await page.goto(`${both.url}b/embeds/`);
    expect(await page.locator("[aria-checked=true]").count()).toBe(0);
    await page.goto(`${both.url}a/embeds/`);
    expect(await page.locator("[aria-checked=true]").count()).toBe(1);
    await button(page, "Forget all").click();
    await eventually(() => kept(page)).toEqual({});
  } finally {
    await both.close();
  }
});
