import type { Config } from "../model/config.ts";
import type { LiveBlogCard } from "../model/live-blog.ts";
import { addressesFrom } from "./addresses.ts";
import type { Gathered } from "./gathered.ts";
import { breadcrumbThing, graph, itemList, publisherThing, refer, type Thing, thing } from "./things.ts";

/** A page beside the live blogs, as search engines are told of it. */
export interface SitePage {
  /** Its address below the site's root: `people/`. */
  readonly path: string;
  /** From it to the site's root: `../`. */
  readonly root: string;
  readonly name: string;
  readonly description: string;
  /** The pages between the home page and this one. */
  readonly above: readonly { readonly name: string; readonly path: string }[];
}

/** What a page is about, under its own address. */
type Subject = (page: string, address: (path: string) => string) => Thing;

function pageGraph(config: Config, type: string, page: SitePage, subject: Subject): Thing {
  const address = addressesFrom(config, page.root);
  const own = config.url === null ? "./" : address(page.path);
  const site = address("");
  const main = subject(own, address);
  const publisher = publisherThing(config, site);
  const breadcrumb = breadcrumbThing(own, [
    { name: config.title, address: site },
    ...page.above.map(({ name, path }) => ({ name, address: address(path) })),
    { name: page.name, address: own },
  ]);
  const webPage = thing(type, {
    "@id": own,
    url: own,
    name: page.name,
    description: page.description === "" ? null : page.description,
    inLanguage: config.lang,
    publisher: refer(publisher),
    breadcrumb: refer(breadcrumb),
    mainEntity: refer(main),
  });
  return graph([webPage, main, publisher, breadcrumb]);
}

/** The home page: the site, and its live blogs in the order of the page. It is where every way begins, so it has none. */
export function homeJsonLd(config: Config, cards: readonly LiveBlogCard[]): Thing {
  const { title: name, description } = config;
  const address = addressesFrom(config, "./");
  const own = address("");
  const publisher = publisherThing(config, own);
  const about = { url: own, name, description: description === "" ? null : description, inLanguage: config.lang };
  const site = thing("WebSite", { "@id": `${own}#website`, ...about, publisher: refer(publisher) });
  const list = itemList(
    `${own}#list`,
    cards.map(({ slug, title }) => ({ name: title, url: address(`${slug}/`) })),
  );
  const page = thing("CollectionPage", { "@id": own, ...about, isPartOf: refer(site), mainEntity: refer(list) });
  return graph([page, site, list, publisher]);
}

/** The list of all people or all topics. */
export function indexJsonLd(config: Config, page: SitePage, entries: readonly { name: string; page: string }[]): Thing {
  return pageGraph(config, "CollectionPage", page, (own, address) =>
    itemList(
      `${own}#list`,
      entries.map((entry) => ({ name: entry.name, url: address(entry.page) })),
    ),
  );
}

/** One name. Its roles are those that are printed with it; whether one person had them all, nobody claims. */
export function personJsonLd(config: Config, page: SitePage, { outlet, roles }: Gathered): Thing {
  return pageGraph(config, "ProfilePage", page, (own) =>
    outlet
      ? thing("Organization", { "@id": `${own}#outlet`, name: page.name, url: own })
      : thing("Person", {
          "@id": `${own}#person`,
          name: page.name,
          url: own,
          jobTitle: roles.length === 1 ? roles[0] : roles,
        }),
  );
}

/** One topic, and its posts in the order of the page. */
export function topicJsonLd(config: Config, page: SitePage, { coverage }: Gathered): Thing {
  return pageGraph(config, "CollectionPage", page, (own, address) => {
    const posts = coverage.flatMap(({ mentions }) => mentions.map(({ post }) => post));
    return itemList(
      `${own}#list`,
      posts.map(({ name, path }) => ({ name, url: address(path) })),
    );
  });
}
