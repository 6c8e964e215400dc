/**
 * The matrix behind embeds.test.ts and embeds-frames.test.ts: every provider, and browsers that are set up in other ways (docs/embeds.md).
 * Every other host is a stub that tells its height as that provider does.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { auditTree } from "../../src/audit/audit-tree.ts";
import { htmlTokens, type Tag } from "../../src/html/tokens.ts";
import { launch } from "./chromium.ts";
import { type EmbedSite, kept, liveBlog, SAYS, serveSite, type Visit, type VisitOptions, visit } from "./embed-site.ts";

/** One thing of every provider: its key, its address, the host that a yes asks. */
const ALL: readonly (readonly [key: string, url: string, host: string])[] = [
  ["x", "https://twitter.com/ines/status/20", "platform.twitter.com"],
  ["instagram", "https://www.instagram.com/p/BtUBGjCH_Xx/", "www.instagram.com"],
  ["youtube", "https://youtu.be/jNQXAC9IVRw", "www.youtube-nocookie.com"],
  ["facebook", "https://www.facebook.com/stowford/posts/1234567890", "www.facebook.com"],
  ["tiktok", "https://www.tiktok.com/@ines/video/7106594312292453675", "www.tiktok.com"],
  ["vimeo", "https://vimeo.com/76979871", "player.vimeo.com"],
  ["spotify", "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC", "open.spotify.com"],
  ["bluesky", "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3k4duaz5vfs2b", "embed.bsky.app"],
  ["soundcloud", "https://soundcloud.com/ines/the-swan", "w.soundcloud.com"],
  ["reddit", "https://www.reddit.com/r/stowford/comments/abc123/", "embed.reddit.com"],
  ["mastodon:social.example", "https://social.example/@ines/109384055412614544/embed", "social.example"],
  ["giphy", "https://giphy.com/gifs/a-swan-l0HlBO7eyXzSZkJri", "giphy.com"],
  ["datawrapper", "https://datawrapper.dwcdn.net/aB3dE/2/", "datawrapper.dwcdn.net"],
  ["flourish", "https://public.flourish.studio/visualisation/1234567/", "flo.uri.sh"],
  ["twitch", "https://www.twitch.tv/videos/123456789", "player.twitch.tv"],
  ["dailymotion", "https://www.dailymotion.com/video/x84sh87", "geo.dailymotion.com"],
  ["apple-music", "https://music.apple.com/gb/album/the-swan/1440857781", "embed.music.apple.com"],
  ["apple-podcasts", "https://podcasts.apple.com/gb/podcast/the-hour/id1234567890", "embed.podcasts.apple.com"],
  ["telegram", "https://t.me/stowford/42", "t.me"],
  ["frame:charts.example.org", '<iframe src="https://charts.example.org/1"></iframe>', "charts.example.org"],
];

let site: EmbedSite;
let browser: Browser;
const visits: Visit[] = [];

beforeAll(async () => {
  const frames = ["charts.example.org"];
  const one = ALL[0]?.[1] ?? "";
  [site, browser] = await Promise.all([
    serveSite(
      {
        ...liveBlog(
          "all",
          ALL.map(([, url]) => url),
          "aliases: [old-all]\n",
        ),
        ...liveBlog("lost", ['<iframe src="https://elsewhere.example/1"></iframe>', "https://vm.tiktok.com/ZM123/"]),
        ...liveBlog(
          "sixty",
          Array.from({ length: 60 }, (_, at) => `https://x.com/ines/status/${100 + at}`),
        ),
        ...liveBlog("arabic", [one], "lang: ar\n"),
        ...liveBlog("welsh", [one], "lang: cy\n"),
        ...liveBlog("none", ["Nobody embeds anything here."]),
        "content/all/twice.md": `---\ntime: "23:00"\nheadline: Twice\n---\n${one}\n`,
      },
      { embeds: { frames, mastodon: ["social.example"] } },
    ),
    launch(),
  ]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));
afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close();
});

async function open(path: string, options: VisitOptions = {}): Promise<Visit> {
  const opened = await visit(browser, site, path, options);
  visits.push(opened);
  return opened;
}
const eventually = <T>(get: () => T) => expect.poll(get, { timeout: 20_000 });

