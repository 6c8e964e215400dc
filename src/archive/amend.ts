import { providerOf, recognise } from "../embeds/providers/registry.ts";
import type { Amendment } from "../model/authored.ts";
import type { Block, Embed, Image } from "../model/block.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { PagePosts, Unplaced } from "./posts.ts";
import { atKey, type KnownIds, noSuchPost } from "./problems.ts";
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
  drafts: ReadonlySet<string> = new Set(),
): Checked<{ readonly pages: readonly PagePosts[]; readonly own: readonly Unplaced[] }> {
  const diagnostics: Diagnostic[] = [];
  const posts = [...pages.flatMap((page) => page.posts), ...own];
  const amended = new Map<Unplaced, Unplaced>();
  const current = (post: Unplaced): Unplaced => amended.get(post) ?? post;
  for (const amendment of amendments) {
    const target = targetOf(amendment, posts);
    if (target === null) {
      const known = new Set(posts.map(({ id }) => id));
      diagnostics.push(notFound(amendment, { known, drafts }));
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

function notFound(amendment: Amendment, ids: KnownIds): Diagnostic {
  const { target } = amendment;
  const { why, hint } =
    "post" in target
      ? noSuchPost(target.post, ids)
      : {
          why: `no entry of this live blog stands at line ${target.line} of "${target.dump}"`,
          hint: `\`afterlive parse seeds/${target.dump}\` shows the lines of its entries; the live blog's index.md must claim the dump`,
        };
  return atKey(amendment, "amends", { code: "amends-not-found", severity: "error", message: why, hint });
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
    if ("choices" in supplied) diagnostics.push(noSlot(amendment, amendment.embed, supplied.choices));
    else blocks = change("embed", supplied.blocks, blocks);
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

/**
 * The blocks with one embed that has no link given it: the first of that link's provider. Where none is, or nobody knows the
 * link's provider, the only one that it can stand for; else all that have no link, as `choices`.
 */
function withEmbed(
  blocks: readonly Block[],
  url: string,
): { readonly blocks: readonly Block[] } | { readonly choices: readonly Embed[] } {
  const provider = recognise(url)?.provider.key ?? null;
  const open = blocks.filter((block): block is Embed => block.kind === "embed" && block.url === null);
  const possible = provider === null ? open : open.filter((block) => providerOf(block.provider) === null);
  const only = possible.length === 1 ? possible[0] : undefined;
  const target = open.find((block) => block.provider === provider) ?? only;
  if (target === undefined) return { choices: open };
  const filled: Embed = { ...target, provider: provider ?? target.provider, url };
  return { blocks: blocks.map((block) => (block === target ? filled : block)) };
}

function noSlot(amendment: Amendment, url: string, choices: readonly Embed[]): Diagnostic {
  if (choices.length === 0) return nothingToFill(amendment, "embed", "embed without a link");
  const names = choices.map(({ provider, printed, start }) => `${printed ?? provider} (line ${start})`).join(", ");
  const known = recognise(url)?.provider.name;
  const whose = known === undefined ? "nobody knows whose link this is" : `this is a link to ${known}`;
  return atKey(amendment, "embed", {
    code: "embed-not-found",
    severity: "error",
    message: `${whose}, and which of the entry's embeds without a link it stands for is not clear: ${names}`,
    hint: "give the link of one of these, or put this one into the note's body",
  });
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
