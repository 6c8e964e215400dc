import { defineConfig } from "vitest/config";

/**
 * `npm test` runs everything but the long tests (`*.full.test.ts`); `npm run test:full` is the same with `--mode full`,
 * which runs those too. Only the `browser` project looks for a browser, and only when one of its tests is to run.
 */
export default defineConfig(({ mode }) => {
  const long = mode === "full" ? [] : ["tests/**/*.full.test.ts"];
  // A watchdog for hangs, not a measure of speed: machines are slow and shared.
  const watchdog = { testTimeout: 30_000, hookTimeout: 60_000 };
  return {
    test: {
      // By itself vitest leaves one core free: on a machine of two that is half of it.
      maxWorkers: "100%",
      projects: [
        {
          test: {
            name: "unit",
            setupFiles: ["tests/setup/fast-check.ts"],
            env: { TESTS: mode },
            include: ["tests/**/*.test.ts"],
            exclude: ["tests/browser/**", ...long],
            ...watchdog,
          },
        },
        {
          test: {
            name: "browser",
            include: ["tests/browser/**/*.test.ts"],
            exclude: long,
            globalSetup: ["tests/setup/browser.ts"],
            ...{ ...watchdog, testTimeout: 60_000 },
          },
        },
      ],
    },
  };
});
