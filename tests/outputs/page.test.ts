/** Pages of live blogs, made without a site around them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { LiveBlog } from "../../src/model/live-blog.ts";
import { liveBlogPage } from "../../src/render/outputs/live-blog-page.ts";
import { builtInTemplates } from "../../src/render/template-folders.ts";
import { loadTemplates } from "../../src/render/templates.ts";
import { anyLiveBlog, config, directory, strings } from "./samples.ts";

const templates = builtInTemplates();
const render = loadTemplates(templates, { hasText: () => true, report: () => undefined });
const site = { config: config(), series: new Map(), directory, strings, about: [], templates, render };

const pageOf = (blog: LiveBlog): string => {
  const [page] = liveBlogPage.files(blog, site);
  return page !== undefined && "text" in page.content ? page.content.text : "";
};

test("whatever stands in any text of a live blog is shown as text", () => {
  fc.assert(
    fc.property(anyLiveBlog, (blog) => {
      const html = pageOf(blog);
      expect(html).toContain("</html>");
      expect(html).not.toMatch(/<script>|<a href="javascript|<!--|<\/content>|\sstyle=|<[^<>]*\son\w+=/i);
    }),
    { numRuns: 50 },
  );
});
