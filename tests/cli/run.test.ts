import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { Command } from "../../src/commands/command.ts";
import { commands } from "../../src/commands/registry.ts";
import { run } from "../../src/commands/run.ts";
import { temporaryFolder } from "../write/folders.ts";
import { fakeTerminal, typed } from "./fake-terminal.ts";

const here = process.cwd();

describe("Afterlive", () => {
  test("explains itself: what it is, how to start, every command", async () => {
    const { code, out, err } = await typed(here, "--help");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Afterlive turns finished live blogs into web pages that last/);
    for (const { name, summary } of commands) expect(out).toContain(`  ${name.padEnd(24)} ${summary}\n`);
    expect(await typed(here, "help")).toEqual({ code, out, err });
    expect(await typed(here, "-h")).toEqual({ code, out, err });
  });

  test("explains each command, however it is asked", async () => {
    for (const { name, help } of commands) {
      expect(await typed(here, "help", name)).toEqual({ code: 0, out: help, err: "" });
      expect(help).toMatch(new RegExp(`^afterlive ${name}\\b`));
      if (name === "help") continue;
      expect(await typed(here, name, "--help")).toEqual({ code: 0, out: help, err: "" });
      expect(await typed(here, name, "--nonsense", "-h")).toEqual({ code: 0, out: help, err: "" });
    }
  });

  test("keeps its explanations within 120 columns, and free of tabs", async () => {
    const { out } = await typed(here, "help");
    for (const line of [out, ...commands.map(({ help }) => help)].join("\n").split("\n")) {
      expect(line.length).toBeLessThanOrEqual(120);
      expect(line).not.toMatch(/\t| $/);
    }
  });

  test("names its version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await typed(here, "--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  test("without a command, shows the tour and says by its exit code that nothing was done", async () => {
    const { code, out, err } = await typed(here);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Three commands to start");
  });
});

describe("What is typed wrong is 2, and one sentence says what is meant", () => {
  test.each([
    ["biuld", 'There is no command "biuld". Did you mean build?'],
    ["frobnicate", 'There is no command "frobnicate".'],
    ["--versoin", 'There is no option "--versoin". Did you mean --version?'],
    ["help chekc", 'There is no command "chekc". Did you mean check?'],
    ["build --draft", "There is no option --draft here. Did you mean --drafts?"],
    ["build -x", "There is no option -x here."],
    ["build --constructor", "There is no option --constructor here."],
    ["build --out", "--out needs a value after it."],
    ["build --out --json", "--out needs a value after it."],
    ["build --json=yes", "--json takes no value."],
    ["build seeds", 'This command takes no files or folders, but was given "seeds".'],
    ["build --root nowhere", '--root "nowhere" is not a folder.'],
    ["build --format xml", 'There is no format "xml"; there are text, github and json.'],
    ["build --format gihub", 'There is no format "gihub"; there are text, github and json. Did you mean github?'],
    ["build --json --format github", "--json and --format github exclude each other."],
    ["build --base-path ../x", "--base-path must be a plain path, such as /project/."],
    ["check --out x", "There is no option --out here."],
    ["check --max-warnings few", "--max-warnings needs a whole number, such as 0."],
    ["check --max-warnings=-1", "--max-warnings needs a whole number, such as 0."],
    ["serve --port http", '--port must be a number up to 65535, not "http".'],
    ["serve --port 70000", '--port must be a number up to 65535, not "70000".'],
    ["parse", "Which file? Name one dump or more."],
    ["clean dist", 'This command takes no files or folders, but was given "dist".'],
  ])("afterlive %s", async (line, sentence) => {
    const { code, out, err } = await typed(temporaryFolder(), ...line.split(" "));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.split("\n")[0]).toBe(sentence);
    expect(err).toMatch(/\nHow it is used: npx afterlive help( \w+)?\n$/);
  });

  test("and never sends what was typed to the terminal as it is", async () => {
    const { err } = await typed(here, "\u001b[31m");
    expect(err).toContain('There is no command "␛[31m".');
  });
});

test("What nobody expected is 3: it says what was being done, with what, and the stack", async () => {
  const broken: Command = {
    name: "break",
    summary: "breaks",
    help: "",
    async run(_, terminal) {
      terminal.status("3/12  stowford");
      throw new TypeError("oh no\u001b[2J");
    },
  };
  const terminal = fakeTerminal(here);
  expect(await run(["break", "--now"], terminal, [broken])).toBe(3);
  expect(terminal.printed.out).toBe("");
  expect(terminal.printed.err).toMatch(
    /our fault, not yours.*report it.*command {3}afterlive break --now\n {2}doing {5}3\/12 {2}stowford\n.*node v\d+.*TypeError: oh no␛\[2J\n.*run\.test\.ts/s,
  );
});

test("A command that needs little loads little: no heavy room is imported before a command runs", () => {
  const source = resolve("src");
  const seen = new Set<string>();
  const waiting = [join(source, "cli.ts")];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(
      /^(?:import|export) (?!type\b)[^;]*? from "([^"]+)";$/gms,
    )) {
      if (path.startsWith(".")) waiting.push(resolve(dirname(file), path));
      else expect(path).toMatch(/^node:/);
    }
  }
  const rooms = new Set([...seen].map((file) => relative(source, file).replace(/\/.*/, "")));
  expect([...rooms].sort()).toEqual(["cli.ts", "commands", "report", "schema"]);
});
