import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { site } from "./site.ts";

const KB = 1024;
const SYLLABLES = ["ba", "cor", "den", "fal", "gri", "ho", "lim", "mar", "net", "o", "pel", "ra", "sto", "tun", "wy"];

/** Words that never were, always the same ones, of so many syllables that gzip finds in them no more than in English. */
function words(count: number, seed: number): string {
  let state = seed + 1;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const word = () => Array.from({ length: 1 + next(3) }, () => SYLLABLES[next(SYLLABLES.length)]).join("");
  return Array.from({ length: count }, word).join(" ");
}

/** A live blog whose posts have a headline of seven words and a body of seventy; every tenth is a key moment. */
function liveBlog(posts: number): Record<string, string> {
  const post = (at: number) => {
    const time = `${String(8 + Math.floor(at / 15)).padStart(2, "0")}:${String((at % 15) * 4).padStart(2, "0")}`;
    const front = `time: "${time}"\nheadline: ${words(7, at)}\nlabels: [${words(2, at % 5)}]\nkey: ${at % 10 === 0}`;
    return `---\n${front}\n---\n${words(35, at + 1000)}\n\n${words(35, at + 2000)}\n`;
  };
  return {
    "content/regatta/index.md": "---\ntitle: Regatta\ndate: 2019-06-09\ntimezone: Europe/London\n---\n",
    ...Object.fromEntries(Array.from({ length: posts }, (_, at) => [`content/regatta/p${at}.md`, post(at)])),
  };
}

/** Bytes on the wire, gzipped, of a page and all that it loads by itself. */
async function weigh(posts: number) {
  const made = site(liveBlog(posts));
  await made.build();
  const gzipped = (path: string) => gzipSync(readFileSync(join(made.root, "dist", path))).length;
  const html = made.page("regatta/index.html");
  const loads = (tag: RegExp) => [...html.matchAll(tag)].map(([, path = ""]) => gzipped(join("regatta", path)));
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
  const css = sum(loads(/<link rel="stylesheet" href="([^"]+)"/g));
  const page = gzipped("regatta/index.html");
  const scripts = sum(loads(/<script[^>]* src="([^"]+)"/g));
  return { css, page, scripts, all: css + page + scripts, embeds: gzipped("assets/embeds.js") };
}

test("a page of 40 posts is at most 35 KB in all, its stylesheet 9, its scripts 9, of which embeds 6", async () => {
  const { css, scripts, embeds, all } = await weigh(40);
  expect(css).toBeGreaterThan(0);
  expect(css).toBeLessThanOrEqual(9 * KB);
  expect(scripts + embeds).toBeLessThanOrEqual(9 * KB);
  expect(embeds).toBeLessThanOrEqual(6 * KB);
  expect(all + embeds).toBeLessThanOrEqual(35 * KB);
});

test("a page of 200 posts, the longest there is, is at most 120 KB", async () => {
  const { page, all, embeds } = await weigh(200);
  expect(page).toBeGreaterThan(40 * KB);
  expect(all + embeds).toBeLessThanOrEqual(120 * KB);
});
