import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: [],
    // A watchdog for hangs, not a measure of speed: machines here are slow and shared.
    testTimeout: 30_000,
  },
});
