import { targetOf } from "../archive/amend.ts";
import type { Post } from "../model/live-blog.ts";
import { changesOf, postFacts, sourcesOf } from "./post-facts.ts";
import { type Home, pageOrNone, postsOf } from "./setting.ts";
import type { AuthoredExplanation } from "./shapes.ts";

const ABOUT = "content/about.md";

/**
 * What an author's file is, which post it became or which entry it amends, and where that stands.
 * @param isDraft whether it says `draft: true` and drafts are left out
 */
export function explainAuthored(file: string, home: Home, isDraft: boolean): AuthoredExplanation {
  const nothing: AuthoredExplanation = {
    ...{ version: 1, kind: "authored", file },
    role: isDraft ? "draft" : file === ABOUT ? "about" : "unread",
    ...{ changes: [], amends: [], post: null, dumps: [], posts: null },
    ...pageOrNone(home),
    diagnostics: "homeless" in home ? [] : home.diagnostics.filter((problem) => problem.file === file),
  };
  if ("homeless" in home || isDraft) return nothing;
  const { folder, dumps } = home.sources;
  const posts = postsOf(home);
  const of = (post: Post | null) => ({
    post: post === null ? null : postFacts(post, home),
    ...pageOrNone(home, post),
  });
  if (folder?.index.file === file) {
    return {
      ...nothing,
      role: "live-blog",
      dumps: dumps.map(({ dump, page }) => ({ file: dump.file, page, dialect: dump.dialect })),
      posts: posts.length,
    };
  }
  const amendment = folder?.amendments.find((other) => other.file === file);
  if (amendment !== undefined) {
    const post = targetOf(amendment, posts);
    const amends = post === null ? [] : sourcesOf(post);
    return { ...nothing, ...of(post), role: "amendment", changes: changesOf(amendment), amends };
  }
  if (folder?.posts.some((other) => other.file === file) !== true) return nothing;
  const own = posts.find(({ origins: [origin] }) => origin.file === file);
  return { ...nothing, ...of(own ?? null), role: "post" };
}
