import type { Config } from "../model/config.ts";
import type { Directory } from "../model/directory.ts";
import type { Contributor } from "../model/dump.ts";
import type { LiveBlog, Post } from "../model/live-blog.ts";
import { editedAt, provedChange, provedInstant } from "../time/changes.ts";
import { rfc3339 } from "../time/zones.ts";
import { addressesFrom, encoded } from "./addresses.ts";
import { licenceAddress, licencesOf } from "./licence.ts";
import { plainText } from "./plain-text.ts";
import { eventTimes, provedCoverage } from "./proved-coverage.ts";
import { breadcrumbThing, graph, publisherThing, refer, type Thing, thing } from "./things.ts";
import { clipped, openingName } from "./wording.ts";

/** Pages of more posts than this say of each post only how it begins. */
const WHOLE_BODIES = 50;
const DESCRIPTION_LENGTH = 200;

/** A page of a live blog, as search engines are told of it. */
export interface DescribedPage {
  /** Its address below the site's root: `regatta/`. */
  readonly path: string;
  /** From it to the site's root: `../`. */
  readonly root: string;
  /** What it is called; the live blog's own title is that of its first page. */
  readonly name: string;
  /** The posts that it shows. */
  readonly posts: readonly Post[];
  readonly directory: Directory;
}

/** Who wrote or spoke a post, and where the site gathers what stands under that name. */
function author({ name, role, kind }: Contributor, url: string | null): Thing {
  return kind === "outlet" ? thing("Organization", { name, url }) : thing("Person", { name, jobTitle: role, url });
}

/** The rights in a post, in words or by the address of a licence. */
function rights(licence: string | null): Thing {
  const license = licence === null ? null : licenceAddress(licence);
  return { license, copyrightNotice: license === null ? licence : null };
}

/** One post. It has the words of its body, those of pictures aside, on a page of few posts, else how it begins. */
function update(post: Post, whole: boolean, page: string, personUrl: string | null, licence: string | null): Thing {
  const { id, headline, opening, stamp, contributor, blocks, labels } = post;
  const published = provedInstant(stamp);
  const told = blocks.filter(({ kind }) => kind !== "image" && kind !== "video");
  const words = plainText(told).replaceAll(/\s+/g, " ").trim();
  const url = page + encoded(`#${id}`);
  return thing("BlogPosting", {
    "@id": url,
    url,
    headline: headline ?? (opening === "" ? null : openingName(opening)),
    datePublished: published === null ? null : rfc3339(published),
    dateModified: editedAt(post)?.text ?? null,
    articleBody: whole && words !== "" ? words : null,
    description: whole || words === "" ? null : clipped(words, DESCRIPTION_LENGTH),
    author: contributor === null ? null : author(contributor, personUrl),
    keywords: labels.length === 0 ? null : labels,
    ...rights(licence),
  });
}

function eventThing(liveBlog: LiveBlog, page: string): Thing | null {
  const { event, title, place } = liveBlog;
  if (event === null) return null;
  const where = event.venue ?? place;
  const { start, end } = eventTimes(liveBlog);
  const location = where === null ? null : thing("Place", { name: where, address: place });
  return thing("Event", {
    "@id": `${page}#event`,
    name: title,
    startDate: start,
    endDate: end,
    location,
  });
}

/**
 * What a page of a live blog says of itself in schema.org's words: one graph in which every reference resolves, every post
 * of the page stands once, under the address of its own anchor, and nothing is dated that no source dates.
 */
export function liveBlogJsonLd(
  liveBlog: LiveBlog,
  config: Config,
  { path, root, name, posts, directory }: DescribedPage,
): Thing {
  const { slug, title, lang, byline, date, summary } = liveBlog;
  const address = addressesFrom(config, root);
  const page = config.url === null ? "./" : address(path);
  const first = address(`${slug}/`) === address(path) ? page : address(`${slug}/`);
  const language = lang ?? config.lang;
  const site = address("");
  const publisher = publisherThing(config, site);
  const personUrl = ({ contributor }: Post): string | null => {
    const person = directory.personPath(contributor);
    return person === null ? null : address(person);
  };
  const licenceOf = licencesOf(liveBlog, config);
  const { start, end } = provedCoverage(liveBlog);
  const event = eventThing(liveBlog, first);
  const breadcrumb = breadcrumbThing(page, [
    { name: config.title, address: site },
    { name: title, address: first },
    ...(page === first ? [] : [{ name, address: page }]),
  ]);
  const webPage = thing("WebPage", {
    "@id": page,
    url: page,
    name,
    inLanguage: language,
    breadcrumb: refer(breadcrumb),
  });
  const reporters = byline.map((name) => thing("Person", { name }));
  const posting = thing("LiveBlogPosting", {
    "@id": `${first}#liveblog`,
    url: first,
    mainEntityOfPage: refer(webPage),
    headline: title,
    description: summary[0] === undefined ? null : clipped(summary[0].text, DESCRIPTION_LENGTH),
    inLanguage: language,
    isAccessibleForFree: true,
    author: reporters.length === 0 ? refer(publisher) : reporters,
    publisher: refer(publisher),
    datePublished: start ?? date,
    dateModified: provedChange(liveBlog)?.text ?? null,
    coverageStartTime: start,
    coverageEndTime: end,
    about: event === null ? null : refer(event),
    liveBlogUpdate: posts.map((post) =>
      update(post, posts.length <= WHOLE_BODIES, page, personUrl(post), licenceOf(post)),
    ),
  });
  return graph([webPage, posting, event, publisher, breadcrumb]);
}
