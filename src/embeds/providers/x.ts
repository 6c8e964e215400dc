import type { Provider } from "../../model/embed.ts";

const HOSTS = new Set(["x.com", "www.x.com", "mobile.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com"]);

/** `/jack/status/20`, `/jack/statuses/20`, `/i/web/status/20`, `/i/status/20`, old `/#!/jack/status/20`. */
const STATUS = /^\/(?:#!\/)?(?:i\/web|\w{1,50})\/status(?:es)?\/(\d{1,20})(?:\/|$)/;

/** X, which dumps of live blogs up to 2023 call Twitter. */
export const x: Provider = {
  key: "x",
  name: "X",
  printed: ["Twitter", "X"],
  noun: "post",
  policies: {
    cookies: "https://help.x.com/en/rules-and-policies/x-cookies",
    privacy: "https://x.com/en/privacy",
    source: "the policy links of the BBC's consent notices (bbc/simorgh)",
    asOf: "2026-11",
  },
  match(url) {
    if (!HOSTS.has(url.hostname)) return null;
    const id = STATUS.exec(url.pathname)?.[1] ?? STATUS.exec(`/${url.hash}`)?.[1];
    return id === undefined ? null : { provider: "x", kind: "post", id, options: {} };
  },
  frame: (ref) => `https://platform.twitter.com/embed/Tweet.html?id=${ref.id}&dnt=true`,
  original: (ref) => `https://x.com/i/status/${ref.id}`,
  frameOrigins: ["https://platform.twitter.com"],
  size: { height: 350 },
  allow: ["fullscreen"],
  referrer: "no-referrer",
};
