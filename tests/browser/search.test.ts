/**
 * The search page in a real browser, behind the headers that the site itself asks its host for: those of `_headers`, as
 * two kinds of host read them.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type EmbedSite, serveSite } from "./embed-site.ts";
import { HOSTS, serveWithHeaders } from "./header-server.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const post = (time: string, head: string, body: string): string => `---\ntime: "${time}"\n${head}---\n${body}\n`;
const MANY = Object.fromEntries(
  Array.from({ length: 25 }, (_, n) => [
    `content/market/p${n}.md`,
    post(`10:${String(n).padStart(2, "0")}`, `headline: Stall ${n}\n`, "Cheese is sold here."),
  ]),
);
const FILES = {
  "content/regatta/index.md": "---\ntitle: Stowford Regatta\ndate: 2019-06-15\ntimezone: Europe/London\n---\n",
  "content/regatta/flag.md": post(
    "11:08",
    "headline: Red flag\nlabels: [Class One]\ncontributor: { name: Ines Barrow, role: harbour master }\n",
    "The race is stopped. Kittiwake <b>protests</b> & waits.",
  ),
  "content/regatta/calm.md": post("08:50", "", "Flat calm all over the harbour, and no flag moves."),
  "content/regatta/reader.md": post(
    "09:10",
    "contributor: { name: Bram Oakes }\n",
    "I am stuck behind a swan.\n\nhttps://x.com/ines/status/20",
  ),
  "content/market/index.md": "---\ntitle: Harwell market\ndate: 2020-05-01\ntimezone: Europe/London\n---\n",
  ...MANY,
};

const BELOW = "/project/";
let site: EmbedSite;
let host: Awaited<ReturnType<typeof serveWithHeaders>>;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(FILES, { basePath: BELOW }), launch()]);
  host = await serveWithHeaders(site.out, HOSTS.cloudflare, BELOW);
});
afterAll(() => Promise.all([browser.close(), host.close(), site.close()]));

/** Opens a page and notes what it asks elsewhere, and what goes wrong: a breach of the policy is an error on the console. */
async function open(path: string, options: BrowserContextOptions = {}, at = host.url) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  const page = await context.newPage();
  const foreign: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => !request.url().startsWith(at) && foreign.push(request.url()));
  page.on("console", (message) => message.type() !== "log" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(at + path);
  return { page, foreign, faults, close: () => context.close() };
}

/** Waits for what a page will say. A watchdog, not a measure: machines are slow and shared. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });

const said = (page: Page) => page.getByRole("status").textContent();
const titles = (page: Page) => page.locator(".found h3").allTextContents();

describe("searching", () => {
  test("finds a post by its words, shows where they stand, and leads to it", async () => {
    const { page, foreign, faults, close } = await open("search/");
    await page.getByRole("searchbox", { name: "Words to look for" }).fill("kittiwake");
    await soon(() => said(page)).toBe("1 post found");
    expect(await page.locator(".found li").innerText()).toContain("11:08, Saturday 15 June 2019 · Stowford Regatta");
    expect(await page.locator(".found mark").allTextContents()).toEqual(["Kittiwake"]);
    // What the author wrote as HTML is text, here as on the post's page.
    expect(await page.locator(".excerpt").textContent()).toContain("<b>protests</b> & waits");
    expect(page.url()).toBe(`${host.url}search/?q=kittiwake`);
    await page.getByRole("link", { name: "Red flag" }).click();
    await page.waitForURL(`${host.url}regatta/#p-flag`);
    expect(await page.locator(":target h3").textContent()).toBe("Red flag");
    expect({ foreign, faults }).toEqual({ foreign: [], faults: [] });
    await close();
  });

  test("finds a post that has no headline, by its label and by its author", async () => {
    for (const [words, title] of [
      ["calm harbour", /^Flat calm/],
      ["class one", /^Red flag$/],
      ["Ines Barrow", /^Red flag$/],
    ] as const) {
      const { page, close } = await open(`search/?q=${encodeURIComponent(words)}`);
      await soon(() => titles(page)).toEqual([expect.stringMatching(title)]);
      await close();
    }
  });

  test("narrows by live blog, person and topic, without words too, and can be sent as an address", async () => {
    const { page, close } = await open("search/");
    await page.getByLabel("Live blog").selectOption("Stowford Regatta (15 June 2019)");
    await soon(() => said(page)).toBe("3 posts found");
    await page.getByLabel("Order").selectOption("Newest first");
    await soon(async () => (await titles(page))[0]).toBe("Red flag");
    await page.getByLabel("Order").selectOption("Oldest first");
    await soon(async () => (await titles(page))[2]).toBe("Red flag");
    await page.goto(`${host.url}search/?q=flag&blog=${encodeURIComponent("Stowford Regatta (15 June 2019)")}`);
    await soon(() => said(page)).toBe("2 posts found");
    // One topic, one person with a role: nothing to choose. Members of the public are nobody's choice.
    expect(await page.getByLabel("Person").isVisible()).toBe(false);
    expect(await page.locator("select[name=person] option").allTextContents()).toEqual(["Everybody", "Ines Barrow"]);
    await close();
  });

  test("shows ten and then ten more, and puts the keyboard where the next ones begin", async () => {
    const { page, close } = await open("search/?q=cheese");
    await soon(() => said(page)).toBe("25 posts found, 10 of them shown");
    const more = page.getByRole("button", { name: "Show more" });
    await more.focus();
    await page.keyboard.press("Enter");
    await soon(() => page.locator(".found li").count()).toBe(20);
    const focused = page.locator(".found li").nth(10).locator("a:focus");
    await soon(() => focused.count()).toBe(1);
    await more.click();
    await soon(() => said(page)).toBe("25 posts found");
    expect(await more.isVisible()).toBe(false);
    await close();
  });

  test("says when nothing is found, and nothing when nothing is asked", async () => {
    const { page, close } = await open("search/?q=xylophone");
    await soon(() => said(page)).toContain("No post was found");
    await page.getByRole("searchbox").fill("");
    await soon(() => said(page)).toBe("");
    expect(page.url()).toBe(`${host.url}search/`);
    await close();
  });

  test("says when the index cannot be loaded", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route("**/pagefind/*.pf_meta", (route) => route.fulfill({ status: 500 }));
    await page.route("**/pagefind/pagefind-entry.json*", (route) => route.fulfill({ status: 500 }));
    await page.goto(`${host.url}search/?q=flag`);
    await soon(() => said(page)).toContain("could not be loaded");
    await context.close();
  });

  test("works with the keyboard alone", async () => {
    const { page, close } = await open("search/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.locator("#_q:focus").count()).toBe(1);
    await page.keyboard.type("swan");
    await page.keyboard.press("Enter");
    await soon(() => said(page)).toBe("1 post found");
    for (let presses = 0; presses < 8 && (await page.locator(".found a:focus").count()) === 0; presses += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${host.url}regatta/#p-reader`);
    await close();
  });
});

