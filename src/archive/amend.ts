import { recognise } from "../embeds/providers/registry.ts";
import type { Amendment } from "../model/authored.ts";
import type { Block, Embed, Image } from "../model/block.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { PagePosts, Unplaced } from "./posts.ts";
import { atKey, nearestIds } from "./problems.ts";
import { authoredStamp, type Clock } from "./stamps.ts";
import { timeProblem } from "./time-problem.ts";

/**
 * Applies amendments to the posts of dumps and of authors. The record stays: a post's id, origins and words are kept,
 * its note says what was changed.
 * Diagnostics: `amends-not-found`, `time-impossible`, `embed-not-found`, `image-not-found`.
 */
export function amend(
  pages: readonly PagePosts[],
  own: readonly Unplaced[],
  amendments: readonly Amendment[],
  clock: Clock,
): Checked<{ readonly pages: readonly PagePosts[]; readonly own: readonly Unplaced[] }> {
  const diagnostics: Diagnostic[] = [];
  const posts = [...pages.flatMap((page) => page.posts), ...own];
  const amended = new Map<Unplaced, Unplaced>();
  const current = (post: Unplaced): Unplaced => amended.get(post) ?? post;
  for (const amendment of amendments) {
    const target = targetOf(amendment, posts);
    if (target === null) {
      const ids = posts.map(({ id }) => id);
      diagnostics.push(notFound(amendment, ids));
      continue;
    }
    const result = amendPost(current(target), amendment, clock);
    diagnostics.push(...result.diagnostics);
    amended.set(target, result.value);
  }
  return {
    value: { pages: pages.map((page) => ({ ...page, posts: page.posts.map(current) })), own: own.map(current) },
    diagnostics,
  };
}

/** The post that an amendment names by its id or by a line of one of its entries; null where none of these is it. */
export function targetOf<P extends Pick<Unplaced, "id" | "aliases" | "origins">>(
  { target }: Pick<Amendment, "target">,
  posts: readonly P[],
): P | null {
  if ("post" in target)
    return posts.find(({ id, aliases }) => id === target.post || aliases.includes(target.post)) ?? null;
  const holds = ({ origins }: P): boolean =>
    origins.some(
      (origin) =>
        origin.kind === "dump" &&
        origin.file.endsWith(`/${target.dump}`) &&
        origin.start <= target.line &&
        target.line <= origin.end,
    );
  return posts.find(holds) ?? null;
}

function notFound(amendment: Amendment, known: Iterable<string>): Diagnostic {
  const { target } = amendment;
  const [what, hint] =
    "post" in target
      ? [`no post of this live blog has the id "${target.post}"`, nearestIds(target.post, known)]
      : [
          `no entry of this live blog stands at line ${target.line} of "${target.dump}"`,
          `\`afterlive parse seeds/${target.dump}\` shows the lines of its entries; the live blog's index.md must claim the dump`,
        ];
  return atKey(amendment, "amends", { code: "amends-not-found", severity: "error", message: what, hint });
}

function amendPost(post: Unplaced, amendment: Amendment, clock: Clock): Checked<Unplaced> {
  const diagnostics: Diagnostic[] = [];
  const changed: string[] = [];
  const change = <T>(name: string, value: T | null, old: T): T => {
    if (value === null) return old;
    changed.push(name);
    return value;
  };
  let { stamp, blocks } = post;
  if (amendment.time !== null) {
    const given = authoredStamp(amendment.time, amendment.approximate, clock);
    if (typeof given === "string") diagnostics.push(timeProblem(amendment, given));
    else stamp = change("time", given, stamp);
  }
  if (amendment.embed !== null) {
    const supplied = withEmbed(blocks, amendment.embed);
    if (supplied === null) diagnostics.push(nothingToFill(amendment, "embed", "embed without a link"));
    else blocks = change("embed", supplied, blocks);
  }
  if (amendment.image !== null) {
    const supplied = withImage(blocks, amendment.image);
    if (supplied === null) diagnostics.push(nothingToFill(amendment, "image", "picture without a file"));
    else blocks = change("image", supplied, blocks);
  }
  const value: Unplaced = {
    ...post,
    stamp,
    blocks,
    headline: change("headline", amendment.headline, post.headline),
    labels: change("labels", amendment.labels, post.labels),
    contributor: change("contributor", amendment.contributor, post.contributor),
    // That a post is a moment to navigate by is the archive's own mark, not a change of the record.
    key: amendment.key ?? post.key,
    aliases: [...post.aliases, ...amendment.aliases],
    corrections: [...post.corrections, ...amendment.corrections],
    notes: [...post.notes, { file: amendment.file, changed, blocks: amendment.body, added: amendment.added }].filter(
      (note) => note.changed.length > 0 || note.blocks.length > 0,
    ),
  };
  return { value, diagnostics };
}

/** The blocks with the first embed that has no link, of that link's provider if there is one, given it; null where there is none. */
function withEmbed(blocks: readonly Block[], url: string): readonly Block[] | null {
  const provider = recognise(url)?.provider.key;
  const open = (block: Block): block is Embed => block.kind === "embed" && block.url === null;
  const target = blocks.find((block) => open(block) && block.provider === provider) ?? blocks.find(open);
  if (target === undefined || !open(target)) return null;
  return blocks.map((block) => (block === target ? { ...target, provider: provider ?? target.provider, url } : block));
}

/** The blocks with the first picture that has no file given one; null where there is none. */
function withImage(blocks: readonly Block[], src: string): readonly Block[] | null {
  const target = blocks.find((block): block is Image => block.kind === "image" && block.src === null);
  return target === undefined ? null : blocks.map((block) => (block === target ? { ...target, src } : block));
}

function nothingToFill(amendment: Amendment, key: string, what: string): Diagnostic {
  return atKey(amendment, key, {
    code: `${key}-not-found`,
    severity: "error",
    message: `the amended entry has no ${what}, so there is nothing that this would stand for`,
    hint: `put the ${key} into the note's body, or amend the entry that has one`,
  });
}
