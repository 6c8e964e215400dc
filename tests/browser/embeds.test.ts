/**
 * What embeds promise their readers, by number (docs/embeds.md), on X, which tells its height, and YouTube, which does
 * not and needs a referrer: what is asked before a yes, and what yes and no do. embeds-frames.test.ts goes on with what
 * stands on the page then; the other providers and the stranger browsers are in embeds.full.test.ts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { active, button, embedReader, eventually, origins, readThrough, status, text } from "./embed-reader.ts";
import { kept } from "./embed-site.ts";

const { open, site } = embedReader();

/** Everything that a reader does who says yes to nothing: reads on, points at every control, tabs over it, waits. */
async function doAllButSayYes(page: Page): Promise<void> {
  await readThrough(page);
  const controls = page.locator("a:visible, button:visible, summary:visible, [tabindex='0']:visible");
  // Skip links stand outside the page until they have the focus: there is nothing to point at.
  // Handles: a button comes to the post that is pointed at, and the controls behind it would be counted anew.
  for (const one of await controls.elementHandles())
    if (!(await one.evaluate((link) => link instanceof Element && link.classList.contains("skip")))) await one.hover();
  const reached = async (): Promise<boolean> => page.evaluate(() => document.activeElement === document.body);
  await page.evaluate(() => document.body.focus());
  for (let at = 0; at < 200; at += 1) {
    await page.keyboard.press("Tab");
    if (at > 0 && (await reached())) break;
  }
  await page.waitForTimeout(2000);
}

/** Adds something to a page before it is opened. */
const planting =
  (planted: string) =>
  async (page: Page): Promise<void> => {
    await page.route("**/one/", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace("</body>", `${planted}</body>`);
      await route.fulfill({ response, body });
    });
  };

describe("before a yes", () => {
  test("T1: on no page is anything asked of anybody, whatever a reader does but saying yes", async () => {
    const pages = ["", "few/", "one/", "none/", "embeds/", "404.html", "old-few/"];
    // Side by side: most of a visit is waiting for what might be asked later.
    const asked = pages.map(async (path) => {
      const { page, foreign, faults } = await open(path);
      // An old address leads on by itself: what is asked on the way counts too.
      if (path === "old-few/") await page.waitForURL(`${site().url}few/`);
      else await doAllButSayYes(page);
      return { path, foreign, faults };
    });
    expect(await Promise.all(asked)).toEqual(pages.map((path) => ({ path, foreign: [], faults: [] })));
  });

  const asks = (on: string) =>
    `<script>{const ask=()=>{new Image().src="https://evil.test/"};const last=[...document.querySelectorAll("a, button:not([hidden])")].at(-1);${on}}</script>`;
  test("T1, negative controls: each of these would be seen", async () => {
    const planted = {
      "a picture": '<img src="https://evil.test/" alt="">',
      "what asks when the last control is pointed at": asks('last.addEventListener("pointerenter",ask)'),
      "what asks when the last control has the focus": asks('last.addEventListener("focus",ask)'),
      "what asks only a while later": asks("setTimeout(ask,1500+performance.now())"),
    };
    const seen = Object.entries(planted).map(async ([what, code]) => {
      const { page, foreign } = await open("one/", { bypassCSP: true, onPage: planting(code) });
      await doAllButSayYes(page);
      return { what, seen: foreign.some(({ url }) => url === "https://evil.test/") };
    });
    expect(await Promise.all(seen)).toEqual(Object.keys(planted).map((what) => ({ what, seen: true })));
  });

  test("T3: nothing is kept", async () => {
    const { page, context } = await open("few/");
    expect(await kept(page)).toEqual({});
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(async () => [sessionStorage.length, (await indexedDB.databases()).length])).toEqual([
      0, 0,
    ]);
  });

  test("T4: 200 placeholders are no frame at all, and the script is one file of 6 KB at most", async () => {
    const { page, embeds } = await open("many/");
    expect(await embeds.count()).toBe(200);
    expect(await page.locator("iframe").count()).toBe(0);
    expect(await page.locator("script[src*=embeds]").count()).toBe(1);
    expect(gzipSync(readFileSync(join(site().out, "assets/embeds.js"))).length).toBeLessThanOrEqual(6 * 1024);
  });
});

