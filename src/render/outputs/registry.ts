import type { Block } from "../../model/block.ts";
import type { Config } from "../../model/config.ts";
import type { Directory } from "../../model/directory.ts";
import type { LiveBlog, LiveBlogCard } from "../../model/live-blog.ts";
import type { OutputFile } from "../../model/output.ts";
import type { Strings } from "../../model/strings.ts";
import type { LiveBlogMentions } from "../../view/mentions.ts";
import type { Series } from "../../view/series.ts";
import type { TemplateFolder } from "../template-folders.ts";
import type { Render } from "../templates.ts";
import { aboutPage } from "./about-page.ts";
import { assets } from "./assets.ts";
import { dataSchema } from "./data-schema.ts";
import { embedsPage } from "./embeds-page.ts";
import { feeds } from "./feeds.ts";
import { home } from "./home.ts";
import { hosts } from "./hosts.ts";
import { liveBlogDataFile } from "./live-blog-data.ts";
import { liveBlogPage } from "./live-blog-page.ts";
import { notFound } from "./not-found.ts";
import { people } from "./people.ts";
import { pictures } from "./pictures.ts";
import { redirects } from "./redirects.ts";
import { robots } from "./robots.ts";
import { searchPage } from "./search-page.ts";
import { siteFeedFile } from "./site-feed.ts";
import { sitemap } from "./sitemap.ts";
import { topics } from "./topics.ts";
import { webManifest } from "./web-manifest.ts";

/** What every output can see of the site. */
export interface Site {
  readonly config: Config;
  readonly series: Series;
  /** Who and what has a page of its own. */
  readonly directory: Directory;
  readonly strings: Strings;
  readonly render: Render;
  /** What the owner says about the archive, in `content/about.md`. */
  readonly about: readonly Block[];
  /** Where templates and assets are: ours first, then the site's own. */
  readonly templates: readonly TemplateFolder[];
}

/** What can be seen once every live blog has been made. */
export interface WholeSite extends Site {
  readonly cards: readonly LiveBlogCard[];
  /** What the live blogs mention of people and topics that have a page. */
  readonly mentions: readonly LiveBlogMentions[];
  /** Where the pages stand that have been made so far and that search engines may list, as addresses: `tour/`. */
  readonly pages: readonly string[];
}

/** A kind of file that each live blog has. */
export interface LiveBlogOutput {
  readonly name: string;
  files(liveBlog: LiveBlog, site: Site): readonly OutputFile[];
}

/** A kind of file that the site has once. */
export interface SiteOutput {
  readonly name: string;
  /** One after the other, where they are many. */
  files(site: WholeSite): Iterable<OutputFile>;
}

/** Made for one live blog at a time, which is then forgotten. A new one: its file, and its line here. */
export const liveBlogOutputs: readonly LiveBlogOutput[] = [liveBlogPage, feeds, liveBlogDataFile, pictures, redirects];

/** Made when every live blog is known, in this order: the sitemap comes last. A new one: its file, and its line here. */
export const siteOutputs: readonly SiteOutput[] = [
  home,
  people,
  topics,
  notFound,
  embedsPage,
  searchPage,
  aboutPage,
  hosts,
  assets,
  siteFeedFile,
  dataSchema,
  webManifest,
  robots,
  sitemap,
];
