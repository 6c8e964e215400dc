import type { ExitCode, Terminal } from "../../src/commands/command.ts";
import { run } from "../../src/commands/run.ts";

export interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface FakeTerminal extends Terminal {
  readonly printed: { out: string; err: string };
}

/** A terminal that remembers what was printed. @param stop when the user presses Ctrl+C */
export function fakeTerminal(cwd: string, stop: Promise<void> = Promise.resolve()): FakeTerminal {
  const printed = { out: "", err: "" };
  return {
    printed,
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    status: () => {},
    colour: false,
    cwd,
    stopped: () => stop,
  };
}

/** Types a command: `typed(folder, "build", "--drafts")`. */
export async function typed(cwd: string, ...argv: readonly string[]): Promise<Outcome> {
  const terminal = fakeTerminal(cwd);
  const code = await run(argv, terminal);
  return { code, ...terminal.printed };
}
