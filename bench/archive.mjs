/**
 * A site of invented live blogs to build: 50 posts each, in dumps of 20 entries a page, three live blogs of four in a
 * series. The same count gives the same site.
 *
 *     node bench/archive.mjs 500 ../archive              then, in there: node …/lib/cli.js build
 *     node bench/archive.mjs 500 ../archive --no-search
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { structuredDump } from "./structured-dump.mjs";

const POSTS = 50;
const PAGE = 20;
/** Live blogs of one series stand together; the last of each group is in none. */
const GROUP = 4;

const [count, folder] = [Number(process.argv[2]), resolve(process.argv[3] ?? "")];
if (!Number.isInteger(count) || count < 1 || process.argv[3] === undefined) {
  process.stderr.write("node bench/archive.mjs COUNT FOLDER [--no-search]\n");
  process.exit(1);
}

for (const name of ["seeds", "content"]) mkdirSync(join(folder, name), { recursive: true });
for (let n = 1; n <= count; n++) {
  const slug = `event-${n}`;
  const pages = Array.from({ length: Math.ceil(POSTS / PAGE) }, (_, at) => at);
  for (const at of pages) {
    const text = structuredDump(Math.min(PAGE, POSTS - at * PAGE), n * 100 + at, at * PAGE);
    writeFileSync(join(folder, "seeds", `${slug}-${at + 1}.txt`), text);
  }
  const dumps = pages.map((at) => `  - { file: ${slug}-${at + 1}.txt, page: ${at + 1} }\n`).join("");
  const series = n % GROUP === 0 ? "" : `series: series-${Math.ceil(n / GROUP)}\n`;
  const index = `---\ntitle: Event ${n}\ndate: 2017-04-23\ntimezone: Europe/London\n${series}dumps:\n${dumps}---\n`;
  mkdirSync(join(folder, "content", slug), { recursive: true });
  writeFileSync(join(folder, "content", slug, "index.md"), index);
}
const config = { title: "Bench", url: "https://live.example/", search: !process.argv.includes("--no-search") };
writeFileSync(join(folder, "afterlive.config.json"), `${JSON.stringify(config, null, 2)}\n`);
