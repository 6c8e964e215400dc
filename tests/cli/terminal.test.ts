import { describe, expect, test } from "vitest";
import type { Terminal } from "../../src/commands/command.ts";
import { openTerminal } from "../../src/commands/terminal.ts";

/** A terminal over streams that remember, `␛[2K` and the like shown as `<WIPE>`. */
function surroundings(env: Record<string, string>, { isTTY = true, columns = 20 } = {}) {
  const written = { out: "", err: "" };
  const terminal: Terminal = openTerminal({
    stdout: { isTTY, write: (text) => (written.out += text) },
    stderr: { isTTY, columns, write: (text) => (written.err += text.replaceAll("\r\u001b[2K", "<WIPE>")) },
    env,
    cwd: () => "/site",
    once: (_, listener) => listener(),
  });
  return { terminal, written };
}

describe("Progress", () => {
  test("is one line that is rewritten, and gone before anything else is printed", () => {
    const { terminal, written } = surroundings({});
    terminal.status("1/2  stowford");
    terminal.status("1/2  stowford");
    terminal.status("2/2  harwell");
    terminal.err("done\n");
    terminal.status(null);
    expect(written.err).toBe("<WIPE>1/2  stowford<WIPE>2/2  harwell<WIPE>done\n");
  });

  test("never wraps, for a line that did could not be wiped", () => {
    const { terminal, written } = surroundings({}, { columns: 10 });
    terminal.status("日本日本日本日本");
    terminal.status(null);
    expect(written.err).toBe("<WIPE>日本日本<WIPE>");
  });

  test("is not shown in logs, pipes, CI and dumb terminals", () => {
    const quiet = [surroundings({}, { isTTY: false }), surroundings({ CI: "true" }), surroundings({ TERM: "dumb" })];
    for (const { terminal, written } of quiet) {
      terminal.status("1/2  stowford");
      terminal.out("report\n");
      expect(written).toEqual({ out: "report\n", err: "" });
    }
  });
});

describe("Colour", () => {
  test.each([
    ["on a terminal", {}, true, true],
    ["not in a pipe", {}, false, false],
    ["not on a dumb terminal", { TERM: "dumb" }, true, false],
    ["not where NO_COLOR is set", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
    ["but where NO_COLOR is empty", { NO_COLOR: "" }, true, true],
    ["in a pipe where FORCE_COLOR is set", { FORCE_COLOR: "1" }, false, true],
    ["not where FORCE_COLOR is 0", { FORCE_COLOR: "0" }, true, false],
  ])("%s", (_, env, isTTY, colour) => {
    expect(surroundings(env as Record<string, string>, { isTTY }).terminal.colour).toBe(colour);
  });
});

test("Waiting for Ctrl+C ends with it", async () => {
  await expect(surroundings({}).terminal.stopped()).resolves.toBeUndefined();
});
