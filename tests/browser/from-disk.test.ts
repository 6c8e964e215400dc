/** `build --relative`: the archive on a disk, opened without a server. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../../src/build.ts";
import { launch } from "./chromium.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

let out: string;
let browser: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  out = join(mkdtempSync(join(tmpdir(), "afterlive-disk-")), "copy");
  const options = { root: ROOT, out, write: true, drafts: false, keepGoing: false, basePath: null, relative: true };
  const built = build({ ...options, onProgress: () => undefined });
  [browser] = await Promise.all([launch(), built]);
});
afterAll(async () => {
  await browser.close();
  rmSync(join(out, ".."), { recursive: true });
});

const address = (file: string): string => pathToFileURL(join(out, file)).href;

test("every link of every page leads to a file, and nothing is asked of anybody", { timeout: 120_000 }, async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const foreign: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => request.url().startsWith("file:") || foreign.push(request.url()));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  expect(pages).toContain(join("tour", "index.html"));
  const dead: string[] = [];
  for (const file of pages) {
    await page.goto(address(file));
    const links = await page.locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    for (const href of links) {
      const { protocol, pathname } = new URL(href, page.url());
      if (protocol !== "file:") continue;
      if (pathname.endsWith("/") || !existsSync(fileURLToPath(`file://${pathname}`))) dead.push(`${file} → ${href}`);
    }
  }
  expect({ dead, foreign, faults }).toEqual({ dead: [], foreign: [], faults: [] });
  await context.close();
});

test("a reader comes from the list to a moment and back, with what scripts add", async () => {
  const page = await browser.newPage();
  await page.goto(address("index.html"));
  await page.getByRole("link", { name: "Stowford Regatta 2019" }).click();
  await page.getByRole("link", { name: "Red flag on Kittiwake" }).first().click();
  expect(page.url()).toBe(`${address("tour/index.html")}#p-1108-red-flag`);
  await page.getByRole("button", { name: "Newest first" }).click();
  expect(await page.locator(".post").last().getAttribute("id")).toBe("p-0850-flat-calm");
  await page.getByRole("link", { name: "All live blogs" }).first().click();
  expect(page.url()).toBe(address("index.html"));
  await page.context().close();
});

test("there is no search, which needs a host", () => {
  expect(["search", "pagefind"].filter((name) => existsSync(join(out, name)))).toEqual([]);
});
