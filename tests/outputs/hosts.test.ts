import { describe, expect, test } from "vitest";
import { apacheFile, headersFile, nginxFile } from "../../src/view/hosts.ts";
import { FORM_PAGE, headerPolicy, POLICY, SEARCH_PAGE, siteHeaders } from "../../src/view/policy.ts";
import { config } from "./samples.ts";

const FRAMES = ["https://platform.twitter.com", "https://www.youtube-nocookie.com"];
const SITE = { url: "https://example.org/archive/" };

interface Told {
  readonly site: readonly (readonly string[])[];
  /** The policy of `/archive/search/`, which replaces that of the site; null where there is no such page. */
  readonly search: string | null;
}

const pairs = (text: string, line: RegExp): string[][] =>
  [...text.matchAll(line)].map(([, name = "", value = ""]) => [name, value.replaceAll("\\", "")]);

/** What each file says, as a host that reads it would understand it. */
const READ: Readonly<Record<string, (text: string) => Told>> = {
  _headers(text) {
    const [all = "", own] = text.split("/archive/search/*\n");
    const search = /^ {2}! Content-Security-Policy\n {2}Content-Security-Policy: (.*)$/m.exec(own ?? "")?.[1] ?? null;
    return { site: pairs(all, /^ {2}([\w-]+): (.*)$/gm), search };
  },
  "_nginx.conf"(text) {
    const policy = /^set \$afterlive_policy "(.*)";$/m.exec(text)?.[1] ?? "";
    const search = /^if \(\$uri ~ "\^\/archive\/search\/"\) \{ set \$afterlive_policy "(.*)"; \}$/m.exec(text)?.[1];
    const site = pairs(text, /^add_header ([\w-]+) "?((?:[^"\\]|\\.)*?)"? always;$/gm);
    return {
      site: site.map(([name = "", value = ""]) => [name, value === "$afterlive_policy" ? policy : value]),
      search: search ?? null,
    };
  },
  "_apache.conf"(text) {
    const [all = "", own = ""] = text.split(`  <If "%{REQUEST_URI} -strmatch '/archive/search/*'">\n`);
    const header = /^ +Header always set ([\w-]+) "((?:[^"\\]|\\.)*)"$/gm;
    return { site: pairs(all, header), search: pairs(own, header)[0]?.[1] ?? null };
  },
};
const WRITE = { _headers: headersFile, "_nginx.conf": nginxFile, "_apache.conf": apacheFile };

describe("T27, T28: three kinds of hosts are told the same", () => {
  describe.each(Object.entries(WRITE))("%s", (name, write) => {
    test.each([[FRAMES], [[]]])(
      "with a search page, which alone may run WebAssembly and ask its own site",
      (frames) => {
        expect(READ[name]?.(write(config(SITE), frames))).toEqual({
          site: siteHeaders(frames, FORM_PAGE),
          search: headerPolicy([], SEARCH_PAGE),
        });
        expect(headerPolicy([], SEARCH_PAGE)).toContain("'wasm-unsafe-eval'");
        const policy = siteHeaders(frames, FORM_PAGE).find(([header]) => header === POLICY)?.[1];
        expect(policy).toContain("connect-src 'none'");
        expect(policy).not.toContain("unsafe");
      },
    );

    test("without one", () => {
      const told = { site: siteHeaders(FRAMES), search: null };
      expect(READ[name]?.(write(config({ ...SITE, search: false }), FRAMES))).toEqual(told);
    });
  });

  test("Apache 2.4 without mod_headers takes no notice", () => {
    const lines = apacheFile(config(SITE), FRAMES).split("\n");
    expect([lines[1], lines.at(-2)]).toEqual(["<IfModule mod_headers.c>", "</IfModule>"]);
  });
});
