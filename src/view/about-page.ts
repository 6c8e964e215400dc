import type { Block } from "../model/block.ts";
import type { Config } from "../model/config.ts";
import type { LiveBlogCard } from "../model/live-blog.ts";
import type { Words } from "../model/strings.ts";
import { type FrameView, frameView } from "./frame.ts";

/** What a mark on a live blog's page looks like, and what it means. */
interface MarkView {
  readonly mark: string;
  readonly meaning: string;
}

interface LinkView {
  readonly href: string;
  readonly label: string;
}

/** `/about/`: what the archive is, how it was made, what its marks mean. */
export interface AboutPageView {
  readonly frame: FrameView;
  readonly skip: string;
  readonly title: string;
  readonly lead: string;
  /** The owner's words, as HTML that `posts/` made: all in it that is not ours is escaped. */
  readonly own: readonly string[];
  readonly sections: readonly {
    readonly id: string;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly marks: readonly MarkView[];
    readonly links: readonly LinkView[];
  }[];
  readonly made: string;
}

const MARKS = [
  "given",
  "about",
  "inferred",
  "undated",
  "begins",
  "gap",
  "key",
  "map",
  "picture",
  "embed",
  "link",
  "corrected",
  "added",
  "unparsed",
];

/** The page about the archive. @param own the owner's words · @param version of the program that makes it */
export function aboutPageView(
  config: Config,
  words: Words,
  {
    cards,
    own,
    version,
  }: { readonly cards: readonly LiveBlogCard[]; readonly own: readonly Block[]; readonly version: string },
): AboutPageView {
  const say = (key: string, values: Readonly<Record<string, string>> = {}): string => words.say(`about.${key}`, values);
  const title = say("title");
  const root = "../";
  const posts = cards.reduce((sum, card) => sum + card.posts, 0);
  const lead = say("lead", { title: config.title, liveBlogs: String(cards.length), posts: String(posts) });
  const section = (
    id: string,
    paragraphs: readonly string[],
    more: Partial<AboutPageView["sections"][number]> = {},
  ) => ({
    ...{ id, heading: say(`${id}.heading`), paragraphs, marks: [], links: [] },
    ...more,
  });
  const name = config.publisher === null ? config.title : `${config.title}, ${config.publisher}`;
  return {
    frame: frameView(config, { title, description: lead, path: "about/", lang: null, root, frameOrigins: [] }, words),
    ...{ skip: say("skip"), title, lead },
    own: own.flatMap((block) => (block.kind === "prose" ? [block.html] : [])),
    sections: [
      section("sources", [say("sources.first"), say("sources.second")]),
      section("marks", [say("marks.lead")], {
        marks: MARKS.map((key) => ({ mark: say(`marks.${key}.mark`), meaning: say(`marks.${key}.meaning`) })),
      }),
      section("privacy", [say("privacy.loads"), say(config.search ? "privacy.search" : "privacy.keeps")], {
        links: [{ href: `${root}embeds/`, label: words.say("embeds.settings") }],
      }),
      section("cite", [say("cite.how"), say("cite.example", { name })]),
      section("rights", [
        say("rights.text"),
        ...(config.licence === null ? [] : [say("rights.own", { licence: config.licence })]),
      ]),
      section("data", [say("data.text")], { links: [{ href: `${root}feed.xml`, label: say("data.feed") }] }),
    ],
    made: say("made", { version }),
  };
}
