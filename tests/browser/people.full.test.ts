import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sideways, violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { type EmbedSite, serveSite } from "./embed-site.ts";

const index = (year: number) =>
  `---\ntitle: Stowford regatta ${year}\ndate: ${year}-06-09\ntimezone: Europe/London\nseries: regatta\n---\n`;
const post = (time: string, name: string, role: string, labels: readonly string[]) =>
  `---\ntime: ${time}\nheadline: Off at ${time}\nlabels: ${JSON.stringify(labels)}\ncontributor: { name: ${name}, role: ${role} }\n---\nThey are off.\n`;
const LONG = `A label ${"that does not end ".repeat(8)}`.trim();
const MANY = Array.from({ length: 300 }, (_, at) => `Boat ${at}`);

const FILES = {
  "content/r18/index.md": index(2018),
  "content/r18/a.md": post("09:00", "Ines Barrow", "helm of Kittiwake", ["Class One", LONG]),
  "content/r19/index.md": index(2019),
  "content/r19/a.md": post("09:00", "Ines Barrow", "harbour master", ["#CLASS ONE", LONG]),
  "content/r19/b.md": post("09:30", "Ines Barrow", "winner", ["Weather", ...MANY]),
  "content/r19/c.md": post("10:00", "李娜", "referee", ["Class One"]),
};

let sites: readonly EmbedSite[];
let browser: Browser;
beforeAll(async () => {
  const made = Promise.all([serveSite(FILES, { topics: MANY }), serveSite(FILES, { lang: "ar" })]);
  [sites, browser] = await Promise.all([made, launch()]);
});
afterAll(() => Promise.all([browser.close(), ...sites.map((site) => site.close())]));

const PAGES = ["", "people/", "people/ines-barrow/", "people/李娜/", "topics/", "topics/class-one/", "r19/"];

describe("people and topics have no fault that axe knows and fit their window", () => {
  test.each([
    ["left to right, dark, 320 px", 0, { colorScheme: "dark", viewport: { width: 320, height: 640 } }],
    ["right to left, light, 1440 px", 1, { colorScheme: "light", viewport: { width: 1440, height: 900 } }],
  ] as const)("%s", async (_, which, options) => {
    const context = await browser.newContext({ ...options, bypassCSP: true });
    const page = await context.newPage();
    for (const path of PAGES) {
      const response = await page.goto(`${sites[which]?.url}${path}`);
      expect(response?.status(), path).toBe(200);
      const brief = await violations(page);
      expect({ path, brief }).toEqual({ path, brief: [] });
      expect(await sideways(page), `${path} scrolls sideways`).toBe(0);
    }
    await context.close();
  });
});

test("every link from them leads somewhere, and says so to nobody else", async () => {
  const [site] = sites;
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).origin));
  const anchors = new Map<string, ReadonlySet<string>>();
  const idsOf = async (url: string): Promise<ReadonlySet<string>> => {
    const known = anchors.get(url);
    if (known !== undefined) return known;
    const response = await page.goto(url);
    const ids = new Set(await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id)));
    anchors.set(url, response?.ok() === true ? ids : new Set());
    return ids;
  };
  for (const path of PAGES.filter((path) => path !== "topics/" && path !== "r19/")) {
    await page.goto(`${site?.url}${path}`);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll("main a")].map((a) => (a as HTMLAnchorElement).href),
    );
    expect(links.length, path).toBeGreaterThan(1);
    for (const link of new Set(links)) {
      const [url = "", hash = "_main"] = link.split("#");
      expect(await idsOf(url), link).toContain(decodeURIComponent(hash));
    }
  }
  expect(new Set(asked)).toEqual(new Set([new URL(site?.url ?? "").origin]));
  await page.close();
});

test("without JavaScript, a name leads to its page, and that to each of its posts", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${sites[0]?.url}r19/`);
  await page.getByRole("link", { name: "Ines Barrow" }).first().click();
  await expect.poll(() => page.title()).toBe("Ines Barrow · Stowford");
  expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual([
    "Stowford regatta 2019",
    "Stowford regatta 2018",
  ]);
  await page.getByRole("link", { name: "Off at 09:30" }).click();
  await expect.poll(() => page.url()).toBe(`${sites[0]?.url}r19/#p-b`);
  await page.goBack();
  await page.getByRole("navigation", { name: "Where this page stands" }).getByRole("link", { name: "People" }).click();
  await expect.poll(() => page.getByRole("heading", { level: 1 }).innerText()).toBe("People");
  await context.close();
});
