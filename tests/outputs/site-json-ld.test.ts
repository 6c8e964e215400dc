/** What search engines are told of the pages beside the live blogs. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { directoryOf } from "../../src/archive/directory.ts";
import { cardOf } from "../../src/archive/live-blog.ts";
import { gathered } from "../../src/view/gathered.ts";
import { mentionIndexView, mentionPageView } from "../../src/view/mention-pages.ts";
import { mentionsOf } from "../../src/view/mentions.ts";
import { homeView } from "../../src/view/site.ts";
import { folder, post } from "../archive/samples.ts";
import { config, HOSTILE, liveBlog, strings } from "./samples.ts";

const SITE = "https://example.org/archive/";
const graphSchema = z.object({ "@graph": z.array(z.looseObject({ "@type": z.string() })) });

const by = (name: string, role: string | null, kind: "person" | "outlet" = "person") => ({
  contributor: { name, role, kind },
});
const blog = liveBlog(
  [],
  folder("regatta", {
    posts: [
      post("away", { at: "10:00", headline: "Away", labels: ["Class One"], ...by("Ines Barrow", "harbour master") }),
      post("cup", { at: "15:10", headline: "The cup", labels: ["Class One"], ...by("Ines Barrow", "winner") }),
      post("news", { at: "16:00", headline: "News", ...by("Radio Harwell", null, "outlet") }),
      ...HOSTILE.map((words, at) => post(`x${at}`, { at: "17:00", headline: words, ...by(words, words) })),
    ],
  }),
);
const mentions = [mentionsOf(blog, directoryOf(["Class One"], [], new Map()), strings("en"))];

function graphOf({ frame }: { readonly frame: { readonly structuredData: string | null } }) {
  expect(frame.structuredData).not.toMatch(/[<\u2028\u2029]/);
  return graphSchema.parse(JSON.parse(frame.structuredData ?? "null"))["@graph"];
}

function page(kind: "people" | "topics", path: string, site = config()) {
  const entry = gathered(mentions, kind).find((found) => found.page === path);
  if (entry === undefined) throw new Error(`nothing at ${path}`);
  return graphOf(mentionPageView(site, strings, kind, entry));
}

const typed = (graph: ReturnType<typeof graphOf>, type: string) => graph.find((node) => node["@type"] === type);

test("home: the site, and its live blogs as a list", () => {
  const graph = graphOf(homeView(config(), strings("en"), [cardOf(blog)], mentions));
  expect(typed(graph, "WebSite")).toMatchObject({ "@id": `${SITE}#website`, url: SITE, name: "Stowford live blogs" });
  expect(typed(graph, "CollectionPage")).toMatchObject({ "@id": SITE, mainEntity: { "@id": `${SITE}#list` } });
  expect(typed(graph, "ItemList")).toMatchObject({
    numberOfItems: 1,
    itemListElement: [{ position: 1, url: `${SITE}regatta/` }],
  });
});

test("a person: the name, and every role as printed", () => {
  const own = `${SITE}people/ines-barrow/`;
  const graph = page("people", "people/ines-barrow/");
  expect(typed(graph, "ProfilePage")).toMatchObject({ "@id": own, url: own, mainEntity: { "@id": `${own}#person` } });
  expect(typed(graph, "Person")).toEqual({
    "@type": "Person",
    "@id": `${own}#person`,
    name: "Ines Barrow",
    url: own,
    jobTitle: ["harbour master", "winner"],
  });
  expect(typed(graph, "BreadcrumbList")).toMatchObject({
    itemListElement: [
      { position: 1, name: "Stowford live blogs", item: SITE },
      { position: 2, name: "People", item: `${SITE}people/` },
      { position: 3, name: "Ines Barrow", item: own },
    ],
  });
});

test("an outlet is an organization, beside the publisher", () => {
  const graph = page("people", "people/radio-harwell/");
  expect(graph.filter((node) => node["@type"] === "Organization").map(({ name }) => name)).toEqual([
    "Radio Harwell",
    "Stowford live blogs",
  ]);
});

test("a topic: its posts, in the order of the page", () => {
  expect(typed(page("topics", "topics/class-one/"), "ItemList")).toMatchObject({
    itemListElement: [
      { position: 1, name: "Away", url: `${SITE}regatta/#p-away` },
      { position: 2, name: "The cup", url: `${SITE}regatta/#p-cup` },
    ],
  });
});

describe("on every page", () => {
  const views = (site: ReturnType<typeof config>) => [
    homeView(site, strings("en"), [cardOf(blog)], mentions),
    ...(["people", "topics"] as const).flatMap((kind) => {
      const entries = gathered(mentions, kind);
      const pages = entries.map((entry) => mentionPageView(site, strings, kind, entry));
      return [mentionIndexView(site, strings, kind, entries), ...pages];
    }),
  ];

  test.each([
    ["with the site's address known", config()],
    ["without", config({})],
  ])("every reference resolves and no id names two things, %s", (_, site) => {
    for (const view of views(site)) {
      const graph = graphOf(view);
      const text = JSON.stringify(graph);
      const defined = graph.map((node) => node["@id"]);
      expect(new Set(defined).size).toBe(defined.length);
      for (const [, id = ""] of text.matchAll(/\{"@id":"([^"]*)"\}/g)) expect(defined).toContain(id);
      expect(text.match(/#publisher","name"/g), "the publisher is told of once").toHaveLength(1);
    }
  });
});
