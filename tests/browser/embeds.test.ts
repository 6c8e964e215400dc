/**
 * What embeds promise their readers, by number (docs/embeds.md), on X, which tells its height, and YouTube, which does
 * not and needs a referrer. The other providers and the stranger browsers are in embeds.full.test.ts.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { AxeResults } from "axe-core";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type EmbedSite, kept, liveBlog, serveSite, type Visit, type VisitOptions, visit } from "./embed-site.ts";

const X = "https://twitter.com/ines/status/20";
const YOUTUBE = "https://www.youtube.com/watch?v=jNQXAC9IVRw";
const WORDS = "The swan is on the course. ".repeat(40);
const PASTED = `<blockquote class="twitter-tweet"><p lang="en">The swan is <b>back</b>.</p>&mdash; Ines Barrow (@ines) <a href="${X}?ref_src=abc">3 May 2024</a></blockquote> <script async src="https://platform.twitter.com/widgets.js"></script>`;

let site: EmbedSite;
let browser: Browser;
const visits: Visit[] = [];

beforeAll(async () => {
  const many = Array.from({ length: 200 }, (_, at) => `https://x.com/ines/status/${100 + at}`);
  [site, browser] = await Promise.all([
    serveSite({
      ...liveBlog("few", [X, YOUTUBE, WORDS, WORDS, "https://x.com/harwell/status/21", WORDS], "aliases: [old-few]\n"),
      ...liveBlog("pair", [X, "https://x.com/harwell/status/21", YOUTUBE]),
      ...liveBlog("one", [PASTED, "After it."]),
      ...liveBlog("many", many),
      ...liveBlog("none", ["Nobody embeds anything here."]),
    }),
    launch(),
  ]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));
afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close();
});

async function open(path: string, options: VisitOptions = {}): Promise<Visit & { readonly embeds: Locator }> {
  const one = await visit(browser, site, path, options);
  visits.push(one);
  return { ...one, embeds: one.page.locator(".embed") };
}

const button = (within: Locator, name: string | RegExp): Locator => within.getByRole("button", { name });
const status = (embed: Locator): Locator => embed.locator("[role=status]");
const active = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at === null
      ? ""
      : at.tagName === "IFRAME"
        ? "frame"
        : (at.getAttribute("aria-label") ?? at.textContent ?? "");
  });
const tall = (locator: Locator): Promise<number> =>
  locator.evaluate((one) => (one instanceof HTMLElement ? one.offsetHeight : 0));
/** Waits for it as long as a slow machine may need. */
const eventually = <T>(get: () => T) => expect.poll(get, { timeout: 20_000 });
const text = (locator: Locator): Promise<string> =>
  locator
    .evaluate((one) => (one instanceof HTMLElement && one.offsetHeight > 1 ? (one.textContent ?? "") : ""))
    .catch(() => "");
const origins = ({ foreign }: Visit): readonly string[] => [...new Set(foreign.map(({ url }) => new URL(url).origin))];

/** To the end of a page and back, by the wheel: it turns without JavaScript too. */
async function readThrough(page: Page): Promise<void> {
  for (let turns = 0; turns < 8; turns += 1) await page.mouse.wheel(0, 800);
  await page.mouse.wheel(0, -9999);
}

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
      if (path === "old-few/") await page.waitForURL(`${site.url}few/`);
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
    expect(gzipSync(readFileSync(join(site.out, "assets/embeds.js"))).length).toBeLessThanOrEqual(6 * 1024);
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
    expect(foreign[1]?.referer).toBe(site.url);
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
    expect(await context.cookies(site.url)).toEqual([]);

    foreign.splice(0);
    const next = await context.newPage();
    await next.goto(`${site.url}few/`);
    await eventually(() => foreign.length).toBeGreaterThan(0);
    expect(new Set(foreign.map(({ url }) => new URL(url).hostname))).toEqual(new Set(["platform.twitter.com"]));
    expect(await next.evaluate(() => [document.activeElement?.tagName, scrollY])).toEqual(["BODY", 0]);
    expect(await status(next.locator(".embed").nth(0)).textContent()).toBe("");
  });

  /** Keeps a choice for X as the script would, read now and for a day, but for what is said to be otherwise. */
  const kept1 = (over: string): string => {
    const notice = /data-embed="x"[^>]* data-notice="([^"]+)"/.exec(
      readFileSync(join(site.out, "few/index.html"), "utf8"),
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
    await other.goto(`${site.url}few/`);
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
    await page.goto(`${site.url}embeds/`);
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
    expect(page.frames().length).toBe(1);
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
      await page.goto(site.url + path);
      if (path === "old-few/") await page.waitForURL(`${site.url}few/`);
      const foot = page.getByRole("contentinfo");
      expect(await foot.getByRole("link", { name: "Embedded content settings" }).count()).toBe(1);
    }
    await page.goto(`${site.url}few/`);
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
    expect(foreign[0]?.referer).toBe(site.url);
    await eventually(() => page.frames().some((frame) => frame.url().includes("youtube-nocookie"))).toBe(true);
    expect(page.url()).toBe(`${site.url}few/`);
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
      .exec(readFileSync(join(site.out, file), "utf8"))?.[1]
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
      expect(readFileSync(join(site.out, file), "utf8")).toMatch(
        /frame-src https:\/\/platform\.twitter\.com https:\/\/www\.youtube-nocookie\.com; manifest-src 'self'; base-uri 'none'; .*frame-ancestors 'self'/,
      );
  });

  test("T28, T29: devices are denied, and elsewhere learns the site's name at most", () => {
    const headers = readFileSync(join(site.out, "_headers"), "utf8");
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
    await page.goto(`${site.url}embeds/`);
    expect(await violations(page)).toEqual([]);
  });

  test("T30: every button is 44 by 44 at least, and 320 pixels are room enough", async () => {
    const { page, embeds } = await open("few/", { viewport: { width: 320, height: 640 } });
    await button(embeds.nth(0), /^Always show/).click();
    for (const path of ["few/", "embeds/"]) {
      await page.goto(site.url + path);
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
