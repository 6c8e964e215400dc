/**
 * What search engines are told. The rules are answers to mistakes that live blogs in the wild make: the parent's headline
 * and dates repeated in every update, an end that nobody saw, an `@id` that no element has.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { LiveBlog } from "../../src/model/live-blog.ts";
import { dataBlock } from "../../src/view/data-block.ts";
import { liveBlogJsonLd } from "../../src/view/json-ld.ts";
import { DAY, folder, post, structured } from "../archive/samples.ts";
import { anyLiveBlog, config, directory, HOSTILE, liveBlog, paragraph, regatta } from "./samples.ts";

const PAGE = "https://example.org/archive/regatta/";
const node = z.looseObject({ "@type": z.string() });
const graphSchema = z.object({ "@context": z.literal("https://schema.org"), "@graph": z.array(node) });

const postsOf = ({ timeline }: LiveBlog) => timeline.flatMap((item) => (item.kind === "post" ? [item.post] : []));

function graphOf(blog: LiveBlog, site = config()) {
  const about = { path: "regatta/", root: "../", name: blog.title };
  const page = { ...about, posts: postsOf(blog), directory };
  return graphSchema.parse(JSON.parse(dataBlock(liveBlogJsonLd(blog, site, page))))["@graph"];
}

const find = (graph: ReturnType<typeof graphOf>, type: string) => graph.find((thing) => thing["@type"] === type);
const postingOf = (blog: LiveBlog) => find(graphOf(blog), "LiveBlogPosting");
const updatesOf = (blog: LiveBlog) => z.array(node).parse(postingOf(blog)?.["liveBlogUpdate"]);

/** Every `@id`: those that name a thing, and those that only refer to one. */
function idsOf(value: unknown, found = { defined: [] as string[], referred: [] as string[] }) {
  if (typeof value !== "object" || value === null) return found;
  if ("@id" in value && typeof value["@id"] === "string")
    (Object.keys(value).length === 1 ? found.referred : found.defined).push(value["@id"]);
  for (const inner of Object.values(value)) idsOf(inner, found);
  return found;
}

test("one graph: the page, the live blog, its publisher, the way to it", () => {
  expect(graphOf(regatta()).map((thing) => thing["@type"])).toEqual([
    "WebPage",
    "LiveBlogPosting",
    "Organization",
    "BreadcrumbList",
  ]);
  expect(postingOf(regatta())).toMatchObject({
    "@id": `${PAGE}#liveblog`,
    url: PAGE,
    mainEntityOfPage: { "@id": PAGE },
    headline: "Stowford Regatta 2019",
    inLanguage: "en",
    isAccessibleForFree: true,
    publisher: { "@id": "https://example.org/archive/#publisher" },
    datePublished: "2019-06-09",
    dateModified: "2026-11-21T00:00:00Z",
  });
});

test("described by the first bullet of its summary, and not at all without one", () => {
  const summary = ["Lady Mavis wins", "Swans do not"].map((text) => ({ text, post: null }));
  expect(postingOf(regatta({ index: { summary } }))).toMatchObject({ description: "Lady Mavis wins" });
  expect(postingOf(regatta())).not.toHaveProperty("description");
});