describe.each(ALL)("%s", (key, _, host) => {
  test("T5, T6, T8: loads from its own host and no other, says so, and leaves nothing behind", async () => {
    const { page, foreign, faults } = await open("all/");
    const embed = page.locator(`.embed[data-embed="${key}"]`).first();
    await embed.locator("[data-do=once]").click();
    await eventually(() => foreign.length).toBe(1);
    expect(foreign.map(({ url }) => new URL(url).hostname)).toEqual([host]);
    await eventually(() => embed.locator("[role=status]").textContent()).toMatch(/ shown$/);
    const src = new URL((await embed.locator("iframe").getAttribute("src")) ?? "");
    if (key === "twitch") expect(src.searchParams.get("parent")).toBe("127.0.0.1");
    expect(foreign[0]?.referer).toBe(
      (await embed.getAttribute("data-referrer")) === "no-referrer" ? undefined : site.url,
    );
    expect(await embed.locator("iframe").getAttribute("title")).not.toBe("");
    expect(await kept(page)).toEqual({});
    expect(faults).toEqual([]);
  });

  test("T24: takes the height that its frame tells, or keeps the one reserved", async () => {
    const { page } = await open("all/", { height: 777 });
    const embed = page.locator(`.embed[data-embed="${key}"]`).first();
    await embed.locator("[data-do=once]").click();
    const height = () => embed.locator("iframe").evaluate((one) => (one instanceof HTMLElement ? one.offsetHeight : 0));
    const tells = SAYS[host] !== undefined || key.startsWith("mastodon");
    const reserved = await height();
    if (tells) await eventually(height).toBe(host === "flo.uri.sh" ? 778 : 777);
    else expect(await height()).toBe(reserved);
  });
});

describe.each([
  ["JavaScript off", { javaScriptEnabled: false }],
  ["the script missing", { withoutScript: true }],
  ["Global Privacy Control", { init: 'Object.defineProperty(navigator, "globalPrivacyControl", { value: true })' }],
  [
    "storage that throws",
    { init: 'Object.defineProperty(window, "localStorage", { get() { throw new Error("no"); } })' },
  ],
  ["reduced motion", { reducedMotion: "reduce" }],
  ["forced colours", { forcedColors: "active" }],
  ["320 pixels", { viewport: { width: 320, height: 640 } }],
  ["400 % zoom", { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
  ["dark", { colorScheme: "dark" }],
  ["the clock ten years on", { onPage: (on) => on.clock.install({ time: "2036-01-01T12:00:00Z" }) }],
] satisfies (readonly [string, VisitOptions])[])("with %s", (_, options) => {
  test("T1, T3, T30: every page asks for nothing, keeps nothing, and needs no sideways scroll", async () => {
    for (const path of ["", "all/", "lost/", "sixty/", "arabic/", "none/", "embeds/", "404.html", "old-all/"]) {
      const { page, context, foreign, faults } = await open(path, options);
      // An old address leads on by itself.
      if (path === "old-all/") await page.waitForURL(`${site.url}all/`);
      for (let turns = 0; turns < 10; turns += 1) await page.mouse.wheel(0, 900);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const noise = faults.filter((fault) => !fault.includes("404"));
      expect({ path, foreign, noise, wide: Math.max(0, wide) }).toEqual({ path, foreign: [], noise: [], wide: 0 });
      expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
      await context.close();
      visits.pop();
    }
  }, 180_000);
});

test("T9: with reduced motion nothing of ours moves over time", async () => {
  const { page } = await open("all/", { reducedMotion: "reduce" });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll(".embed, .embed *")].filter((one) => {
      const { transitionDuration, animationName } = getComputedStyle(one);
      return transitionDuration !== "0s" || animationName !== "none";
    }),
  );
  expect(moving.length).toBe(0);
});

