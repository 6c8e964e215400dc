import { describe, expect, test } from "vitest";
import { type Machine, planBrowser } from "./find-browser.ts";

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';

/** A machine with nothing on it, but for what is said and the programs listed. */
function machine(facts: Partial<Machine>, ...programs: string[]): Machine {
  return {
    variable: null,
    platform: "linux",
    osRelease: null,
    isRoot: false,
    find: (program) => programs.find((path) => path === program || path === `/usr/bin/${program}`) ?? null,
    ...facts,
  };
}

describe("the browser that the tests use", () => {
  test("is the one that $CHROMIUM names, before any other", () => {
    const plan = planBrowser(machine({ variable: "/opt/chrome" }, "/opt/chrome", "/usr/bin/chromium"));
    expect(plan).toEqual({ kind: "use", path: "/opt/chrome" });
  });

  test("is never another one when $CHROMIUM names a file that is not there", () => {
    const plan = planBrowser(machine({ variable: "/opt/gone" }, "/usr/bin/chromium"));
    expect(plan).toMatchObject({ kind: "fail", message: expect.stringContaining("/opt/gone") });
  });

  test.each([
    ["/usr/bin/chromium", ["/usr/bin/google-chrome", "/usr/bin/chromium"]],
    ["/usr/bin/chromium-browser", ["/usr/bin/google-chrome", "/usr/bin/chromium-browser"]],
    ["/usr/bin/google-chrome", ["/usr/bin/google-chrome-stable", "/usr/bin/google-chrome"]],
    ["/usr/bin/google-chrome-stable", ["/usr/bin/google-chrome-stable"]],
    [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    ],
  ])("is %s where these are: %j", (path, programs) => {
    expect(planBrowser(machine({}, ...programs))).toEqual({ kind: "use", path });
  });
});

describe("without a browser", () => {
  test.each([
    ["Debian", DEBIAN],
    ["a derivative", 'NAME=Kin\nID=kin\nID_LIKE="ubuntu debian"\n'],
  ])("root on %s installs Debian's, without a question", (_, osRelease) => {
    expect(planBrowser(machine({ osRelease, isRoot: true }))).toMatchObject({
      kind: "install",
      commands: [
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
      ],
    });
  });

  test.each([
    ["a Debian user", { osRelease: DEBIAN }, "sudo apt-get install -y chromium"],
    ["a Mac", { platform: "darwin" }, "brew install --cask chromium"],
    ["root on Fedora", { osRelease: "ID=fedora\n", isRoot: true }, "CHROMIUM=/path/to/it npm test"],
    ["root on a system named after Debian", { osRelease: "ID=debianish\n", isRoot: true }, "CHROMIUM="],
  ])("%s is told what to type", (_, facts, command) => {
    expect(planBrowser(machine(facts))).toMatchObject({ kind: "fail", message: expect.stringContaining(command) });
  });
});
