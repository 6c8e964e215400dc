import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launch } from "./chromium.ts";
import { type EmbedSite, liveBlog, serveSite, type Visit, type VisitOptions, visit } from "./embed-site.ts";

const X = "https://twitter.com/ines/status/20";
const YOUTUBE = "https://www.youtube.com/watch?v=jNQXAC9IVRw";
const WORDS = "The swan is on the course. ".repeat(40);
const PASTED = `<blockquote class="twitter-tweet"><p lang="en">The swan is <b>back</b>.</p>&mdash; Ines Barrow (@ines) <a href="${X}?ref_src=abc">3 May 2024</a></blockquote> <script async src="https://platform.twitter.com/widgets.js"></script>`;

export type Opened = Visit & { readonly embeds: Locator };

/** A site of posts of X and videos of YouTube for the tests of a file, and its pages as readers open them. */
export interface Reader {
  /** Where the site is; there once the file's tests run. */
  site(): EmbedSite;
  /** Opens a page in a browser of its own, closed after its test. */
  open(path: string, options?: VisitOptions): Promise<Opened>;
}

/** Builds the site before a file's tests and takes it away after them. */
export function embedReader(): Reader {
  let made: EmbedSite;
  let browser: Awaited<ReturnType<typeof launch>>;
  const visits: Visit[] = [];
  beforeAll(async () => {
    const many = Array.from({ length: 200 }, (_, at) => `https://x.com/ines/status/${100 + at}`);
    [made, browser] = await Promise.all([
      serveSite({
        ...liveBlog(
          "few",
          [X, YOUTUBE, WORDS, WORDS, "https://x.com/harwell/status/21", WORDS],
          "aliases: [old-few]\n",
        ),
        ...liveBlog("pair", [X, "https://x.com/harwell/status/21", YOUTUBE]),
        ...liveBlog("one", [PASTED, "After it."]),
        ...liveBlog("many", many),
        ...liveBlog("none", ["Nobody embeds anything here."]),
      }),
      launch(),
    ]);
  });
  afterAll(() => Promise.all([browser?.close(), made?.close()]));
  afterEach(async () => {
    for (const { context } of visits.splice(0)) await context.close();
  });
  return {
    site: () => made,
    async open(path, options = {}) {
      const one = await visit(browser, made, path, options);
      visits.push(one);
      return { ...one, embeds: one.page.locator(".embed") };
    },
  };
}

export const button = (within: Locator, name: string | RegExp): Locator => within.getByRole("button", { name });
export const status = (embed: Locator): Locator => embed.locator("[role=status]");
export const active = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at === null
      ? ""
      : at.tagName === "IFRAME"
        ? "frame"
        : (at.getAttribute("aria-label") ?? at.textContent ?? "");
  });
export const tall = (locator: Locator): Promise<number> =>
  locator.evaluate((one) => (one instanceof HTMLElement ? one.offsetHeight : 0));
/** Waits for it as long as a slow machine may need. */
export const eventually = <T>(get: () => T) => expect.poll(get, { timeout: 20_000 });
export const text = (locator: Locator): Promise<string> =>
  locator
    .evaluate((one) => (one instanceof HTMLElement && one.offsetHeight > 1 ? (one.textContent ?? "") : ""))
    .catch(() => "");
export const origins = ({ foreign }: Visit): readonly string[] => [
  ...new Set(foreign.map(({ url }) => new URL(url).origin)),
];

/** To the end of a page and back, by the wheel: it turns without JavaScript too. */
export async function readThrough(page: Page): Promise<void> {
  for (let turns = 0; turns < 8; turns += 1) await page.mouse.wheel(0, 800);
  await page.mouse.wheel(0, -9999);
}
