import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { type Machine, planBrowser } from "./find-browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The browser's executable, for `tests/browser/chromium.ts`. */
    readonly chromium: string;
  }
}

/** Before the browser tests: finds Chromium or Chrome, installs it where that is ours to do, or stops the run. */
export function setup(project: TestProject): void {
  let plan = planBrowser(thisMachine());
  if (plan.kind === "install") {
    process.stdout.write(`${plan.message}\n`);
    for (const command of plan.commands) run(command);
    plan = planBrowser(thisMachine());
  }
  if (plan.kind === "use") project.provide("chromium", plan.path);
  else throw new Error(plan.message);
}

function run([program = "", ...args]: readonly string[]): void {
  const line = [program, ...args].join(" ");
  process.stdout.write(`+ ${line}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status } = spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"], env });
  if (status !== 0) {
    throw new Error(`${line} failed. Install Chromium or Chrome, then type:  CHROMIUM=/path/to/it npm test`);
  }
}

function thisMachine(): Machine {
  return {
    variable: process.env["CHROMIUM"] || null,
    platform: process.platform,
    osRelease: readIfThere("/etc/os-release"),
    isRoot: process.getuid?.() === 0,
    find(program) {
      const folders = /[/\\]/.test(program) ? [""] : (process.env["PATH"] ?? "").split(delimiter);
      return folders.map((folder) => resolve(folder, program)).find(isExecutable) ?? null;
    },
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
