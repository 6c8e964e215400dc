import { describe, expect, test } from "vitest";
import { readPasted } from "../../src/embeds/pasted.ts";
import { site } from "../sites/site.ts";

/** Every wrapper that names its address in an attribute. */
const WRAPPERS = [
  (url: string) => `<blockquote class="instagram-media" data-instgrm-permalink="${url}"></blockquote>`,
  (url: string) => `<blockquote class="tiktok-embed" cite="${url}"></blockquote>`,
  (url: string) => `<blockquote class="mastodon-embed" data-embed-url="${url}"></blockquote>`,
  (url: string) => `<blockquote class="text-post-media" data-text-post-permalink="${url}"></blockquote>`,
  (url: string) => `<div class="fb-post" data-href="${url}"></div>`,
  (url: string) => `<iframe src="${url}"></iframe>`,
];

describe("an address in pasted code that is none of the web's", () => {
  test.each(["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "see below", "/stowford/posts/1", ""])(
    "%j is nothing",
    (url) => {
      for (const wrap of WRAPPERS) expect(readPasted(wrap(url))).toBeNull();
    },
  );

  test("is text on the page, and loses nothing around it", async () => {
    const bodies = ["javascript:alert(1)", "see below", "/stowford/posts/1"].flatMap((url) =>
      WRAPPERS.map((wrap) => wrap(url)),
    );
    const one = site({
      "content/regatta/index.md": `---\ntitle: Regatta\n---\nBefore.\n\n${bodies.join("\n\n")}\n\nAfter.\n`,
    });
    const report = await one.build();
    expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const page = one.page("regatta/index.html");
    for (const words of ["Before.", "After."]) expect(page).toContain(words);
    for (const text of one.published().values())
      expect(text).not.toMatch(/(?:href|src|url)"?\s*[=:]\s*"?(?:javascript|data:text)/i);
  });
});

test("a private token that was pasted is in nothing that is published", async () => {
  const url = "https://vimeo.com/1/8272103f6e";
  const one = site({
    "content/regatta/index.md": "---\ntitle: Regatta\n---\n",
    "content/regatta/a.md": `---\nafter: p-b\n---\n${url}\n`,
    "content/regatta/b.md": "---\ntime: 2019-06-09T10:00+01:00\n---\nHere.\n",
  });
  await one.build();
  expect(one.page("regatta/liveblog.json")).toContain("vimeo.com/1");
  expect(one.page("regatta/liveblog.json")).not.toContain("8272103f6e");
});
