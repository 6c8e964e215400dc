/**
 * How fast structured dumps are read, on one core: medians over many runs, the compiled folders in turn so that the
 * machine's moods hit them alike.
 *
 *     npm run compile && node bench/parse.mjs                what is in lib/
 *     node bench/parse.mjs ../before/lib lib                 two versions against each other
 */

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { structuredDump } from "./structured-dump.mjs";

const SIZES = [20, 1_000, 10_000];
const ROUNDS = 9;
/** Each measurement reads about as many bytes, however small the dump. */
const BYTES = 6_000_000;

const folders = process.argv.length > 2 ? process.argv.slice(2) : ["lib"];
const versions = await Promise.all(
  folders.map(async (folder) => {
    const { readDump } = await import(pathToFileURL(resolve(folder, "dumps/read-dump.js")).href);
    return { folder, readDump };
  }),
);

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Megabytes a second of processor time, which is steadier than the clock on a machine that others use too. */
function speed(readDump, text, bytes) {
  const times = Math.max(1, Math.round(BYTES / bytes));
  const before = process.cpuUsage();
  for (let run = 0; run < times; run++) readDump({ file: "seeds/bench.txt", sha256: "", text });
  const { user, system } = process.cpuUsage(before);
  return (times * bytes) / (user + system);
}

for (const entries of SIZES) {
  const text = structuredDump(entries);
  const bytes = Buffer.byteLength(text);
  const speeds = versions.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    versions.forEach(({ readDump }, at) => {
      const found = speed(readDump, text, bytes);
      // The first round warms up.
      if (round > 0) speeds[at].push(found);
    });
  }
  const row = versions.map(({ folder }, at) => `${folder} ${median(speeds[at]).toFixed(1)} MB/s`);
  process.stdout.write(`${entries} entries, ${(bytes / 1e6).toFixed(2)} MB: ${row.join(" · ")}\n`);
}
