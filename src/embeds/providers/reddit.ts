import type { Provider } from "../../model/embed.ts";
import { embedPrivacy, feedsweep, isHost, ownPolicy, ref, USUAL } from "./common.ts";

/** `/r/sub/comments/ID/title/`, `/user/name/comments/ID/…`, with the comment's id at the end where it is one. */
const POST =
  /^\/(r|u|user)\/([\w-]{1,50})\/comments\/([\da-z]{1,12})(?:\/(?:comment|[^/]{0,200})(?:\/([\da-z]{1,12}))?)?\/?$/;

/** Reddit. `/r/…/s/…` and redd.it links must be resolved first. */
export const reddit: Provider = {
  ...USUAL,
  key: "reddit",
  name: "Reddit",
  printed: ["Reddit"],
  kind: "post",
  policies: {
    company: ownPolicy("Reddit/Privacy Policy.md", "2026-08")("Reddit Netherlands B.V."),
    cookies: null,
    privacy: embedPrivacy("https://www.reddit.com/help/privacypolicy"),
  },
  behaviour: feedsweep("reddit"),
  match(url) {
    if (!isHost(url, "reddit.com", "redditmedia.com")) return null;
    const [, shelf, name, id, comment] = POST.exec(url.pathname) ?? [];
    if (shelf === undefined || name === undefined || id === undefined) return null;
    const place = `${shelf === "r" ? "r" : "user"}/${name}`;
    return ref("post", id, comment === undefined ? { place } : { place, comment });
  },
  frame: ({ id, options }) => `https://embed.reddit.com/${pathOf(id, options)}`,
  original: ({ id, options }) => `https://www.reddit.com/${pathOf(id, options)}`,
  frameOrigins: ["https://embed.reddit.com"],
  size: () => ({ height: 320 }),
  maxWidth: 800,
  height: () => ({ path: ["data"], when: [["type"], "resize.embed"] }),
};

function pathOf(id: string, { place, comment }: Readonly<Record<string, string>>): string {
  return `${place}/comments/${id}/${comment === undefined ? "" : `comment/${comment}/`}`;
}
