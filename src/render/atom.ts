import { element, type Markup, xmlDocument } from "../html/markup.ts";
import type { FeedEntryView, FeedView } from "../view/feed.ts";

const ATOM = "http://www.w3.org/2005/Atom";
/** RFC 5005, 2: a feed that holds every entry there is. */
const HISTORY = "http://purl.org/syndication/history/1.0";

function link(rel: string, href: string, type: string): Markup {
  return element("link", { rel, href, type });
}

function author(name: string): Markup {
  return element("author", {}, element("name", {}, name));
}

function entry(of: FeedEntryView): Markup {
  const { id, url, title, lang, updated, published, author: name, labels, rights, html } = of;
  return element(
    "entry",
    { "xml:lang": lang },
    element("id", {}, id),
    element("title", {}, title),
    link("alternate", url, "text/html"),
    published === null ? null : element("published", {}, published),
    element("updated", {}, updated),
    name === null ? null : author(name),
    ...labels.map((term) => element("category", { term })),
    rights === null ? null : element("rights", {}, rights),
    element("content", { type: "html" }, html),
  );
}

/** A feed as Atom (RFC 4287), marked as complete. */
export function atom(feed: FeedView): string {
  const { id, title, subtitle, lang, updated, page, atom: self, json, icon, authors, entries } = feed;
  return xmlDocument("feed", { xmlns: ATOM, "xmlns:fh": HISTORY, "xml:lang": lang }, [
    element("id", {}, id),
    element("title", {}, title),
    subtitle === null ? null : element("subtitle", {}, subtitle),
    link("self", self, "application/atom+xml"),
    link("alternate", page, "text/html"),
    json === null ? null : link("alternate", json, "application/feed+json"),
    element("icon", {}, icon),
    element("updated", {}, updated),
    element("generator", {}, "Afterlive"),
    element("fh:complete"),
    ...authors.map(author),
    ...entries.map(entry),
  ]);
}
