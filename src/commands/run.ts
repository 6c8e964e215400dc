import { visible } from "../report/visible.ts";
import { quote, suggestion, wrongUse } from "./arguments.ts";
import type { Command, ExitCode, Terminal } from "./command.ts";
import { tour } from "./help.ts";
import { commands as registered } from "./registry.ts";
import { readVersion } from "./version.ts";

/**
 * Runs what was typed after `afterlive`. Never throws: what nobody expected is reported, and is 3.
 * @param argv `["build", "--drafts"]`
 */
export async function run(
  argv: readonly string[],
  terminal: Terminal,
  commands: readonly Command[] = registered,
): Promise<ExitCode> {
  let doing = "Starting";
  const watched: Terminal = {
    ...terminal,
    status(text) {
      doing = text ?? "Reporting";
      terminal.status(text);
    },
  };
  try {
    return await dispatch(argv, watched, commands);
  } catch (error) {
    terminal.status(null);
    terminal.err(confess(error, argv, doing));
    return 3;
  }
}

async function dispatch(
  [name, ...rest]: readonly string[],
  terminal: Terminal,
  commands: readonly Command[],
): Promise<ExitCode> {
  if (name === undefined) {
    terminal.err(tour(commands));
    return 2;
  }
  if (name === "--version" || name === "-v") {
    terminal.out(`${readVersion()}\n`);
    return 0;
  }
  if (name === "--help" || name === "-h") {
    terminal.out(tour(commands));
    return 0;
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined) {
    const what = name.startsWith("-") ? "option" : "command";
    const names = what === "option" ? ["--help", "--version"] : commands.map((known) => known.name);
    return wrongUse(terminal, null, `There is no ${what} ${quote(name)}.${suggestion(name, names)}`);
  }
  const words = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (command.name !== "help" && (words.includes("--help") || words.includes("-h"))) {
    terminal.out(command.help);
    return 0;
  }
  return command.run(rest, terminal);
}

/** What is said when something happened that none of us expected. */
function confess(error: unknown, argv: readonly string[], doing: string): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = [
    "Afterlive broke. This is our fault, not yours, and nothing of yours is lost.",
    "Please report it with everything below.",
    "",
    `  command   afterlive ${argv.map(visible).join(" ")}`,
    `  doing     ${visible(doing)}`,
    `  with      afterlive ${readVersion()}, node ${process.version}, ${process.platform} ${process.arch}`,
    "",
    ...stack.split("\n").map((line) => `  ${visible(line)}`),
  ];
  return `${lines.join("\n")}\n`;
}
