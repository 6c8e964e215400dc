import { createServer } from "node:http";
import { expect, test } from "vitest";
import { launch } from "./chromium.ts";

test("the browser of the tests reaches this machine and nothing else", async () => {
  const server = createServer((_, response) => response.end("<!doctype html><title>Stowford</title>"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test's server has no port");
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${address.port}/`);
    expect(await page.title()).toBe("Stowford");
    await expect(page.goto("https://example.org/")).rejects.toThrow("ERR_NAME_NOT_RESOLVED");
  } finally {
    await browser.close();
    server.close();
  }
});
