import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { toContract } from "../src/dumps/contract.ts";
import { readDump } from "../src/dumps/read-dump.ts";
import { sourceOf } from "./dialects/examples.ts";

// tests/dumps/score.py scores what `parse --json` gives against hand-made gold: openings of real pages with their wording
// replaced, and the three seeds. It needs python3; tests/seeds.test.ts checks the seeds without it.

const dumps = fileURLToPath(new URL("dumps", import.meta.url));
const seeds = fileURLToPath(new URL("../seeds", import.meta.url));

const python = spawnSync("python3", ["--version"], { encoding: "utf8" });
const missing = python.status !== 0;

interface Score {
  readonly f1: number;
  /** `cued`, `sure`, `headline` … as the share that is right. */
  readonly share: Readonly<Record<string, number>>;
}

/** `bbc-flat  files   8 F1 0.918 P 0.966 R 0.875 | cued 20/21 sure 22/22 …` */
function readScore(output: string, family: string): Score {
  const line = output.split("\n").find((row) => row.startsWith(`${family} `)) ?? "";
  const share = Object.fromEntries(
    [...line.matchAll(/(\w+) (\d+)\/(\d+)/g)].map(([, name = "", right, all]) => [name, Number(right) / Number(all)]),
  );
  return { f1: Number(/ F1 ([\d.]+) /.exec(line)?.[1]), share };
}

function parseAll(): string {
  const files = [dumps, seeds].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => join(folder, name)),
  );
  const parsed = files.map((file) => {
    const { value, diagnostics } = readDump(sourceOf(readFileSync(file, "utf8"), file));
    return toContract(value, diagnostics);
  });
  return JSON.stringify(parsed);
}

/** Runs score.py over this parser's answers, which a small script prints in place of the command line. */
function score(): string {
  const folder = mkdtempSync(join(tmpdir(), "afterlive-score-"));
  try {
    writeFileSync(join(folder, "answers.json"), parseAll());
    writeFileSync(join(folder, "print.py"), `print(open(${JSON.stringify(join(folder, "answers.json"))}).read())`);
    const command = `python3 ${join(folder, "print.py")}`;
    const run = spawnSync("python3", [join(dumps, "score.py"), dumps, "--seeds", seeds, "--cmd", command], {
      encoding: "utf8",
      env: { ...process.env, PYTHONUTF8: "1" },
    });
    expect(run.stderr).toBe("");
    return run.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(missing)(`score.py is content${missing ? " (NOT RUN: there is no python3 here)" : ""}`, () => {
  const output = score();

  const structured = readScore(output, "bbc-structured");
  expect(structured.f1).toBe(1);
  for (const field of ["headline", "time", "date", "zone", "labels", "contrib", "blocks", "sum", "by", "led"]) {
    expect(structured.share[field], field).toBeGreaterThanOrEqual(0.98);
  }

  const flat = readScore(output, "bbc-flat");
  for (const field of ["cued", "sure", "sum", "by", "led"])
    expect(flat.share[field], field).toBeGreaterThanOrEqual(0.95);

  const seed001 = readScore(output, "seed 001");
  expect(seed001.f1).toBe(1);
  expect(new Set(Object.values(seed001.share))).toEqual(new Set([1]));

  for (const family of ["seed 000", "seed 002"]) {
    const { f1, share } = readScore(output, family);
    expect(f1, family).toBeGreaterThanOrEqual(0.88);
    for (const field of ["labels", "contrib", "sum", "by", "led"]) expect(share[field], `${family} ${field}`).toBe(1);
    expect(share["sure"], family).toBeGreaterThanOrEqual(0.95);
  }
});
