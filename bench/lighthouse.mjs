/**
 * What Lighthouse says of the built site, as a phone sees it: the best of three for each page, and every audit that
 * counts and is not perfect. It fetches Lighthouse, which is too large to be a dependency, and needs a Chromium.
 *
 *     npm run build && node bench/lighthouse.mjs                   home and the tour
 *     CHROME_PATH=/usr/bin/chromium node bench/lighthouse.mjs london-marathon-2017/
 *
 * One audit fails on purpose: Lighthouse asks for robots.txt from within the page, and the pages' policy
 * (`connect-src 'none'`) lets nothing ask for anything from there.
 */

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { startServer } from "../lib/commands/serve/server.js";

const LIGHTHOUSE = "lighthouse@12.8.2";
const ROUNDS = 3;
const CHROME_FLAGS = "--headless=new --no-sandbox";

const pages = process.argv.length > 2 ? process.argv.slice(2) : ["", "tour/"];
const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
const site = await startServer(resolve("dist"), 0);

async function run(page, round) {
  const report = join(folder, `${round}.json`);
  const options = ["--quiet", `--chrome-flags=${CHROME_FLAGS}`, "--output=json", `--output-path=${report}`];
  await promisify(execFile)("npx", ["--yes", LIGHTHOUSE, site.url + page, ...options]);
  return JSON.parse(readFileSync(report, "utf8"));
}

/** The audits of a category that count in its score and are not perfect. */
function imperfect({ audits }, { auditRefs }) {
  const counted = auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1);
  return counted.map(({ id }) => `${id} ${audits[id].score}`);
}

for (const page of pages) {
  const reports = [];
  for (let round = 0; round < ROUNDS; round++) reports.push(await run(page, round));
  process.stdout.write(`/${page}\n`);
  for (const id of Object.keys(reports[0].categories)) {
    const best = reports.toSorted((a, b) => b.categories[id].score - a.categories[id].score)[0];
    const category = best.categories[id];
    const score = Math.round(category.score * 100);
    process.stdout.write(`  ${id} ${score}  ${imperfect(best, category).join(", ")}\n`);
  }
  const shift = Math.max(...reports.map(({ audits }) => audits["cumulative-layout-shift"].numericValue));
  process.stdout.write(`  cumulative layout shift ${shift}\n`);
}
await site.close();
rmSync(folder, { recursive: true });