test("T13: half a year later it asks again, and has forgotten", async () => {
  const { page } = await open("all/", { onPage: (on) => on.clock.install({ time: "2026-01-01T12:00:00Z" }) });
  await page.locator("[data-do=always]").first().click();
  await page.clock.setSystemTime("2026-06-29T12:00:00Z");
  await page.reload();
  expect(await page.locator(".room").count()).toBe(2);
  await page.clock.setSystemTime("2026-07-01T12:00:00Z");
  await page.reload();
  expect(await page.locator(".room").count()).toBe(0);
  expect(await kept(page)).toEqual({});
});

test("T30: forced colours draw every button's border, and its words stand clear of it", async () => {
  const { page } = await open("all/", { forcedColors: "active" });
  const borders = await page.locator(".embed button:visible").evaluateAll((all) =>
    all.map((one) => {
      const { borderTopStyle, borderTopWidth, paddingLeft } = getComputedStyle(one);
      return `${borderTopStyle} ${borderTopWidth}, ${Number.parseFloat(paddingLeft) >= 8 ? "clear" : "touching"}`;
    }),
  );
  expect(new Set(borders)).toEqual(new Set(["solid 1px, clear"]));
});

test("T33: an Arabic page asks in Arabic, from right to left where its page does not, a Welsh one in Welsh", async () => {
  const arabic = await open("arabic/");
  expect(await arabic.page.locator("[data-do=once]").textContent()).toContain("إظهار");
  const welsh = await open("welsh/");
  expect(await welsh.page.locator(".ask-title").textContent()).toBe("Llwytho’r postiad o X?");
});

