import type { Config } from "../model/config.ts";

/** One thing of a graph of schema.org, or a reference to one. */
export type Thing = Readonly<Record<string, unknown>>;

/** A thing without what is not known: values that are null are left out. */
export function thing(type: string, facts: Thing): Thing {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  return { "@type": type, ...Object.fromEntries(known) };
}

/** What stands for a thing that is described elsewhere in its graph. */
export function refer({ "@id": id }: Thing): Thing {
  return { "@id": id };
}

/** Who publishes the site. @param site the address of its home page */
export function publisherThing({ publisher, title }: Config, site: string): Thing {
  return thing("Organization", { "@id": `${site}#publisher`, name: publisher ?? title, url: site });
}

/** A list in its order. @param entries each with its address */
export function itemList(id: string, entries: readonly { readonly name: string; readonly url: string }[]): Thing {
  return thing("ItemList", {
    "@id": id,
    numberOfItems: entries.length,
    itemListElement: entries.map(({ name, url }, at) => thing("ListItem", { position: at + 1, name, url })),
  });
}

/** The way from the home page to a page. @param page its address · @param way every step, the page itself last */
export function breadcrumbThing(
  page: string,
  way: readonly { readonly name: string; readonly address: string }[],
): Thing {
  return thing("BreadcrumbList", {
    "@id": `${page}#breadcrumb`,
    itemListElement: way.map(({ name, address }, at) => thing("ListItem", { position: at + 1, name, item: address })),
  });
}

/** A graph as it stands in a page. */
export function graph(things: readonly (Thing | null)[]): Thing {
  return { "@context": "https://schema.org", "@graph": things.filter((node) => node !== null) };
}
