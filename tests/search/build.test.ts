/** Search as part of a build: when the index is made, when it is left as it is, and a site without it. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { HOSTS, headersFor } from "../browser/header-server.ts";
import { brief, site, type TestSite } from "../sites/site.ts";

/** How many posts Pagefind was asked to take, under which topics, and whether it is there at all. */
const work = vi.hoisted(() => ({ posts: 0, topics: new Set<string>(), missing: false }));
vi.mock("pagefind", async (original) => {
  const pagefind = await original<typeof import("pagefind")>();
  const createIndex: typeof pagefind.createIndex = async (config) => {
    if (work.missing) throw new Error("the platform plan9-mips is not yet a supported architecture");
    const { errors, index } = await pagefind.createIndex(config);
    if (index === undefined) return { errors };
    const addCustomRecord: typeof index.addCustomRecord = (record) => {
      work.posts += 1;
      for (const topic of record.filters?.["topic"] ?? []) work.topics.add(topic);
      return index.addCustomRecord(record);
    };
    return { errors, index: { ...index, addCustomRecord } };
  };
  return { ...pagefind, createIndex };
});
beforeEach(() => {
  work.posts = 0;
  work.topics.clear();
  work.missing = false;
});

const post = (time: string, words: string): string =>
  `---\ntime: "${time}"\nheadline: Post of ${time}\n---\n${words}\n`;
const FILES = {
  "content/regatta/index.md": "---\ntitle: Stowford Regatta\ndate: 2019-06-15\ntimezone: Europe/London\n---\n",
  "content/regatta/a.md": post("10:00", "They are off."),
  "content/regatta/b.md": post("11:08", "The race is stopped."),
};
const withConfig = (keys: object) => ({ ...FILES, "afterlive.config.json": JSON.stringify(keys) });

/** Builds, and says how many posts went to Pagefind in this build. */
async function asked(made: TestSite, options = {}): Promise<number> {
  work.posts = 0;
  await made.build(options);
  return work.posts;
}

const indexOf = (made: TestSite): [string, string][] =>
  [...made.published()].filter(([path]) => path.startsWith("pagefind/"));

test("readers narrow by the topics that have a page, by the name that it has", async () => {
  const index = (date: string) => `---\ntitle: Regatta\ndate: ${date}\nseries: regatta\n---\n`;
  const labelled = (label: string) => `---\nlabels: ["${label}", "Swans of ${label}"]\n---\nThey are off.\n`;
  const made = site({
    "content/b-2018/index.md": index("2018-06-10"),
    "content/b-2018/a.md": labelled("#Getaway"),
    "content/a-2019/index.md": index("2019-06-09"),
    "content/a-2019/a.md": labelled("#GetAway"),
    "content/fair/index.md": "---\ntitle: Fair\n---\n",
    "content/fair/a.md": labelled("Swans"),
  });
  expect(await asked(made)).toBe(3);
  expect(made.page("topics/getaway/index.html")).toContain("<h1>#Getaway</h1>");
  expect([...work.topics].sort()).toEqual(["#Getaway", "Swans of #Getaway"]);
});

describe("the index is made", () => {
  test("once: a second build finds it as it is", async () => {
    const made = site(FILES);
    expect(await asked(made)).toBe(2);
    const before = indexOf(made);
    expect(await asked(made)).toBe(0);
    expect(indexOf(made)).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
  });

  test("not for what no post says: another title of the site", async () => {
    const made = site(FILES);
    await made.build();
    made.write("afterlive.config.json", JSON.stringify({ title: "Harwell live blogs" }));
    expect(await asked(made)).toBe(0);
    expect(made.page("search/index.html")).toContain("Harwell live blogs");
  });

  test("again when a post changed, and is then what a first build makes of it", async () => {
    const made = site(FILES);
    await made.build();
    const changed = post("11:08", "The race goes on.");
    made.write("content/regatta/b.md", changed);
    expect(await asked(made)).toBe(2);
    const fresh = site({ ...FILES, "content/regatta/b.md": changed });
    await fresh.build();
    expect(indexOf(made)).toEqual(indexOf(fresh));
  });

  test.each([
    ["deleted", (path: string) => rmSync(path)],
    ["changed by somebody", (path: string) => writeFileSync(path, "something else")],
  ])("again when a file of it was %s", async (_, spoil) => {
    const made = site(FILES);
    await made.build();
    const before = indexOf(made);
    const path = before.find(([name]) => name.startsWith("pagefind/fragment/"))?.[0] ?? "";
    spoil(join(made.root, "dist", path));
    expect(await asked(made)).toBe(2);
    expect(indexOf(made)).toEqual(before);
  });

  test("never by check, which writes nothing", async () => {
    expect(await asked(site(FILES), { write: false })).toBe(0);
  });
});

