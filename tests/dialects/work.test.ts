import { Session } from "node:inspector/promises";
import { describe, expect, test } from "vitest";
import { readDump } from "../../src/dumps/read-dump.ts";
import { sourceOf } from "./examples.ts";

// Reading a structured dump is fast because each line is looked at few times, and linear because that number does not grow.
// Seconds differ from machine to machine; how often functions are called does not, and V8 counts that.

/** Some forty, from all rooms together; each dialect that looks at every line once more adds several. */
const MOST_CALLS = 50;

const post = (n: number): string =>
  [
    `  ${n}. The ferry leaves Harwell on timepublished at 10:${String(n % 60).padStart(2, "0")} British Summer Time 1 May 2019`,
    "",
    "    Men's ferry race",
    "",
    "    Ines Barrow",
    "    BBC Sport reporter at the quay",
    "",
    "    It has forty people aboard and a dog. The dog is said to belong to nobody, and rows.",
    "",
    "    The second paragraph of this post is as long as the first, and says as little of any use to anybody.",
    "",
    "    • One oar",
    "    • Another oar",
    "    The quay in the morningImage source, Tam Rossway",
  ].join("\n");

const dumpOf = (posts: number): string =>
  `Summary\n\n  • The ferry leaves\n\n${Array.from({ length: posts }, (_, at) => post(at + 1)).join("\n")}\n`;

/** How often functions of src/ are called while this runs. */
async function callsDuring(run: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  run();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  return result
    .filter(({ url }) => url.includes("/src/"))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((sum, count) => sum + count, 0);
}

async function callsPerLine(posts: number): Promise<number> {
  const source = sourceOf(dumpOf(posts));
  const lines = source.text.split("\n").length;
  return (await callsDuring(() => readDump(source))) / lines;
}

describe("reading a structured dump", () => {
  test("calls few functions for each line", async () => {
    expect(await callsPerLine(200)).toBeLessThan(MOST_CALLS);
  });

  test("calls no more for each line when there are ten thousand posts", async () => {
    const [few, many] = [await callsPerLine(100), await callsPerLine(10_000)];
    expect(many).toBeLessThan(few * 1.05);
  });

  test("finds the ten thousand posts", () => {
    const { value, diagnostics } = readDump(sourceOf(dumpOf(10_000)));
    expect(value.entries).toHaveLength(10_000);
    expect(value.entries.at(-1)).toMatchObject({ n: 10_000, labels: ["Men's ferry race"] });
    expect(diagnostics).toEqual([]);
  });
});