describe("over every page that was built", () => {
  const pages = (): string[] =>
    readdirSync(site.out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  const tags = (file: string): Tag[] =>
    htmlTokens(readFileSync(join(site.out, file), "utf8")).filter((token): token is Tag => token.kind === "open");

  test("T2: nothing in any file asks elsewhere", () => {
    expect(auditTree(site.out, new Set()).diagnostics).toEqual([]);
  });

  test("ids are unique, every frame's host is in its page's policy, every embed has its plain link", () => {
    for (const file of pages()) {
      const all = tags(file);
      const ids = all.flatMap(({ attributes }) => attributes.get("id") ?? []);
      expect([file, ids.length]).toEqual([file, new Set(ids).size]);
      const policy = all.find(({ attributes }) => attributes.get("http-equiv") === "Content-Security-Policy");
      const allowed = /frame-src ([^;]+)/.exec(policy?.attributes.get("content") ?? "")?.[1]?.split(" ") ?? [];
      const embeds = all.filter(({ attributes }) => attributes.has("data-src"));
      for (const { attributes } of embeds) expect(allowed).toContain(new URL(attributes.get("data-src") ?? "").origin);
      const text = readFileSync(join(site.out, file), "utf8");
      expect(text.split('class="from"').length - 1).toBe(embeds.length);
    }
  });
});

/** `count` posts of X, a hundred in each post of a live blog. */
function hundreds(slug: string, count: number): Record<string, string> {
  const body = (post: number): string =>
    Array.from({ length: 100 }, (_, at) => `https://x.com/ines/status/${1000 + 100 * post + at}\n`).join("\n");
  return liveBlog(
    slug,
    Array.from({ length: count / 100 }, (_, post) => body(post)),
  );
}

test("10,000 embeds on a page: it stands, asks for nothing, and opens one of them", async () => {
  const big = await serveSite(hundreds("big", 10_000));
  try {
    const { page, foreign } = await visit(browser, big, "big/");
    expect(await page.locator(".embed").count()).toBe(10_000);
    expect(foreign).toEqual([]);
    await page.locator("[data-do=once]").first().click();
    await eventually(() => foreign.length).toBe(1);
    await page.context().close();
  } finally {
    await big.close();
  }
}, 120_000);

test("T10, T12: with 1,200 embeds that are always shown, each has its frame when it is seen, and few have one at once", async () => {
  const big = await serveSite(hundreds("big", 1200));
  try {
    const { page, context } = await visit(browser, big, "big/");
    await page.locator("[data-do=always]").first().click();
    await page.reload();
    expect(await page.locator(".room").count()).toBe(1200);
    const frames = (): Promise<number> => page.locator("iframe").count();
    await eventually(frames).toBeGreaterThan(0);
    expect(await frames()).toBeLessThan(30);

    // Posts far away have the size that the browser guesses, so a reader who jumps has to jump again.
    const plays = (at: number) =>
      eventually(async () => {
        const embed = page.locator(".embed").nth(at);
        await embed.locator(".slot").evaluate((one) => one.scrollIntoView());
        return embed.frameLocator("iframe").getByRole("button", { name: "Play" }).isVisible();
      }).toBe(true);
    await plays(1199);
    expect(await frames()).toBeLessThan(60);

    // Whoever reads on meets more than may have a frame at once: the oldest give way, and come back when they are met again.
    let most = 0;
    for (let at = 0; at < 240; at += 3) {
      await page
        .locator(".embed")
        .nth(at)
        .evaluate((one) => one.scrollIntoView());
      await page.waitForTimeout(50);
      most = Math.max(most, await frames());
    }
    expect(most).toBeGreaterThan(80);
    expect(most).toBeLessThanOrEqual(120);
    await plays(1199);
    await plays(0);
    // One that had to give way came back without a word.
    expect(await page.locator(".embed").first().locator("[role=status]").textContent()).toBe("");
    await context.close();
  } finally {
    await big.close();
  }
}, 300_000);

test("a frame that floods its page with heights slows nobody: the page answers, and moves once a second", async () => {
  const { page } = await open("all/", { height: 500 });
  const embed = page.locator('.embed[data-embed="x"]').first();
  await embed.locator("[data-do=once]").click();
  const height = (): Promise<number> => embed.locator(".room").evaluate((one) => (one as HTMLElement).offsetHeight);
  await eventually(height).toBe(500);
  const inner = await (await embed.locator("iframe").elementHandle())?.contentFrame();
  await inner?.evaluate(() => {
    let at = 0;
    setInterval(() => {
      for (let times = 0; times < 5; times += 1) {
        const params = [{ height: 400 + (at++ % 1000) }];
        parent.postMessage({ "twttr.embed": { method: "twttr.private.resize", params } }, "*");
        parent.postMessage("{".repeat(9000), "*");
      }
    }, 10);
  });
  await embed.locator(".room").evaluate((room) => {
    const changes: number[] = [];
    Object.assign(window, { changes });
    new ResizeObserver(() => changes.push((room as HTMLElement).offsetHeight)).observe(room);
  });
  await page.waitForTimeout(4000);
  expect(await page.evaluate(() => (Reflect.get(window, "changes") as number[]).length)).toBeLessThanOrEqual(7);
  await embed.locator("[data-do=hide]").click();
  expect(await page.locator("iframe").count()).toBe(0);
}, 60_000);

describe("storage that holds anything at all", () => {
  const JUNK = [
    ...['""', "7", "true", "[]", "[[[[", "\0\u{1f600}"],
    ...['{"x":{}}', '{"x":[1,2]}', '{"x":"yes"}', '{"__proto__":{"x":1}}'],
    ...['{"x":{"at":1e400,"until":{},"n":[]}}', `{"x":${"[".repeat(5000)}`, `{"${"y".repeat(100_000)}":1}`],
    JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, { at: "now" }]))),
  ];
  test("asks first, breaks nothing, and takes a new choice", async () => {
    const { page, foreign, faults } = await open("welsh/");
    for (const junk of JUNK) {
      const junked = junk.slice(0, 40);
      await page.evaluate((text) => localStorage.setItem("embeds:/:v1", text), junk);
      await page.goto(`${site.url}welsh/`);
      expect([junked, foreign, faults, await page.locator(".room").count()]).toEqual([junked, [], [], 0]);
      await page.locator("[data-do=always]").click();
      expect([junked, ...Object.keys(JSON.parse((await kept(page))["embeds:/:v1"] ?? ""))]).toEqual([junked, "x"]);
      await eventually(() => foreign.splice(0).length).toBeGreaterThan(0);
      await page.goto(`${site.url}embeds/`);
      expect([junked, await page.locator("[data-strays] > *").count()]).toEqual([junked, 0]);
    }
  }, 120_000);
});
