import type { Block } from "../model/block.ts";
import type { LiveBlog, Post } from "../model/live-blog.ts";
import type { Words } from "../model/strings.ts";
import { callsToAct } from "../phrases/calls-to-act.ts";
import { blockText } from "./plain-text.ts";

/** Words of somebody else, who invites nobody to this live blog. */
const OF_OTHERS: ReadonlySet<Block["kind"]> = new Set(["embed", "quote"]);

const invites = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => !OF_OTHERS.has(block.kind) && callsToAct(blockText(block)));

/** A post of the day itself. Who writes for the archive later may well be waiting for an answer. */
function isRecord({ origins: [first], added }: Post, { dumps }: LiveBlog): boolean {
  return first.kind === "dump" || (dumps.length === 0 && added === null);
}

/**
 * What a page says of the invitations that its posts hold, which nobody answers any more; null where it holds none.
 * @param whole whether the page shows, beside its posts, what tells of the live blog as a whole
 */
export function closedInvitations(
  liveBlog: LiveBlog,
  posts: readonly Post[],
  whole: boolean,
  words: Words,
): string | null {
  const { summary, dumps } = liveBlog;
  const bullets = [...summary.map(({ text }) => text), ...dumps.flatMap((dump) => dump.summary)];
  const beside = whole && (bullets.some(callsToAct) || dumps.some(({ preamble }) => invites(preamble)));
  const within = posts.some(
    (post) =>
      isRecord(post, liveBlog) && ([post.headline ?? "", ...post.labels].some(callsToAct) || invites(post.blocks)),
  );
  return beside || within ? words.say("live-blog.invitations") : null;
}