describe("yes, once", () => {
  test("T5, T6: one frame, of that provider, with every limit set before its first request; nothing kept", async () => {
    const seen = await open("few/");
    const { page, embeds, foreign } = seen;
    await button(embeds.nth(0), "Show this post").click();
    await eventually(() => foreign.length).toBe(1);
    expect(foreign).toEqual([
      { url: "https://platform.twitter.com/embed/Tweet.html?id=20&dnt=true", referer: undefined },
    ]);
    expect(await page.locator("iframe").count()).toBe(1);
    const frame = page.locator("iframe");
    expect(await frame.getAttribute("src")).toBe(await embeds.nth(0).getAttribute("data-src"));
    expect(await frame.getAttribute("title")).toBe("X post 1 by @ines");
    expect(await frame.getAttribute("sandbox")).not.toContain("top-navigation");
    expect(await frame.getAttribute("allow")).toBe("fullscreen");
    expect(await kept(page)).toEqual({});
    await button(embeds.nth(1), "Show this video").click();
    await eventually(() => foreign.length).toBe(2);
    expect(foreign[1]?.referer).toBe(site().url);
    expect(origins(seen)).toEqual(["https://platform.twitter.com", "https://www.youtube-nocookie.com"]);
  });

  test("T5: with Enter and with Space as well", async () => {
    for (const key of ["Enter", "Space"]) {
      const { page, embeds } = await open("few/");
      await button(embeds.nth(0), "Show this post").press(key);
      expect(await page.locator("iframe").count()).toBe(1);
    }
  });

  test.each([0, 3000])("T7: the keyboard keeps its place, the frame answering after %i ms", async (stubDelay) => {
    const { page, embeds } = await open("one/", { stubDelay });
    const embed = embeds.first();
    await button(embed, "Show this post").press("Enter");
    expect(await active(page)).toBe("X post by Ines Barrow (@ines) 3 May 2024");
    await page.keyboard.press("Tab");
    expect(await active(page)).toBe("Hide X content");
    await page.frameLocator("iframe").getByRole("button", { name: "Play" }).waitFor();
    await page.keyboard.press("Tab");
    await eventually(() => active(page)).toBe("frame");
    const inner = page.frames().at(-1);
    await eventually(() => inner?.evaluate(() => document.activeElement?.textContent)).toBe("Play");
    await page.keyboard.press("Tab");
    await eventually(() => active(page)).toContain("10:01");
  });

  test("T8: it is announced once that it loads and once that it shows, in a line that was there before", async () => {
    const { page, embeds } = await open("few/", { stubDelay: 300 });
    const embed = embeds.nth(0);
    expect(await status(embed).textContent()).toBe("");
    await status(embed).evaluate((line) => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(line.textContent ?? "")).observe(line, { childList: true });
    });
    await button(embed, "Show this post").click();
    await eventually(() => status(embed).textContent()).toBe("X post 1 shown");
    expect(await page.evaluate(() => Reflect.get(window, "said"))).toEqual(["X post 1 is loading", "X post 1 shown"]);
  });

  test("T9: nothing plays by itself", async () => {
    const { page } = await open("few/");
    const addresses = await page.locator(".embed").evaluateAll((all) => all.map((one) => one.getAttribute("data-src")));
    expect(addresses.join(" ")).not.toMatch(/autoplay=(?:1|true)/);
  });
});

