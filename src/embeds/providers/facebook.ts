import type { EmbedRef, Provider } from "../../model/embed.ts";
import {
  feedsweep,
  isHost,
  ownPolicy,
  PLAYER,
  parameter,
  ref,
  segments,
  simorgh,
  TALL,
  USUAL,
  WIDE,
} from "./common.ts";

const PAGE = /^[\w.-]{1,100}$/;
const ID = /^(?:\d{1,20}|pfbid\w{10,100})$/;
const DIGITS = /^\d{1,20}$/;

/** The id at the end of `/PAGE/videos/TITLE/ID/`. */
function lastId(parts: readonly string[]): string | undefined {
  return parts.findLast((part) => ID.test(part));
}

/** A clean page address below facebook.com, in `options.path`, is what the plugin is asked to show. */
function thing(kind: EmbedRef["kind"], id: string, path: string, reel = false): EmbedRef {
  return ref(kind, id, reel ? { path, reel: "1" } : { path });
}

function postByQuery(url: URL, page: string): EmbedRef | null {
  const fbid = parameter(url, "fbid", DIGITS);
  if (page === "photo" || page === "photo.php")
    return fbid === null ? null : thing("post", fbid, `photo/?fbid=${fbid}`);
  if (page === "watch") {
    const id = parameter(url, "v", DIGITS);
    return id === null ? null : thing("video", id, `watch/?v=${id}`);
  }
  const story = parameter(url, "story_fbid", ID);
  const owner = parameter(url, "id", DIGITS);
  if (story === null || owner === null) return null;
  return thing("post", story, `permalink.php?story_fbid=${story}&id=${owner}`);
}

const BY_QUERY = new Set(["permalink.php", "story.php", "photo.php", "photo", "watch"]);

function match(url: URL): EmbedRef | null {
  if (!isHost(url, "facebook.com")) return null;
  const parts = segments(url);
  const [first = "", second = "", third = "", fourth = ""] = parts;
  if (first === "plugins") {
    const href = url.searchParams.get("href") ?? "";
    return URL.canParse(href) && !href.includes("/plugins/") ? match(new URL(href)) : null;
  }
  if (BY_QUERY.has(first) && second === "") return postByQuery(url, first);
  if (first === "reel") return DIGITS.test(second) ? thing("video", second, `reel/${second}`, true) : null;
  if (first === "groups" && PAGE.test(second) && (third === "posts" || third === "permalink"))
    return ID.test(fourth) ? thing("post", fourth, `groups/${second}/posts/${fourth}`) : null;
  if (!PAGE.test(first)) return null;
  const id = lastId(parts.slice(2));
  if (id === undefined) return null;
  if (second === "posts") return thing("post", id, `${first}/posts/${id}`);
  return second === "videos" ? thing("video", id, `${first}/videos/${id}`) : null;
}

function original({ options }: EmbedRef): string {
  return `https://www.facebook.com/${options["path"] ?? ""}`;
}

/** Without these the post plugin tells no height. */
const TELLS_HEIGHT = `sdk=joey&channel=${encodeURIComponent("https://staticxx.facebook.com/x/connect/xd_arbiter/?version=46")}`;

/** Facebook: posts, photos and videos of public pages. Shared links (`fb.watch`, `/share/`) must be resolved first. */
export const facebook: Provider = {
  ...USUAL,
  key: "facebook",
  name: "Facebook",
  printed: ["Facebook"],
  kind: "post",
  policies: {
    company: ownPolicy("Facebook/Privacy Policy.md", "2026-08")("Meta Platforms Ireland Limited"),
    cookies: simorgh("https://www.facebook.com/privacy/policies/cookies"),
    privacy: simorgh("https://www.facebook.com/privacy/policy/"),
  },
  behaviour: feedsweep("facebook"),
  match,
  frame(found) {
    const href = encodeURIComponent(original(found));
    return found.kind === "video"
      ? `https://www.facebook.com/plugins/video.php?href=${href}&show_text=false`
      : `https://www.facebook.com/plugins/post.php?href=${href}&show_text=true&width=500&${TELLS_HEIGHT}`;
  },
  original,
  frameOrigins: ["https://www.facebook.com"],
  size: ({ kind, options }) => (kind !== "video" ? { height: 500 } : options["reel"] === undefined ? WIDE : TALL),
  maxWidth: 500,
  height: ({ kind }) => (kind === "video" ? null : { path: ["height"], when: [["type"], "resize"], query: true }),
  allow: PLAYER,
};