describe("a site without search", () => {
  const traces = (made: TestSite): string[] =>
    [...made.published()]
      .filter(
        ([path, text]) => /^(?:pagefind|search)\//.test(path) || /search\/|search\.js|wasm-unsafe-eval/.test(text),
      )
      .map(([path]) => path);

  test("has no index, no page, no script, no link and no wider policy, where its owner says so", async () => {
    const made = site(withConfig({ search: false }));
    expect(await asked(made)).toBe(0);
    expect(traces(made)).toEqual([]);
    expect(made.page("_headers")).toContain("form-action 'none'");
    const other = site(FILES);
    await other.build();
    expect(traces(other).length).toBeGreaterThan(5);
  });

  test("is what a computer makes that Pagefind does not run on, and a warning says so", async () => {
    work.missing = true;
    const made = site(FILES);
    const report = await made.build();
    expect(brief(report)).toContain("warning search-unavailable afterlive.config.json:1:1");
    expect(report.diagnostics.find(({ code }) => code === "search-unavailable")?.message).toContain("plan9-mips");
    expect(report.changes).not.toBeNull();
    expect(traces(made)).toEqual([]);
  });

  test("loses its index when search is taken out later", async () => {
    const made = site(FILES);
    await made.build();
    made.write("afterlive.config.json", '{ "search": false }');
    await made.build();
    expect(traces(made)).toEqual([]);
  });
});

describe("the headers", () => {
  const policyOf = (text: string, path: string, host: keyof typeof HOSTS): string =>
    headersFor(text, path, HOSTS[host]).get("Content-Security-Policy") ?? "";

  test.each(Object.keys(HOSTS) as (keyof typeof HOSTS)[])(
    "let the search page alone run WebAssembly, on %s",
    async (host) => {
      const made = site(withConfig({ basePath: "/project/" }));
      await made.build();
      const text = made.page("_headers");
      const search = policyOf(text, "/project/search/", host);
      expect(search).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(search).toContain("connect-src 'self';");
      expect(search.match(/script-src/g)).toHaveLength(1);
      for (const path of ["/project/", "/project/regatta/", "/project/pagefind/pagefind.js", "/search/"]) {
        const policy = policyOf(text, path, host);
        expect(policy).toContain("script-src 'self';");
        expect(policy).toContain("connect-src 'none';");
      }
      expect(headersFor(text, "/project/search/", HOSTS[host]).get("X-Content-Type-Options")).toBe("nosniff");
    },
  );

  test("of nginx set one policy, chosen by the path", async () => {
    const made = site(FILES);
    await made.build();
    const lines = made.page("_nginx.conf").split("\n");
    expect(lines.filter((line) => line.startsWith("add_header Content-Security-Policy"))).toEqual([
      "add_header Content-Security-Policy $afterlive_policy always;",
    ]);
    const [usual, search] = lines.filter((line) => line.includes("set $afterlive_policy"));
    expect(usual).toMatch(/^set \$afterlive_policy "default-src 'none'; script-src 'self'; /);
    expect(search).toMatch(
      /^if \(\$uri ~ "\^\/search\/"\) \{ set \$afterlive_policy "[^"$]*'wasm-unsafe-eval'[^"$]*"; \}$/,
    );
  });

  test("are narrowed by each page for itself", async () => {
    const made = site(FILES);
    await made.build();
    const own = (path: string): string => /Content-Security-Policy" content="([^"]*)"/.exec(made.page(path))?.[1] ?? "";
    expect(own("search/index.html")).toContain("wasm-unsafe-eval");
    expect(own("404.html")).toMatch(/connect-src &#x27;none&#x27;.*form-action &#x27;self&#x27;/);
    for (const path of ["index.html", "regatta/index.html", "about/index.html", "embeds/index.html"])
      expect(own(path)).toMatch(/connect-src &#x27;none&#x27;.*form-action &#x27;none&#x27;/);
  });
});

test("what readers load together stays small: all scripts in 9 KB", async () => {
  const { gzipSync } = await import("node:zlib");
  const made = site(FILES);
  await made.build();
  const scripts = [...made.published()].filter(([path]) => /^assets\/.*\.js$/.test(path));
  const sizes = scripts.map(([path]) => gzipSync(readFileSync(join(made.root, "dist", path))).length);
  expect(sizes.length).toBe(4);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(9 * 1024);
});
