import type { Provider } from "../../model/embed.ts";
import { feedsweep, isHost, ownPolicy, ref, simorgh, USUAL } from "./common.ts";

/** X itself, and mirrors whose addresses are pasted in its place. */
const HOSTS = ["x.com", "twitter.com", "fxtwitter.com", "vxtwitter.com", "nitter.net"];

/** `/jack/status/20`, `/jack/statuses/20`, `/statuses/20`, `/i/web/status/20`, `/i/status/20`, old `/#!/jack/status/20`. */
const STATUS = /^\/(?:#!\/)?(?:i\/web\/|(\w{1,50})\/)?status(?:es)?\/(\d{1,20})(?:\/|$)/;

/** X, which dumps of live blogs up to 2023 call Twitter. */
export const x: Provider = {
  ...USUAL,
  key: "x",
  name: "X",
  printed: ["Twitter", "X"],
  kind: "post",
  policies: {
    company: ownPolicy("X/Privacy Policy.md", "2026-07")("X Internet Unlimited Company"),
    cookies: simorgh("https://help.x.com/en/rules-and-policies/x-cookies"),
    privacy: simorgh("https://x.com/en/privacy"),
  },
  behaviour: feedsweep("twitter"),
  match(url) {
    if (!isHost(url, ...HOSTS)) return null;
    const found = STATUS.exec(url.pathname) ?? STATUS.exec(`/${url.hash}`);
    if (found?.[2] === undefined) return null;
    const user = found[1];
    return ref("post", found[2], user === undefined || user === "i" ? {} : { user });
  },
  frame: ({ id }) => `https://platform.twitter.com/embed/Tweet.html?id=${id}&dnt=true`,
  original: ({ id, options }) => `https://x.com/${options["user"] ?? "i"}/status/${id}`,
  frameOrigins: ["https://platform.twitter.com"],
  size: () => ({ height: 350 }),
  maxWidth: 550,
  height: () => ({
    path: ["twttr.embed", "params", 0, "height"],
    when: [["twttr.embed", "method"], "twttr.private.resize"],
  }),
};
