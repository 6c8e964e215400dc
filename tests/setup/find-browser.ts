/** What the search for a browser has to know of a machine. Tests hand in invented ones. */
export interface Machine {
  /** The value of `$CHROMIUM`, or null. */
  readonly variable: string | null;
  /** `process.platform`. */
  readonly platform: string;
  /** The text of `/etc/os-release`, or null where there is none. */
  readonly osRelease: string | null;
  readonly isRoot: boolean;
  /** The full path of a program (a name on the `PATH`, or a path), or null where there is none to run. */
  find(program: string): string | null;
}

export type Plan =
  | { readonly kind: "use"; readonly path: string }
  | { readonly kind: "install"; readonly message: string; readonly commands: readonly (readonly string[])[] }
  | { readonly kind: "fail"; readonly message: string };

/** Where a browser may be, the first that is there wins. */
const PROGRAMS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const INSTALL = [
  ["apt-get", "update"],
  ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
];

/**
 * Which browser the tests use, or how to come by one: `$CHROMIUM` and nothing else where it is set, then the usual
 * names. Without one: Debian as root is told what to install, everybody else gets the one command to type.
 */
export function planBrowser(machine: Machine): Plan {
  if (machine.variable !== null) {
    const path = machine.find(machine.variable);
    if (path !== null) return { kind: "use", path };
    return fail(`CHROMIUM is set to ${machine.variable}, and no such program can be run. Mend it, or unset it.`);
  }
  for (const program of PROGRAMS) {
    const path = machine.find(program);
    if (path !== null) return { kind: "use", path };
  }
  if (isDebian(machine.osRelease)) {
    if (!machine.isRoot) return none("Type:  sudo apt-get install -y chromium");
    const message = "The browser tests need Chromium and there is none here: installing Debian's.";
    return { kind: "install", message, commands: INSTALL };
  }
  if (machine.platform === "darwin") return none("Type:  brew install --cask chromium");
  return none("Install Chromium or Chrome, then type:  CHROMIUM=/path/to/it npm test");
}

function fail(message: string): Plan {
  return { kind: "fail", message };
}

function none(what: string): Plan {
  return fail(`The browser tests need Chromium or Chrome, and none was found. ${what}`);
}

/** Debian, or a system that says it is like Debian: `ID=debian`, `ID_LIKE="ubuntu debian"`. */
function isDebian(osRelease: string | null): boolean {
  return (osRelease ?? "").split("\n").some((line) => {
    const [key, value = ""] = line.split("=");
    return (key === "ID" || key === "ID_LIKE") && value.replaceAll('"', "").trim().split(" ").includes("debian");
  });
}