describe("yes, for the page or always", () => {
  test("T10: all of the page open, and only those near the reader load; nothing kept", async () => {
    const { page, embeds, foreign } = await open("many/");
    await button(embeds.nth(0), "Show all X posts on this page (200)").click();
    expect(await page.locator(".room").count()).toBe(200);
    const reserved = await page
      .locator(".room:not(:has(iframe))")
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).offsetHeight));
    expect(reserved.length).toBeGreaterThan(170);
    expect(new Set(reserved)).toEqual(new Set([350]));
    await eventually(() => foreign.length).toBeGreaterThan(0);
    expect(foreign.length).toBeLessThan(30);
    expect(await page.locator("iframe").count()).toBeLessThan(30);
    expect(await kept(page)).toEqual({});
  });

  test("T11, T12: always is kept for 180 days, and the next page loads that provider by itself, quietly", async () => {
    const { page, context, embeds, foreign } = await open("few/");
    await button(embeds.nth(0), /^Always show posts from X/).click();
    const all = await kept(page);
    expect(Object.keys(all)).toEqual(["embeds:/:v1"]);
    const entry: unknown = JSON.parse(all["embeds:/:v1"] ?? "");
    expect(entry).toEqual({ x: { at: expect.any(String), until: expect.any(String), n: expect.any(String) } });
    const { at, until } = (entry as { x: { at: string; until: string } }).x;
    expect(Date.parse(until) - Date.parse(at)).toBe(180 * 86_400_000);
    expect(await context.cookies(site().url)).toEqual([]);

    foreign.splice(0);
    const next = await context.newPage();
    await next.goto(`${site().url}few/`);
    await eventually(() => foreign.length).toBeGreaterThan(0);
    expect(new Set(foreign.map(({ url }) => new URL(url).hostname))).toEqual(new Set(["platform.twitter.com"]));
    expect(await next.evaluate(() => [document.activeElement?.tagName, scrollY])).toEqual(["BODY", 0]);
    expect(await status(next.locator(".embed").nth(0)).textContent()).toBe("");
  });

  /** Keeps a choice for X as the script would, read now and for a day, but for what is said to be otherwise. */
  const kept1 = (over: string): string => {
    const notice = /data-embed="x"[^>]* data-notice="([^"]+)"/.exec(
      readFileSync(join(site().out, "few/index.html"), "utf8"),
    );
    return `{const DAY=86400000;const day=(n)=>new Date(Date.now()+n*DAY).toISOString();
      const good={at:day(0),until:day(1),n:${JSON.stringify(notice?.[1])}};
      localStorage.setItem("embeds:/:v1",${over})}`;
  };
  test.each([
    ["a good one", "JSON.stringify({x:good})"],
    ["a good one for a whole year", "JSON.stringify({x:{...good,until:day(366)}})"],
    ["a good one among bad ones", "JSON.stringify({youtube:null,gone:7,x:good})"],
  ])("T13, positive control: %s opens what it is about", async (_, over) => {
    const { page, foreign } = await open("few/", { init: kept1(over) });
    await eventually(() => foreign.length).toBeGreaterThan(0);
    expect(await page.locator(".room").count()).toBe(2);
  });

  test.each([
    ["run out", "JSON.stringify({x:{...good,until:day(-1)}})"],
    ["about another notice", 'JSON.stringify({x:{...good,n:"other"}})'],
    ["for longer than a year", "JSON.stringify({x:{...good,until:day(367)}})"],
    ["of no day", "JSON.stringify({x:{until:good.until,n:good.n}})"],
    ["without an end", "JSON.stringify({x:{at:good.at,n:good.n}})"],
    ["no JSON", "JSON.stringify({x:good}).slice(0,-1)"],
    ["in a list", "JSON.stringify([{x:good}])"],
    ["of a provider that nobody has", "JSON.stringify({gone:good})"],
    ["nothing but null", 'JSON.stringify({x:null}).replace("}",\',"__proto__":1}\')'],
  ])("T13: a kept choice that is %s asks again, and nothing breaks", async (_, over) => {
    const { page, faults, foreign } = await open("few/", { init: kept1(over) });
    await page.waitForTimeout(150);
    const rooms = await page.locator(".room").count();
    expect({ faults, foreign, rooms }).toEqual({ faults: [], foreign: [], rooms: 0 });
  });

  test("T13: what has run out is deleted, and nothing else", async () => {
    const { page } = await open("few/");
    await page.evaluate(kept1("JSON.stringify({x:good,youtube:{...good,until:day(-1)}})"));
    await page.reload();
    expect(Object.keys(JSON.parse((await kept(page))["embeds:/:v1"] ?? "{}"))).toEqual(["x"]);
  });

  test("T13: a browser that keeps nothing says so, and shows it all the same", async () => {
    const { page, embeds, faults } = await open("few/", {
      init: 'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })',
    });
    await button(embeds.nth(0), /^Always show/).click();
    expect(await text(status(embeds.nth(0)))).toBe("Your browser does not let us remember this.");
    expect(await page.locator(".room").count()).toBe(2);
    expect(faults).toEqual([]);
  });

  test("T14: another tab follows, for yes and for no", async () => {
    const { page, context, embeds } = await open("few/");
    const other = await context.newPage();
    await other.goto(`${site().url}few/`);
    await button(embeds.nth(0), /^Always show/).click();
    await eventually(() => other.locator(".room").count()).toBe(2);
    await button(embeds.nth(0), "Stop always showing X content").click();
    await eventually(() => other.locator(".room, iframe").count()).toBe(0);
    expect(await page.locator(".room, iframe").count()).toBe(0);
  });

  test("T15: Global Privacy Control answers nothing for the reader, and blocks no button", async () => {
    const { page, embeds } = await open("few/", {
      init: 'Object.defineProperty(navigator, "globalPrivacyControl", { value: true })',
    });
    expect(await page.locator("iframe").count()).toBe(0);
    await button(embeds.nth(0), "Show this post").click();
    expect(await page.locator("iframe").count()).toBe(1);
    await page.goto(`${site().url}embeds/`);
    expect(await page.getByText("Global Privacy Control").isVisible()).toBe(true);
  });
});

