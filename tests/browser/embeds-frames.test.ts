/**
 * What embeds promise their readers, by number (docs/embeds.md), on X and YouTube: frames and their heights, paper, what
 * breaks, the page's policy, and everybody. What is asked before a yes, and what yes and no do, is in embeds.test.ts.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Frame, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { active, button, embedReader, eventually, readThrough, status, tall, text } from "./embed-reader.ts";

const { open, site } = embedReader();

describe("without JavaScript, and when things break", () => {
  test.each([
    ["T19: JavaScript is off", { javaScriptEnabled: false }],
    ["T21: the script is missing", { withoutScript: true }],
  ])("%s: no dead button, the words and the links are there", async (_, options) => {
    const { page, foreign, embeds } = await open("one/", options);
    const embed = embeds.first();
    expect(await embed.locator("button:visible").count()).toBe(0);
    expect(await embed.locator("blockquote").textContent()).toContain("The swan is back.");
    expect(await embed.getByRole("link", { name: "View original post on X" }).getAttribute("href")).toBe(
      "https://x.com/ines/status/20",
    );
    expect(await embed.getByRole("link", { name: "X privacy policy" }).isVisible()).toBe(true);
    await readThrough(page);
    expect(foreign).toEqual([]);
  });

  test("T20: without JavaScript an embed loads in its place by its own link, and not before", async () => {
    const { page, foreign, embeds } = await open("few/", { javaScriptEnabled: false });
    // Playwright's words and roles skip <noscript>, which here is page like the rest.
    const fallback = embeds.nth(1).locator("noscript");
    expect(await fallback.locator("summary").textContent()).toBe("Load this video here");
    await fallback.locator("summary").click();
    expect(foreign).toEqual([]);
    expect(await fallback.locator("a").textContent()).toBe("Load it from www.youtube-nocookie.com");
    await fallback.locator("a").click();
    await eventually(() => foreign.length).toBe(1);
    expect(foreign[0]?.referer).toBe(site().url);
    await eventually(() => page.frames().some((frame) => frame.url().includes("youtube-nocookie"))).toBe(true);
    expect(page.url()).toBe(`${site().url}few/`);
  });

  test("T22: a provider that tells heights and stays silent for 8 seconds has not answered", async () => {
    const { page, embeds } = await open("few/", { height: null, onPage: (on) => on.clock.install() });
    await button(embeds.nth(0), "Show this post").click();
    await eventually(async () => {
      await page.clock.runFor(1000);
      return text(status(embeds.nth(0)));
    }).toBe("X did not answer. The link leads to the original.");
    expect(await embeds.nth(0).getByRole("link", { name: "View original post on X" }).isVisible()).toBe(true);
  });

  test("T22: a frame that the policy refuses has failed at once", async () => {
    const { page, embeds, foreign } = await open("few/");
    await embeds.nth(0).evaluate((embed) => embed.setAttribute("data-src", "https://evil.test/"));
    await button(embeds.nth(0), "Show this post").click();
    await eventually(() => text(status(embeds.nth(0)))).toContain("X did not answer.");
    expect(foreign).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll("iframe").length)).toBe(1);
  });

  describe("T23: a height is believed", () => {
    const resize = (value: string): string =>
      `{"twttr.embed":{"method":"twttr.private.resize","params":[{"height":${value}}]}}`;
    const tells = (frame: Frame | null | undefined, message: string, to: "parent" | "top" = "parent") =>
      frame?.evaluate(([text, where]) => window[where]?.postMessage(JSON.parse(text), "*"), [message, to] as const);
    /** Two posts of X, each 500 pixels tall, and what is in their frames. */
    async function two() {
      const { page, embeds } = await open("pair/", { height: 500 });
      await button(embeds.nth(0), "Show all X posts on this page (2)").click();
      const heights = (): Promise<number[]> =>
        page.locator(".room").evaluateAll((all) => all.map((one) => (one as HTMLElement).offsetHeight));
      await eventually(heights).toEqual([500, 500]);
      const frames = await Promise.all(
        [0, 1].map(async (at) => (await embeds.nth(at).locator("iframe").elementHandle())?.contentFrame()),
      );
      return { page, heights, first: frames[0], second: frames[1] };
    }

    test("of the frame that tells it, between 80 and 4000 pixels, never below what was reserved", async () => {
      const { heights, first, second } = await two();
      await tells(first, resize("90000"));
      await eventually(heights).toEqual([4000, 500]);
      await tells(second, resize("640.2"));
      await eventually(heights).toEqual([4000, 641]);
      await tells(second, resize("1"));
      await eventually(heights).toEqual([4000, 350]);
    });

    test("but no junk: what is no height, no such message, or far too long", async () => {
      const { page, heights, first } = await two();
      for (const value of ["-5", "0", '"700"', "null", "[900]", "1e9", '{"a":{"b":1}}'])
        await tells(first, resize(value));
      await tells(first, '"not JSON"');
      await tells(first, '{"twttr.embed":{"method":"other","params":[{"height":700}]}}');
      await tells(first, JSON.stringify(`${resize("700")}${" ".repeat(1_000_000)}`));
      await page.waitForTimeout(500);
      expect(await heights()).toEqual([500, 500]);
      // It still listens.
      await tells(first, JSON.stringify(resize("700")));
      await eventually(heights).toEqual([700, 500]);
    });

    test("nor of the page itself", async () => {
      const { page, heights } = await two();
      await page.evaluate((text) => postMessage(JSON.parse(text), "*"), resize("700"));
      await page.waitForTimeout(500);
      expect(await heights()).toEqual([500, 500]);
    });

    test("nor of the right frame once another host has it: right source, wrong origin", async () => {
      const { page, heights, first } = await two();
      await first?.evaluate(() => location.assign("https://www.youtube-nocookie.com/embed/jNQXAC9IVRw"));
      await first?.waitForURL("https://www.youtube-nocookie.com/**");
      await tells(first, resize("700"));
      await page.waitForTimeout(500);
      expect(await heights()).toEqual([500, 500]);
    });

    test("nor of a frame within it: right origin, wrong source", async () => {
      const { page, heights, first } = await two();
      await first?.evaluate(() => {
        const inner = document.createElement("iframe");
        inner.src = "/inner";
        document.body.append(inner);
      });
      const inner = () => page.frames().find((frame) => frame.url() === "https://platform.twitter.com/inner");
      await eventually(() => inner() !== undefined).toBe(true);
      await inner()?.waitForLoadState();
      await tells(inner(), resize("700"), "top");
      await page.waitForTimeout(500);
      expect(await heights()).toEqual([500, 500]);
    });
  });

  test("T24: the room is there in the moment of the click, and a flood of heights moves the page twice at most", async () => {
    const { page, embeds } = await open("few/", { height: 500, stubDelay: 100 });
    const frame = embeds.nth(0).locator("iframe");
    const atOnce = await button(embeds.nth(0), "Show this post").evaluate((one: HTMLElement) => {
      one.click();
      const opened = document.querySelector("iframe");
      const seen: number[] = [];
      Object.assign(window, { seen });
      if (opened) new ResizeObserver(() => seen.push(opened.offsetHeight)).observe(opened);
      return opened?.offsetHeight;
    });
    expect(atOnce).toBe(350);
    const inner = await (await frame.elementHandle())?.contentFrame();
    await page.frameLocator("iframe").getByRole("button", { name: "Play" }).waitFor();
    await inner?.evaluate(async () => {
      for (let at = 0; at < 3000; at += 1) {
        const params = [{ height: 200 + (at % 600) }];
        parent.postMessage({ "twttr.embed": { method: "twttr.private.resize", params } }, "*");
        if (at % 300 === 0) await new Promise((resolve) => setTimeout(resolve, 100));
      }
    });
    const seen = await page.evaluate(() => Reflect.get(window, "seen") as number[]);
    expect(new Set(seen).size).toBeLessThanOrEqual(3);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(350);
  });

  test("T24: when a frame above grows, what is being read stays where it is", async () => {
    const { page, embeds } = await open("few/", { height: 400 });
    await button(embeds.nth(0), "Show this post").click();
    await eventually(() => tall(embeds.nth(0).locator("iframe"))).toBe(400);
    const last = page.locator("article").last();
    await last.scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
    const top = (): Promise<number> => last.evaluate((one) => one.getBoundingClientRect().top);
    const before = await top();
    const inner = page.frames().find((frame) => frame.url().includes("twitter"));
    await inner?.evaluate(() =>
      parent.postMessage({ "twttr.embed": { method: "twttr.private.resize", params: [{ height: 700 }] } }, "*"),
    );
    await eventually(() => tall(embeds.nth(0).locator("iframe"))).toBe(700);
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  });

  test.each(["closed", "open"])(
    "T25: on paper, %s, there is the quote and the address, no question and no frame",
    async (state) => {
      const { page, embeds } = await open("one/");
      if (state === "open") await button(embeds.first(), "Show this post").click();
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".embed :is(iframe, .ask, .slot):visible").count()).toBe(0);
      expect(await embeds.first().locator("blockquote").isVisible()).toBe(true);
      // In a flex box the space before the address would be lost.
      expect(
        await embeds
          .first()
          .locator(".from a")
          .evaluate((link) => getComputedStyle(link).display),
      ).toBe("inline");
      const after = await embeds
        .first()
        .locator(".from a")
        .evaluate((link) => getComputedStyle(link, "::after").content);
      expect(after).toContain("https://x.com/ines/status/20");
    },
  );
});

