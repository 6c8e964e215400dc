import { visible } from "../report/visible.ts";
import { characterWidth } from "../report/width.ts";
import type { Terminal } from "./command.ts";

/** The parts of `process` that a terminal is made of. */
interface Surroundings {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  once(signal: "SIGINT" | "SIGTERM", listener: () => void): unknown;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Back to the start of the line, and wipe it. */
const WIPE = "\r\u001b[2K";

const DEFAULT_COLUMNS = 80;

/** Speaks through the process that it is given. Progress is shown on a terminal only, and never in a log. */
export function openTerminal(surroundings: Surroundings): Terminal {
  const { stdout, stderr, env } = surroundings;
  const isLive = stderr.isTTY === true && env["TERM"] !== "dumb" && !env["CI"];
  let shown: string | null = null;

  function wipe(): void {
    if (shown !== null) stderr.write(WIPE);
    shown = null;
  }

  return {
    out(text) {
      wipe();
      if (text !== "") stdout.write(text);
    },
    err(text) {
      wipe();
      if (text !== "") stderr.write(text);
    },
    status(text) {
      if (!isLive) return;
      if (text === null) return wipe();
      const line = clip(visible(text), (stderr.columns ?? DEFAULT_COLUMNS) - 1);
      if (line !== shown) stderr.write(`${WIPE}${line}`);
      shown = line;
    },
    colour: wantsColour(stdout, env),
    cwd: surroundings.cwd(),
    stopped: () =>
      new Promise((resolve) => {
        surroundings.once("SIGINT", () => resolve());
        surroundings.once("SIGTERM", () => resolve());
      }),
  };
}

/** A line that wrapped could not be wiped. */
function clip(text: string, columns: number): string {
  let line = "";
  let width = 0;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) break;
    line += character;
  }
  return line;
}

/** What https://no-color.org and https://force-color.org ask of programs; else colours on a terminal that has them. */
function wantsColour({ isTTY }: Stream, env: Surroundings["env"]): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0";
  return isTTY === true && env["TERM"] !== "dumb";
}
