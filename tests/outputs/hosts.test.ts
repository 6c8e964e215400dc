import { describe, expect, test } from "vitest";
import { apacheFile, headersFile, nginxFile } from "../../src/view/hosts.ts";
import { siteHeaders } from "../../src/view/policy.ts";

const FRAMES = ["https://platform.twitter.com", "https://www.youtube-nocookie.com"];
const EXTRAS = { script: ["'wasm-unsafe-eval'"], connect: ["'self'"] };

/** What each file says, as a host that reads it would send it. */
const READ: Readonly<Record<string, (text: string) => readonly (readonly string[])[]>> = {
  _headers: (text) => [...text.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  "_nginx.conf": (text) =>
    [...text.matchAll(/^add_header ([\w-]+) "((?:[^"\\]|\\.)*)" always;$/gm)].map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("\\", ""),
    ]),
  "_apache.conf": (text) =>
    [...text.matchAll(/^ {2}Header always set ([\w-]+) "((?:[^"\\]|\\.)*)"$/gm)].map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("\\", ""),
    ]),
};
const WRITE = { _headers: headersFile, "_nginx.conf": nginxFile, "_apache.conf": apacheFile };

describe("T27, T28: three kinds of hosts are told the same", () => {
  test.each(Object.entries(WRITE))("%s", (name, write) => {
    for (const [origins, extras] of [[FRAMES, EXTRAS], [FRAMES], [[]]] as const)
      expect(READ[name]?.(write(origins, extras))).toEqual(siteHeaders(origins, extras));
  });

  test("Apache 2.4 without mod_headers takes no notice", () => {
    const lines = apacheFile(FRAMES).split("\n");
    expect([lines[1], lines.at(-2)]).toEqual(["<IfModule mod_headers.c>", "</IfModule>"]);
  });
});
