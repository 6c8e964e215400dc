import type { FeedEntryView, FeedView } from "../view/feed.ts";
import { json } from "./json.ts";

function item({ id, url, title, published, edited, author, labels, html }: FeedEntryView): object {
  return {
    id,
    url,
    title,
    content_html: html,
    ...(published === null ? {} : { date_published: published }),
    ...(edited === null ? {} : { date_modified: edited }),
    ...(author === null ? {} : { authors: [{ name: author }] }),
    ...(labels.length === 0 ? {} : { tags: labels }),
  };
}

/** A feed as JSON Feed 1.1, expired: nothing will be added to what is over. A date that is not known is left out. */
export function jsonFeed(feed: FeedView): string {
  const { title, subtitle, lang, page, json: self, icon, authors, entries } = feed;
  return json({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: page,
    ...(self === null ? {} : { feed_url: self }),
    ...(subtitle === null ? {} : { description: subtitle }),
    icon,
    authors: authors.map((name) => ({ name })),
    language: lang,
    expired: true,
    items: entries.map(item),
  });
}
