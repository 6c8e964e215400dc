#!/usr/bin/env node
import { run } from "./commands/run.ts";
import { openTerminal } from "./commands/terminal.ts";

// A reader that has seen enough (`afterlive parse … | head`) closes the pipe: that is no error of anybody's.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

// Set, not exited with: what is still in the pipes must get out.
process.exitCode = await run(process.argv.slice(2), openTerminal(process));
