import { Session } from "node:inspector/promises";
import { describe, expect, test } from "vitest";
import { dialectNamed } from "../../src/dumps/dialects/registry.ts";
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

// Every other dialect: a post as it prints one, and how it opens its page.
const clock = (n: number): string =>
  `${String(Math.floor(n / 60) % 24).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`;
const BODY = "It has forty people aboard and a dog. The dog is said to belong to nobody, and rows.";
const CONSENT =
  "This article contains content provided by X. We ask for your permission before anything is loaded, as they may be using cookies and other technologies. To view this content choose ‘accept and continue’.";

/** The largest live blog known has 1,418 posts; `npm run test:full` reads many more. */
const MANY = process.env["TESTS"] === "full" ? 10_000 : 500;

const PAGES: Readonly<Record<string, { readonly top: string; readonly post: (n: number) => string }>> = {
  "bbc-live-reporting": {
    top: "Live Reporting\n\nBy Ines Barrow\n\nAll times stated are UK\n",
    post: (n) => `  ${n}. The ferry leaves on time\n\n    Ines Barrow\n\n    BBC Local Live\n\n    ${BODY}\n`,
  },
  "bbc-flat": {
    top: `The ferry leavespublished at 16:58 Greenwich Mean Time 2 March 2019\n${BODY}\nThe ferry is on time\nInes Barrow and Owen Peverell\n${BODY}`,
    post: (n) =>
      `#HarbourDay\nNell Tewke: I can see it from boat ${n}.\n${BODY}\nAllow X content?\n${CONSENT}\n${BODY}`,
  },
  "bbc-flat-old": {
    top: "Live Reporting\n\nBy Ines Barrow\n\nAll times stated are UK\n",
    post: () => `The ferry leaves on time\n\nNell Tewke\n\nBBC Local Live\n\n${BODY}\n`,
  },
  "bbc-legacy": {
    top: "The ferry race\n\n2 May 2013 Last updated at 14:35\n\nAs it happened\n",
    post: (n) => `  ${n}. ${clock(n).replace(":", "")}: \n\n    HARBOUR RACE\n\n    ${BODY}\n`,
  },
  guardian: {
    top: "The ferry race – live\n",
    post: (n) => `${n % 12 || 12}.${clock(n).slice(3)}pm BST\n\nThe ferry leaves\n\n${BODY}\n`,
  },
  stamped: { top: "The ferry race LIVE\n", post: (n) => `${clock(n)}\n\nThe ferry leaves\n\n${BODY}\n` },
  untimed: { top: "The ferry race – as it happened\n", post: () => `The ferry leaves\n\n${BODY}\n` },
  plain: { top: "The ferry race\n", post: () => `${BODY}\n` },
};

describe.each(Object.entries(PAGES))("reading a dump of the dialect %s", (name, { top, post: postOf }) => {
  const dumpOfAll = (posts: number): string =>
    [top, ...Array.from({ length: posts }, (_, at) => postOf(at + 1))].join("\n");

  test("finds every post, be it one, two in one minute or very many", () => {
    const found = (dump: string): number =>
      readDump(sourceOf(dump), undefined, dialectNamed(name)).value.entries.length;
    // A flat page has its newest post at the top; a few paragraphs without a dialect are one post.
    const posts = (count: number): number =>
      name === "plain" && count < 4 ? 1 : count + (name === "bbc-flat" ? 1 : 0);
    // A dialect that learns from a dump how it is laid out needs two posts to learn from.
    if (dialectNamed(name)?.general !== true) expect(found(dumpOfAll(1))).toBe(posts(1));
    expect(found([top, postOf(1), postOf(1)].join("\n"))).toBe(posts(2));
    expect(found(dumpOfAll(MANY))).toBe(posts(MANY));
  });

  test("calls no more functions for each line when it is fifty times as long", async () => {
    const perLine = async (posts: number): Promise<number> => {
      const source = sourceOf(dumpOfAll(posts));
      return (await callsDuring(() => readDump(source))) / source.text.split("\n").length;
    };
    expect(readDump(sourceOf(dumpOfAll(40))).value.dialect).toBe(name);
    const [few, many] = [await perLine(40), await perLine(2000)];
    expect(many).toBeLessThan(few * 1.2);
  });
});