describe("the policy", () => {
  /** Eight bytes that are a whole module. */
  const WASM = "WebAssembly.instantiate(Uint8Array.of(0,97,115,109,1,0,0,0)).then(() => 'runs', () => 'refused')";
  const FETCH = "fetch('../pagefind/records.txt').then(() => 'fetched', () => 'refused')";

  test.each([
    ["search/", "runs", "fetched"],
    ["regatta/", "refused", "refused"],
    ["about/", "refused", "refused"],
    ["404.html", "refused", "refused"],
  ])("on %s WebAssembly %s and what stands on the site is %s", async (path, wasm, fetched) => {
    const { page, close } = await open(path);
    expect([await page.evaluate(WASM), await page.evaluate(FETCH)]).toEqual([wasm, fetched]);
    await close();
  });

  test.each(Object.keys(HOSTS) as (keyof typeof HOSTS)[])("lets the search work on %s", async (name) => {
    const served = await serveWithHeaders(site.out, HOSTS[name], BELOW);
    const { page, faults, close } = await open("search/?q=kittiwake", {}, served.url);
    await soon(() => said(page)).toBe("1 post found");
    expect(faults).toEqual([]);
    await close();
    await served.close();
  });
});

describe("without JavaScript", () => {
  test("the search page says so and leads elsewhere; what cannot work does not show", async () => {
    const { page, close } = await open("search/", { javaScriptEnabled: false });
    expect(await page.locator("main").innerText()).toContain("This search needs JavaScript");
    await page.locator("main").getByRole("link", { name: "All live blogs" }).click();
    await page.waitForURL(host.url);
    await page.goBack();
    expect(await page.locator("main :is(select, .found button):visible").count()).toBe(0);
    await close();
  });
});

describe("nothing on the page jumps when what scripts add to it comes late", () => {
  test.each([
    [360, "search/"],
    [360, "search/?q=cheese"],
    [1280, "search/?q=cheese"],
    [360, "embeds/"],
    [1280, "embeds/"],
  ])("%s px, %s", async (width, path) => {
    const page = await browser.newPage({ viewport: { width, height: 740 } });
    const painted = () => performance.getEntriesByName("first-contentful-paint").length > 0;
    await page.route("**/assets/*.js", async (route) => {
      await page.waitForFunction(painted);
      await route.continue();
    });
    await page.goto(host.url + path);
    const last = path.startsWith("search") ? ".narrow" : "[data-do=forget]";
    await page.locator(last).waitFor();
    if (path.includes("?")) await soon(() => said(page)).toContain("found");
    const jumps = await page.evaluate(async () => {
      const seen: unknown[] = [];
      const note = (list: PerformanceObserverEntryList) => seen.push(...list.getEntries().map((jump) => jump.toJSON()));
      new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
      const frame = () => new Promise(requestAnimationFrame);
      for (let frames = 0; frames < 5; frames += 1) await frame();
      return seen;
    });
    expect(jumps).toEqual([]);
    await page.close();
  });
});

test("the page for lost addresses has a form that leads to the search, at any depth", async () => {
  const { page, faults, close } = await open("regatta/2/nothing/here");
  await page.getByRole("searchbox").fill("swan");
  await page.getByRole("button", { name: "Search" }).click();
  await page.waitForURL(`${host.url}search/?q=swan`);
  await soon(() => said(page)).toBe("1 post found");
  // That the page is not there is an error too, and the only one.
  expect(faults).toEqual([expect.stringContaining("404")]);
  await close();
});

describe("every state is accessible and fits its window", () => {
  test.each([
    ["dark", 320, "search/?q=cheese"],
    ["light", 1000, "search/?q=cheese"],
    ["light", 320, "search/?q=xylophone"],
    ["dark", 320, "about/"],
    ["light", 1000, "404.html"],
  ] as const)("%s, %s px, %s", async (colorScheme, width, path) => {
    const { page, close } = await open(path, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    if (path.startsWith("search")) await soon(() => said(page)).toContain("found");
    await page.evaluate(AXE);
    const violations = await page.evaluate(async (): Promise<AxeResults["violations"]> => {
      const global = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
      return (await global.axe.run()).violations;
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await close();
  });
});

test("the script is small, and no page but the search page asks for it", () => {
  const page = (path: string): string => readFileSync(join(site.out, path), "utf8");
  expect(page("search/index.html")).toContain("assets/search.js");
  for (const path of ["index.html", "regatta/index.html", "about/index.html", "404.html"])
    expect(page(path)).not.toContain("search.js");
});
