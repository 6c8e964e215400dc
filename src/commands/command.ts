/** Where a command speaks to. `cli.ts` makes the real one; tests make one that remembers. */
export interface Terminal {
  /** To standard output: what was asked for. */
  out(text: string): void;
  /** To standard error: everything else. */
  err(text: string): void;
  /** What is being done right now: one line that is rewritten on a terminal, nothing elsewhere. Null takes it away. */
  status(text: string | null): void;
  /** Whether standard output shows colours. */
  readonly colour: boolean;
  /** The folder that the command was typed in; paths on the command line are relative to it. */
  readonly cwd: string;
  /** Waits until the user wants to stop (Ctrl+C). */
  stopped(): Promise<void>;
}

/** 0 fine · 1 content errors, the old site stays · 2 wrong use or config · 3 our fault. */
export type ExitCode = 0 | 1 | 2 | 3;

/** One thing to type after `afterlive`. A new one: its file, and its line in `registry.ts`. */
export interface Command {
  readonly name: string;
  /** One line for the tour of `afterlive help`. */
  readonly summary: string;
  /** What `afterlive help <name>` prints. */
  readonly help: string;
  /** @param argv what was typed after the command's name */
  run(argv: readonly string[], terminal: Terminal): Promise<ExitCode>;
}