describe("no, after all", () => {
  test("T16: Hide takes the frame away and puts the reader back on the button", async () => {
    const { page, embeds } = await open("few/");
    const embed = embeds.nth(0);
    await button(embed, "Show this post").press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.locator("iframe").count()).toBe(0);
    await eventually(() => page.frames().length).toBe(1);
    expect(await active(page)).toBe("Show this post");
    expect(await status(embed).textContent()).toBe("X content hidden");
  });

  test("T16: what is hidden stays hidden on its page, whatever another tab says of others", async () => {
    const { page, embeds } = await open("few/");
    await button(embeds.nth(0), /^Always show/).click();
    await button(embeds.nth(0), "Hide X content").click();
    await page.evaluate(() => dispatchEvent(new StorageEvent("storage", { key: null })));
    expect(await embeds.nth(0).locator(".room").count()).toBe(0);
    expect(await embeds.nth(2).locator(".room").count()).toBe(1);
    // Until the reader asks for it again.
    await button(embeds.nth(0), "Show this post").click();
    expect(await embeds.nth(0).locator(".room").count()).toBe(1);
  });

  test("T16: where there is an always, one press beside the frame takes it back", async () => {
    const { page, embeds } = await open("few/");
    await button(embeds.nth(0), /^Always show/).press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await active(page)).toBe("Stop always showing X content");
    await page.keyboard.press("Enter");
    expect(await kept(page)).toEqual({});
    expect(await page.locator("iframe").count()).toBe(0);
    expect(await active(page)).toBe("Show this post");
  });

  test("T17: every page leads to the settings, which list this site's providers with a real switch", async () => {
    const { page } = await open("few/");
    // From an old address too, which leads on by itself.
    for (const path of ["", "few/", "none/", "embeds/", "404.html", "old-few/"]) {
      await page.goto(site().url + path);
      if (path === "old-few/") await page.waitForURL(`${site().url}few/`);
      const foot = page.getByRole("contentinfo");
      expect(await foot.getByRole("link", { name: "Embedded content settings" }).count()).toBe(1);
    }
    await page.goto(`${site().url}few/`);
    await page.getByRole("link", { name: "Embedded content settings" }).first().click();
    expect(await page.locator("h2").allTextContents()).toEqual(["X", "YouTube"]);
    const x = page.getByRole("switch", { name: "Always show X content" });
    expect(await x.getAttribute("aria-checked")).toBe("false");
    await x.click();
    expect(await x.getAttribute("aria-checked")).toBe("true");
    expect(await page.locator("[data-party=x] [data-state]").textContent()).toMatch(
      /^Always shown since .* \d{4}, until .* \d{4}$/,
    );
    await x.click();
    expect(await kept(page)).toEqual({});
    await x.click();
    await button(page.locator("main"), "Forget all").click();
    expect(await kept(page)).toEqual({});
    expect(await x.getAttribute("aria-checked")).toBe("false");
    expect(await text(page.locator(".party").last().locator("[role=status]"))).toBe(
      "Forgotten. Every embed asks first again.",
    );
  });

  test("T17: its words are there without JavaScript", async () => {
    const { page } = await open("embeds/", { javaScriptEnabled: false });
    const words = (await page.locator("main").textContent()) ?? "";
    expect(words).toContain("Loading it tells X your IP address and browser");
    expect(words).toContain("X cookie policy");
    expect(await page.getByRole("switch").count()).toBe(0);
  });

  test("T18: Escape is nobody's here", async () => {
    const { page, embeds } = await open("few/");
    await button(embeds.nth(0), "Show this post").press("Enter");
    await page.keyboard.press("Escape");
    expect(await page.locator("iframe").count()).toBe(1);
  });
});
