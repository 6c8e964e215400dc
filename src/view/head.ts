import type { Config } from "../model/config.ts";
import { addressesFrom, encoded } from "./addresses.ts";

/** What a page's `<head>` says of its feeds and to those who show a card of it. */
export interface HeadView {
  readonly alternates: readonly { readonly href: string; readonly type: string; readonly title: string }[];
  /** Open Graph, which others read too. */
  readonly social: readonly { readonly property: string; readonly content: string }[];
  readonly card: "summary" | "summary_large_image";
  /** The pages before and after this one of the same live blog. */
  readonly turns: readonly Turn[];
}

interface Turn {
  readonly rel: "prev" | "next";
  readonly href: string;
}

/** What a page tells of itself. */
export interface HeadFacts {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  /** Of what it tells, where that is not the site's. */
  readonly lang: string | null;
  readonly root: string;
  /** The live blog that it shows, in whole or in part. */
  readonly liveBlog?: { readonly slug: string; readonly title: string };
  readonly turns?: readonly Turn[];
  /** A picture of the page, below the site's root, and what it shows. */
  readonly image?: { readonly path: string; readonly alt: string } | null;
}

const ATOM = "application/atom+xml";

function alternatesOf({ title }: Config, page: HeadFacts): HeadView["alternates"] {
  const { root, liveBlog } = page;
  const site = { href: `${root}feed.xml`, type: ATOM, title };
  if (liveBlog === undefined) return [site];
  const base = `${root}${encoded(liveBlog.slug)}/`;
  return [
    { href: `${base}feed.xml`, type: ATOM, title: liveBlog.title },
    { href: `${base}feed.json`, type: "application/feed+json", title: liveBlog.title },
    { href: `${base}liveblog.json`, type: "application/json", title: liveBlog.title },
    site,
  ];
}

/** `en-GB` as Open Graph writes it: `en_GB`; null for a language without a country, which it cannot say. */
function localeOf(lang: string): string | null {
  const [language, country] = /^([a-z]{2,3})-([A-Z]{2})$/.exec(lang)?.slice(1) ?? [];
  return country === undefined ? null : `${language}_${country}`;
}

/** Feeds and social cards of one page. What needs an absolute address is left out where the site's own is not known. */
export function headView(config: Config, page: HeadFacts): HeadView {
  const image = config.url === null ? null : (page.image ?? null);
  const address = addressesFrom(config, page.root);
  const properties: readonly (readonly [property: string, content: string | null])[] = [
    ["og:type", page.liveBlog === undefined ? "website" : "article"],
    ["og:title", page.title],
    ["og:description", page.description === "" ? null : page.description],
    ["og:url", config.url === null ? null : address(page.path)],
    ["og:site_name", config.title],
    ["og:locale", localeOf(page.lang ?? config.lang)],
    ["og:image", image === null ? null : address(image.path)],
    ["og:image:alt", image === null || image.alt === "" ? null : image.alt],
  ];
  return {
    alternates: alternatesOf(config, page),
    social: properties.flatMap(([property, content]) => (content === null ? [] : [{ property, content }])),
    turns: page.turns ?? [],
    card: image === null ? "summary" : "summary_large_image",
  };
}
