import { siteFeed } from "../../view/feed.ts";
import { atom } from "../atom.ts";
import type { SiteOutput } from "./registry.ts";

/** `/feed.xml`: the site's live blogs. */
export const siteFeedFile: SiteOutput = {
  name: "site-feed",
  files: ({ config, cards, strings }) => [
    { path: "feed.xml", content: { text: atom(siteFeed(config, cards, strings)) }, wantedBy: 'output "site-feed"' },
  ],
};
