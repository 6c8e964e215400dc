import { symlinkSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { run } from "../../src/commands/run.ts";
import { requestPath } from "../../src/commands/serve/request-path.ts";
import { startServer } from "../../src/commands/serve/server.ts";
import { type Files, fill, temporaryFolder } from "../write/folders.ts";
import { fakeTerminal, typed } from "./fake-terminal.ts";

const SITE: Files = {
  "dist/index.html": "home",
  "dist/404.html": "not found",
  "dist/tour/index.html": "tour",
  "dist/tour/ñ 1.css": "a {}",
  "dist/empty/notes.txt": "notes",
  "dist/data.bin": "?",
  "secret.txt": "secret",
};

interface Answer {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly location: string | undefined;
  readonly body: string;
}

/** A site being served; asks for exactly what is given, which `fetch` would tidy up. */
async function served(site: Files = SITE) {
  const folder = temporaryFolder();
  fill(folder, site);
  const server = await startServer(join(folder, "dist"), 0);
  onTestFinished(() => server.close());
  const { port } = new URL(server.url);
  function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      // A connection of its own: one that is kept may be closed in the moment of the next request.
      const sent = request({ agent: false, host: "127.0.0.1", port, path, ...options }, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (text) => {
          body += text;
        });
        response.on("end", () => {
          const { "content-type": type, location } = response.headers;
          resolve({ status: response.statusCode, type, location, body });
        });
      });
      sent.on("error", reject);
      sent.end();
    });
  }
  return { folder, server, port: Number(port), ask };
}

describe("The server", () => {
  test("gives pages, and index.html for folders", async () => {
    const { ask } = await served();
    expect(await ask("/")).toMatchObject({ status: 200, type: "text/html; charset=utf-8", body: "home" });
    expect(await ask("/index.html")).toMatchObject({ status: 200, body: "home" });
    expect(await ask("/tour/")).toMatchObject({ status: 200, body: "tour" });
    expect(await ask("/tour/%C3%B1%201.css?v=1")).toMatchObject({ status: 200, type: "text/css; charset=utf-8" });
    expect(await ask("/data.bin")).toMatchObject({ status: 200, type: "application/octet-stream" });
  });

  test("leads to the slash of a folder", async () => {
    const { ask } = await served();
    expect(await ask("/tour?day=1")).toMatchObject({ status: 301, location: "/tour/?day=1" });
  });

  test("gives 404.html for what is not there, and never lists a folder", async () => {
    const { ask } = await served();
    for (const path of [
      "/gone.html",
      "/empty/",
      "/empty",
      "/tour/index.html/",
      "/tour/index.html/x",
      `/${"x".repeat(5000)}`,
    ]) {
      expect({ path, ...(await ask(path)) }).toMatchObject({ path, status: 404 });
    }
    expect(await ask("/gone")).toMatchObject({ type: "text/html; charset=utf-8", body: "not found" });
    const { ask: askBare } = await served({ "dist/x.txt": "" });
    expect(await askBare("/")).toMatchObject({ status: 404, body: "There is no such page.\n" });
  });

  test("answers HEAD without a body, and nothing but GET and HEAD", async () => {
    const { ask } = await served();
    expect(await ask("/", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      expect(await ask("/", { method })).toMatchObject({ status: 405 });
    }
  });

  test("never leaves its folder", async () => {
    const { ask, folder } = await served();
    symlinkSync(join(folder, "secret.txt"), join(folder, "dist/link.txt"));
    symlinkSync(folder, join(folder, "dist/up"));
    const climbs = [
      ..."/../secret.txt /tour/../../secret.txt /%2e%2e/secret.txt /..%2fsecret.txt /%2e%2e%2fsecret.txt".split(" "),
      ..."/..\\secret.txt /..%5csecret.txt //secret.txt /./../secret.txt /tour%00/index.html /%zz /%ff".split(" "),
      ..."/link.txt /up/secret.txt /up/ secret.txt http://x/../secret.txt *".split(" "),
    ];
    for (const path of climbs) {
      const { status, body } = await ask(path);
      expect({ path, bad: [400, 404].includes(status ?? 0), leaks: body.includes("secret") }).toEqual({
        path,
        bad: true,
        leaks: false,
      });
    }
  });

  test("answers to names of this computer only, so that no page elsewhere can read it", async () => {
    const { ask, port } = await served();
    for (const host of ["localhost", `localhost:${port}`, "127.0.0.1:1", "[::1]:80", "LOCALHOST"]) {
      expect({ host, ...(await ask("/", { headers: { host } })) }).toMatchObject({ host, status: 200 });
    }
    for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil@localhost"]) {
      expect({ host, ...(await ask("/", { headers: { host } })) }).toMatchObject({ host, status: 403 });
    }
  });

  test("takes the next free port where one is taken", async () => {
    const { port, folder } = await served();
    const second = await startServer(join(folder, "dist"), port);
    onTestFinished(() => second.close());
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  });
});

test("Whatever is asked for, the path that is looked up holds no way up and no hidden separator", () => {
  const piece = fc.constantFrom("/", "..", ".", "%2e", "%2f", "%5c", "\\", "a", "%00", "%", "?", "#", "%C3%A9", "//");
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const segment of requestPath(`/${pieces.join("")}`)?.segments ?? []) {
        expect(segment).not.toMatch(/^\.{0,2}$|[/\\]/);
        expect(segment).not.toContain("\0");
      }
    }),
  );
});

describe("serve", () => {
  test("says where the site is, until it is stopped", async () => {
    const cwd = temporaryFolder();
    fill(cwd, SITE);
    let stop = (): void => {};
    const terminal = fakeTerminal(cwd, new Promise((resolve) => (stop = resolve)));
    const running = run(["serve", "--port", "0"], terminal);
    await expect
      .poll(() => terminal.printed.out)
      .toMatch(/^dist\/ is at http:\/\/127\.0\.0\.1:\d+\/\nStop with Ctrl\+C\.\n$/);
    const url = /http\S+/.exec(terminal.printed.out)?.[0] ?? "";
    expect(await (await fetch(url)).text()).toBe("home");
    stop();
    expect(await running).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  test("without a site says how to make one", async () => {
    const { code, err } = await typed(temporaryFolder(), "serve");
    expect(code).toBe(2);
    expect(err).toContain("There is no site in dist/ yet. To make it: npx afterlive build\n");
  });
});
