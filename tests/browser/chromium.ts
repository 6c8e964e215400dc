import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** Chromium knows no host but this machine's loopback address: whatever a page asks for, nothing leaves. */
const NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";

/** Chromium's own errands: updates, experiments, sync. */
const QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"].concat(
  "--disable-component-update",
  "--disable-sync",
);

/**
 * A headless browser, the one that `tests/setup/browser.ts` found, in a new empty profile. Close it when done.
 * Serve pages on `127.0.0.1`; `localhost` does not resolve in it.
 */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: inject("chromium"),
    headless: true,
    // Chromium refuses to start its sandbox as root; playwright turns `false` into `--no-sandbox`.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...QUIET, NO_NETWORK],
  });
}