test("T25: what is open and not yet loaded prints its words and its address", async () => {
  const { page, embeds } = await open("many/");
  await button(embeds.nth(0), "Show all X posts on this page (200)").click();
  const last = embeds.nth(199);
  expect(await last.locator("iframe").count()).toBe(0);
  await page.emulateMedia({ media: "print" });
  expect(await last.locator(".room").isVisible()).toBe(false);
  expect(await text(last.locator(".from"))).toBe("View original post on X");
  const after = await last.locator(".from a").evaluate((link) => getComputedStyle(link, "::after").content);
  expect(after).toContain("https://x.com/ines/status/299");
});

describe("the page's policy", () => {
  test("T26: a whole visit breaks no rule of it, and it has no hole", async () => {
    const { page, embeds, faults } = await open("few/");
    await page.evaluate(() => {
      const broken: string[] = [];
      Object.assign(window, { broken });
      document.addEventListener("securitypolicyviolation", (event) => broken.push(event.violatedDirective));
    });
    await button(embeds.nth(0), /^Always show/).click();
    await eventually(() => tall(embeds.nth(0).locator("iframe"))).toBe(600);
    await button(embeds.nth(0), "Stop always showing X content").click();
    expect(await page.evaluate(() => Reflect.get(window, "broken"))).toEqual([]);
    expect(faults).toEqual([]);
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).not.toMatch(/unsafe|nonce|sha256|\*/);
  });

  /** What a built page says in a `<meta>`. */
  const meta = (file: string, name: string): string =>
    new RegExp(`<meta (?:http-equiv|name)="${name}" content="([^"]*)"`)
      .exec(readFileSync(join(site().out, file), "utf8"))?.[1]
      ?.replaceAll("&#x27;", "'") ?? "";
  const policy = (file: string): string => meta(file, "Content-Security-Policy");
  const STRICT =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'none'; frame-src FRAMES; manifest-src 'self'; base-uri 'none'; form-action 'none'";

  test.each([
    ["few/index.html", "https://platform.twitter.com https://www.youtube-nocookie.com"],
    ["one/index.html", "https://platform.twitter.com"],
    ["none/index.html", "'none'"],
    ["embeds/index.html", "'none'"],
  ])("T26, T27: the frames of %s are its own providers' or none, and all else is this site's", (file, frames) => {
    expect(policy(file)).toBe(STRICT.replace("FRAMES", frames));
  });

  test.each(["index.html", "404.html"])("T27: %s has no frames, and no script but this site's", (file) => {
    expect(policy(file)).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(policy(file)).toContain("; connect-src 'none'; frame-src 'none'; ");
    expect(policy(file)).not.toMatch(/unsafe|https?:|\*/);
  });

  test("T27, T29: a page at an old address may run its one script and nothing else, and tells no more than others", () => {
    expect(policy("old-few/index.html")).toBe(
      "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'",
    );
    for (const name of ["referrer", "x-dns-prefetch-control"])
      expect([name, meta("old-few/index.html", name)]).toEqual([name, meta("index.html", name)]);
    expect(meta("index.html", "referrer")).toBe("strict-origin-when-cross-origin");
    expect(meta("index.html", "x-dns-prefetch-control")).toBe("off");
  });

  test("T27: the header of the whole site allows what some page needs", () => {
    for (const file of ["_headers", "_nginx.conf"])
      expect(readFileSync(join(site().out, file), "utf8")).toMatch(
        /frame-src https:\/\/platform\.twitter\.com https:\/\/www\.youtube-nocookie\.com; manifest-src 'self'; base-uri 'none'; .*frame-ancestors 'self'/,
      );
  });

  test("T28, T29: devices are denied, and elsewhere learns the site's name at most", () => {
    const headers = readFileSync(join(site().out, "_headers"), "utf8");
    expect(headers).toContain("camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    expect(headers).toContain("Referrer-Policy: strict-origin-when-cross-origin");
  });
});

