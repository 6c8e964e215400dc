import type { Config } from "../../model/config.ts";
import type { Listing, LiveBlog, LiveBlogCard } from "../../model/live-blog.ts";
import type { OutputFile } from "../../model/output.ts";
import type { Render } from "../templates.ts";
import { assets } from "./assets.ts";
import { home } from "./home.ts";
import { liveBlogPage } from "./live-blog-page.ts";
import { notFound } from "./not-found.ts";
import { pictures } from "./pictures.ts";
import { redirects } from "./redirects.ts";

/** What every output can see of the site. */
export interface Site {
  readonly config: Config;
  readonly listings: readonly Listing[];
  readonly render: Render;
}

/** What can be seen once every live blog has been made. */
export interface WholeSite extends Site {
  readonly cards: readonly LiveBlogCard[];
}

/** A kind of file that each live blog has. */
export interface LiveBlogOutput {
  readonly name: string;
  files(liveBlog: LiveBlog, site: Site): readonly OutputFile[];
}

/** A kind of file that the site has once. */
export interface SiteOutput {
  readonly name: string;
  files(site: WholeSite): readonly OutputFile[];
}

/** Made for one live blog at a time, which is then forgotten. A new one: its file, and its line here. */
export const liveBlogOutputs: readonly LiveBlogOutput[] = [liveBlogPage, pictures, redirects];

/** Made when every live blog is known. A new one: its file, and its line here. */
export const siteOutputs: readonly SiteOutput[] = [home, notFound, assets];
