/** `/about/`: what the archive is, in our words and in its owner's. */
import { describe, expect, test } from "vitest";
import { brief, readable, site } from "./site.ts";

const FILES = {
  "content/regatta/index.md": "---\ntitle: Stowford Regatta\ndate: 2019-06-15\ntimezone: Europe/London\n---\n",
  "content/regatta/a.md": '---\ntime: "10:00"\n---\nThey are off.\n',
  "afterlive.config.json": JSON.stringify({ title: "Stowford live blogs", publisher: "Stowford Echo" }),
};

describe("the page about the archive", () => {
  test("says how much there is, what the marks mean, and what loads from elsewhere", async () => {
    const made = site(FILES);
    await made.build();
    const text = readable(made.page("about/index.html"));
    expect(text).toContain("Stowford live blogs keeps finished live blogs");
    expect(text).toContain("Live blogs: 1. Posts: 1.");
    expect(text).toContain("Every time was printed in a source or given by the author of its post.");
    for (const mark of [
      "Time given by the author",
      "Time inferred",
      "Picture not preserved",
      "Corrected",
      "A hatched box",
      "The row of strokes",
    ])
      expect(text).toContain(mark);
    expect(text).toContain("These pages ask nobody else for anything");
    expect(made.page("about/index.html")).toContain('href="../embeds/"');
  });

  test("is linked from every page that has a foot", async () => {
    const made = site(FILES);
    await made.build();
    const pages = [...made.published()].filter(([path]) => path.endsWith(".html"));
    for (const [path, html] of pages) expect(html, path).toMatch(/href="[./]*\/about\/"/);
  });

  test("begins with its owner's words, in which nothing runs", async () => {
    const made = site({
      ...FILES,
      "content/about.md": "## Who we are\n\nThe *Echo*, since 1931.\n\n<script>alert(1)</script>\n",
    });
    const { changes } = await made.build();
    const page = made.page("about/index.html");
    expect(changes).not.toBeNull();
    expect(page).toContain("<em>Echo</em>, since 1931.");
    expect(page).not.toContain("<script>alert");
    expect(page.indexOf("since 1931")).toBeLessThan(page.indexOf("How it was made"));
    expect(page).toMatch(/<h2[^>]*>Who we are<\/h2>/);
  });

  test("holds no picture: that is left out, and said", async () => {
    const made = site({ ...FILES, "content/about.md": "We are the Echo.\n\n![Us](us.jpg)\n" });
    expect(brief(await made.build())).toContain("warning about-words-only content/about.md:3:1");
    expect(made.page("about/index.html")).not.toContain("us.jpg");
  });
});