describe("each update is told as itself", () => {
  test("under its own anchor, headline and time", () => {
    expect(updatesOf(regatta())).toEqual([
      expect.objectContaining({ headline: "Flat calm", datePublished: "2019-06-09T08:50:00+01:00" }),
      {
        "@type": "BlogPosting",
        "@id": `${PAGE}#p-1000-away`,
        url: `${PAGE}#p-1000-away`,
        headline: "Away at last",
        articleBody: "They are off. See the flag.",
        author: {
          "@type": "Person",
          name: "Ines Barrow",
          jobTitle: "harbour master",
          url: "https://example.org/archive/people/ines-barrow/",
        },
        keywords: ["Class One"],
      },
      expect.objectContaining({ headline: "The photograph", dateModified: "2026-11-21T00:00:00Z" }),
      expect.objectContaining({ headline: "Red flag", dateModified: "2020-01-02T00:00:00Z" }),
      expect.objectContaining({ headline: "The cup", articleBody: "Ines Barrow has it." }),
    ]);
  });

  test.each([
    [
      "an outlet is an organization",
      { name: "Radio Harwell", role: null, kind: "outlet" as const },
      { "@type": "Organization", name: "Radio Harwell", url: "https://example.org/archive/people/radio-harwell/" },
    ],
    [
      "a member of the public has a name and no page",
      { name: "Wen", role: null, kind: "person" as const },
      { "@type": "Person", name: "Wen" },
    ],
  ])("%s", (_, contributor, author) => {
    const blog = liveBlog([], folder("regatta", { posts: [post("a", { at: "09:00", contributor })] }));
    expect(updatesOf(blog)[0]?.["author"]).toEqual(author);
  });

  test("in its own words: what is said of a picture is none of them, whether it is there or lost", () => {
    const image = {
      kind: "image",
      alt: "Two boats",
      caption: null,
      credit: "H. Lane",
      src: null,
      start: 1,
      end: 1,
    } as const;
    const blog = liveBlog(
      [],
      folder("regatta", { posts: [post("a", { at: "09:00", body: [image, paragraph("Away.")] })] }),
    );
    expect(updatesOf(blog)[0]).toMatchObject({ articleBody: "Away." });
  });

  test("without a headline, by its first words", () => {
    const blog = liveBlog(
      [],
      folder("regatta", { posts: [post("a", { body: [paragraph("Eleven boats are here.")] })] }),
    );
    expect(updatesOf(blog)[0]).toMatchObject({ headline: "Eleven boats are here." });
  });

  test.each([
    [50, "articleBody", "description"],
    [51, "description", "articleBody"],
  ])("on a page of %i posts by its %s", (count, has, lacks) => {
    const posts = Array.from({ length: count }, (_, n) =>
      post(`p${n}`, { at: "09:00", body: [paragraph("boat ".repeat(60))] }),
    );
    const [first] = updatesOf(liveBlog([], folder("regatta", { posts })));
    expect(first).toHaveProperty(has);
    expect(first).not.toHaveProperty(lacks);
    if (has === "description") expect(String(first?.["description"]).length).toBeLessThanOrEqual(201);
  });
});

describe("coverage begins and ends only where that is proved", () => {
  const dump = structured("a.txt", [{ headline: "The cup", at: `15:10 ${DAY}` }]);

  test("by nothing, if nobody knows", () => {
    expect(postingOf(liveBlog([dump]))).not.toHaveProperty("coverageStartTime");
    expect(postingOf(liveBlog([{ dump, page: 2 }]))).not.toHaveProperty("coverageEndTime");
  });

  test("by page one of the original, which was the newest", () => {
    expect(postingOf(liveBlog([{ dump, page: 1 }]))).toMatchObject({ coverageEndTime: "2019-06-09T15:10:00+01:00" });
  });

  test("by the author's event, which is a thing of its own", () => {
    const event = { start: "2019-06-09T09:00", end: "2019-06-09T17:00", venue: "Stowford harbour" };
    const graph = graphOf(liveBlog([dump], folder("regatta", { index: { event, place: "Stowford" } })));
    expect(find(graph, "LiveBlogPosting")).toMatchObject({
      coverageStartTime: "2019-06-09T09:00:00+01:00",
      coverageEndTime: "2019-06-09T17:00:00+01:00",
      about: { "@id": `${PAGE}#event` },
    });
    expect(find(graph, "Event")).toEqual({
      "@type": "Event",
      "@id": `${PAGE}#event`,
      name: "regatta",
      startDate: "2019-06-09T09:00:00+01:00",
      endDate: "2019-06-09T17:00:00+01:00",
      location: { "@type": "Place", name: "Stowford harbour", address: "Stowford" },
    });
  });

  test("by neither end of an event that posts tell of before it began, and after it ended", () => {
    const event = { start: "2019-06-09T15:30", end: "2019-06-09T15:00", venue: null };
    const posting = postingOf(liveBlog([dump], folder("regatta", { index: { event } })));
    expect(posting).not.toHaveProperty("coverageStartTime");
    expect(posting).not.toHaveProperty("coverageEndTime");
    expect(posting).toMatchObject({ datePublished: "2019-06-09" });
  });
});

describe("the block that holds it", () => {
  test.each(HOSTILE)("never ends early: %j", (words) => {
    const block = dataBlock({ words });
    expect(block).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(block)).toEqual({ words });
  });

  test("any live blog: every reference resolves, no id names two things, every post stands once", () => {
    fc.assert(
      fc.property(anyLiveBlog, fc.boolean(), (blog, known) => {
        const graph = graphOf(blog, known ? config() : config({}));
        const { defined, referred } = idsOf(graph);
        expect(new Set(defined).size).toBe(defined.length);
        expect(referred.filter((id) => !defined.includes(id))).toEqual([]);
        const anchors = defined
          .map((id) => decodeURIComponent(id.split("#")[1] ?? ""))
          .filter((id) => id.startsWith("p-"));
        expect(anchors).toEqual(postsOf(blog).map(({ id }) => id));
      }),
      { numRuns: 100 },
    );
  });
});
