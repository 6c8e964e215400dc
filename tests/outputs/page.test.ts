/** Pages of live blogs, made without a site around them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { LiveBlog } from "../../src/model/live-blog.ts";
import { liveBlogPage } from "../../src/render/outputs/live-blog-page.ts";
import { builtInTemplates } from "../../src/render/template-folders.ts";
import { loadTemplates } from "../../src/render/templates.ts";
import { folder, post } from "../archive/samples.ts";
import { anyLiveBlog, config, directory, liveBlog, strings } from "./samples.ts";

const templates = builtInTemplates();
const render = loadTemplates(templates, { hasText: () => true, report: () => undefined });
const site = { config: config(), series: new Map(), directory, strings, about: [], templates, render };

const pageOf = (blog: LiveBlog, given = site): string => {
  const [page] = liveBlogPage.files(blog, given);
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

test.each([
  ["en", '<span class="name">وين</span>, <span class="role">مجدف</span>'],
  ["ar", '<span class="name">وين</span>، <span class="role">مجدف</span>'],
])("a name and a role are joined as lists are in %s", (lang, joined) => {
  const posts = [post("a", { contributor: { name: "وين", role: "مجدف", kind: "person" } })];
  const unlinked = { personPath: () => null, topicPath: () => null };
  const blog = liveBlog([], folder("regatta", { index: { lang }, posts }));
  expect(pageOf(blog, { ...site, directory: unlinked })).toContain(joined);
});