describe("for everybody", () => {
  const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const results = await page.evaluate(() => {
      const { axe } = window as unknown as { axe: { run(on: object, how: object): Promise<AxeResults> } };
      return axe.run(document, { iframes: false });
    });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  }

  test("T30: axe finds nothing, closed, open, failed and on the settings page", async () => {
    const { page, embeds } = await open("few/");
    expect(await violations(page)).toEqual([]);
    await button(embeds.nth(0), /^Always show/).click();
    expect(await violations(page)).toEqual([]);
    await embeds.nth(1).evaluate((embed) => embed.setAttribute("data-src", "https://evil.test/"));
    await button(embeds.nth(1), "Show this video").click();
    await eventually(() => text(status(embeds.nth(1)))).toContain("did not answer");
    expect(await violations(page)).toEqual([]);
    await page.goto(`${site().url}embeds/`);
    expect(await violations(page)).toEqual([]);
  });

  test("T30: every button is 44 by 44 at least, and 320 pixels are room enough", async () => {
    const { page, embeds } = await open("few/", { viewport: { width: 320, height: 640 } });
    await button(embeds.nth(0), /^Always show/).click();
    for (const path of ["few/", "embeds/"]) {
      await page.goto(site().url + path);
      for (const one of await page.locator("main button:visible").all()) {
        const box = await one.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });

  test("T31: what a control is called says whose it is", async () => {
    const { embeds } = await open("one/");
    const show = button(embeds.first(), "Show this post");
    const by = await show.getAttribute("aria-describedby");
    expect(await embeds.first().locator(`#${by}`).textContent()).toBe("Ines Barrow (@ines) 3 May 2024");
    expect(await embeds.first().locator(".ask a").allTextContents()).toEqual([
      "X cookie policy",
      "X privacy policy",
      "embedded content settings",
    ]);
  });

  test("T32: the skip link leads past the embed, closed or open", async () => {
    const { page, embeds } = await open("few/");
    const skip = embeds.nth(0).getByRole("link", { name: "Skip X post 1" });
    await skip.press("Enter");
    expect(await active(page)).toBe("End of X post 1");
    await button(embeds.nth(0), "Show this post").click();
    await skip.press("Enter");
    expect(await active(page)).toBe("End of X post 1");
    const top = await page.locator("#_em-1-end").evaluate((one) => one.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(40);
  });
});

test("T33's wording, and what scripts are told: events that bubble, and window.embeds", async () => {
  const { page, embeds } = await open("few/");
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const what of ["shown", "hidden", "failed"])
      addEventListener(`embed:${what}`, (event) =>
        heard.push(`${what} ${(event as CustomEvent<{ provider: string }>).detail.provider}`),
      );
  });
  const call = (code: string): Promise<unknown> => page.evaluate(`window.embeds.${code}`);
  expect(await call("state()")).toEqual({});
  expect([await call('allow("x")'), await call('allow("nobody")')]).toEqual([true, false]);
  expect(await call("state()")).toEqual({ x: { at: expect.any(String), until: expect.any(String) } });
  await eventually(() => page.evaluate(() => Reflect.get(window, "heard"))).toContain("shown x");
  await call('revoke("x")');
  expect(await page.evaluate(() => Reflect.get(window, "heard"))).toContain("hidden x");
  expect(await embeds.nth(0).locator(".ask-title").textContent()).toBe("Load this post from X?");
});
